"""Writes the marks by which those who read learn whether anything changed, in the transaction that changes it."""

import secrets
from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import Session, col, select

from db.models import Document, Mention

ALL = ""
"""The name of the mark of all initiatives."""
_MOVE = text("INSERT INTO stamp (name, mark) VALUES (:name, :mark) ON CONFLICT (name) DO UPDATE SET mark = :mark")


def move(session: Session, initiatives: Iterable[str]) -> None:
    """Give these initiatives, and all together, a mark that they never had; nothing where there are none.

    Marks are drawn, not counted: a database that was put back from a backup must not come to an old mark again.
    """
    if named := set(initiatives):
        # In one order, so that no two writers wait for each other.
        for name in sorted({*named, ALL}):
            session.execute(_MOVE, {"name": name, "mark": secrets.token_hex(8)})


def move_of_page(session: Session, source: str, key: str) -> None:
    """Give those initiatives new marks that the document of an address mentions: something is new about its pages."""
    named = select(Mention.initiative).join(Document, col(Document.id) == Mention.document_id)
    move(session, session.exec(named.where(Document.source == source, Document.key == key)))
