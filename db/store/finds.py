"""Write names that are not in the catalogue, each once."""

from sqlmodel import Session, select

from db.models import Find
from db.store.once import add_once


def add_find(session: Session, find: Find) -> Find | None:
    """Write a find; return it as stored, or None if its name was found before."""
    if not add_once(session, [find]):
        return None
    return session.exec(select(Find).where(Find.key == find.key)).one()
