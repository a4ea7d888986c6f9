"""Writes incidents, each opened once and closed once whoever checks at the same time, and the known articles."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from db.models import Canary, Incident
from db.store.once import add_once


def open_incident(session: Session, incident: Incident) -> bool:
    """Write a new incident; False where one of its source and state is open already."""
    return bool(add_once(session, [incident]))


def close_incident(session: Session, incident: Incident, at: datetime) -> bool:
    """Close an incident; False where another check has closed it."""
    still_open = update(Incident).where(col(Incident.id) == incident.id, col(Incident.closed_at).is_(None))
    closed = session.connection().execute(still_open.values(closed_at=at)).rowcount > 0
    session.refresh(incident)
    return closed


def keep_canary(session: Session, canary: Canary) -> None:
    """Let an article be the one by which we watch how its source is read."""
    session.merge(canary)
