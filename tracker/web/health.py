"""Judge whether the installation works: steps in time, mails sent, the database available, room on the disk."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from config import Config
from db.engine import reading
from db.models import Lease
from db.queries import figures

# A step may wait for others, and a crawl waits for a free slot.
LATE = timedelta(minutes=30)
LATE_CRAWL = timedelta(hours=2)
STEPS = ("read", "health")
MOST_NAMED = 5
ROOM = 200 * 2**20


def reasons(engine: Engine, config: Config, at: datetime) -> list[str]:
    """Return what is wrong at the moment `at`, in one line each; nothing if all is well. Raises nothing."""
    found = list(_disk(engine))
    try:
        with reading(engine) as session:
            found += [*_steps(session, config, at), *_mails(session, at)]
    except (SQLAlchemyError, OSError) as error:
        found.append(f"the database does not answer: {str(error).splitlines()[0][:200]}")
    return found


def _steps(session: Session, config: Config, at: datetime) -> Iterator[str]:
    known = {lease.name: lease for lease in figures.steps(session)}
    if not known.keys() & set(STEPS):
        yield "the daemon has done nothing yet"
        return
    crawls = [f"crawl:{source.id}" for source in config.sources.values() if source.enabled]
    late = [name for name in STEPS if _is_late(known.get(name), at, LATE)]
    late += [name for name in crawls if _is_late(known.get(name), at, LATE_CRAWL)]
    if late:
        more = f" and {len(late) - MOST_NAMED} more" if len(late) > MOST_NAMED else ""
        yield f"late: {', '.join(late[:MOST_NAMED])}{more}"


def _is_late(lease: Lease | None, at: datetime, grace: timedelta) -> bool:
    """Return whether a step is overdue; a step that was never begun is new."""
    return lease is not None and max(lease.due_at or lease.until, lease.until) + grace < at


def _mails(session: Session, at: datetime) -> Iterator[str]:
    since = figures.oldest_due(session, at)
    if since and at - since > LATE:
        yield f"a delivery has been due since {since:%Y-%m-%d %H:%M} UTC"


def _disk(engine: Engine) -> Iterator[str]:
    """Yield a line if the disk of the database's file is nearly full; a database server watches its own disk."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return
    try:
        free = shutil.disk_usage(Path(engine.url.database).expanduser().parent).free
    except OSError as error:
        yield f"the disk does not answer: {error.strerror}"
        return
    if free < ROOM:
        yield f"the disk has {free // 2**20} MB left"
