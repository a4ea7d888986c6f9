"""Opens the database, migrated, and the sessions in which everything reads and writes."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Engine, exc
from sqlmodel import Session

from db.address import DatabaseError, address_of, shown
from db.connect import DatabaseAwayError, connect, first_line
from db.migrations.upgrade import NewerError, upgrade

__all__ = [
    "DatabaseAwayError",
    "DatabaseError",
    "first_line",
    "is_damaged",
    "open_database",
    "reading",
    "transact",
    "writing",
]

T = TypeVar("T")

# PostgreSQL ends one of those that wait for each other; SQLite lets them write one after the other.
CROSSED = ("40P01", "40001")
MOST_TRIES = 5


def open_database(url: str, *, new: bool = True) -> Engine:
    """Open the database at `url` (SQLAlchemy form), begin it if it may be `new`, and bring its tables up to date.

    Raise DatabaseError where the address is wrong or names no database, DatabaseAwayError where nothing answers there.
    """
    try:
        engine = connect(url, new=new)
        _upgrade(engine)
    except NewerError as error:
        raise DatabaseError(f"database {_shown(url)} {error}") from error
    except (exc.OperationalError, OSError) as error:
        raise DatabaseAwayError(f"database {_shown(url)} cannot be opened: {first_line(error)}") from error
    except exc.DatabaseError as error:
        mend = "; name another file in TRACKER_DATABASE, or restore a backup" if is_damaged(error) else ""
        raise DatabaseError(f"database {_shown(url)} cannot be used: {first_line(error)}{mend}") from error
    return engine


def _upgrade(engine: Engine) -> None:
    try:
        upgrade(engine)
    except BaseException:
        engine.dispose()
        raise


def _shown(url: str) -> str:
    return shown(address_of(url))


def is_damaged(error: exc.DatabaseError | sqlite3.DatabaseError) -> bool:
    """Whether an error tells that the file of an SQLite database is damaged, or none: SQLite has no name for that."""
    return type(getattr(error, "orig", None) or error) is sqlite3.DatabaseError


@contextmanager
def writing(engine: Engine, *, durable: bool = True) -> Iterator[Session]:
    """One write transaction: committed at the end of the block, or rolled back whole.

    A `durable` one outlasts a power cut once it is committed. What is not, SQLite does not wait for the disk with: the
    cut may take the last of them back, whole and in their order, and they have to bear being done again.
    """
    options = engine.execution_options(writes=True, durable=durable)
    with Session(options, expire_on_commit=False) as session, session.begin():
        yield session


def transact(engine: Engine, work: Callable[[Session], T]) -> T:
    """Do `work` in one write transaction; from its beginning once more where it was ended to undo a deadlock.

    What `work` does outside of the session has to bear being done again.
    """
    tries = 1
    while True:
        try:
            with writing(engine) as session:
                return work(session)
        except exc.OperationalError as error:
            if tries == MOST_TRIES or getattr(error.orig, "sqlstate", None) not in CROSSED:
                raise
        time.sleep(random.uniform(0, 0.1) * tries)  # noqa: S311 - who goes first is no secret
        tries += 1


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session to read with; on SQLite it waits for no writer."""
    with Session(engine, expire_on_commit=False) as session:
        yield session
