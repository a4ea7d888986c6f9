"""Writes alerts and the deliveries that announcements give rise to."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from db.models import Alert, AlertInitiative, Delivery, now
from db.store.once import add_once


def add_alert(session: Session, alert: Alert, initiatives: Iterable[str]) -> Alert:
    """Write a new alert, and under which initiatives ("*" for any) it is looked up."""
    session.add(alert)
    session.flush()
    add_once(session, [AlertInitiative(initiative=id_, alert_id=alert.id or 0) for id_ in initiatives])
    return alert


def remove_alert(session: Session, alert: Alert, at: datetime | None = None) -> None:
    """End an alert; what it was told stays on record, what still waits is withdrawn."""
    alert.removed_at = alert.removed_at or at or now()
    session.add(alert)
    waiting = update(Delivery).where(col(Delivery.alert_id) == alert.id, col(Delivery.state) == "pending")
    session.connection().execute(waiting.values(state="withdrawn", answer="the alert was removed"))


def add_deliveries(session: Session, deliveries: Iterable[Delivery]) -> int:
    """Write deliveries that nobody wrote before; give how many those were."""
    return add_once(session, list(deliveries))
