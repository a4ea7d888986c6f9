"""Parts a set of documents into stories at once, from their fingerprints alone: nothing stored, nothing kept."""

from collections.abc import Mapping, Sequence

from tracker.stories.cluster import Neighbourhood, Order, attach, form, gather
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.links import link_all


def partition(orders: Mapping[int, Order], fingerprints: Mapping[int, Sequence[Fingerprint]]) -> list[list[int]]:
    """The stories of documents that are given by number; each in canonical order, and so are they."""
    near = Neighbourhood(orders, link_all(fingerprints), fingerprints.__getitem__)
    ones = {id_ for id_, items in fingerprints.items() if len(items) == 1}
    stories = form(ones, near)
    story_of = {id_: at for at, story in enumerate(stories) for id_ in story}
    members = {at: tuple(story) for at, story in enumerate(stories)}
    alone = set()
    for id_ in fingerprints.keys() - ones:
        if ones.isdisjoint(near.links[id_]):
            alone.add(id_)
        elif (story := attach(id_, near, story_of, members)) is None:
            stories.append([id_])
        else:
            stories[story].append(id_)
    stories += gather(alone, near)
    by_order = orders.__getitem__
    return sorted((sorted(story, key=by_order) for story in stories), key=lambda story: by_order(story[0]))
