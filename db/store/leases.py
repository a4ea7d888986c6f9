"""Claims on named pieces of work, taken by compare-and-set: one holder wins, and a dead one loses.

They are the daemon's own, which lives long and idles: plain SQLAlchemy, since models would double its memory.
"""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Update, case, delete, or_, update

from db.tables import ALIVE, lease


def claim(connection: Connection, name: str, holder: str, at: datetime, lasts: timedelta) -> bool:
    """Take `name` for so long, if it is due and nobody holds it; say whether we have it. `due_at` is then `at`."""
    _add(connection, name, at)
    due = or_(lease.c.due_at.is_(None), lease.c.due_at <= at)
    # Nobody holds anything for twice as long: the clock was put back.
    free = or_(lease.c.until <= at, lease.c.until > at + 2 * lasts)
    taken = update(lease).where(lease.c.name == name, free, due)
    return _took(connection, taken.values(holder=holder, until=at + lasts, due_at=at))


def renew(connection: Connection, name: str, holder: str, until: datetime) -> bool:
    """Hold on until `until`; False where another holder has taken over."""
    return _took(connection, _held(name, holder).values(until=until))


def finish(
    connection: Connection,
    name: str,
    holder: str,
    *,
    began: datetime,
    at: datetime,
    due_at: datetime,
    trouble: str | None = None,
) -> bool:
    """Let go of what we claimed at `began`; it is due at `due_at`, or sooner where it was hastened meanwhile.

    What ended in `trouble` is not done. False where another holder has taken over.
    """
    next_due = case((lease.c.due_at != began, lease.c.due_at), else_=due_at)
    done = {"trouble": trouble} if trouble else {"trouble": None, "done_at": at}
    return _took(connection, _held(name, holder).values(holder="", until=at, due_at=next_due, **done))


def give_back(connection: Connection, name: str, holder: str, at: datetime) -> bool:
    """Let go of `name` undone: it is due at once."""
    return _took(connection, _held(name, holder).values(holder="", until=at))


def hasten(connection: Connection, name: str, at: datetime) -> None:
    """Make `name` due at `at`; one that is being done is due again after it."""
    soon = update(lease).where(lease.c.name == name, or_(lease.c.due_at > at, lease.c.until > at))
    _took(connection, soon.values(due_at=at))


def live(connection: Connection, holder: str, at: datetime, until: datetime) -> None:
    """Say that the daemon `holder` is alive, and is to be missed after `until`."""
    _add(connection, ALIVE + holder, at)
    _took(connection, update(lease).where(lease.c.name == ALIVE + holder).values(holder=holder, until=until))


def leave(connection: Connection, holder: str) -> None:
    """Say that the daemon `holder` has ended."""
    connection.execute(delete(lease).where(lease.c.name == ALIVE + holder))


def _add(connection: Connection, name: str, at: datetime) -> None:
    # SQLAlchemy spells this insert once a dialect, and the dialect that is not in use takes 6 MB.
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")
    connection.execute(dialect.insert(lease).values(name=name, holder="", until=at).on_conflict_do_nothing())


def _held(name: str, holder: str) -> Update:
    return update(lease).where(lease.c.name == name, lease.c.holder == holder)


def _took(connection: Connection, change: Any) -> bool:
    return bool(connection.execute(change).rowcount)
