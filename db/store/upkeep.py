"""Drops what nobody asks for any more, and lets SQLite see to its files. Pages, alerts and deliveries stay."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, and_, delete, exists, func, or_, select
from sqlmodel import col

from db.models import Crawl, Lease, Page
from db.private import private_file
from db.tables import ALIVE

CRAWLS = timedelta(days=365)
LEASES = timedelta(days=90)
DEAD = timedelta(days=1)
ROWS_LOOKED_AT = 1000


def drop_crawls(connection: Connection, at: datetime) -> int:
    """Drop crawls of more than a year ago that brought no page; give how many. The first of a source stays."""
    firsts = select(func.min(Crawl.id)).group_by(col(Crawl.source))
    old = delete(Crawl).where(
        col(Crawl.started_at) < at - CRAWLS,
        ~exists().where(col(Page.crawl_id) == Crawl.id),
        col(Crawl.id).not_in(firsts),
    )
    return connection.execute(old).rowcount


def drop_leases(connection: Connection, at: datetime) -> int:
    """Drop claims that nobody has touched for a season, of sources that are gone; of dead daemons after a day."""
    dead = and_(col(Lease.name).startswith(ALIVE), col(Lease.until) < at - DEAD)
    return connection.execute(delete(Lease).where(or_(dead, col(Lease.until) < at - LEASES))).rowcount


def see_to_files(engine: Engine) -> None:
    """Write SQLite's log back into its file and empty it; let it look at what its query planner goes by."""
    if engine.dialect.name == "sqlite":
        with _outside(engine) as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
            cursor.execute("PRAGMA optimize")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_into(engine: Engine, file: Path) -> None:
    """Write an SQLite database as it stands at this moment, compact, into a new file; nobody has to wait for it."""
    # It writes into a file that is there, as long as it is empty.
    private_file(file)
    with _outside(engine) as cursor:
        cursor.execute("VACUUM INTO ?", (str(file),))


@contextmanager
def _outside(engine: Engine) -> Iterator[Any]:
    """A cursor outside of any transaction."""
    with closing(engine.raw_connection()) as connection:
        yield connection.cursor()
