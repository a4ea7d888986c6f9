"""Query the database itself: its tables, their sizes, and damage."""

from collections.abc import Iterator
from functools import reduce
from operator import add
from typing import NamedTuple

from sqlalchemy import Connection, Table, and_, exists, func, select, text
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from db.models import load

SQLITE_BYTES = """
    SELECT m.tbl_name, sum(s.pgsize), sum(CASE m.type WHEN 'index' THEN s.pgsize ELSE 0 END)
    FROM dbstat AS s JOIN sqlite_master AS m ON m.name = s.name WHERE s.aggregate = TRUE GROUP BY m.tbl_name
"""
POSTGRESQL_BYTES = """
    SELECT relname, pg_total_relation_size(oid), pg_indexes_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
"""
UNUSABLE = """
    SELECT 'index ' || indexrelid::regclass || ' is not usable; run REINDEX' FROM pg_index WHERE NOT indisvalid
    UNION ALL
    SELECT 'constraint ' || conname || ' was never checked; run VALIDATE CONSTRAINT'
    FROM pg_constraint WHERE NOT convalidated
"""
# The number of faults after which SQLite itself continues.
MOST_FAULTS = 100


class Size(NamedTuple):
    """A table's rows, the bytes of the table and its indexes, and the bytes of its indexes.

    Without `dbstat`, SQLite gives only the bytes of the rows, and None for indexes.
    """

    table: str
    rows: int
    bytes: int | None
    index_bytes: int | None


def tables() -> list[Table]:
    """Return our tables, each after those that it refers to."""
    load()
    return SQLModel.metadata.sorted_tables


def sizes(connection: Connection) -> list[Size]:
    """Return the size of each of our tables, largest first."""
    found = _bytes(connection)
    every = [Size(one.name, count_rows(connection, one), *found[one.name]) for one in tables()]
    return sorted(every, key=lambda one: (-(one.bytes or 0), -one.rows, one.table))


def count_rows(connection: Connection, table: Table) -> int:
    """Count the rows of a table."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def total_bytes(connection: Connection) -> int:
    """Return the bytes of the whole database, including free space."""
    size = "pg_database_size(current_database())"
    if connection.dialect.name == "sqlite":
        size = "page_count * page_size FROM pragma_page_count, pragma_page_size"
    return int(connection.execute(text(f"SELECT {size}")).scalar_one())


def revision(connection: Connection) -> str:
    """Return the revision of the tables."""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def damage(connection: Connection, *, quick: bool = False) -> list[str]:
    """Report what the database finds wrong with its files, indexes and constraints, one line each; [] if all is well.

    A `quick` check does not compare SQLite's indexes with their tables.
    """
    if connection.dialect.name == "postgresql":
        return list(connection.execute(text(UNUSABLE)).scalars())
    pragma = "quick_check" if quick else "integrity_check"
    said = connection.execute(text(f"PRAGMA {pragma}({MOST_FAULTS})")).scalars()
    return [line for line in said if line != "ok"]


def orphans(connection: Connection) -> Iterator[str]:
    """Return references to missing rows, one line per column that has any."""
    for table in tables():
        for key in table.foreign_keys:
            parent = key.column.table.alias("parent")
            missing = ~exists().where(parent.c[key.column.name] == key.parent)
            wanted = select(func.count()).select_from(table).where(and_(key.parent.is_not(None), missing))
            if count := connection.execute(wanted).scalar_one():
                rows = f"{count} row{'s' * (count != 1)} of {table.name}"
                yield f"{rows} with a {key.parent.name} that no row of {key.column.table.name} has"


def _bytes(connection: Connection) -> dict[str, tuple[int | None, int | None]]:
    try:
        found = connection.execute(text(SQLITE_BYTES if connection.dialect.name == "sqlite" else POSTGRESQL_BYTES))
    except OperationalError:
        return {table.name: (_held(connection, table), None) for table in tables()}
    return {name: (int(whole), int(indexes)) for name, whole, indexes in found}


def _held(connection: Connection, table: Table) -> int | None:
    """Sum the bytes of a table's rows, without SQLite's overhead; None before SQLite 3.43."""
    lengths = (func.coalesce(func.octet_length(column), 0) for column in table.columns)
    held = select(func.coalesce(func.sum(reduce(add, lengths)), 0)).select_from(table)
    try:
        return int(connection.execute(held).scalar_one())
    except OperationalError:
        return None
