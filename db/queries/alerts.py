"""Questions about alerts: who wants to hear of what, and what they were told."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from db.models import Alert, AlertInitiative, Announcement, Delivery


def alerts(session: Session) -> list[Alert]:
    """The standing alerts, in the order in which they were made."""
    return list(session.exec(select(Alert).where(col(Alert.removed_at).is_(None)).order_by(col(Alert.id))))


def alerts_for(session: Session, initiatives: Sequence[str]) -> list[Alert]:
    """The standing alerts that are looked up under any of the initiatives."""
    found = select(AlertInitiative.alert_id).where(col(AlertInitiative.initiative).in_(initiatives))
    wanted = select(Alert).where(col(Alert.id).in_(found), col(Alert.removed_at).is_(None))
    return list(session.exec(wanted.order_by(col(Alert.id))))


def told_of(session: Session, announcement_id: int) -> dict[int, list[Delivery]]:
    """The deliveries of an announcement by alert, whatever became of them."""
    told: dict[int, list[Delivery]] = {}
    for delivery in session.exec(select(Delivery).where(Delivery.announcement_id == announcement_id)):
        told.setdefault(delivery.alert_id, []).append(delivery)
    return told


def told_of_incident(session: Session, incident_id: int) -> set[int]:
    """The alerts that have a delivery of an incident, whatever became of it."""
    return set(session.exec(select(Delivery.alert_id).where(Delivery.incident_id == incident_id)))


def announcements_since(session: Session, moment: datetime) -> list[Announcement]:
    """The announcements that stand and that we came to know since `moment`, the newest first."""
    since = select(Announcement).where(
        col(Announcement.first_seen_at) >= moment, col(Announcement.withdrawn).is_(False)
    )
    return list(session.exec(since.order_by(col(Announcement.id).desc())))


def deliveries(session: Session, announcement_id: int | None, recipient: str | None) -> list[tuple[Delivery, Alert]]:
    """Deliveries with their alerts, the newest first, of one announcement or to one recipient where given."""
    wanted = select(Delivery, Alert).join(Alert, col(Alert.id) == Delivery.alert_id)
    if announcement_id is not None:
        wanted = wanted.where(Delivery.announcement_id == announcement_id)
    if recipient is not None:
        wanted = wanted.where(Alert.recipient == recipient)
    return list(session.exec(wanted.order_by(col(Delivery.id).desc())))
