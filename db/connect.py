"""Connects to the database: SQLite in WAL mode or PostgreSQL, with transactions that do what they say."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import NullPool

from db.address import DatabaseError, address_of, is_file, shown
from db.private import close_to_others, private_file, private_folder

BUSY_SECONDS = 60
# Bytes with which SQLite cannot do its work.
FULL = 2**20
# A server that vanished without a word is given up after a minute, not after the kernel's quarter of an hour.
PATIENCE = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "tcp_user_timeout": 60_000}


class DatabaseAwayError(DatabaseError):
    """A database that does not answer, or does not let itself be opened: it may another time."""


def connect(url: str, *, busy: float = BUSY_SECONDS, new: bool = True) -> Engine:
    """Make an engine for the database at `url` (SQLAlchemy form), which waits `busy` seconds for another's lock.

    Unless it may be `new`, an SQLite file has to be there, each time anew: one that was taken away is missed.
    """
    address = address_of(url)
    try:
        if is_file(address):
            return _sqlite(address, busy, new)
        wait: dict[str, Any] = PATIENCE if address.get_backend_name() == "postgresql" else {}
        if wait and "options" not in address.query:
            wait = {**wait, "options": f"-c lock_timeout={busy:.0f}s"}
        return create_engine(address, pool_pre_ping=True, connect_args=wait, hide_parameters=True)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseError(
            f"database {shown(address)} needs a driver that is not there ({error}); for PostgreSQL install "
            "policy-initiative-tracker[postgresql] and write postgresql+psycopg://..."
        ) from error


def first_line(error: BaseException) -> str:
    """What a database, or whoever raised, said, in one line."""
    return str(getattr(error, "orig", None) or error).split("\n")[0]


def said(error: BaseException, engine: Engine) -> str:
    """What a database said, in one line; where it only says that it could not write, whether the disk is full."""
    text = first_line(error)
    return f"{text}: the disk is full" if text == "disk I/O error" and _is_full(engine.url.database or "") else text


def _is_full(database: str) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(Path(unquote(database.removeprefix("file:"))).expanduser().parent).free < FULL
    return False


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """One write transaction, without models: committed at the end of the block, or rolled back whole."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def _sqlite(address: URL, busy: float, new: bool) -> Engine:
    file = address.database
    pool = {}
    if file and file != ":memory:" and not file.startswith("file:"):
        _keep_private(Path(file), new)
        if not new:
            address = address.set(database=f"file:{quote(file)}").update_query_dict({"mode": "rw", "uri": "true"})
            pool = {"poolclass": NullPool}
    # What is written holds secrets, and an error is shown.
    engine = create_engine(address, connect_args={"timeout": busy}, hide_parameters=True, **pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _keep_private(file: Path, new: bool) -> None:
    """Close the database's files to other users; SQLite makes those beside it with the rights that the database has."""
    if new:
        private_folder(file.parent)
        private_file(file)
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        close_to_others(file.with_name(name))


def _set_up(connection: Any, _record: Any) -> None:
    # The driver would begin transactions late and end them early; we begin them ourselves.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A write transaction takes the lock at once: one that reads first and then writes could not wait for it.
    options = connection.get_execution_options()
    if options.get("writes", False):
        # NORMAL does not wait for the disk: a power cut may take back the last transactions, and damages nothing.
        connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if options.get('durable', True) else 'NORMAL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")
