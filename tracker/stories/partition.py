"""Partition a set of documents into stories at once, from their fingerprints alone, without stored state."""

from collections.abc import Mapping, Sequence

from tracker.corrections.regroup import Pair, regroup
from tracker.stories.cluster import Neighbourhood, Order, form
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.links import link_all
from tracker.stories.round_ups import attach_all, gather_all, linked_to_none


def partition(
    orders: Mapping[int, Order], fingerprints: Mapping[int, Sequence[Fingerprint]], pairs: Sequence[Pair] = ()
) -> list[list[int]]:
    """Return the stories of documents given by number; stories and the documents of each are in canonical order.

    `pairs` are what people join and part, the newest first.
    """
    near = Neighbourhood(orders, link_all(fingerprints), fingerprints.__getitem__)
    ones = {id_ for id_, items in fingerprints.items() if len(items) == 1}
    formed = regroup(form(ones, near), pairs, orders, near.links)
    stories = {("new", at): story for at, story in enumerate(formed)}
    story_of = {id_: name for name, story in stories.items() for id_ in story}
    members = {name: tuple(story) for name, story in stories.items()}
    round_ups = fingerprints.keys() - ones
    alone = linked_to_none(round_ups, ones, near, pairs)
    for id_, name in attach_all(round_ups - alone, near, story_of, members, pairs):
        stories.setdefault(name, []).append(id_)
    by_order = orders.__getitem__
    found = [*stories.values(), *gather_all(alone, near, pairs)]
    return sorted((sorted(story, key=by_order) for story in found), key=lambda story: by_order(story[0]))
