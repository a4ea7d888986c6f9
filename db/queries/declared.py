"""Query the declarations by which documents were tagged."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, select

from db.models import Declared


def declared_by(session: Session, stamps: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the recorded declarations of stamps; those of which there is no record are left out."""
    wanted = select(Declared).where(col(Declared.tagged_by).in_(stamps))
    return {one.tagged_by: one.facts for one in session.exec(wanted)}
