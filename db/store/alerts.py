"""Write alerts, and the deliveries of announcements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from db.models import Alert, AlertInitiative, Delivery, now
from db.store.once import add_once, add_values_once


def add_alert(session: Session, alert: Alert, places: Sequence[AlertInitiative]) -> Alert:
    """Write a new alert, and its entries for looking it up."""
    session.add(alert)
    session.flush()
    for place in places:
        place.alert_id = alert.id or 0
    add_once(session, places)
    return alert


def remove_alert(session: Session, alert: Alert, at: datetime | None = None, why: str = "removed") -> None:
    """End an alert; its deliveries stay on record, waiting ones are withdrawn."""
    if not alert.removed_at:
        alert.removed_at, alert.removed_why = at or now(), why
    session.add(alert)
    _withdraw_waiting(session, alert, f"the alert was {alert.removed_why}")


def pause_alert(session: Session, alert: Alert, at: datetime) -> bool:
    """Pause an alert: it reports nothing until it is resumed, and waiting deliveries are withdrawn.

    Return False if it was paused before.
    """
    if alert.paused_at is not None:
        return False
    alert.paused_at = at
    session.add(alert)
    _withdraw_waiting(session, alert, "the alert was paused")
    return True


def resume_alert(session: Session, alert: Alert, at: datetime) -> bool:
    """Resume a paused alert for announcements from now on; return False if it is not paused."""
    if alert.paused_at is None:
        return False
    alert.paused_at, alert.resumed_at = None, at
    session.add(alert)
    return True


def _withdraw_waiting(session: Session, alert: Alert, reason: str) -> None:
    # A mail that asks for confirmation belongs to the recipient, and other alerts may depend on the answer.
    told = (col(Delivery.alert_id) == alert.id, col(Delivery.recipient_id).is_(None))
    waiting = update(Delivery).where(*told, col(Delivery.state) == "pending")
    session.connection().execute(waiting.values(state="withdrawn", answer=reason))


def add_deliveries(session: Session, deliveries: Iterable[Delivery]) -> int:
    """Write deliveries that do not exist yet; return their number."""
    return add_once(session, list(deliveries))


def add_delivery_values(session: Session, deliveries: Sequence[Mapping[str, Any]]) -> int:
    """Do the same for deliveries as plain values; missing fields are as in a new `Delivery`."""
    if not deliveries:
        return 0
    blank = Delivery(alert_id=0, act="").model_dump(exclude={"id"})
    return add_values_once(session, Delivery, [{**blank, **delivery} for delivery in deliveries])
