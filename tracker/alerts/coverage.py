"""Says in a mail how well we see: which sources are not well, or that all are."""

from datetime import datetime

from sqlmodel import Session

from config import Config
from tracker.alerts.items import name_in
from tracker.alerts.wording import WORDS, say
from tracker.announce import beijing_day
from tracker.health.check import check
from tracker.health.states import Health


def coverage(session: Session, config: Config, at: datetime) -> dict[str, str]:
    """One line a language about how every source that is enabled and crawled is at the moment `at`."""
    known = [health for health in check(session, config, at) if health.state != "new"]
    bad = [health for health in known if health.findings]
    key = "coverage-some" if bad else "coverage-ok" if known else "coverage-none"
    return {
        language: say(
            language,
            key,
            count=len(known) - len(bad),
            troubles="; ".join(_trouble(health, language, config) for health in bad),
        )
        for language in WORDS
    }


def _trouble(health: Health, language: str, config: Config) -> str:
    name = name_in(config.sources[health.source].name, language, health.source)
    silence = health.silence
    if health.state == "quiet" and silence and silence.too_long and silence.rhythm.usual:
        return say(language, "coverage-quiet", name=name, days=silence.days, usual=round(silence.rhythm.usual))
    worst = next(finding for finding in health.findings if finding.state == health.state)
    return f"{name} {say(language, f'incident-{worst.state}', since=beijing_day(worst.since))}"
