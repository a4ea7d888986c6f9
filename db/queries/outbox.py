"""Questions about the outbox: what is due, and what a mail has to tell."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import InstrumentedAttribute, load_only
from sqlmodel import Session, col, select

from db.models import Alert, Announcement, Delivery, Digest, Document, Incident


class Unit(NamedTuple):
    """One mail: a digest with its deliveries, or a delivery that goes alone; `delivery_id` is the first.

    `born` is when the digest, or the delivery, was made; `message_id` what it was called when it was tried.
    """

    delivery_id: int
    digest_id: int | None
    period: str | None
    channel: str
    born: datetime
    message_id: str | None


class Claimed(NamedTuple):
    """A delivery in its holder's hands, with whom it tells, and of what: an announcement or an incident."""

    delivery: Delivery
    alert: Alert
    announcement: Announcement | None
    incident: Incident | None


def _due(at: datetime) -> ColumnElement[bool]:
    return or_(
        and_(col(Delivery.state) == "pending", col(Delivery.due_at) <= at),
        and_(col(Delivery.state) == "sending", col(Delivery.lease_until) < at),
    )


def anything_due(session: Session, at: datetime) -> bool:
    """Whether there is a mail to send, or a claim of a dead holder to take over."""
    return session.exec(select(Delivery.id).where(_due(at)).limit(1)).first() is not None


def loose(session: Session, at: datetime) -> list[tuple[Alert, Delivery]]:
    """Due deliveries that stand in no digest and were never tried, by alert, first discovered first."""
    wanted = select(Alert, Delivery).join(Delivery, col(Alert.id) == Delivery.alert_id)
    due = wanted.where(Delivery.state == "pending", col(Delivery.due_at) <= at)
    untried = due.where(col(Delivery.digest_id).is_(None), Delivery.attempts == 0)
    return list(session.exec(untried.order_by(col(Delivery.alert_id), col(Delivery.id))))


def digest_of(session: Session, alert_id: int, period: str) -> int | None:
    """The id of a period's digest."""
    return session.exec(select(Digest.id).where(Digest.alert_id == alert_id, Digest.period == period)).one_or_none()


def youngest_first_find(session: Session, alert_id: int) -> datetime | None:
    """When the newest find of a first crawl that stands in no digest yet was written."""
    finds = select(func.max(Delivery.created_at)).where(
        Delivery.alert_id == alert_id, Delivery.kind == "first-crawl", col(Delivery.digest_id).is_(None)
    )
    return session.exec(finds).one()


def units(session: Session, at: datetime) -> list[Unit]:
    """The mails that are due, in the order of their first delivery."""
    alone = and_(col(Alert.rate) == "immediate", col(Delivery.kind).in_(("news", "stronger")))
    first = func.min(Delivery.id)
    born = func.min(func.coalesce(Digest.created_at, Delivery.created_at))
    named = func.max(Delivery.message_id)
    wanted = (
        columns(first, col(Delivery.digest_id), func.max(Digest.period), func.max(Alert.channel), born, named)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .outerjoin(Digest, col(Digest.id) == Delivery.digest_id)
        .where(_due(at), or_(col(Delivery.digest_id).is_not(None), alone))
        # What stands in no digest goes alone: each is a group of its own.
        .group_by(col(Delivery.digest_id), case((col(Delivery.digest_id).is_(None), col(Delivery.id))))
    )
    return [Unit._make(row) for row in session.connection().execute(wanted.order_by(first))]


def mails_since(session: Session, alert_id: int, moment: datetime) -> int:
    """How many mails of one announcement an alert was sent since `moment`, those under way included."""
    under_way = and_(col(Delivery.sent_at).is_(None), col(Delivery.attempts) > 0)
    wanted = select(func.count()).where(
        Delivery.alert_id == alert_id,
        col(Delivery.digest_id).is_(None),
        col(Delivery.state) != "backfilled",
        or_(col(Delivery.sent_at) >= moment, under_way),
    )
    return session.exec(wanted).one()


def claimed(session: Session, unit: Unit, holder: str) -> list[Claimed]:
    """The deliveries of a mail that `holder` has claimed, as they stand now."""
    mine = Delivery.id == unit.delivery_id if unit.digest_id is None else Delivery.digest_id == unit.digest_id
    wanted = (
        select(Delivery, Alert, Announcement, Incident)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .join(Announcement, col(Announcement.id) == Delivery.announcement_id, isouter=True)
        .join(Incident, col(Incident.id) == Delivery.incident_id, isouter=True)
        .where(mine, Delivery.holder == holder)
    )
    fresh = wanted.order_by(col(Delivery.id)).execution_options(populate_existing=True)
    return [Claimed(*row) for row in session.exec(fresh)]


def tellers(session: Session, story_ids: Iterable[int]) -> dict[int, list[Document]]:
    """The documents of each story, without their texts, in the order in which we saw them."""
    shown = (Document.source, Document.url, Document.title, Document.published, Document.story_id)
    light = load_only(*(cast(InstrumentedAttribute[Any], column) for column in shown))
    wanted = select(Document).options(light).where(col(Document.story_id).in_(set(story_ids)))
    found: dict[int, list[Document]] = {}
    for document in session.exec(wanted.order_by(col(Document.id))):
        found.setdefault(document.story_id or 0, []).append(document)
    return found
