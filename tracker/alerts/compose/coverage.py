"""State in a message which sources are not healthy, or that all are."""

from datetime import datetime

from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from tracker.alerts.compose.dates import day_words
from tracker.alerts.compose.items import name_in
from tracker.alerts.compose.wording import WORDS, say
from tracker.health.assess import check
from tracker.health.states import STATES, Health

MOST_NAMED = 3


def coverage(session: Session, config: Config, at: datetime) -> dict[str, str]:
    """One line a language about how every source that is enabled and crawled is at the moment `at`."""
    known = [health for health in check(session, config, at) if health.state != "new"]
    bad = [health for health in known if health.findings]
    key = "coverage-some" if bad else "coverage-ok" if known else "coverage-none"
    return {
        language: say(
            language,
            key,
            count=len(known),
            well=len(known) - len(bad),
            troubles=_troubles(bad, language, config),
        )
        for language in WORDS
    }


def _troubles(bad: list[Health], language: str, config: Config) -> str:
    """The worst few by name, and how many more there are: a mail is no health report."""
    worst = sorted(bad, key=lambda health: STATES.index(health.state))
    told = [_trouble(health, language, config) for health in worst[:MOST_NAMED]]
    if len(bad) > MOST_NAMED:
        told.append(say(language, "coverage-more", count=len(bad) - MOST_NAMED))
    return "; ".join(told)


def _trouble(health: Health, language: str, config: Config) -> str:
    name = name_in(config.sources[health.source].name, language, health.source)
    silence = health.silence
    if health.state == "quiet" and silence and silence.too_long and silence.rhythm.usual:
        return say(language, "coverage-quiet", name=name, days=silence.days, usual=round(silence.rhythm.usual))
    worst = next(finding for finding in health.findings if finding.state == health.state)
    since = day_words(beijing_day(worst.since) or worst.since.date(), language)
    return f"{name} {say(language, f'incident-{worst.state}', since=since)}"
