"""Read robots.txt according to RFC 9309: what a response, or its absence, allows."""

from dataclasses import dataclass
from typing import Self

from protego import Protego
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest

from config.settings import NAME

# RFC 9309, 2.5: at least this much has to be read; what follows is not a rule.
MOST_BYTES = 500 * 1024
LONGEST_DELAY = 120.0
"""Seconds; a longer Crawl-delay is shortened to this."""


class RulesMissedError(IgnoreRequest):
    """A request to a host whose robots.txt could not be fetched, so that nothing may be requested from it."""


@dataclass(frozen=True)
class Rules:
    """What a host allows: by its robots.txt, or everything or nothing without one.

    `missed` is why nothing is allowed: 5xx, a time-out, no connection (RFC 9309, 2.3.1.4).
    """

    parsed: Protego
    missed: str | None = None

    @classmethod
    def of_answer(cls, status: int, body: bytes) -> Self:
        """Read a response, after redirects: 4xx, and a redirect that leads nowhere, mean that there are no rules."""
        if status >= 500:
            return cls.of_nothing(f"HTTP {status}")
        # It is text whatever it begins with: lines that are not rules are skipped (2.2).
        text = body[:MOST_BYTES].decode(errors="replace").lstrip("\ufeff") if 200 <= status < 300 else ""
        return cls(Protego.parse(text))

    @classmethod
    def of_failure(cls, error: Exception) -> Self:
        """Classify the failure of the request."""
        # We aborted it ourselves: too many redirects, a redirect that we may not follow, 32 MB and no end.
        if isinstance(error, IgnoreRequest | DownloadCancelledError):
            return cls.of_answer(404, b"")
        return cls.of_nothing(" ".join(f"{type(error).__name__}: {error}".split())[:80])

    @classmethod
    def of_nothing(cls, missed: str) -> Self:
        """Allow nothing, for the reason `missed`."""
        return cls(Protego.parse(""), missed)

    def allow(self, url: str) -> bool:
        """Decide whether an address may be requested."""
        return self.missed is None and self.parsed.can_fetch(url, NAME)

    @property
    def delay(self) -> float:
        """Return the seconds between requests that it states, at most LONGEST_DELAY; 0 if it states none."""
        asked = self.parsed.crawl_delay(NAME) or 0.0
        return min(asked, LONGEST_DELAY) if asked > 0 else 0.0

    @property
    def sitemaps(self) -> list[str]:
        """Return the addresses of sitemaps that it names."""
        return list(self.parsed.sitemaps)
