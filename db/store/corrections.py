"""Write corrections; those that are undone stay on record."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from db.models import Correction


def add_correction(session: Session, correction: Correction) -> int:
    """Write a correction; return its number."""
    session.add(correction)
    session.flush()
    if correction.id is None:
        raise RuntimeError("the database gave a new correction no id")
    return correction.id


def undo_correction(session: Session, id_: int, by: str, at: datetime) -> bool:
    """End a correction; return False if there is no such number, or it is already undone."""
    standing = update(Correction).where(col(Correction.id) == id_, col(Correction.undone_at).is_(None))
    return session.connection().execute(standing.values(undone_by=by, undone_at=at)).rowcount > 0
