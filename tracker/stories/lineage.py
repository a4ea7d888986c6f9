"""Decide which story keeps which id where stories merge and part: the one with its earliest document."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from tracker.stories.cluster import Order

Name = TypeVar("Name", bound=Hashable)


class Lineage(NamedTuple):
    """The ids that stories keep and lose.

    `kept` are the ids that stories keep, by what the stories are called so far. `merged` gives for each other id the
    story into which it went.
    """

    kept: dict[Hashable, int]
    merged: dict[int, Hashable]


def inherit(
    stories: Mapping[Name, Sequence[int]],
    before: Mapping[int, int],
    orders: Mapping[int, Order],
    round_ups: Collection[int],
) -> Lineage:
    """Decide which story keeps each id that its documents had `before`, by document.

    An id goes to the story that has its earliest document. A round-up counts only where there were only round-ups. Of
    several ids a story keeps that of its earliest document, and the others point at it.
    """
    earliest: dict[int, tuple[bool, Order, Name]] = {}
    for name, documents in stories.items():
        for id_ in documents:
            if id_ in before:
                claim = (id_ in round_ups, orders[id_], name)
                old = before[id_]
                earliest[old] = min(earliest.get(old, claim), claim, key=lambda one: one[:2])
    claims: dict[Name, list[int]] = defaultdict(list)
    for old in sorted(earliest, key=lambda old: earliest[old][:2]):
        claims[earliest[old][2]].append(old)
    kept: dict[Hashable, int] = {name: ids[0] for name, ids in claims.items()}
    merged: dict[int, Hashable] = {old: name for name, ids in claims.items() for old in ids[1:]}
    return Lineage(kept, merged)
