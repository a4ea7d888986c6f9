"""Mark a document that was read as waiting for its story, with the fingerprints by which that is found."""

from collections.abc import Sequence

from sqlmodel import Session

from db.models import Document, Mention
from db.store.stories import keep_fingerprints
from tracker.stories import NO_STORY, READ, WAITS
from tracker.stories.causes import most_urgent
from tracker.stories.fingerprint import Fingerprint, dump
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.links import MOST_ITEMS
from tracker.stories.names import Names


def fingerprints(document: Document, mentions: Sequence[Mention], names: Names) -> list[Fingerprint]:
    """Return the fingerprints by which the story of a document is found; none where it mentions no initiative."""
    return fingerprint_items(document, mentions, names)[:MOST_ITEMS] if mentions else []


def wait(
    session: Session, document: Document, mentions: Sequence[Mention], names: Names, cause: str, *, had_mentions: bool
) -> None:
    """Mark a saved document as waiting for its story, where it has one or had one.

    `cause` is how its content became known. A document that was read as news and is not announced yet stays news, even
    if it was read again in the meantime.
    """
    if mentions or had_mentions or document.items:
        items = fingerprints(document, mentions, names)
        causes = {cause, document.cause} if document.grouped_by in WAITS else {cause}
        keep_fingerprints(session, document, dump(items) if items else None, len(items), most_urgent(causes))
    elif document.grouped_by == READ:
        document.grouped_by = NO_STORY
