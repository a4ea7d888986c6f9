"""Join and part stories as people say, after links have formed them.

docs/corrections.md says which documents go where, and why the result does not depend on the order of reading.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Links = Mapping[int, Collection[int]]
"""By document, the documents that it is linked to."""


class Pair(NamedTuple):
    """Hold what a person says of two documents: that they are of one story ("join"), or are not ("part")."""

    what: str
    one: int
    other: int

    def beside(self, id_: int) -> int:
        """Return the other document of the pair."""
        return self.other if self.one == id_ else self.one


def partners(pairs: Iterable[Pair]) -> dict[int, set[int]]:
    """Return, by document, those that a person joined with it or parted from it."""
    found: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        found[pair.one].add(pair.other)
        found[pair.other].add(pair.one)
    return found


def regroup(
    stories: Sequence[Sequence[int]], pairs: Sequence[Pair], order: Mapping[int, Any], links: Links
) -> list[list[int]]:
    """Return the stories after all pairs whose documents are in them, given the newest first; each in canonical order.

    A pair that contradicts newer ones does not count. Joining two documents joins their stories. If two documents of a
    story are parted, each of the others goes with the part that it has most links to.
    """
    home = {id_: at for at, story in enumerate(stories) for id_ in story}
    blocks, parted = _agreed([pair for pair in pairs if pair.one in home and pair.other in home])
    whole = [list(story) for story in stories]
    for block in blocks.values():
        first, *others = sorted({home[id_] for id_ in block})
        for at in others:
            home |= dict.fromkeys(whole[at], first)
            whole[first] += whole[at]
            whole[at] = []
    result = []
    for story in whole:
        if any(home[one] == home[other] for one, other in parted if one in story):
            result += _divide(story, blocks, parted, order, links)
        elif story:
            result.append(story)
    by_order = order.__getitem__
    return sorted((sorted(story, key=by_order) for story in result), key=lambda story: by_order(story[0]))


def _agreed(pairs: Iterable[Pair]) -> tuple[dict[int, frozenset[int]], list[tuple[int, int]]]:
    """Return the documents that belong with each document, and the pairs kept apart, unless newer pairs contradict."""
    blocks: dict[int, frozenset[int]] = {}
    parted: list[tuple[int, int]] = []
    for pair in pairs:
        one, other = (blocks.setdefault(id_, frozenset((id_,))) for id_ in (pair.one, pair.other))
        if pair.what == "part" and one != other:
            parted.append((pair.one, pair.other))
        elif pair.what == "join" and not _barred(one, other, parted):
            blocks |= dict.fromkeys(one | other, one | other)
    return blocks, parted


def _barred(one: Collection[int], other: Collection[int], parted: Iterable[tuple[int, int]]) -> bool:
    return any((a in one and b in other) or (b in one and a in other) for a, b in parted)


def _divide(
    story: Collection[int],
    blocks: Mapping[int, frozenset[int]],
    parted: Sequence[tuple[int, int]],
    order: Mapping[int, Any],
    links: Links,
) -> list[list[int]]:
    """Divide a story: first the parted documents, then the others, those with most links to a part first."""
    named = {id_ for pair in parted for id_ in pair}
    units = {blocks.get(id_, frozenset((id_,))) for id_ in story}
    waiting = sorted(units, key=lambda unit: min(order[id_] for id_ in unit))
    parts: list[set[int]] = []
    for unit in [unit for unit in waiting if unit & named]:
        free = [part for part in parts if not _barred(unit, part, parted)]
        if free:
            max(free, key=lambda part: _linked(unit, part, links)).update(unit)
        else:
            parts.append(set(unit))
    waiting = [unit for unit in waiting if not unit & named]
    while waiting:
        # Of equals `max` takes the first, in canonical order of documents and of parts.
        unit, part = max(
            ((unit, part) for unit in waiting for part in parts), key=lambda pair: _linked(pair[0], pair[1], links)
        )
        part |= unit
        waiting.remove(unit)
    return [list(part) for part in parts]


def _linked(unit: Collection[int], part: Collection[int], links: Links) -> int:
    return sum(other in links.get(id_, ()) for id_ in unit for other in part)
