"""Check sources: collect what the database knows of each, and judge it."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from config import Config
from config.schema.source import Source
from db.beijing import beijing_day
from db.models import Incident
from db.queries import health as queries
from tracker.health import canary
from tracker.health.fill import Reading
from tracker.health.gap import Period
from tracker.health.history import History, sighting
from tracker.health.states import BY_CRAWLS, Health, judge


def check(session: Session, config: Config, at: datetime) -> list[Health]:
    """Return the state of every enabled source at the moment `at`."""
    return [judge(history(session, source), at) for source in config.sources.values() if source.enabled]


def history(session: Session, source: Source) -> History:
    """Return what the database knows of a source's past."""
    crawls = queries.recent_crawls(session, source.id)
    every = timedelta(minutes=max(source.manners.every, source.manners.nights or 0))
    if not crawls:
        # Most sources of a new installation: nothing more is known, and nothing more is asked.
        return History(source.id, every, queries.first_crawl(session, source.id), crawls)
    incidents = queries.incidents(session, source.id)
    broken = next((one.began_at for one in incidents if one.state == "changed" and not one.closed_at), None)
    known = queries.canary(session, source.id)
    return History(
        source=source.id,
        every=every,
        watched_since=queries.first_crawl(session, source.id),
        crawls=crawls,
        sightings=[sighting(*row) for row in queries.sightings(session, source.id)],
        readings=_readings(session, source.id, broken),
        canary=canary.problem(*known) if known else None,
        broken_since=broken,
        blind=[_period(one) for one in incidents if one.state in BY_CRAWLS],
    )


def _readings(session: Session, source: str, broken: datetime | None) -> list[Reading]:
    """Return the newest readings; if a fall is known, those before it as well, however long it has lasted."""
    rows = list(queries.readings(session, source))
    if broken:
        rows = [row for row in rows if row[1] >= broken] + list(queries.readings(session, source, broken))
    return [Reading(*row) for row in rows]


def _period(incident: Incident) -> Period:
    end = beijing_day(incident.closed_at) if incident.closed_at else date.max
    return beijing_day(incident.began_at), end
