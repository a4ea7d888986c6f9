"""Write incidents, each opened and closed once even if checks run at the same time, and reference articles."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from db.models import Canary, Incident
from db.store.once import add_once


def open_incident(session: Session, incident: Incident) -> bool:
    """Write a new incident; return False if one of its source and state is already open."""
    return bool(add_once(session, [incident]))


def close_incident(session: Session, incident: Incident, at: datetime) -> bool:
    """Close an incident; return False if another check has closed it."""
    still_open = update(Incident).where(col(Incident.id) == incident.id, col(Incident.closed_at).is_(None))
    closed = session.connection().execute(still_open.values(closed_at=at)).rowcount > 0
    session.refresh(incident)
    return closed


def keep_canary(session: Session, canary: Canary) -> None:
    """Make an article the reference by which reading of its source is monitored."""
    session.merge(canary)
