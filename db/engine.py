"""Opens the database: SQLite in WAL mode or PostgreSQL, migrated, with transactions that do what they say."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session, create_engine

from db.migrations.upgrade import upgrade

BUSY_SECONDS = 60


class DatabaseError(Exception):
    """A database that cannot be opened; its text is one line for the person who named it."""


def open_database(url: str) -> Engine:
    """Open the database at `url` (SQLAlchemy form) and bring its tables up to date."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise DatabaseError(
            f"database {url!r} is no database URL; write sqlite:///FILE or postgresql+psycopg://..."
        ) from error
    if address.get_backend_name() == "sqlite":
        engine = _sqlite(url, address.database)
    else:
        engine = create_engine(url, pool_pre_ping=True)
    upgrade(engine)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One write transaction: committed at the end of the block, or rolled back whole."""
    with Session(engine.execution_options(writes=True), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session to read with; on SQLite it waits for no writer."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


def _sqlite(url: str, file: str | None) -> Engine:
    if file and file != ":memory:":
        Path(file).expanduser().parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
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
