"""Fill every table of a database, whatever its revision, by what the database itself says of its columns."""

import os
import signal
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    event,
    inspect,
    select,
    text,
)

from db.connect import connect, write
from db.migrations.upgrade import upgrade

ROWS = 3
OURS = "alembic_version"
# The full-text index is not a table of rows: it is made of documents, and tests/search checks it.
INDEX = "search"
# Revision 0002 makes recipients of these.
KNOWN = {"channel": "email"}
# What a revision removes intentionally: the table's name, then the column's if not the whole content is removed.
TAKEN = {
    "0006": {("storytrace", ""), ("document", "signature")},
    # Blocking keys are made by the next reading; the column has another name.
    "0008": {("storytrace", ""), ("document", "signatures")},
    # The index of SQLite is begun again.
    "0017": {("document", "indexed_by")},
}
Row = dict[str, Any]
Rows = dict[str, list[Row]]


def fill(engine: Engine) -> None:
    """Write some rows into every table, each of which refers to existing rows."""
    for number in range(1, ROWS + 1):
        keys: dict[str, Row] = {}
        with write(engine) as connection:
            for table in _tables(engine).sorted_tables:
                values = {column.name: _value(column, number, keys) for column in table.columns if not _counts(column)}
                made = connection.execute(table.insert().values(values)).inserted_primary_key
                keys[table.name] = values | dict(zip(table.primary_key.columns.keys(), made or (), strict=True))


def rows(engine: Engine) -> Rows:
    """All rows of all tables, in the order of their primary keys."""
    with engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(_in_order(table)).mappings()]
            for table in _tables(engine).sorted_tables
        }


def faults(engine: Engine) -> list[Any]:
    """Return what the database itself finds wrong with its rows: empty if all is well."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            found = [*connection.execute(text("PRAGMA foreign_key_check"))]
            return found + [row for row in connection.execute(text("PRAGMA integrity_check")) if row != ("ok",)]
        # PostgreSQL checks what is declared; whether it is still declared for every row can be queried.
        unchecked = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
        return [*connection.execute(text(unchecked))]


def lost(before: Rows, after: Rows, since: str, to: str) -> list[str]:
    """Return the rows that an upgrade did not keep with all values, except for what is removed intentionally."""
    taken = {what for revision, those in TAKEN.items() if since < revision <= to for what in those}
    found = []
    for table, old in before.items():
        kept = [{name: value for name, value in row.items() if (table, name) not in taken} for row in old]
        there = (
            [{name: row.get(name, "no such column") for name in kept[0]} for row in after.get(table, [])]
            if kept
            else []
        )
        if (table, "") not in taken:
            found += [f"{table}: {row}" for row in kept if row not in there]
    return found


def revision(engine: Engine) -> str:
    """Return the revision of a database."""
    with engine.connect() as connection:
        return str(connection.execute(text(f"SELECT version_num FROM {OURS}")).scalar())  # noqa: S608


def tables(engine: Engine) -> dict[str, Any]:
    """Columns, keys, indexes and references of all tables."""
    looked = inspect(engine)
    return {
        name: {
            "columns": {one["name"]: (str(one["type"]), one["nullable"]) for one in looked.get_columns(name)},
            "key": looked.get_pk_constraint(name)["constrained_columns"],
            "unique": sorted(one["column_names"] for one in looked.get_unique_constraints(name)),
            "refers": sorted(
                (one["constrained_columns"], one["referred_table"]) for one in looked.get_foreign_keys(name)
            ),
            "indexes": sorted((one["name"], one["column_names"], one["unique"]) for one in looked.get_indexes(name)),
        }
        for name in looked.get_table_names()
    }


def downgrade(engine: Engine, to: str) -> None:
    """Take back every revision after `to`; as the second one asks, without SQLite's checks of references."""
    unchecked = connect(engine.url.render_as_string(hide_password=False))
    if engine.dialect.name == "sqlite":
        event.listen(unchecked, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = OFF"))
    with write(unchecked) as connection, as_file(files("db.migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.downgrade(config, to)
    unchecked.dispose()


def upgrade_and_die(url: str, to: str, at: int) -> None:
    """Upgrade a database, and be killed with -9 after so many statements, at the latest before the commit."""
    engine, done = connect(url), 0

    def die(*_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def count(*_: Any) -> None:
        nonlocal done
        done += 1
        if done == at:
            die()

    event.listen(engine, "after_cursor_execute", count)
    event.listen(engine, "commit", die)
    upgrade(engine, to)


def _tables(engine: Engine) -> MetaData:
    found = MetaData()
    found.reflect(engine)
    for table in [table for name, table in found.tables.items() if name == OURS or name.startswith(INDEX)]:
        found.remove(table)
    return found


def _in_order(table: Table) -> Any:
    return select(table).order_by(*table.primary_key.columns)


def _counts(column: Column[Any]) -> bool:
    """Decide whether the database numbers the rows by itself."""
    alone = len(column.table.primary_key.columns) == 1
    return column.primary_key and alone and isinstance(column.type, Integer) and not column.foreign_keys


def _value(column: Column[Any], number: int, keys: dict[str, Row]) -> Any:
    """A value of the column's kind, another in each row."""
    for reference in column.foreign_keys:
        return keys[reference.column.table.name][reference.column.name]
    if column.name in KNOWN:
        return KNOWN[column.name]
    plain: list[tuple[type[Any], Any]] = [
        (JSON, {"number": number}),
        (Boolean, bool(number % 2)),
        (DateTime, datetime(2026, 1, number, tzinfo=UTC)),
        (Date, date(2026, 1, number)),
        (LargeBinary, b"\x00" * number),
        (Float, number / 2),
        (Integer, number),
    ]
    return next((value for kind, value in plain if isinstance(column.type, kind)), f"{column.name} {number}")
