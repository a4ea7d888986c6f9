"""Keep the declarations by which documents were tagged, as long as any of these has their stamp."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from db.models import Declared, Document
from db.store.once import add_values_once


def keep_declared(session: Session, tagged_by: str, facts: Mapping[str, Any]) -> None:
    """Record what is declared under a stamp, unless that is known."""
    if session.exec(select(Declared.tagged_by).where(Declared.tagged_by == tagged_by)).first() is None:
        add_values_once(session, Declared, [{"tagged_by": tagged_by, "facts": dict(facts)}])


def drop_declared(session: Session, but: str) -> None:
    """Drop the declarations of stamps that no document has, except for one."""
    in_use = select(Document.id).where(Document.tagged_by == Declared.tagged_by).exists()
    session.execute(delete(Declared).where(col(Declared.tagged_by) != but, ~in_use))
