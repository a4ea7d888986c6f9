"""Query figures for monitoring: what is stored, what waits, who works."""

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Announcement, Delivery, Document, Incident, Page, Recipient

KEPT = {"pages": Page, "documents": Document, "announcements": Announcement}


def kept(session: Session) -> dict[str, int]:
    """Count the rows of what is kept."""
    return {name: session.exec(select(func.count()).select_from(table)).one() for name, table in KEPT.items()}


def deliveries_by_state(session: Session) -> dict[str, int]:
    """Count the deliveries in each state."""
    counts = columns(col(Delivery.state), func.count()).group_by(col(Delivery.state))
    return {str(state): int(count) for state, count in session.execute(counts)}


def mails_sent(session: Session) -> int:
    """Count the mails that a server accepted and did not return."""
    sent = select(func.count(func.distinct(Delivery.message_id))).where(Delivery.state == "sent")
    return session.exec(sent).one()


def incidents_by_state(session: Session) -> dict[str, int]:
    """Count the open incidents of each state."""
    counts = columns(col(Incident.state), func.count()).where(col(Incident.closed_at).is_(None))
    return {str(state): int(count) for state, count in session.execute(counts.group_by(col(Incident.state)))}


def all_recipients(session: Session) -> list[Recipient]:
    """Return every recipient."""
    return list(session.exec(select(Recipient)))
