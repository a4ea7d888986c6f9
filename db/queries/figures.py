"""Query figures for monitoring: what is stored, what waits, who works."""

from datetime import datetime

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Announcement, Delivery, Document, Incident, Lease, Page, Recipient
from db.queries.recipients import is_open
from db.tables import ALIVE

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


def oldest_due(session: Session, at: datetime) -> datetime | None:
    """Return since when the delivery has been due that has waited longest although its recipient may be mailed."""
    waiting = select(func.min(Delivery.due_at)).where(
        Delivery.state == "pending", col(Delivery.due_at) <= at, is_open(at)
    )
    return session.exec(waiting).one()


def steps(session: Session) -> list[Lease]:
    """Return the leases of the daemon's steps, by name."""
    named = select(Lease).where(~col(Lease.name).startswith(ALIVE))
    return list(session.exec(named.order_by(col(Lease.name))))


def incidents_by_state(session: Session) -> dict[str, int]:
    """Count the open incidents of each state."""
    counts = columns(col(Incident.state), func.count()).where(col(Incident.closed_at).is_(None))
    return {str(state): int(count) for state, count in session.execute(counts.group_by(col(Incident.state)))}


def all_recipients(session: Session) -> list[Recipient]:
    """Return every recipient."""
    return list(session.exec(select(Recipient)))
