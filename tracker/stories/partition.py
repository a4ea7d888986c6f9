"""Partition documents into stories: those of one item by their links, then round-ups by the stories that there are."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from tracker.corrections.regroup import Pair, regroup
from tracker.stories.cluster import Neighbourhood, Order, attach, form, gather
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.links import link_all

Name = tuple[str, int]
NOWHERE: Mapping[Name, tuple[int, ...]] = MappingProxyType({})


def partition(
    orders: Mapping[int, Order], fingerprints: Mapping[int, Sequence[Fingerprint]], pairs: Sequence[Pair] = ()
) -> list[list[int]]:
    """Return the stories of documents given by number, from their fingerprints alone, without stored state.

    Stories and the documents of each are in canonical order. `pairs` are what people join and part, the newest first.
    """
    near = Neighbourhood(orders, link_all(fingerprints), fingerprints.__getitem__)
    ones = {id_ for id_, items in fingerprints.items() if len(items) == 1}
    round_ups = fingerprints.keys() - ones
    alone = linked_to_none(round_ups, ones, near, pairs)
    found = stories_of(ones, round_ups - alone, alone, near, pairs).values()
    by_order = orders.__getitem__
    return sorted((sorted(story, key=by_order) for story in found), key=lambda story: by_order(story[0]))


def stories_of(
    ones: Collection[int],
    round_ups: Collection[int],
    alone: Collection[int],
    near: Neighbourhood,
    pairs: Sequence[Pair],
    outside: Mapping[Name, tuple[int, ...]] = NOWHERE,
) -> dict[Name, list[int]]:
    """Return the stories of documents of one item, of round-ups, and of round-ups that are `alone` with each other.

    `outside` are other stories that the round-ups may join, by name, with their documents of one item. The new stories
    are called ("new", number), ("alone", id of a round-up) and ("together", number).
    """
    formed = regroup(form(ones, near), pairs, near.order, near.links)
    stories: dict[Name, list[int]] = {("new", at): story for at, story in enumerate(formed)}
    members = {**{name: tuple(story) for name, story in stories.items()}, **outside}
    story_of = {id_: name for name, story in members.items() for id_ in story}
    for id_, name in _attach_all(round_ups, near, story_of, members, pairs):
        stories.setdefault(name, []).append(id_)
    together = regroup(gather(alone, near), pairs, near.order, near.links)
    return stories | {("together", at): story for at, story in enumerate(together)}


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


def _attach_all(
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
