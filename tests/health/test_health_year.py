"""Simulates a year of publishing with breakages: each is reported in time and in kind, and nothing else is.

Thirty breakages of twenty sites by night, six of four sites by day.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from config.schema.source import Source
from db.beijing import BEIJING
from db.engine import reading, writing
from db.models import Delivery, Incident
from tests.factories.announcements import add_alert
from tests.factories.declared import source
from tests.servers.publishing import DAY, Breakage, Rhythm, Site, crawl, monthly, offices, weekly, works
from tests.sizes import size
from tracker.alerts.matching.incident_alerts import enqueue_incident
from tracker.alerts.matching.rules import Rule
from tracker.health import canary
from tracker.health.assess import history
from tracker.health.incidents import record
from tracker.health.states import judge

SEED = 2026
HISTORY, FIRST, LAST = date(2025, 1, 1), date(2026, 1, 1), date(2026, size(12, 10), 31)
# The number of sites, hours between crawls, the rhythms of their lists, and the days that a breakage of reading lasts.
PLANS: list[tuple[str, int, int, list[Rhythm], int]] = [
    ("agency", 1, size(12, 24), [offices(3, 2), offices(1, 0.6)], 14),
    ("outlet", size(2, 0), 24, [offices(1.2, 0.8), offices(0.6, 0.4)], 18),
    ("ministry", size(4, 1), 24, [offices(1, 0.04), offices(0.4)], 24),
    ("office", size(4, 1), 48, [offices(0.5, 0.01)], 40),
    ("bureau", size(2, 0), 48, [offices(0.3), offices(0.4)], 40),
    ("weekly", size(3, 1), 48, [weekly(3)], 40),
    ("monthly", size(2, 0), 48, [monthly(15)], 75),
    ("paper", size(2, 0), 48, [offices(1.5, 1.5)], 14),
]
KINDS = ("down", "blocked", "empty", "changed", "quiet", "error")


@dataclass
class World:
    """The sites with their declarations, and the learned gap of each incident's source when it was opened."""

    sites: list[Site]
    declared: dict[str, Source]
    gaps: dict[int, float] = field(default_factory=dict)


def world(seed: int) -> World:
    """Sites that publish for two years, with breakages in the second, the same number of each kind."""
    chance = random.Random(seed)
    kinds = [kind for kind in KINDS for _ in range(size(5, 1))]
    chance.shuffle(kinds)
    sites = []
    for name, count, hours, rhythms, days in PLANS:
        for n in range(count):
            lists = {f"list-{i}": rhythm for i, rhythm in enumerate(rhythms)}
            site = Site(f"{name}-{n}", hours * 60, lists, random.Random(f"{seed} {name} {n}"))
            for day in range((LAST - HISTORY).days + 1):
                site.publish(HISTORY + day * DAY)
            # Every other site breaks twice, in spring and in autumn.
            months = (2, 8) if len(sites) % 2 else (4,)
            site.breakages = [_breakage(chance, kinds.pop(), site, month, days) for month in months]
            sites.append(site)
    assert not kinds
    return World(sites, {site.id: _declared(site) for site in sites})


def _declared(site: Site) -> Source:
    return Source.model_validate({**source(), "id": site.id, "manners": {"every": site.every}})


def _breakage(chance: random.Random, kind: str, site: Site, month: int, days: int) -> Breakage:
    start = datetime(2026, month, chance.randint(1, 28), chance.randrange(24), 30, tzinfo=BEIJING)
    lasts = days if kind in ("quiet", "changed") else chance.randint(5, 9)
    what = {"empty": chance.choice([*site.lists, ""]), "changed": chance.choice(("text", "date", "layout"))}
    return Breakage(kind, start, start + timedelta(days=lasts), what.get(kind, ""))


def live(engine: Engine, lived: World) -> None:
    """Crawl every site in its rhythm through the year, and check it after each crawl as the daemon does."""
    start = datetime.combine(FIRST, time(8), BEIJING)
    for run in range(2 * ((LAST - FIRST).days + 1)):
        at = start + run * timedelta(hours=12)
        with writing(engine) as session:
            for site in lived.sites:
                if run * 720 % site.every == 0:
                    crawl(session, site, at)
                    _check(session, lived, site, at + timedelta(minutes=20))


def _check(session: Session, lived: World, site: Site, at: datetime) -> None:
    health = judge(history(session, lived.declared[site.id]), at)
    for change in record(session, [health], at):
        enqueue_incident(session, change, at)
        if health.silence:
            lived.gaps.setdefault(change.incident.id or 0, health.silence.rhythm.limit)
    if at.weekday() == 0:
        canary.renew(session, site.id, at)


def _deadline(gap: float, site: Site, start: datetime) -> datetime:
    """Return one run after the learned gap has passed, by the workdays of our own calendar.

    The gap begins with the last item that was found, which may be a run after the breakage began.
    """
    last = max(item.seen_at for item in site.items if item.seen_at and item.listed <= start)
    day = max(start, last).astimezone(BEIJING).date()
    while gap > 0:
        day += DAY
        gap -= works(day)
    return datetime.combine(day + DAY, time(), BEIJING) + timedelta(minutes=site.every)


# A year takes half a minute, and its queries run on both databases in test_health_incidents.
@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_breakage_of_a_year_is_reported_in_time_and_in_kind_and_nothing_else_is(engine: Engine) -> None:
    lived = world(SEED)
    add_alert(engine, Rule(incidents=True), name="sources")
    live(engine, lived)
    with reading(engine) as session:
        incidents = session.exec(select(Incident).order_by(Incident.source, Incident.opened_at)).all()
        told = sorted(session.exec(select(Delivery.incident_id, Delivery.act)))
    breakages = [(site, one) for site in sorted(lived.sites, key=lambda s: s.id) for one in site.breakages]
    assert [(one.source, one.state) for one in incidents] == [(site.id, one.kind) for site, one in breakages]
    for incident, (site, one) in zip(incidents, breakages, strict=True):
        late = f"{incident} for {one}"
        assert one.start < incident.opened_at <= _deadline(lived.gaps[incident.id or 0], site, one.start), late
        assert incident.opened_at < one.end, late
        assert (incident.closed_at or one.start) >= one.end, late
    assert told == sorted((one.id, act) for one in incidents for act in ("opened", "closed"))
