"""Maintain SQLite's files: statistics of the query planner, log, a copy."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from db.private import private_file

# Update the statistics of the query planner, looking at this many rows of each index.
_TAKE_STATISTICS = (
    "PRAGMA analysis_limit = 1000",
    # All tables that have grown tenfold since, not only those that this connection has queried; older versions cannot.
    "PRAGMA optimize = 0x10002" if sqlite3.sqlite_version_info >= (3, 46) else "ANALYZE",
    # Makes the table of statistics if no table has any rows.
    "ANALYZE sqlite_schema",
    # By those of its empty tables, the full-text index would read all of itself whenever it merges its parts.
    "DELETE FROM sqlite_stat1 WHERE tbl LIKE 'search/_%' ESCAPE '/'",
    "ANALYZE sqlite_schema",
)


def take_statistics(execute: Callable[[str], Any]) -> None:
    """Update the statistics of SQLite's query planner, by a function that executes a statement."""
    for statement in _TAKE_STATISTICS:
        execute(statement)


def see_to_files(engine: Engine) -> None:
    """Write SQLite's log back into its file, empty it, and update the statistics of the query planner."""
    if engine.dialect.name == "sqlite":
        with _outside(engine) as cursor:
            take_statistics(cursor.execute)
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_into(engine: Engine, file: Path) -> None:
    """Write an SQLite database as it is now, compactly, into a new file; no one has to wait for it."""
    # It writes into an existing file if that is empty.
    private_file(file)
    with _outside(engine) as cursor:
        cursor.execute("VACUUM INTO ?", (str(file),))


@contextmanager
def _outside(engine: Engine) -> Iterator[Any]:
    """Return a cursor outside of any transaction."""
    with closing(engine.raw_connection()) as connection:
        yield connection.cursor()
