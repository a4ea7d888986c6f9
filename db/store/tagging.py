"""Write by which declarations documents were tagged, or need not be tagged again."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlmodel import Session, col, select

from db.models import Declared, Document
from db.queries.built_once import run, table_of
from db.queries.stories import portions
from db.store.once import add_values_once

_DOCUMENT = table_of(Document)
_OF_THESE = _DOCUMENT.c.id.in_(bindparam("ids", expanding=True))
_STAMP = update(_DOCUMENT).where(_OF_THESE).values(tagged_by=bindparam("stamp"))


def stamp_tagged(session: Session, ids: Iterable[int], stamp: str) -> None:
    """Record that documents are as the declarations with this stamp tag them."""
    for some in portions(ids):
        run(session, _STAMP, ids=some, stamp=stamp)


def keep_declared(session: Session, tagged_by: str, facts: Mapping[str, Any]) -> None:
    """Record what is declared under a stamp, unless that is known."""
    if session.exec(select(Declared.tagged_by).where(Declared.tagged_by == tagged_by)).first() is None:
        add_values_once(session, Declared, [{"tagged_by": tagged_by, "facts": dict(facts)}])


def drop_declared(session: Session, but: str) -> None:
    """Drop the declarations of stamps that no document has, except for one."""
    in_use = select(Document.id).where(Document.tagged_by == Declared.tagged_by).exists()
    session.execute(delete(Declared).where(col(Declared.tagged_by) != but, ~in_use))
