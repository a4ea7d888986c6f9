"""Open the database, upgraded, and the sessions in which everything reads and writes."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, event, exc
from sqlmodel import Session

from db.address import DatabaseError, address_of, file_of, shown
from db.connect import DatabaseAwayError, cause, connect, first_line, lacks_database, said
from db.migrations.upgrade import RefusedError, newest, revision, upgrade
from db.private import close_to_others, private_file, private_folder

__all__ = [
    "DatabaseAwayError",
    "DatabaseError",
    "MissingError",
    "first_line",
    "is_damaged",
    "is_forbidden",
    "open_database",
    "open_to_read",
    "reading",
    "transact",
    "writing",
]

T = TypeVar("T")

# PostgreSQL cancels one of several transactions that wait for each other; SQLite runs them one after the other.
CROSSED = ("40P01", "40001")
# read_only_sql_transaction and insufficient_privilege, of PostgreSQL's appendix A
FORBIDDEN = ("25006", "42501")
MOST_TRIES = 5


class MissingError(DatabaseAwayError):
    """A database that does not exist: no file of SQLite, or a name that the server of PostgreSQL does not know."""


def open_database(url: str, *, new: bool = True) -> Engine:
    """Open the database at `url` (SQLAlchemy form), create it if it may be `new`, and upgrade its tables.

    Raise MissingError if it does not exist and may not be `new`, DatabaseError if the address is wrong or the database
    is not ours, DatabaseAwayError if nothing answers there. A database that is not ours is not changed.
    """
    with _complaints(url):
        if (file := file_of(address_of(url))) is not None:
            _refuse_folder(url, file)
            _look_at(url, file, new)
            _keep_private(file)
        engine = connect(url, new=new, keep=True)
        with _closed_on_failure(engine):
            upgrade(engine)
    return engine


def open_to_read(url: str, *, older: bool = False) -> Engine:
    """Open the database at `url` (SQLAlchemy form) read-only, at the newest revision unless it may be `older`.

    Raise the errors of `open_database`, and DatabaseError if the database is empty or has to be upgraded first.
    """
    with _complaints(url):
        if (file := file_of(address_of(url))) is not None:
            _refuse_folder(url, file)
            if not file.exists():
                raise MissingError(f"database {_shown(url)} does not exist")
        engine = connect(url, write=False)
        with _closed_on_failure(engine):
            found = revision(engine)
            if found is None:
                raise DatabaseError(f"database {_shown(url)} is empty; `tracker crawl` or `tracker import` fills it")
            if found != newest() and not older:
                raise DatabaseError(
                    f"database {_shown(url)} is at revision {found} of an older program, this one needs {newest()}; "
                    "`tracker read` upgrades it and reads by the current rules"
                )
    return engine


def _refuse_folder(url: str, file: Path) -> None:
    if file.is_dir():
        raise DatabaseError(f"database {_shown(url)} is a folder; name a file in it, such as {file / 'tracker.db'}")


def _look_at(url: str, file: Path, new: bool) -> None:
    """Refuse a file before it is opened for writing, which would change one that is not ours."""
    if not file.exists():
        if not new:
            raise MissingError(f"database {_shown(url)} does not exist")
        return
    if file.is_file() and file.stat().st_size:
        # If it cannot be read without writing, as after a power cut, it is checked when it is upgraded.
        with suppress(exc.OperationalError):
            engine = connect(url, write=False)
            try:
                revision(engine)
            finally:
                engine.dispose()


def _keep_private(file: Path) -> None:
    """Close the database's files to other users; SQLite creates the files beside it with the same permissions."""
    private_folder(file.parent)
    private_file(file)
    for end in ("-wal", "-shm"):
        close_to_others(file.with_name(f"{file.name}{end}"))


@contextmanager
def _complaints(url: str) -> Iterator[None]:
    """Report in one line what is wrong with the database at `url`."""
    try:
        yield
    except RefusedError as error:
        raise DatabaseError(f"database {_shown(url)} {error}") from error
    except (exc.OperationalError, OSError) as error:
        if lacks_database(error):
            raise MissingError(f"database {_shown(url)} does not exist") from error
        lasting = isinstance(error, exc.OperationalError) and is_forbidden(error)
        raise (DatabaseError if lasting else DatabaseAwayError)(
            f"database {_shown(url)} cannot be opened: {said(error, address_of(url).database)}"
        ) from error
    except exc.DatabaseError as error:
        hint = "; name another file in TRACKER_DATABASE, or restore a backup" if is_damaged(error) else ""
        raise DatabaseError(f"database {_shown(url)} cannot be used: {first_line(error)}{hint}") from error


@contextmanager
def _closed_on_failure(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _shown(url: str) -> str:
    return shown(address_of(url))


def is_damaged(error: exc.DBAPIError | sqlite3.Error) -> bool:
    """Decide whether an error means that an SQLite file is damaged or not a database; SQLite has no code for it."""
    return type(cause(error)) is sqlite3.DatabaseError


def is_forbidden(error: exc.DBAPIError | sqlite3.Error) -> bool:
    """Decide whether an error means that this account may only read the database, or not even that."""
    told = cause(error)
    # SQLite's extended codes have the reason in their higher bytes.
    readonly = getattr(told, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY
    return readonly or getattr(told, "sqlstate", None) in FORBIDDEN


@contextmanager
def writing(engine: Engine, *, durable: bool = True) -> Iterator[Session]:
    """Run one write transaction: commit at the end of the block, or roll back completely.

    A `durable` transaction survives a power cut once it is committed. For others, SQLite does not wait for the disk: a
    power cut may undo the last ones, completely and in order, so it must be possible to repeat them.
    """
    options = engine.execution_options(writes=True, durable=durable)
    with _Writer(options, expire_on_commit=False) as session, session.begin():
        yield session


class _Writer(Session):
    """A session that keeps the counts of announcements."""


def _keep_counts(session: Session, _context: object) -> None:
    # Models, which those who only read have no need of.
    from db.store.rollups import keep_counts  # noqa: PLC0415

    keep_counts(session)


event.listen(_Writer, "after_flush", _keep_counts)


def transact(engine: Engine, work: Callable[[Session], T], *, durable: bool = True) -> T:
    """Run `work` in one write transaction, and repeat it from the beginning if it was cancelled to resolve a deadlock.

    It must be possible to repeat what `work` does outside of the session.
    """
    tries = 1
    while True:
        try:
            with writing(engine, durable=durable) as session:
                return work(session)
        except exc.OperationalError as error:
            if tries == MOST_TRIES or getattr(error.orig, "sqlstate", None) not in CROSSED:
                raise
        time.sleep(random.uniform(0, 0.1) * tries)  # noqa: S311 - who goes first is no secret
        tries += 1


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Open a session for reading; on SQLite it does not wait for writers."""
    with Session(engine, expire_on_commit=False) as session:
        yield session
