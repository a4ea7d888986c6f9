"""Query what proves deliveries: what was found when, what became of its deliveries, and every attempt."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from db.models import Alert, Announcement, Attempt, Delivery, Digest, Recipient
from db.queries.recipients import tells

Key = TypeVar("Key", str, int)


class Kept(NamedTuple):
    """A delivery with its alert, and with its recipient and digest if it has them."""

    delivery: Delivery
    alert: Alert
    recipient: Recipient | None
    digest: Digest | None


def found_between(session: Session, since: datetime, until: datetime) -> list[Announcement]:
    """Return the announcements, not withdrawn, that were found in a period, in the order of finding."""
    wanted = select(Announcement).where(
        col(Announcement.first_seen_at) >= since,
        col(Announcement.first_seen_at) <= until,
        col(Announcement.withdrawn).is_(False),
    )
    return list(session.exec(wanted.order_by(col(Announcement.first_seen_at), col(Announcement.id))))


def deliveries_of(session: Session, since: int) -> dict[tuple[int, int], list[Delivery]]:
    """Return the deliveries of the announcements from number `since` on, by alert and announcement."""
    found: dict[tuple[int, int], list[Delivery]] = {}
    for delivery in session.exec(select(Delivery).where(col(Delivery.announcement_id) >= since)):
        found.setdefault((delivery.alert_id, delivery.announcement_id or 0), []).append(delivery)
    return found


def open_deliveries(session: Session) -> list[Kept]:
    """Return the deliveries that are not sent yet, oldest first."""
    return _kept(session, col(Delivery.state).in_(("pending", "sending")))


def logged(session: Session, announcement_id: int | None, recipient: str | None) -> list[Kept]:
    """Return deliveries, newest first; if given, only of one announcement or to one recipient (in any spelling)."""
    which: list[ColumnElement[bool]] = []
    if announcement_id is not None:
        which.append(col(Delivery.announcement_id) == announcement_id)
    if recipient is not None:
        which.append(tells(session, recipient))
    return _kept(session, *which)[::-1]


def periods_of(session: Session, alert_ids: Iterable[int]) -> dict[int, dict[str, datetime]]:
    """Return the periods of the digests of the alerts, and when each digest was made."""
    made = select(Digest.alert_id, Digest.period, Digest.created_at)
    found: dict[int, dict[str, datetime]] = {}
    for alert_id, period, made_at in session.exec(made.where(col(Digest.alert_id).in_(set(alert_ids)))):
        found.setdefault(alert_id, {})[period] = made_at
    return found


def tries(session: Session, deliveries: Iterable[Delivery]) -> dict[int, list[Attempt]]:
    """Return every attempt of each delivery, oldest first, alone or in a digest, by the number of the delivery."""
    asked = list(deliveries)
    by_mail, alone = _by(asked, lambda one: one.message_id), _by(asked, lambda one: one.id)
    found: dict[int, list[Attempt]] = {}
    theirs = or_(col(Attempt.message_id).in_(by_mail), col(Attempt.delivery_id).in_(alone))
    for attempt in session.exec(select(Attempt).where(theirs).order_by(col(Attempt.id))):
        for id_ in {*by_mail.get(attempt.message_id, ()), *alone.get(attempt.delivery_id or 0, ())}:
            found.setdefault(id_, []).append(attempt)
    return found


def _by(deliveries: Iterable[Delivery], key: Callable[[Delivery], Key | None]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for delivery in deliveries:
        if (value := key(delivery)) is not None:
            found.setdefault(value, []).append(delivery.id or 0)
    return found


def alerts_to(session: Session, recipient: str) -> list[Alert]:
    """Return all alerts that ever reported to a recipient (in any spelling), including those that have ended."""
    return list(session.exec(select(Alert).where(tells(session, recipient)).order_by(col(Alert.id))))


def _kept(session: Session, *which: ColumnElement[bool]) -> list[Kept]:
    wanted = (
        select(Delivery, Alert, Recipient, Digest)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .join(Recipient, col(Recipient.id) == Alert.recipient_id, isouter=True)
        .join(Digest, col(Digest.id) == Delivery.digest_id, isouter=True)
        .where(*which)
    )
    return [Kept(*row) for row in session.exec(wanted.order_by(col(Delivery.id)))]
