"""Query the corrections that people made."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from db.models import Announcement, Correction, Document
from db.queries.built_once import run, table_of
from db.queries.stories import portions

NEWEST = (col(Correction.made_at).desc(), col(Correction.id).desc())
STANDS = col(Correction.undone_at).is_(None)
# Most databases have none, and all stories ask.
_CORRECTION = table_of(Correction)
_ANY = columns(_CORRECTION.c.id).where(_CORRECTION.c.undone_at.is_(None)).limit(1)


def correction(session: Session, id_: int) -> Correction | None:
    """Return one correction by its number."""
    return session.get(Correction, id_)


def corrections(session: Session, *, undone: bool = False) -> list[Correction]:
    """Return the corrections in force, newest first; with `undone`, also those that were undone."""
    wanted = select(Correction).order_by(*NEWEST)
    return list(session.exec(wanted if undone else wanted.where(STANDS)))


def corrections_of(session: Session, document_ids: Iterable[int]) -> list[Correction]:
    """Return the corrections in force that name one of these documents, each once."""
    found: dict[int | None, Correction] = {}
    if not run(session, _ANY).first():
        return []
    for some in portions(document_ids):
        named = exists().where(_named(), col(Document.id).in_(some))
        found |= {one.id: one for one in session.exec(select(Correction).where(STANDS, named))}
    return list(found.values())


def pairs_of(session: Session, document_ids: Iterable[int]) -> list[tuple[str, int, int]]:
    """Return the pairs of stored documents of which one is of these and that are joined or parted, the newest first.

    Each with "join" or "part" before it.
    """
    if not run(session, _ANY).first():
        return []
    one, other = aliased(Document), aliased(Document)
    wanted = (
        columns(col(Correction.id), col(Correction.made_at), col(Correction.what), one.id, other.id)  # type: ignore[call-overload]
        .join(one, and_(one.source == Correction.source, one.key == Correction.key))
        .join(other, and_(other.source == Correction.other_source, other.key == Correction.other_key))
        .where(STANDS, col(Correction.what) != "announcement")
    )
    found = {
        row[0]: row
        for some in portions(document_ids)
        for row in session.execute(wanted.where(or_(one.id.in_(some), other.id.in_(some))))  # type: ignore[union-attr]
    }
    ordered = sorted(found.values(), key=lambda row: (row[1], row[0]), reverse=True)
    return [(what, one_id, other_id) for _, _, what, one_id, other_id in ordered]


def corrected_announcements(session: Session) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Return the numbers of the announcements that corrections change, in order, each with what they changed."""
    marked = columns(col(Announcement.id), col(Announcement.corrected)).where(col(Announcement.corrected).is_not(None))
    yield from map(tuple, session.execute(marked.order_by(col(Announcement.id))))


def corrected_documents(session: Session) -> list[Document]:
    """Return the documents named by corrections in force, each once, by source and key."""
    named = exists().where(_named(), STANDS).correlate(Document)
    return list(session.exec(select(Document).where(named).order_by(col(Document.source), col(Document.key))))


def _named() -> ColumnElement[bool]:
    first = and_(col(Document.source) == Correction.source, col(Document.key) == Correction.key)
    second = and_(col(Document.source) == Correction.other_source, col(Document.key) == Correction.other_key)
    return or_(first, second)
