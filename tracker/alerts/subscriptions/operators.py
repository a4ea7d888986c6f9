"""Notify operators of problems with the outbox itself: once at the beginning, and once at the end."""

from datetime import datetime

from sqlmodel import Session

from db.models import Incident, Recipient
from db.queries import health as of_sources
from db.queries import recipients as of_recipients
from db.store.health import close_incident, open_incident
from tracker.alerts.compose.incident_items import OUTBOX
from tracker.alerts.matching.incident_alerts import enqueue_incident
from tracker.health.incidents import Change


def tell_operators(session: Session, state: str, reason: str, at: datetime, recipient: Recipient | None = None) -> bool:
    """Open an incident of the outbox, or of a recipient, and notify operators; return False if it is already open."""
    about, recipient_id = ("", recipient.id) if recipient else (OUTBOX, None)
    trouble = Incident(source=about, recipient_id=recipient_id, state=state, began_at=at, opened_at=at)
    trouble.reason = reason[:500]
    if not open_incident(session, trouble):
        return False
    for incident in _open(session, state, recipient):
        enqueue_incident(session, Change(incident, "opened"), at)
    return True


def all_clear(session: Session, state: str, at: datetime, recipient: Recipient | None = None) -> bool:
    """Close an incident of the outbox, or of a recipient, and notify those who knew; return False if none is open."""
    closed = [one for one in _open(session, state, recipient) if close_incident(session, one, at)]
    for incident in closed:
        enqueue_incident(session, Change(incident, "closed"), at)
    return bool(closed)


def _open(session: Session, state: str, recipient: Recipient | None) -> list[Incident]:
    if recipient:
        return of_recipients.open_incidents(session, recipient, state)
    return [incident for incident in of_sources.open_incidents(session, OUTBOX) if incident.state == state]
