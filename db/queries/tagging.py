"""Query by which declarations documents were tagged, and what decides whether an edit of these concerns them."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Declared, Document
from db.queries.built_once import run, table_of


class Tagged(NamedTuple):
    """A document that was tagged, as far as it decides whether an edit of declarations concerns it."""

    id: int
    url: str
    title: str | None
    text: str
    language: str
    problem: str | None
    fingerprints: bytes | None


_DOCUMENT = table_of(Document)
_NEXT = (
    columns(*(_DOCUMENT.c[name] for name in Tagged._fields))
    .where(_DOCUMENT.c.tagged_by == bindparam("stamp"), _DOCUMENT.c.id > bindparam("after"))
    .order_by(_DOCUMENT.c.id)
    .limit(bindparam("most"))
)


def count_by_stamp(session: Session) -> dict[str, int]:
    """Return how many documents were tagged under each stamp."""
    wanted = select(Document.tagged_by, func.count()).group_by(col(Document.tagged_by))
    return dict(session.exec(wanted).all())


def tagged_by(session: Session, stamp: str, after: int, most: int) -> list[Tagged]:
    """Return up to `most` documents with a stamp and a number over `after`, in order."""
    return [Tagged(*row) for row in run(session, _NEXT, stamp=stamp, after=after, most=most)]


def declared_by(session: Session, stamps: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the recorded declarations of stamps; those of which there is no record are left out."""
    wanted = select(Declared).where(col(Declared.tagged_by).in_(stamps))
    return {one.tagged_by: one.facts for one in session.exec(wanted)}
