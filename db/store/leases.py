"""Claims on named pieces of work, taken by compare-and-set: one holder wins, and a dead one loses."""

from datetime import datetime
from typing import Any

from sqlalchemy import Update, case, or_, update
from sqlmodel import Session, col

from db.models import Lease
from db.store.once import add_once


def claim(session: Session, name: str, holder: str, at: datetime, until: datetime) -> bool:
    """Take `name`, if it is due and nobody holds it; say whether we have it. `due_at` is then `at`."""
    add_once(session, [Lease(name=name, holder="", until=at)])
    due = or_(col(Lease.due_at).is_(None), col(Lease.due_at) <= at)
    free = update(Lease).where(col(Lease.name) == name, col(Lease.until) <= at, due)
    return _took(session, free.values(holder=holder, until=until, due_at=at))


def renew(session: Session, name: str, holder: str, until: datetime) -> bool:
    """Hold on until `until`; False where another holder has taken over."""
    return _took(session, _held(name, holder).values(until=until))


def finish(
    session: Session, name: str, holder: str, *, began: datetime, at: datetime, due_at: datetime, well: bool
) -> bool:
    """Let go of what we claimed at `began`; it is due at `due_at`, or sooner where it was hastened meanwhile.

    Only what went `well` is done. False where another holder has taken over.
    """
    next_due = case((col(Lease.due_at) > began, col(Lease.due_at)), else_=due_at)
    done_at = at if well else col(Lease.done_at)
    return _took(session, _held(name, holder).values(holder="", until=at, done_at=done_at, due_at=next_due))


def give_back(session: Session, name: str, holder: str, at: datetime) -> bool:
    """Let go of `name` undone: it is due at once."""
    return _took(session, _held(name, holder).values(holder="", until=at))


def hasten(session: Session, name: str, at: datetime) -> None:
    """Make `name` due at `at`; one that is being done is due again after it."""
    soon = update(Lease).where(col(Lease.name) == name, or_(col(Lease.due_at) > at, col(Lease.until) > at))
    _took(session, soon.values(due_at=at))


def _held(name: str, holder: str) -> Update:
    return update(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder)


def _took(session: Session, change: Any) -> bool:
    return bool(session.connection().execute(change).rowcount)
