"""Questions for the marks by which one learns whether anything changed, each answered by one look-up."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import BindParameter, Connection, Select, bindparam, column, select, table

from db.tables import stamp

_ANNOUNCEMENT = table("announcement", column("id"), column("initiative"))


def marks(connection: Connection, names: Collection[str]) -> tuple[str, ...]:
    """The marks of some initiatives ("" for all), in the order of their names; those that have none have no part."""
    found = connection.execute(_of(len(names)), {f"name_{n}": name for n, name in enumerate(names)})
    return tuple(f"{name}={mark}" for name, mark in sorted(map(tuple, found)))


def mark_of(connection: Connection, announcement: int) -> tuple[str, ...]:
    """The mark of the initiative of an announcement; nothing where there is none."""
    return tuple(mark for (mark,) in connection.execute(_OF_ANNOUNCEMENT, {"id": announcement}))


@cache
def _of(count: int) -> Select[tuple[str, str]]:
    names: list[BindParameter[str]] = [bindparam(f"name_{n}") for n in range(count)]
    return select(stamp.c.name, stamp.c.mark).where(stamp.c.name.in_(names))


_OF_ANNOUNCEMENT = (
    select(stamp.c.mark)
    .join(_ANNOUNCEMENT, _ANNOUNCEMENT.c.initiative == stamp.c.name)
    .where(_ANNOUNCEMENT.c.id == bindparam("id"))
)
