"""Plan the steps: the crawl of each source in its own rhythm, and the steps of every installation."""

from datetime import datetime

from config import Config, Settings
from tracker.daemon.rhythm import every
from tracker.daemon.step import Step

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
# A spider ends by itself after `crawl_seconds`. Only one that hangs reaches the hard limit.
GRACE = 120

STEPS = (
    Step("read", ("read",), HOUR, 2 * MINUTE, 6 * HOUR, then=("send",), pool="reading"),
    Step("health", ("health", "--tell"), 30 * MINUTE, 2 * MINUTE, HOUR, then=("send",)),
    Step("check", ("alerts", "check", "--tell"), 15 * MINUTE, 15 * MINUTE, HOUR, then=("send",)),
    Step("discover", ("discover", "--tell"), DAY, HOUR, HOUR, then=("send",), pool="reading"),
    Step("clean-up", ("clean-up",), DAY, HOUR, HOUR, pool="reading"),
)
SEND = Step("send", ("alerts", "send"), 20.0, MINUTE, 6 * HOUR)


def steps_of(config: Config, settings: Settings, at: datetime) -> list[Step]:
    """Return the steps at the moment `at`, with the rhythms of that hour.

    `tracker daemon --once` runs them in this order.
    """
    crawls = [
        Step(
            f"crawl:{source.id}",
            ("crawl", source.id),
            every=every(source.manners, at).total_seconds(),
            again=every(source.manners, at).total_seconds(),
            seconds=settings.crawl_seconds + GRACE,
            then=("read",),
            # Pages crawled within minutes are read together, so that reports of one event make one announcement.
            after=settings.round_minutes * MINUTE,
            pool="crawling",
        )
        for source in config.sources.values()
        if source.enabled
    ]
    return [*crawls, *STEPS, _mailbox(settings), SEND]


def _mailbox(settings: Settings) -> Step:
    """Return the step of the mailbox; without one, it still gives up on recipients who never confirmed."""
    seldom = not (settings.maildir or settings.imap_host)
    return Step("mailbox", ("alerts", "mailbox"), DAY if seldom else 5 * MINUTE, 5 * MINUTE, HOUR, ("send",))
