"""Says in a mail how well we see: how many sources were crawled, and which did not go well."""

from sqlmodel import Session

from config import Config
from db.queries.outbox import last_verdicts
from tracker.alerts.items import name_in
from tracker.alerts.wording import WORDS, say


def coverage(session: Session, config: Config) -> dict[str, str]:
    """One line a language about the newest crawl of every source that is enabled."""
    verdicts = last_verdicts(session)
    crawled = [source for id_, source in config.sources.items() if source.enabled and id_ in verdicts]
    bad = [source for source in crawled if verdicts[source.id] != "ok"]
    key = "coverage-some" if bad else "coverage-ok" if crawled else "coverage-none"
    return {
        language: say(
            language,
            key,
            count=len(crawled),
            names=", ".join(name_in(source.name, language, source.id) for source in bad),
        )
        for language in WORDS
    }
