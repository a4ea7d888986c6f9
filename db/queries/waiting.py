"""Query what waits in the outbox for a moment that is wrong, or too early."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from db.models import QUESTIONS, Alert, Delivery
from db.queries.outbox import Unit, of_units


def due_with_quiet_hours(session: Session, at: datetime) -> Sequence[Alert]:
    """Return alerts with quiet hours that have a mail due or left by a dead sender, except for questions."""
    waits = and_(col(Delivery.state) == "pending", col(Delivery.due_at) <= at)
    left = and_(col(Delivery.state) == "sending", col(Delivery.lease_until) < at)
    return _with_quiet_hours(session, or_(waits, left))


def of_units_with_quiet_hours(session: Session, units: Sequence[Unit]) -> Sequence[Alert]:
    """Return alerts with quiet hours that have one of these mails."""
    return _with_quiet_hours(session, of_units(units))


def _with_quiet_hours(session: Session, *which: ColumnElement[bool] | bool) -> Sequence[Alert]:
    told = select(Delivery.alert_id).where(*which, col(Delivery.recipient_id).is_(None))
    return session.exec(select(Alert).where(col(Alert.quiet).is_not(None), col(Alert.id).in_(told))).all()


def from_the_future(session: Session, at: datetime) -> list[tuple[Alert, Delivery]]:
    """Return what waits and was written by a clock that was ahead of `at`."""
    wanted = select(Alert, Delivery).join(Delivery, col(Alert.id) == Delivery.alert_id)
    ahead = wanted.where(Delivery.state == "pending", col(Delivery.created_at) > at)
    return list(session.exec(ahead.order_by(col(Delivery.id))))


def loose_of(session: Session, alert_id: int) -> Sequence[Delivery]:
    """Return what waits for an alert's next mail: in no digest yet, not tried, and not a mail of its own kind."""
    waiting = select(Delivery).where(Delivery.alert_id == alert_id, Delivery.state == "pending", Delivery.attempts == 0)
    loose = waiting.where(col(Delivery.digest_id).is_(None), col(Delivery.kind).not_in(("first-crawl", *QUESTIONS)))
    return session.exec(loose).all()
