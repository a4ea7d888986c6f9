"""Query the marks that show whether anything changed, each with one look-up.

They go to the driver, since they are asked before every answer: all that SQLAlchemy does around a row costs ten times
as much as the row.
"""

from collections.abc import Collection
from contextlib import closing
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Engine, Select, bindparam, column, select, table
from sqlalchemy.exc import DBAPIError

from db.tables import stamp

_ANNOUNCEMENT = table("announcement", column("id"), column("initiative"))


def marks(engine: Engine, names: Collection[str]) -> tuple[str, ...]:
    """The marks of some initiatives ("" for all), in the order of their names; those that have none have no part."""
    found = _rows(engine, *_of(engine.dialect, len(names)), names)
    return tuple(f"{name}={mark}" for name, mark in sorted(map(tuple, found)))


def mark_of(engine: Engine, announcement: int) -> tuple[str, ...]:
    """Return the mark of the initiative of an announcement; nothing without such an announcement."""
    return tuple(mark for (mark,) in _rows(engine, *_of_announcement(engine.dialect), (announcement,)))


def _rows(engine: Engine, words: str, names: Collection[str], values: Collection[Any]) -> list[Any]:
    given: Any = tuple(values) if engine.dialect.paramstyle == "qmark" else dict(zip(names, values, strict=True))
    try:
        with closing(engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(words, given)
            return list(cursor.fetchall())
    except engine.dialect.loaded_dbapi.Error as error:
        raise DBAPIError.instance(words, None, error, engine.dialect.loaded_dbapi.Error) from error


@cache
def _of(dialect: Any, count: int) -> tuple[str, tuple[str, ...]]:
    names: list[BindParameter[str]] = [bindparam(f"name_{n}") for n in range(count)]
    return _words(select(stamp.c.name, stamp.c.mark).where(stamp.c.name.in_(names)), dialect)


@cache
def _of_announcement(dialect: Any) -> tuple[str, tuple[str, ...]]:
    mine = _ANNOUNCEMENT.c.initiative == stamp.c.name
    query = select(stamp.c.mark).join(_ANNOUNCEMENT, mine).where(_ANNOUNCEMENT.c.id == bindparam("id"))
    return _words(query, dialect)


def _words(query: Select[Any], dialect: Any) -> tuple[str, tuple[str, ...]]:
    compiled = query.compile(dialect=dialect)
    return str(compiled), tuple(compiled.params)
