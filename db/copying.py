"""Copy a whole database into an empty one, SQLite or PostgreSQL, in one transaction, and compare every row."""

import hashlib
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, exc, func, insert, inspect, literal, select, text

from db.address import DatabaseError, address_of, is_file, is_in_memory, shown
from db.connect import DatabaseAwayError, connect, first_line, lacks_database, write
from db.migrations.upgrade import NewerError, upgrade_within
from db.queries.sizes import count_rows, tables
from db.sqlite_files import see_to_files

Progress = Callable[[int, int], None]

MOST_ROWS, MOST_BYTES = 1000, 8 * 2**20
FETCHED = 50
# Not copied: the revision, which the target sets itself, and the full-text index, which differs by database.
OWN = "alembic_version"
INDEX = "search"


@dataclass(frozen=True)
class Part:
    """What of a database is copied: the rows of these tables; of the columns `empty` (page.request_head) nothing."""

    tables: frozenset[str]
    empty: frozenset[str] = frozenset()


def copy(
    engine: Engine,
    target: str,
    finish: Callable[[Engine], None],
    progress: Progress | None = None,
    part: Part | None = None,
) -> int:
    """Copy all rows of a database, as it is at this moment, into the one at the address `target`; give their number.

    `target` is an SQLite file that is not there yet, or a PostgreSQL database without rows. Whatever stops it, there
    is no such file then, or that database is as it was. `finish` is called with the new database, to fill its
    full-text index; on PostgreSQL it holds all rows then, so that what stops `finish` only puts the index off.
    Of a `part` the other tables are there without rows.

    Raise DatabaseError if the target is not empty or cannot take a row, DatabaseAwayError if it does not answer.
    """
    address = address_of(target)
    if not is_file(address):
        return _copy_into(engine, target, shown(address), finish, progress, part)
    file = Path(address.database or "")
    if is_in_memory(address) or str(file).startswith("file:"):
        raise DatabaseError(f"database {shown(address)} is not a file; write sqlite:///FILE")
    if file.exists():
        raise DatabaseError(f"{file} already exists; name a new file")
    # The file gets its name only when it is complete.
    unfinished = file.with_name(f"{file.name}.unfinished")
    _remove(unfinished)
    try:
        made = address.set(database=str(unfinished)).render_as_string(hide_password=False)
        count = _copy_into(engine, made, str(file), finish, progress, part)
        unfinished.rename(file)
    finally:
        _remove(unfinished)
    return count


def _copy_into(
    engine: Engine,
    target: str,
    name: str,
    finish: Callable[[Engine], None],
    progress: Progress | None,
    part: Part | None,
) -> int:
    made = connect(target)
    try:
        with _snapshot(engine) as old, write(made) as new:
            _begin(new, name)
            count = _copy_rows(old, new, progress, part)
        finish(made)
        see_to_files(made)
    except NewerError as error:
        raise DatabaseError(f"database {name} {error}") from error
    except (exc.IntegrityError, exc.DataError, ValueError) as error:
        raise DatabaseError(f"database {name} refuses a row: {first_line(error)}; see `tracker db check`") from error
    except exc.OperationalError as error:
        if lacks_database(error):
            raise DatabaseError(f"database {name} does not exist; create it with createdb, or name another") from error
        raise DatabaseAwayError(f"database {name} was not written: {first_line(error)}") from error
    finally:
        made.dispose()
    return count


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    """Read all tables as they are at one moment, regardless of concurrent writes."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection:
        yield connection


def _begin(new: Connection, name: str) -> None:
    """Create the tables; raise DatabaseError unless the database contains nothing, or only our tables without rows."""
    ours = {table.name for table in tables()} | {OWN, INDEX}
    there = {one for one in inspect(new).get_table_names() if not one.startswith(f"{INDEX}_")}
    if there - ours:
        raise DatabaseError(
            f"database {name} has tables of another program, such as {min(there - ours)}; name an empty one"
        )
    for table in tables():
        if table.name in there and count_rows(new, table):
            raise DatabaseError(f"database {name} has rows in {table.name} already; name an empty one")
    upgrade_within(new)


def _copy_rows(old: Connection, new: Connection, progress: Progress | None, part: Part | None) -> int:
    chosen = [table for table in tables() if part is None or table.name in part.tables]
    empty = part.empty if part else frozenset()
    of, done = sum(count_rows(old, table) for table in chosen), 0
    for table in chosen:
        read = 0
        for batch in _batches(old, table, empty):
            new.execute(insert(table), [dict(row) for row in batch])
            read += sum(map(_mark, batch))
            done += len(batch)
            if progress:
                progress(done, of)
        if read != sum(_mark(row) for batch in _batches(new, table, empty) for row in batch):
            raise DatabaseError(f"the copy of {table.name} differs from the original; nothing of the copy is kept")
        if new.dialect.name == "postgresql":
            _number_on(new, table)
    if new.dialect.name == "postgresql":
        new.execute(text("ANALYZE"))
    return done


def _batches(connection: Connection, table: Table, empty: Set[str]) -> Iterator[list[RowMapping]]:
    """Return all rows of a table, in portions that fit into little memory."""
    options = {"stream_results": True, "yield_per": FETCHED}
    batch: list[RowMapping] = []
    size = 0
    with connection.execute(_all(table, empty), execution_options=options) as rows:
        for row in rows.mappings():
            batch.append(row)
            size += sum(len(value) for value in row.values() if isinstance(value, str | bytes))
            if len(batch) == MOST_ROWS or size >= MOST_BYTES:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _all(table: Table, empty: Set[str]) -> Any:
    """All columns of a table, "" in place of those that stay empty, without a document's mark that it is indexed."""
    columns = (column for column in table.columns if column.name != "indexed_by")
    return select(*(literal("").label(one.name) if f"{table.name}.{one.name}" in empty else one for one in columns))


def _mark(row: RowMapping) -> int:
    """Return a number for the content of a row; the sum over a table does not depend on the order of its rows."""
    values = [value.astimezone(UTC) if isinstance(value, datetime) else value for value in row.values()]
    return int.from_bytes(hashlib.sha256(repr(values).encode()).digest())


def _number_on(new: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that were copied."""
    if "id" not in table.columns:
        return
    sequence = select(func.pg_get_serial_sequence(table.name, "id")).scalar_subquery()
    last = select(func.max(table.c.id)).scalar_subquery()
    new.execute(select(func.setval(sequence, last)))


def _remove(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(FileNotFoundError):
            file.with_name(name).unlink()
