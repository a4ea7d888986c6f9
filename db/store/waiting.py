"""Move what waits in the outbox to another moment, or let it report another act."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Update, exists, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from db.models import Alert, Attempt, Delivery


def hold_back(session: Session, alert: Alert, at: datetime, until: datetime) -> None:
    """Let every mail of an alert that is due at `at` wait, tried or not, alone or in a digest.

    Deliveries for which a digest is still to be made keep their moment, which determines the period. What a dead sender
    left stays claimed: it may have been sent, and keeps its id.
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
    """Record that a delivery reports another act than it was written for, and `why` if that differs now.

    Return False if its alert has one for that act, or if its state has changed meanwhile.
    """
    other = aliased(Delivery)
    theirs = (col(other.alert_id) == delivery.alert_id, col(other.announcement_id) == delivery.announcement_id)
    mine = (col(Delivery.id) == delivery.id, col(Delivery.state) == delivery.state)
    free = update(Delivery).where(*mine, ~exists().where(*theirs, col(other.act) == act))
    return _run(session, free.values(act=act, why=delivery.why if why is None else why))


def tell_of(session: Session, delivery: Delivery, announcement_id: int) -> bool:
    """Transfer a delivery to another announcement; return False if its alert has one of that for the same act."""
    other = aliased(Delivery)
    theirs = (col(other.alert_id) == delivery.alert_id, col(other.announcement_id) == announcement_id)
    free = update(Delivery).where(
        col(Delivery.id) == delivery.id, ~exists().where(*theirs, col(other.act) == delivery.act)
    )
    return _run(session, free.values(announcement_id=announcement_id))


def put_back(session: Session, delivery: Delivery, at: datetime, due_at: datetime) -> bool:
    """Let a withdrawn delivery wait again, as if written at `at`; return False if it is no longer withdrawn.

    It is in no digest. A delivery that was tried alone keeps its id, since it may have arrived.
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
