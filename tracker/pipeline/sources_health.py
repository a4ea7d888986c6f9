"""Check all sources once, keep their incidents, and notify operators of what changed."""

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
    """Check every enabled source at the moment `at`; give how they are.

    Any number of watches may run at once: each turn of an incident is noted, and told, by one of them.
    """
    with reading(engine) as session:
        healths = check(session, config, at)
    with writing(engine) as session:
        for change in record(session, healths, at):
            enqueue_incident(session, change, at)
        for health in healths:
            canary.renew(session, health.source, at)
    return healths
