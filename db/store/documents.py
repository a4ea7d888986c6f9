"""Write what reading found: documents, mentions, announcements of stories. Writing the same again changes nothing."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, insert
from sqlmodel import Session, SQLModel, col, select

from db.models import Announcement, Document, Mention, now
from db.queries.built_once import table_of
from db.queries.documents import document_of
from db.store.stamps import move

# What a page cannot change: the identity of the document and its story.
KEPT = {
    "id",
    "source",
    "key",
    "story_id",
    "first_seen_at",
    "fingerprints",
    "items",
    "grouped_by",
    "cause",
    "tagged_by",
    "indexed_by",
}

_OF_DOCUMENTS = frozenset(Document.model_fields) - KEPT
_OF_ANNOUNCEMENTS = frozenset(Announcement.model_fields) - {"id", "digest", "changed_at"}
_MENTION = table_of(Mention)
_MENTIONS_GO = delete(_MENTION).where(_MENTION.c.document_id == bindparam("of_document"))
_MENTIONS_COME = insert(_MENTION)
_OF_MENTIONS = tuple(name for name in Mention.model_fields if name not in ("id", "document_id"))


def save_document(session: Session, read: Document) -> Document:
    """Write the contents of a page into the document of its source and key; return the stored document."""
    stored = document_of(session, read.source, read.key)
    if stored is None:
        session.add(read)
        session.flush()
        return read
    if (stored.title, stored.text, stored.published) != (read.title, read.text, read.published):
        stored.indexed_by = ""  # until it is indexed
    _take_over(stored, read, _OF_DOCUMENTS)
    session.add(stored)
    session.flush()
    return stored


def save_mentions(session: Session, document: Document, mentions: Iterable[Mention]) -> bool:
    """Replace the document's mentions; return whether it had any before."""
    gone = session.connection().execute(_MENTIONS_GO, {"of_document": _id(document)})
    rows = [{name: getattr(one, name) for name in _OF_MENTIONS} | {"document_id": document.id} for one in mentions]
    if rows:
        session.connection().execute(_MENTIONS_COME, rows)
    return gone.rowcount > 0


def save_announcement(session: Session, known: Announcement | None, told: Announcement) -> Announcement:
    """Write an announcement as its story reports it now; its id stays."""
    if known is None:
        session.add(told)
        session.flush()
        return told
    _take_over(known, told, _OF_ANNOUNCEMENTS)
    session.add(known)
    session.flush()
    return known


def note_change(session: Session, announcement: Announcement, digest: str, at: datetime) -> bool:
    """Note what is served of an announcement by its digest, and whether and when that changed."""
    if announcement.digest == digest:
        return False
    announcement.digest, announcement.changed_at = digest, at
    session.add(announcement)
    return True


def withdraw(session: Session, announcement: Announcement, into: int | None = None) -> None:
    """Withdraw an announcement that no document of its story supports any longer, or that turned out to be `into`.

    The marks of its initiative are for the caller to move.
    """
    announcement.withdrawn, announcement.merged_into, announcement.corrected = True, into, None
    announcement.digest, announcement.changed_at = "", now()
    session.add(announcement)


def withdraw_without_documents(session: Session) -> None:
    """Withdraw announcements of stories without documents, as a damaged database may contain."""
    has_one = select(Document.id).where(Document.story_id == Announcement.story_id).exists()
    lost = select(Announcement).where(col(Announcement.withdrawn).is_(False), ~has_one)
    gone = session.exec(lost).all()
    for announcement in gone:
        withdraw(session, announcement)
    move(session, (announcement.initiative for announcement in gone))


def _take_over(known: SQLModel, new: SQLModel, names: Iterable[str]) -> None:
    """Copy what differs; to set a value again, even the same, costs more than to compare it."""
    for name in names:
        value = getattr(new, name)
        if getattr(known, name) != value:
            setattr(known, name, value)


def _id(document: Document) -> int:
    if document.id is None:
        raise ValueError("the document must be saved before its mentions")
    return document.id
