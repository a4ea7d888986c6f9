"""Proves what became of every delivery: when it went, as which message, what was answered, or why not."""

from typing import Any

from sqlmodel import Session

from db.models import Alert, Delivery
from db.queries.alerts import deliveries


def record(session: Session, announcement_id: int | None, recipient: str | None) -> list[dict[str, Any]]:
    """One row a delivery, the newest first, of one announcement or to one recipient where they are given."""
    return [_row(*row) for row in deliveries(session, announcement_id, recipient)]


def _row(delivery: Delivery, alert: Alert) -> dict[str, Any]:
    return {
        "announcement": delivery.announcement_id,
        "incident": delivery.incident_id,
        "act": delivery.act,
        "alert": delivery.alert_id,
        "recipient": alert.recipient,
        "kind": delivery.kind,
        "state": delivery.state,
        "sent_at": delivery.sent_at,
        "message_id": delivery.message_id,
        "attempts": delivery.attempts,
        "answer": delivery.answer or _why_not(delivery),
    }


def _why_not(delivery: Delivery) -> str:
    if delivery.state == "backfilled":
        return "found late: only counted in the next mail"
    if delivery.state == "sending":
        return f"on its way, held by {delivery.holder}"
    return f"due {delivery.due_at:%Y-%m-%d %H:%M} UTC"
