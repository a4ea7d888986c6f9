"""Questions about alerts: who wants to hear of what, and what they were told."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from db.models import Alert, AlertInitiative, Delivery


def alerts(session: Session) -> list[Alert]:
    """The standing alerts, in the order in which they were made."""
    return list(session.exec(select(Alert).where(col(Alert.removed_at).is_(None)).order_by(col(Alert.id))))


def alerts_for(session: Session, initiatives: Sequence[str]) -> list[Alert]:
    """The standing alerts that are looked up under any of the initiatives."""
    found = select(AlertInitiative.alert_id).where(col(AlertInitiative.initiative).in_(initiatives))
    wanted = select(Alert).where(col(Alert.id).in_(found), col(Alert.removed_at).is_(None))
    return list(session.exec(wanted.order_by(col(Alert.id))))


def acts_told(session: Session, announcement_id: int) -> dict[int, list[str]]:
    """The acts of an announcement that each alert has a delivery of, whatever became of it."""
    told: dict[int, list[str]] = {}
    wanted = select(Delivery.alert_id, Delivery.act).where(Delivery.announcement_id == announcement_id)
    for alert_id, act in session.exec(wanted):
        told.setdefault(alert_id, []).append(act)
    return told
