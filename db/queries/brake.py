"""Query the emergency brake: how many mails were sent, to whom, since when, and what it holds."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, distinct, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Alert, Attempt, BrakeRelease, Delivery, Recipient


class Gone(NamedTuple):
    """The number of mails sent, and the time of the first of them."""

    mails: int
    first: datetime | None


def released_at(session: Session) -> dict[str, datetime]:
    """Return when the brake was last released, for everyone ("") and for single recipients."""
    return {release.recipient: release.at for release in session.exec(select(BrakeRelease))}


def gone_since(session: Session, since: datetime) -> Gone:
    """Count the mails sent since `since`."""
    return Gone._make(session.connection().execute(_gone(since)).one())


def gone_to(session: Session, recipients: Iterable[str], since: datetime) -> dict[str, Gone]:
    """Count the mails sent to each of the recipients (folded) since `since`."""
    theirs = _gone(since, col(Attempt.recipient)).where(col(Attempt.recipient).in_(set(recipients)))
    rows = session.connection().execute(theirs.group_by(col(Attempt.recipient)))
    return {recipient: Gone(count, first) for count, first, recipient in rows}


def under_way(session: Session, at: datetime) -> int:
    """Count the mails that senders hold at the moment."""
    return (
        session.connection()
        .execute(columns(func.count(distinct(col(Delivery.message_id)))).where(*_held(at)))
        .scalar_one()
    )


def under_way_to(session: Session, recipients: Iterable[str], at: datetime) -> dict[str, int]:
    """Count the mails to each of the recipients (folded) that senders hold at the moment."""
    to = func.coalesce(Recipient.address, Alert.recipient)
    wanted = (
        columns(to, func.count(distinct(col(Delivery.message_id))))
        .select_from(Delivery)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .outerjoin(Recipient, col(Recipient.id) == Alert.recipient_id)
        .where(*_held(at), to.in_(set(recipients)))
        .group_by(to)
    )
    return {row[0]: row[1] for row in session.connection().execute(wanted)}


def braked(session: Session) -> int:
    """Count the deliveries that the brake holds."""
    held = select(func.count()).where(Delivery.held_by == "brake", Delivery.state == "pending")
    return session.exec(held).one()


def _gone(since: datetime, *more: Any) -> Select[Any]:
    wanted = columns(func.count(), func.min(Attempt.at), *more)
    return wanted.where(col(Attempt.outcome) == "sent", col(Attempt.at) >= since)


def _held(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (col(Delivery.state) == "sending", col(Delivery.lease_until) >= at)
