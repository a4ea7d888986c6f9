"""Connects to the database: SQLite in WAL mode or PostgreSQL, with transactions that do what they say."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

BUSY_SECONDS = 60
# Bytes with which SQLite cannot do its work.
FULL = 2**20
# A server that vanished without a word is given up after a minute, not after the kernel's quarter of an hour.
PATIENCE = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "tcp_user_timeout": 60_000}


class DatabaseError(Exception):
    """A database that cannot be opened; its text is one line for the person who named it."""


class DatabaseAwayError(DatabaseError):
    """A database that does not answer, or does not let itself be opened: it may another time."""


def connect(url: str, *, busy: float = BUSY_SECONDS, new: bool = True) -> Engine:
    """Make an engine for the database at `url` (SQLAlchemy form), which waits `busy` seconds for another's lock.

    Unless it may be `new`, an SQLite file has to be there, each time anew: one that was taken away is missed.
    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise DatabaseError(
            f"database {url!r} is no database URL; write sqlite:///FILE or postgresql+psycopg://..."
        ) from error
    try:
        if address.get_backend_name() == "sqlite":
            return _sqlite(address, busy, new)
        wait: dict[str, Any] = PATIENCE if address.get_backend_name() == "postgresql" else {}
        if wait and "options" not in address.query:
            wait = {**wait, "options": f"-c lock_timeout={busy:.0f}s"}
        return create_engine(address, pool_pre_ping=True, connect_args=wait, hide_parameters=True)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseError(
            f"database {address!r} needs a driver that is not there ({error}); for PostgreSQL install "
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
    if file and file != ":memory:":
        if new:
            Path(file).expanduser().parent.mkdir(parents=True, exist_ok=True)
        elif not file.startswith("file:"):
            address = address.set(database=f"file:{quote(file)}").update_query_dict({"mode": "rw", "uri": "true"})
            pool = {"poolclass": NullPool}
    # What is written holds secrets, and an error is shown.
    engine = create_engine(address, connect_args={"timeout": busy}, hide_parameters=True, **pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    # The driver would begin transactions late and end them early; we begin them ourselves.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A write transaction takes the lock at once: one that reads first and then writes could not wait for it.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
