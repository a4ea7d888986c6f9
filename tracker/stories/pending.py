"""Mark a document that was read as waiting for its story, with the fingerprints by which that is found."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlmodel import Session

from db.models import Document, Mention
from db.store.stories import keep_fingerprints
from tracker.stories import NO_STORY, READ, WAITS
from tracker.stories.causes import most_urgent
from tracker.stories.fingerprint import Fingerprint, dump
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.links import MOST_ITEMS
from tracker.stories.names import Names


class Items(NamedTuple):
    """The fingerprints of a document in the form in which they are stored, and their number."""

    stored: bytes | None
    number: int


NO_ITEMS = Items(None, 0)


def fingerprints(document: Document, mentions: Sequence[Mention], names: Names) -> list[Fingerprint]:
    """Return the fingerprints by which the story of a document is found; none where it mentions no initiative."""
    return fingerprint_items(document, mentions, names)[:MOST_ITEMS] if mentions else []


def items_of(document: Document, mentions: Sequence[Mention], names: Names) -> Items:
    """Return what the story of a document is found by, as it is stored."""
    items = fingerprints(document, mentions, names)
    return Items(dump(items), len(items)) if items else NO_ITEMS


def wait(session: Session, document: Document, items: Items, cause: str, *, had_mentions: bool) -> None:
    """Mark a saved document as waiting for its story, where it has one or had one.

    `cause` is how its content became known. A document that was read as news and is not announced yet stays news, even
    if it was read again in the meantime.
    """
    if items.number or had_mentions or document.items:
        causes = {cause, document.cause} if document.grouped_by in WAITS else {cause}
        keep_fingerprints(session, document, items.stored, items.number, most_urgent(causes))
    elif document.grouped_by == READ:
        document.grouped_by = NO_STORY
