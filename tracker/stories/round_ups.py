"""Put round-ups into stories: where people say, otherwise by their items."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tracker.corrections.regroup import Pair, regroup
from tracker.stories.cluster import Neighbourhood, attach, gather

Name = tuple[str, int]


def linked_to_none(
    round_ups: Collection[int], ones: Collection[int], near: Neighbourhood, pairs: Iterable[Pair]
) -> set[int]:
    """Return the round-ups that neither links nor people connect with any of `ones`, the documents of one item."""
    placed = {id_ for id_ in round_ups if any(other in ones for other in near.links[id_])}
    joined = [pair for pair in pairs if pair.what == "join"]
    while more := {
        id_
        for pair in joined
        for id_ in (pair.one, pair.other)
        if id_ in round_ups and id_ not in placed and (pair.beside(id_) in ones or pair.beside(id_) in placed)
    }:
        placed |= more
    return set(round_ups) - placed


def attach_all(
    round_ups: Iterable[int],
    near: Neighbourhood,
    story_of: Mapping[int, Name],
    members: Mapping[Name, Sequence[int]],
    pairs: Sequence[Pair],
) -> Iterator[tuple[int, Name]]:
    """Yield the story of each round-up, first those linked to documents of one item; ("alone", id) for one of its own.

    `story_of` and `members` are as in `attach`, `pairs` the newest first. A round-up that someone joins to a document
    goes by itself where that document is; one that someone parts from a document goes to another story.
    """
    homes: dict[int, Name] = dict(story_of)
    linked = {id_ for id_ in round_ups if any(other in story_of for other in near.links[id_])}
    for id_ in sorted(round_ups, key=lambda id_: (id_ not in linked, near.order[id_])):
        joined, barred = _said(id_, homes, pairs)
        home = joined or attach(id_, near, story_of, members, barred) or ("alone", id_)
        homes[id_] = home
        yield id_, home


def _said(id_: int, homes: Mapping[int, Name], pairs: Iterable[Pair]) -> tuple[Name | None, set[Name]]:
    """Return where people say that a round-up is, if anywhere, and where it is not."""
    barred: set[Name] = set()
    for pair in pairs:
        if id_ in (pair.one, pair.other) and (home := homes.get(pair.beside(id_))):
            if pair.what == "part":
                barred.add(home)
            elif home not in barred:
                return home, barred
    return None, barred


def gather_all(ids: Collection[int], near: Neighbourhood, pairs: Sequence[Pair]) -> list[list[int]]:
    """Return the stories of round-ups that are connected only with round-ups."""
    return regroup(gather(ids, near), pairs, near.order, near.links)
