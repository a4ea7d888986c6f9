"""State in a message which of its alert's sources are not healthy, or that all are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from config import Config
from config.schema.source import Source
from db.beijing import beijing_day
from db.models import Alert
from db.queries import health as queries
from tracker.alerts.compose.dates import day_words
from tracker.alerts.compose.names import name_in
from tracker.alerts.compose.wording import say
from tracker.health.assess import check
from tracker.health.gap import wait
from tracker.health.states import STATES, Health

MOST_NAMED = 3


@dataclass(frozen=True)
class Coverage:
    """The state of the enabled sources that were crawled, and which of them reported which initiatives."""

    known: Sequence[Health] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    telling: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)

    def line(self, session: Session, alert: Alert, config: Config) -> str:
        """Write one line, in the language of an alert, about the sources that it may use."""
        asked = [health for health in self.known if _may_tell(self.sources[health.source], alert.rule)]
        telling = self._telling(session, tuple(alert.rule.get("initiatives", ())), config)
        known = [health for health in asked if health.source in telling] or asked
        bad = [health for health in known if health.findings]
        key = "coverage-some" if bad else "coverage-ok" if known else "coverage-none"
        troubles = _troubles(bad, alert.language, config)
        return say(alert.language, key, count=len(known), well=len(known) - len(bad), troubles=troubles)

    def _telling(self, session: Session, initiatives: tuple[str, ...], config: Config) -> frozenset[str]:
        """Return the sources that ever reported any of the initiatives, or of their children."""
        if initiatives not in self.telling:
            wanted = {*initiatives, *(one.id for one in config.initiatives.values() if one.parent in initiatives)}
            self.telling[initiatives] = frozenset(queries.telling(session, wanted)) if initiatives else frozenset()
        return self.telling[initiatives]


def coverage(session: Session, config: Config, at: datetime) -> Coverage:
    """Return the state of every enabled source that was crawled, at the moment `at`."""
    known = [_fair(session, health, at) for health in check(session, config, at) if health.state != "new"]
    return Coverage(known, config.sources)


def _may_tell(source: Source, rule: Mapping[str, Any]) -> bool:
    """Decide whether a rule, as an alert stores it, accepts reports of a source."""
    return (
        (not rule.get("sources") or source.id in rule["sources"])
        and (not rule.get("languages") or source.language in rule["languages"])
        and rule.get("tier") in (None, source.tier)
    )


def _fair(session: Session, health: Health, at: datetime) -> Health:
    """Return a source's health without silence from before we followed it: its last report then may be old."""
    first = queries.first_crawl(session, health.source)
    if not health.silence or not first or all(finding.state != "quiet" for finding in health.findings):
        return health
    rhythm = health.silence.rhythm
    watched = wait(rhythm.off, beijing_day(first), beijing_day(at) - timedelta(days=1))
    if watched >= rhythm.limit:
        return health
    others = tuple(finding for finding in health.findings if finding.state != "quiet")
    return replace(health, findings=others)


def _troubles(bad: list[Health], language: str, config: Config) -> str:
    """Name the worst few, and how many more there are: a mail is not a health report."""
    worst = sorted(bad, key=lambda health: STATES.index(health.state))
    told = [_trouble(health, language, config) for health in worst[:MOST_NAMED]]
    if len(bad) > MOST_NAMED:
        told.append(say(language, "coverage-more", count=len(bad) - MOST_NAMED))
    return say(language, "semicolon").join(told)


def _trouble(health: Health, language: str, config: Config) -> str:
    name = name_in(config.sources[health.source].name, language, health.source)
    silence = health.silence
    if health.state == "quiet" and silence and silence.too_long and silence.rhythm.usual:
        return say(language, "coverage-quiet", name=name, days=silence.days, usual=round(silence.rhythm.usual))
    worst = next(finding for finding in health.findings if finding.state == health.state)
    since = day_words(beijing_day(worst.since) or worst.since.date(), language)
    return say(language, "coverage-one", name=name, trouble=say(language, f"incident-{worst.state}", since=since))
