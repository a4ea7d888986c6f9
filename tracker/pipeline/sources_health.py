"""Check all sources once, store their incidents, and notify operators of changes."""

from datetime import datetime

from sqlalchemy import Engine

from config import Config
from db.engine import reading, writing
from tracker.alerts.matching.incident_alerts import enqueue_incident
from tracker.health import canary
from tracker.health.assess import check
from tracker.health.incidents import record
from tracker.health.states import Health


def watch(engine: Engine, config: Config, at: datetime) -> list[Health]:
    """Check every enabled source at the moment `at`; return their states.

    Several may run at once: only one of them records and reports each turn of an incident.
    """
    with reading(engine) as session:
        healths = check(session, config, at)
    with writing(engine) as session:
        for change in record(session, healths, at):
            enqueue_incident(session, change, at)
        for health in healths:
            canary.renew(session, health.source, at)
    return healths
