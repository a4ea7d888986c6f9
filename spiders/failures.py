"""Classify what went wrong with a request, and what it means for the source."""

from typing import NamedTuple

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.spidermiddlewares.httperror import HttpError
from sqlalchemy.exc import SQLAlchemyError

from spiders.manners import OffHostError
from spiders.robots_rules import RulesMissedError
from spiders.turns import NoTurnError, PausedError

REFUSALS = (403, 412, 429, 521)
"""Statuses by which a site refuses further requests for now."""


OF_HOST = ("paused", "no-turn", "rules-missed")


class Trouble(NamedTuple):
    """The class of a failure (an HTTP status or a word), the verdict that it means for a list, and a text."""

    name: str
    verdict: str
    text: str

    @property
    def refusal(self) -> bool:
        """Decide whether the site asked us to stop."""
        return self.name in map(str, REFUSALS)

    @property
    def of_host(self) -> bool:
        """Decide whether no further request may go to the host in this crawl; the text names the host."""
        return self.name in OF_HOST


NAMES: tuple[tuple[type[Exception], str, str], ...] = (
    (OffHostError, "off-host", "empty"),
    (PausedError, "paused", "blocked"),
    (NoTurnError, "no-turn", "error"),
    (RulesMissedError, "rules-missed", "down"),
    (SQLAlchemyError, "database", "error"),
    (DownloadTimeoutError, "timeout", "down"),
    (CannotResolveHostError, "no-address", "down"),
    (DownloadConnectionRefusedError, "no-connection", "down"),
    (DownloadCancelledError, "too-big", "error"),
)
IGNORED = {
    "robots.txt": Trouble("robots", "blocked", "robots.txt forbids it"),
    "DOWNLOAD_MAXSIZE": Trouble("too-big", "error", "too big when unpacked"),
    "max redirections": Trouble("redirects", "error", "endless redirects"),
    "": Trouble("ignored", "error", "ignored"),
}
"""Failures that Scrapy distinguishes only by their text, by a part of that text."""


def trouble_of(error: BaseException | None) -> Trouble:
    """Classify the failure of a request."""
    if isinstance(error, HttpError):
        return _status(error.response.status)
    for kind, name, verdict in NAMES:
        if isinstance(error, kind):
            return Trouble(name, verdict, str(error)[:300] or name)
    if isinstance(error, IgnoreRequest):
        return next((trouble for word, trouble in IGNORED.items() if word in str(error)), IGNORED[""])
    return Trouble("broken", "down", told(error))


def told(error: BaseException | None) -> str:
    """Return the kind and message of an error in one short line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


def _status(status: int) -> Trouble:
    refused = status in REFUSALS
    verdict = "blocked" if refused else "down" if status >= 500 else "empty"
    return Trouble(str(status), verdict, f"HTTP {status}")
