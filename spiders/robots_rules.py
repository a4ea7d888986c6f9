"""Reads robots.txt as RFC 9309 has it: what an answer, or its absence, allows us."""

from dataclasses import dataclass
from typing import Self

from protego import Protego
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest

from config.settings import NAME

# RFC 9309, 2.5: at least so much has to be read; what stands behind it is no rule.
MOST_BYTES = 500 * 1024
LONGEST_DELAY = 120.0
"""Seconds; what asks for more between two requests is asked so often all the same."""


class RulesMissedError(IgnoreRequest):
    """A request to a host whose robots.txt could not be had, so that nothing there may be asked for."""


@dataclass(frozen=True)
class Rules:
    """What a host allows: by its robots.txt, or everything or nothing where there is none to go by.

    `missed` is why nothing is allowed: 5xx, a time-out, no connection (RFC 9309, 2.3.1.4).
    """

    parsed: Protego
    missed: str | None = None

    @classmethod
    def of_answer(cls, status: int, body: bytes) -> Self:
        """By an answer, after redirects: 4xx, and a redirect that leads nowhere, mean that there are no rules."""
        if status >= 500:
            return cls.of_nothing(f"HTTP {status}")
        # Whatever it begins with it is text: lines that are no rules are passed over (2.2).
        text = body[:MOST_BYTES].decode(errors="replace").lstrip("\ufeff") if 200 <= status < 300 else ""
        return cls(Protego.parse(text))

    @classmethod
    def of_failure(cls, error: Exception) -> Self:
        """By what a request ended with in place of an answer."""
        # We broke it off ourselves: too many redirects, one that we may not follow, 32 MB and no end.
        if isinstance(error, IgnoreRequest | DownloadCancelledError):
            return cls.of_answer(404, b"")
        return cls.of_nothing(" ".join(f"{type(error).__name__}: {error}".split())[:80])

    @classmethod
    def of_nothing(cls, missed: str) -> Self:
        """By nothing, for the reason `missed`."""
        return cls(Protego.parse(""), missed)

    def allow(self, url: str) -> bool:
        """Whether we may ask for an address."""
        return self.missed is None and self.parsed.can_fetch(url, NAME)

    @property
    def delay(self) -> float:
        """The seconds between requests that it asks of us, at most LONGEST_DELAY; 0 where it asks for none."""
        asked = self.parsed.crawl_delay(NAME) or 0.0
        return min(asked, LONGEST_DELAY) if asked > 0 else 0.0

    @property
    def sitemaps(self) -> list[str]:
        """Addresses of sitemaps that it names."""
        return list(self.parsed.sitemaps)
