"""Claim named tasks by compare-and-set: one holder wins, and the lease of a dead one expires.

They are written in plain SQLAlchemy, because the daemon runs for long and models would double its memory.
"""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Update, case, delete, or_, update

from db.tables import ALIVE, lease


def claim(connection: Connection, name: str, holder: str, at: datetime, lasts: timedelta) -> bool:
    """Claim `name` for this long, if it is due and free; return whether it is ours. `due_at` is then `at`."""
    _add(connection, name, at)
    due = or_(lease.c.due_at.is_(None), lease.c.due_at <= at)
    # No lease lasts twice as long: the clock was put back.
    free = or_(lease.c.until <= at, lease.c.until > at + 2 * lasts)
    taken = update(lease).where(lease.c.name == name, free, due)
    return _took(connection, taken.values(holder=holder, until=at + lasts, due_at=at))


def renew(connection: Connection, name: str, holder: str, until: datetime) -> bool:
    """Extend the lease until `until`; return False if another holder has taken over."""
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
    """Release what was claimed at `began`; it is due at `due_at`, or sooner if it was hastened meanwhile.

    A task that ended in `trouble` is not done. Return False if another holder has taken over.
    """
    next_due = case((lease.c.due_at != began, lease.c.due_at), else_=due_at)
    done = {"trouble": trouble} if trouble else {"trouble": None, "done_at": at}
    return _took(connection, _held(name, holder).values(holder="", until=at, due_at=next_due, **done))


def give_back(connection: Connection, name: str, holder: str, at: datetime) -> bool:
    """Release `name` undone: it is due at once."""
    return _took(connection, _held(name, holder).values(holder="", until=at))


def hasten(connection: Connection, name: str, at: datetime) -> None:
    """Make `name` due at `at`; a task that is being done is due again afterwards."""
    soon = update(lease).where(lease.c.name == name, or_(lease.c.due_at > at, lease.c.until > at))
    _took(connection, soon.values(due_at=at))


def live(connection: Connection, holder: str, at: datetime, until: datetime) -> None:
    """Record that the daemon `holder` is alive at `at`, and counts as missing after `until`."""
    _add(connection, ALIVE + holder, at)
    _took(
        connection, update(lease).where(lease.c.name == ALIVE + holder).values(holder=holder, until=until, done_at=at)
    )


def leave(connection: Connection, holder: str) -> None:
    """Record that the daemon `holder` has ended."""
    connection.execute(delete(lease).where(lease.c.name == ALIVE + holder))


def _add(connection: Connection, name: str, at: datetime) -> None:
    # SQLAlchemy has one insert of this kind per dialect, and the unused dialect takes 6 MB.
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")
    connection.execute(dialect.insert(lease).values(name=name, holder="", until=at).on_conflict_do_nothing())


def _held(name: str, holder: str) -> Update:
    return update(lease).where(lease.c.name == name, lease.c.holder == holder)


def _took(connection: Connection, change: Any) -> bool:
    return bool(connection.execute(change).rowcount)
