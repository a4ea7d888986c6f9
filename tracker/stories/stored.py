"""The index of stories in the database."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from db.models import Document
from db.queries.stories import relatives
from db.store.stories import keep_in_story
from tracker.stories.place import MOST_COMPARED
from tracker.stories.signature import Signature, dump, load


@dataclass
class Stored:
    """All documents placed before a saved one; of those that share traces with it, so many at most are compared."""

    session: Session
    document: Document

    def matches(self, sought: set[str]) -> Iterable[tuple[int, Signature]]:
        """Story and signature of the documents that share a trace, those that share most first."""
        found = relatives(self.session, sought, besides=self.document.id, limit=MOST_COMPARED)
        return ((story, load(signature)) for story, signature in found)

    def keep(self, signature: Signature, left: set[str], story: int | None) -> int:
        """Put the document into a story, or into a new one, under the traces that it leaves; the story's id."""
        return keep_in_story(self.session, self.document, dump(signature), left, story)
