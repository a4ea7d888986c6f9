"""Copy a whole database into an empty one, SQLite or PostgreSQL, in one transaction, and compare every row."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, exc, func, insert, inspect, select, text

from db.address import DatabaseError, address_of, is_file, shown
from db.connect import DatabaseAwayError, connect, first_line, write
from db.migrations.upgrade import NewerError, upgrade_within
from db.queries.sizes import count_rows, tables
from db.sqlite_files import see_to_files

Progress = Callable[[int, int], None]

MOST_ROWS, MOST_BYTES = 1000, 8 * 2**20
FETCHED = 50
# Not copied: the revision, which the target sets itself, and the full-text index, which differs by database.
OWN = "alembic_version"
INDEX = "search"


def copy(engine: Engine, target: str, finish: Callable[[Engine], None], progress: Progress | None = None) -> int:
    """Copy all rows of a database, as it is now, into the one at the address `target`; return their number.

    `target` is an SQLite file that does not exist yet, or a PostgreSQL database without rows. If anything stops the
    copy, there is no such file, or that database is unchanged. `finish` is called with the new database, to fill its
    full-text index. On PostgreSQL it already has all rows by then, so an interruption of `finish` only postpones the
    index.

    Raise DatabaseError if the target is not empty or cannot take a row, DatabaseAwayError if it does not answer.
    """
    address = address_of(target)
    if not is_file(address):
        return _copy_into(engine, target, shown(address), finish, progress)
    file = Path(address.database or "")
    if address.database in (None, "", ":memory:") or str(file).startswith("file:"):
        raise DatabaseError(f"database {shown(address)} is not a file; write sqlite:///FILE")
    if file.exists():
        raise DatabaseError(f"{file} is there already; name a new file")
    # The file gets its name only when it is complete.
    unfinished = file.with_name(f"{file.name}.unfinished")
    _remove(unfinished)
    try:
        made = address.set(database=str(unfinished)).render_as_string(hide_password=False)
        count = _copy_into(engine, made, str(file), finish, progress)
        unfinished.rename(file)
    finally:
        _remove(unfinished)
    return count


def _copy_into(
    engine: Engine, target: str, name: str, finish: Callable[[Engine], None], progress: Progress | None
) -> int:
    made = connect(target)
    try:
        with _snapshot(engine) as old, write(made) as new:
            _begin(new, name)
            count = _copy_rows(old, new, progress)
        finish(made)
        see_to_files(made)
    except NewerError as error:
        raise DatabaseError(f"database {name} {error}") from error
    except (exc.IntegrityError, exc.DataError, ValueError) as error:
        raise DatabaseError(f"database {name} refuses a row: {first_line(error)}; see tracker db check") from error
    except exc.OperationalError as error:
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
            f"database {name} has tables that are not ours, such as {min(there - ours)}; name an empty one"
        )
    for table in tables():
        if table.name in there and count_rows(new, table):
            raise DatabaseError(f"database {name} has rows in {table.name} already; name an empty one")
    upgrade_within(new)


def _copy_rows(old: Connection, new: Connection, progress: Progress | None) -> int:
    of, done = sum(count_rows(old, table) for table in tables()), 0
    for table in tables():
        read = 0
        for batch in _batches(old, table):
            new.execute(insert(table), [dict(row) for row in batch])
            read += sum(map(_mark, batch))
            done += len(batch)
            if progress:
                progress(done, of)
        if read != sum(_mark(row) for batch in _batches(new, table) for row in batch):
            raise DatabaseError(f"what was copied of {table.name} is not what was read; nothing is kept of it")
        if new.dialect.name == "postgresql":
            _number_on(new, table)
    if new.dialect.name == "postgresql":
        new.execute(text("ANALYZE"))
    return done


def _batches(connection: Connection, table: Table) -> Iterator[list[RowMapping]]:
    """Yield all rows of a table in batches that fit into little memory."""
    options = {"stream_results": True, "yield_per": FETCHED}
    batch: list[RowMapping] = []
    size = 0
    with connection.execute(_all(table), execution_options=options) as rows:
        for row in rows.mappings():
            batch.append(row)
            size += sum(len(value) for value in row.values() if isinstance(value, str | bytes))
            if len(batch) == MOST_ROWS or size >= MOST_BYTES:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _all(table: Table) -> Any:
    """Return all columns of a table, except for the mark that the full-text index has a document."""
    return select(*(column for column in table.columns if column.name != "indexed_by"))


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
