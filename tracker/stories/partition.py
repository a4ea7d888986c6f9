"""Partition documents into stories: those of one item by their links, then round-ups by the stories that there are."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from tracker.corrections.regroup import Pair, regroup
from tracker.stories.cluster import Neighbourhood, Order, form
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.links import link_all
from tracker.stories.round_ups import Name, attach_all, gather_all, linked_to_none

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
    for id_, name in attach_all(round_ups, near, story_of, members, pairs):
        stories.setdefault(name, []).append(id_)
    return stories | {("together", at): story for at, story in enumerate(gather_all(alone, near, pairs))}
