"""The index of stories in the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from db.models import Document
from db.queries.stories import relatives
from db.store.stories import keep_in_story, leave
from tracker.stories.blocking import blocking_keys
from tracker.stories.cluster import MOST_COMPARED, Placed
from tracker.stories.fingerprint import Fingerprint, dump, load


@dataclass
class Stored:
    """All documents placed before a saved one; of those that share traces with it, so many at most are compared."""

    session: Session
    document: Document

    def matches(self, sought: set[str]) -> Iterable[Placed]:
        """Other documents that share a trace, those that share most first."""
        found = relatives(self.session, sought, besides=self.document.id, limit=MOST_COMPARED)
        return (Placed(id_, story, load(kept)) for id_, story, kept in found)

    def keep(self, items: Sequence[Fingerprint], story: int | None) -> int:
        """Put the document into a story, or into a new one, to be found by these items; the story's id."""
        return keep_in_story(self.session, self.document, dump(items), _left(items), story)

    def narrow(self, placed: Placed, item: Fingerprint) -> None:
        """Let a document placed before be found by this item alone."""
        leave(self.session, self.session.get_one(Document, placed.key), dump([item]), _left([item]))


def _left(items: Sequence[Fingerprint]) -> set[str]:
    return {trace for item in items for trace in blocking_keys(item)}
