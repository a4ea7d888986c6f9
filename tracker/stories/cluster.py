"""Places documents in stories, one at a time: in the story of one that says the same, or in a new one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from db.models import Document, Mention
from tracker.stories.blocking import blocking_keys
from tracker.stories.compare import same
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.names import Names

# Of the documents that share traces with one, so many at most are compared with it.
MOST_COMPARED = 100
# A round-up of more items is found by the first.
MOST_ITEMS = 12


@dataclass(frozen=True)
class Placed:
    """A document that was placed before: its story, and the items under which it can be found."""

    key: int
    story: int
    items: tuple[Fingerprint, ...]


class Index(Protocol):
    """What was placed before."""

    def matches(self, sought: set[str]) -> Iterable[Placed]:
        """Other documents that share a trace, the likeliest first."""

    def keep(self, items: Sequence[Fingerprint], story: int | None) -> int:
        """Put the document into a story, or into a new one, to be found by these items; the story's id."""

    def narrow(self, placed: Placed, item: Fingerprint) -> None:
        """Let a document placed before be found by this item alone."""


def place(document: Document, mentions: Sequence[Mention], index: Index, names: Names | None = None) -> int:
    """The story of a document: the one that it is in, else the one of most documents that say what an item says.

    Where none does, a new one. A round-up that is alone in its story is found by any of its items; once one of them
    has been found elsewhere, by that one alone, so that it never draws two stories together.
    """
    told = fingerprint_items(document, mentions, names)[:MOST_ITEMS]
    for item in told:
        if alike := _alike(item, document, index):
            return _join(item, alike, index)
    return index.keep(told, document.story_id)


def _alike(item: Fingerprint, document: Document, index: Index) -> list[tuple[Placed, Fingerprint]]:
    """The documents that say the same, of the document's own story if it is in one, and their items that say it."""
    found = (
        (placed, next((own for own in placed.items if same(item, own)), None))
        for placed in index.matches(blocking_keys(item))
        if document.story_id in {None, placed.story}
    )
    return [(placed, own) for placed, own in found if own]


def _join(item: Fingerprint, alike: Sequence[tuple[Placed, Fingerprint]], index: Index) -> int:
    """Put the document into the story of most that say the same; a round-up there is found by what it says of it."""
    votes = Counter(placed.story for placed, _ in alike)
    most = max(votes.values())
    story = min(story for story, voices in votes.items() if voices == most)
    for placed, own in alike:
        if placed.story == story and len(placed.items) > 1:
            index.narrow(placed, own)
    return index.keep([item], story)
