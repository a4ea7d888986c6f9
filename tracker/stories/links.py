"""Link items of documents that report the same thing; only items that share a blocking key are compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tracker.stories.blocking import blocking_keys
from tracker.stories.compare import same
from tracker.stories.fingerprint import Fingerprint

# A key that more items bear says nothing about any of them. How many bear it depends on the documents that there are,
# and not on the order in which they came.
MOST_BEARERS = 200
# A longer round-up is found by its first items, which report the strongest acts.
MOST_ITEMS = 12

Item = tuple[int, int]
Links = dict[int, dict[int, set[Item]]]
"""By document, and by the document that it is linked to: which of its items, and which of the other's."""


def linked(item: Fingerprint, others: Iterable[Item], fingerprints: Mapping[int, Sequence[Fingerprint]]) -> set[Item]:
    """Return those of the other items that report the same thing."""
    return {(id_, at) for id_, at in others if same(item, fingerprints[id_][at])}


def link_all(fingerprints: Mapping[int, Sequence[Fingerprint]]) -> Links:
    """Return every link between documents, whose fingerprints are given by number."""
    bearers: dict[str, list[Item]] = defaultdict(list)
    for id_, items in fingerprints.items():
        for at, item in enumerate(items):
            for key in blocking_keys(item):
                bearers[key].append((id_, at))
    pairs: dict[Item, set[Item]] = defaultdict(set)
    for found in bearers.values():
        if len(found) <= MOST_BEARERS:
            for one in found:
                pairs[one].update(other for other in found if other[0] < one[0])
    links = new_links()
    for (id_, at), others in pairs.items():
        for other, other_at in linked(fingerprints[id_][at], others, fingerprints):
            add(links, (id_, at), (other, other_at))
    return links


def new_links() -> Links:
    """Return an empty set of links."""
    return defaultdict(lambda: defaultdict(set))


def add(links: Links, one: Item, other: Item) -> None:
    """Add a link in both directions."""
    links[one[0]][other[0]].add((one[1], other[1]))
    links[other[0]][one[0]].add((other[1], one[1]))
