"""Moves what waits in the outbox to another moment, or lets it tell another act."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Update, exists, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from db.models import Alert, Attempt, Delivery


def hold_back(session: Session, alert: Alert, at: datetime, until: datetime) -> None:
    """Let every mail of an alert that is to go at `at` wait, tried or not, alone or in a digest.

    What a digest is still to be made of keeps its moment, by which it has its period. What a dead sender left stays
    claimed: it may have gone, and keeps its name.
    """
    told = (col(Delivery.alert_id) == alert.id, col(Delivery.recipient_id).is_(None))
    mails = or_(col(Delivery.digest_id).is_not(None), col(Delivery.attempts) > 0)
    which = told if alert.rate == "immediate" else (*told, mails)
    _run(session, _pending(*which, col(Delivery.due_at) <= at).values(due_at=until))
    left = update(Delivery).where(*told, col(Delivery.state) == "sending", col(Delivery.lease_until) < at)
    _run(session, left.values(lease_until=until))


def write_anew(session: Session, delivery_id: int, at: datetime, due_at: datetime) -> None:
    """Let a delivery count as written at `at`, and be due at `due_at`."""
    _run(session, _pending(col(Delivery.id) == delivery_id).values(created_at=at, due_at=due_at))


def bring_forward(session: Session, latest: datetime) -> None:
    """Let nothing that was tried wait beyond `latest`."""
    tried = _pending(col(Delivery.attempts) > 0, col(Delivery.due_at) > latest)
    _run(session, tried.values(due_at=latest))


def shorten_claims(session: Session, latest: datetime) -> None:
    """Let no claim last beyond `latest`."""
    held = update(Delivery).where(col(Delivery.state) == "sending", col(Delivery.lease_until) > latest)
    _run(session, held.values(lease_until=latest))


def tell_as(session: Session, delivery: Delivery, act: str, why: str | None = None) -> bool:
    """Note that a delivery tells another act than it was written for, and `why` if that is another now.

    False where its alert has one for that act, or where it does not stand as we know it any more.
    """
    other = aliased(Delivery)
    theirs = (col(other.alert_id) == delivery.alert_id, col(other.announcement_id) == delivery.announcement_id)
    mine = (col(Delivery.id) == delivery.id, col(Delivery.state) == delivery.state)
    free = update(Delivery).where(*mine, ~exists().where(*theirs, col(other.act) == act))
    return _run(session, free.values(act=act, why=delivery.why if why is None else why))


def tell_of(session: Session, delivery: Delivery, announcement_id: int) -> bool:
    """Let a delivery be one of another announcement; False where its alert has one of that for the same act."""
    other = aliased(Delivery)
    theirs = (col(other.alert_id) == delivery.alert_id, col(other.announcement_id) == announcement_id)
    free = update(Delivery).where(
        col(Delivery.id) == delivery.id, ~exists().where(*theirs, col(other.act) == delivery.act)
    )
    return _run(session, free.values(announcement_id=announcement_id))


def put_back(session: Session, delivery: Delivery, at: datetime, due_at: datetime) -> bool:
    """Let what was withdrawn wait again, as if written at `at`; False where it is not withdrawn any more.

    It stands in no digest. What was tried alone keeps its name, since it may have arrived.
    """
    name = delivery.message_id if delivery.digest_id is None else None
    tried = session.exec(select(Attempt.id).where(col(Attempt.message_id) == name).limit(1)).first() if name else None
    withdrawn = update(Delivery).where(col(Delivery.id) == delivery.id, col(Delivery.state) == "withdrawn")
    anew: dict[str, Any] = {"state": "pending", "answer": None, "created_at": at, "due_at": due_at}
    if tried is None:
        anew |= {"digest_id": None, "attempts": 0, "message_id": None}
    return _run(session, withdrawn.values(**anew))


def _pending(*which: ColumnElement[bool]) -> Update:
    return update(Delivery).where(col(Delivery.state) == "pending", *which)


def _run(session: Session, change: Update) -> bool:
    return session.connection().execute(change).rowcount > 0
