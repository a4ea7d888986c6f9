"""Ask an address whether it wants to unsubscribe, if a mail in its name says so without proof."""

from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import Session

from db.models import Delivery, Recipient
from db.queries import recipients as queries
from db.store.alerts import add_deliveries
from tracker.alerts.subscriptions.recipients import state

# Anyone can write in another's name: however often they do, the owner is asked once in this time.
APART = timedelta(days=7)


def ask_to_leave(session: Session, recipient: Recipient, at: datetime) -> Literal["asked", "before", "not mailed"]:
    """Mail a recipient the question, at most once in APART; a recipient that gets no mail now is not asked either."""
    alerts = queries.alerts_of(session, recipient)
    if state(recipient, at) != "confirmed" or not alerts:
        return "not mailed"
    if queries.asked_to_leave(session, recipient, at - APART):
        return "before"
    question = Delivery(
        alert_id=alerts[0].id or 0,
        recipient_id=recipient.id,
        act=f"leaving {at:%Y-%m-%d}",
        kind="leaving",
        created_at=at,
        due_at=at,
    )
    return "asked" if add_deliveries(session, [question]) else "before"
