"""Query the outbox: what is due, and what a mail has to report."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, and_, case, distinct, func, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import InstrumentedAttribute, aliased, load_only
from sqlmodel import Session, col, select

from db.models import QUESTIONS, Alert, Announcement, Delivery, Digest, Document, Find, Incident, Recipient
from db.queries.due import is_due
from db.queries.recipients import MODELS, is_open

# The beginning of the period of a digest that is the mail of one story.
STORY = "story "


class Unit(NamedTuple):
    """One mail: a digest with its deliveries, or a single delivery; `delivery_id` is the first.

    `born` is when the digest, or the delivery, was made; `message_id` is its id at earlier attempts; `secret` is the
    recipient's `bounce_token`; `recipient` is the folded address. `operators` says that it reports an incident, `asks`
    that it asks for confirmation, `orphan` that the sender that had claimed it is dead.
    """

    delivery_id: int
    digest_id: int | None
    period: str | None
    channel: str
    born: datetime
    message_id: str | None
    secret: str
    recipient: str
    recipient_id: int | None
    operators: bool
    asks: bool
    orphan: bool

    @property
    def of_one_story(self) -> bool:
        """Decide whether it reports one story, possibly with several initiatives, and is not the digest of a period."""
        return (self.period or "").startswith(STORY)

    @property
    def key(self) -> tuple[int | None, int]:
        """Return the key that distinguishes its rows from those of other mails: `key_of` a row."""
        return (self.digest_id, 0) if self.digest_id else (None, self.delivery_id)


def key_of(delivery: Delivery) -> tuple[int | None, int]:
    """Return the key of the mail that a delivery is part of."""
    return (delivery.digest_id, 0) if delivery.digest_id else (None, delivery.id or 0)


class Loose(NamedTuple):
    """A delivery to be put into a mail, with its alert, and its story if it reports an announcement."""

    alert: Alert
    delivery: Delivery
    story: int | None


class Claimed(NamedTuple):
    """A delivery claimed by its holder, with its alert, and its announcement, incident or find.

    A mail that asks for confirmation has none of them.
    """

    delivery: Delivery
    alert: Alert
    announcement: Announcement | None
    incident: Incident | None
    find: Find | None


def loose(session: Session, at: datetime) -> list[Loose]:
    """Return due deliveries that were never tried, and are in no digest or in the mail of a story that may still grow.

    By alert, first found first. No one can claim them before the transaction ends, so what is planned from them holds
    until then.
    """
    joined = select(Alert, Delivery, Announcement.story_id).join(Delivery, col(Alert.id) == Delivery.alert_id)
    wanted = joined.outerjoin(Announcement, col(Announcement.id) == Delivery.announcement_id)
    wanted = wanted.outerjoin(Digest, col(Digest.id) == Delivery.digest_id)
    due = wanted.where(Delivery.state == "pending", col(Delivery.due_at) <= at)
    told = due.where(col(Delivery.recipient_id).is_(None), is_open(at))
    grows = and_(col(Alert.rate) == "immediate", _of_one_story())
    untried = told.where(or_(col(Delivery.digest_id).is_(None), grows), Delivery.attempts == 0)
    # Locked in the order in which senders claim, to avoid deadlocks.
    locked = session.exec(untried.order_by(col(Delivery.id)).with_for_update(of=Delivery))
    return sorted((Loose(*row) for row in locked), key=lambda row: (row.delivery.alert_id, row.delivery.id))


def _of_one_story() -> ColumnElement[bool]:
    """State the condition that the digest is the mail of one story."""
    return col(Digest.period).startswith(STORY)


def digest_of(session: Session, alert_id: int, period: str) -> int | None:
    """Return the id of a period's digest."""
    return session.exec(select(Digest.id).where(Digest.alert_id == alert_id, Digest.period == period)).one_or_none()


def digest_made_at(session: Session, alert_id: int, period: str) -> datetime | None:
    """Return when a period's digest was made; None if it was not."""
    made = select(Digest.created_at).where(Digest.alert_id == alert_id, Digest.period == period)
    return session.exec(made).one_or_none()


def youngest_first_find(session: Session, alert_id: int) -> datetime | None:
    """Return when the newest find of a first crawl that is in no digest yet was written."""
    finds = select(func.max(Delivery.created_at)).where(
        Delivery.alert_id == alert_id, Delivery.kind == "first-crawl", col(Delivery.digest_id).is_(None)
    )
    return session.exec(finds).one()


def units(session: Session, at: datetime) -> list[Unit]:
    """Return the due mails, in the order of their first delivery; those that their sender left come last."""
    news = and_(col(Alert.rate) == "immediate", col(Delivery.kind).in_(("news", "stronger")))
    # A mail that was tried alone stays alone, whatever the alert's rate is now: it may have arrived under its own id.
    alone = or_(news, col(Delivery.kind).in_(QUESTIONS), col(Delivery.attempts) > 0)
    orphan = func.max(case((col(Delivery.state) == "sending", 1), else_=0))
    first = func.min(Delivery.id)
    wanted = (
        columns(
            first,
            col(Delivery.digest_id),
            func.max(Digest.period),
            func.max(Alert.channel),
            func.min(func.coalesce(Digest.created_at, Delivery.created_at)),
            func.max(Delivery.message_id),
            func.coalesce(func.max(Recipient.bounce_token), ""),
            func.max(func.coalesce(Recipient.address, Alert.recipient)),
            func.max(Alert.recipient_id),
            func.max(Delivery.incident_id).is_not(None),
            func.max(Delivery.recipient_id).is_not(None),
            orphan == 1,
        )
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .outerjoin(Recipient, col(Recipient.id) == Alert.recipient_id)
        .outerjoin(Digest, col(Digest.id) == Delivery.digest_id)
        .where(is_due(at, MODELS), or_(col(Delivery.digest_id).is_not(None), alone))
        # A delivery outside of digests is sent alone: each is a group of its own.
        .group_by(col(Delivery.digest_id), case((col(Delivery.digest_id).is_(None), col(Delivery.id))))
    )
    return [Unit._make(row) for row in session.connection().execute(wanted.order_by(orphan, first))]


def mails_since(session: Session, alert_id: int, moment: datetime, until: datetime) -> int:
    """Count the mails of one story that an alert sent since `moment` and before `until`, including those being sent."""
    # A mail that was permanently refused, or withdrawn after an attempt, is no longer on its way.
    under_way = and_(col(Delivery.state).in_(("pending", "sending")), col(Delivery.attempts) > 0)
    # A delivery outside of digests is a mail of its own.
    mail = func.coalesce(col(Delivery.digest_id), -col(Delivery.id))
    wanted = select(func.count(distinct(mail))).outerjoin(Digest, col(Digest.id) == Delivery.digest_id)
    counted = wanted.where(
        Delivery.alert_id == alert_id,
        or_(col(Delivery.digest_id).is_(None), _of_one_story()),
        col(Delivery.recipient_id).is_(None),
        col(Delivery.state) != "backfilled",
        or_(and_(col(Delivery.sent_at) >= moment, col(Delivery.sent_at) < until), under_way),
    )
    return session.exec(counted).one()


def of_units(units: Sequence[Unit]) -> ColumnElement[bool]:
    """Return the rows of these mails."""
    alone = col(Delivery.id).in_([unit.delivery_id for unit in units if unit.digest_id is None])
    return or_(alone, col(Delivery.digest_id).in_([unit.digest_id for unit in units if unit.digest_id]))


def claimed(session: Session, units: Sequence[Unit], holder: str) -> list[Claimed]:
    """Return the deliveries of the mails that `holder` has claimed, as they are now."""
    wanted = (
        select(Delivery, Alert, Announcement, Incident, Find)  # type: ignore[call-overload]
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .join(Announcement, col(Announcement.id) == Delivery.announcement_id, isouter=True)
        .join(Incident, col(Incident.id) == Delivery.incident_id, isouter=True)
        .join(Find, col(Find.id) == Delivery.find_id, isouter=True)
        .where(of_units(units), Delivery.state == "sending", Delivery.holder == holder)
    )
    fresh = wanted.order_by(col(Delivery.id)).execution_options(populate_existing=True)
    return [Claimed(*row) for row in session.exec(fresh)]


def acts_beside(session: Session, ids: Iterable[int]) -> list[tuple[int, str]]:
    """Return deliveries, each with an act that another of its alert and announcement has reported, or will."""
    other = aliased(Delivery)
    same = and_(col(other.alert_id) == Delivery.alert_id, col(other.announcement_id) == Delivery.announcement_id)
    told = col(other.state).in_(("pending", "sending", "sent", "failed"))
    beside = select(Delivery.id, other.act).join(other, and_(same, col(other.id) != col(Delivery.id), told))
    return [(id_ or 0, act) for id_, act in session.exec(beside.where(col(Delivery.id).in_(list(ids))))]


def with_late_finds(session: Session, alert_ids: Iterable[int]) -> set[int]:
    """Return those of the alerts that have late finds on record."""
    late = select(Delivery.alert_id).where(col(Delivery.alert_id).in_(set(alert_ids)), Delivery.state == "backfilled")
    return set(session.exec(late.distinct()))


def tellers(session: Session, story_ids: Iterable[int]) -> dict[int, list[Document]]:
    """Return the documents of each story, without their texts, in the order in which they came."""
    shown = (Document.source, Document.url, Document.title, Document.published, Document.story_id)
    light = load_only(*(cast(InstrumentedAttribute[Any], column) for column in shown))
    wanted = select(Document).options(light).where(col(Document.story_id).in_(set(story_ids)))
    found: dict[int, list[Document]] = {}
    for document in session.exec(wanted.order_by(col(Document.id))):
        found.setdefault(document.story_id or 0, []).append(document)
    return found
