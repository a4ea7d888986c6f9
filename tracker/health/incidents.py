"""Open and close incidents as checks find them: each beginning and each end is recorded once."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from sqlmodel import Session

from db.models import Incident
from db.queries import health as queries
from db.store import health as store
from tracker.health.states import Health

Turn = Literal["opened", "closed"]


class Change(NamedTuple):
    """An incident that a check opened or closed."""

    incident: Incident
    turn: Turn


def record(session: Session, healths: Iterable[Health], at: datetime) -> list[Change]:
    """Update the incidents in a write transaction; return those that we changed."""
    return [change for health in healths for change in (*_opened(session, health, at), *_closed(session, health, at))]


def _opened(session: Session, health: Health, at: datetime) -> Iterator[Change]:
    for state, since, reason in health.findings:
        new = Incident(source=health.source, state=state, reason=reason[:500], began_at=since, opened_at=at)
        if store.open_incident(session, new):
            opened = (one for one in queries.open_incidents(session, health.source) if one.state == state)
            yield from (Change(incident, "opened") for incident in opened)


def _closed(session: Session, health: Health, at: datetime) -> Iterator[Change]:
    found = {finding.state for finding in health.findings}
    for incident in queries.open_incidents(session, health.source):
        over = incident.state in health.sure and incident.state not in found
        if over and store.close_incident(session, incident, at):
            yield Change(incident, "closed")
