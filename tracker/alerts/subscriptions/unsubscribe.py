"""End an alert at its recipient's own request."""

from datetime import datetime

from sqlmodel import Session

from db.models import Alert, Recipient
from db.queries.recipients import alerts_of, by_alert_token
from db.store.alerts import remove_alert
from db.store.recipients import forget_consent


def end_by_token(session: Session, token: str, how: str, at: datetime) -> Alert | None:
    """End the alert of a token; None if no alert in force has it."""
    alert = by_alert_token(session, token)
    if alert is None or alert.removed_at:
        return None
    end(session, alert, how, at)
    return alert


def end(session: Session, alert: Alert, how: str, at: datetime) -> None:
    """End an alert at its recipient's request; one who has left altogether is asked before the next mail."""
    remove_alert(session, alert, at, f"unsubscribed {how}")
    session.flush()
    recipient = session.get(Recipient, alert.recipient_id) if alert.recipient_id else None
    if recipient and not alerts_of(session, recipient):
        forget_consent(session, recipient)
