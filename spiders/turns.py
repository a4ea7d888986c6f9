"""Take turns at each host with all that use it, and respect its pauses (downloader middleware)."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from random import uniform
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from db.models import now
from spiders.hosts import Hosts, paused_text

LONGEST_WAIT = 120.0
"""Seconds that a crawl waits when a host asks for it; for more it ends its asking of the host."""
LATER = (403, 413, 429)
"""The statuses, besides 5xx, whose Retry-After is followed."""
# Longer than any pause that we keep.
ENDLESS = 10**9


class PausedError(IgnoreRequest):
    """A request to a host that requests a longer pause than a crawl waits."""


class NoTurnError(IgnoreRequest):
    """A request whose turn would come only after the end of the crawl's time."""


class Turns:
    """Keep requests to a host as far apart as it requires, from any source, process or machine."""

    def __init__(self, crawler: Crawler, hosts: Hosts) -> None:
        self.delays: dict[str, float] = crawler.settings.getdict("DELAYS")
        self.hosts = hosts
        self.ends_at = time.monotonic() + crawler.settings.getfloat("CLOSESPIDER_TIMEOUT")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create it for Scrapy; the spider has the database."""
        return cls(crawler, Hosts(crawler.spider.engine))  # type: ignore[union-attr]

    async def process_request(self, request: Request) -> None:
        """Wait for the host's next turn; raise PausedError or NoTurnError if it comes too late for this crawl."""
        name = urlsplit(request.url).hostname or ""
        # Varied, so that crawls of one host do not run in step; never shorter than declared.
        delay = self.delays.get(name, self.delays[""]) * uniform(1, 1.5)  # noqa: S311 - no secret
        while True:
            wait, host = await self.hosts.turn(name, delay)
            if not wait:
                return
            if wait > LONGEST_WAIT and host and host.paused_until and host.paused_until > now():
                raise PausedError(paused_text(host))
            if time.monotonic() + wait > self.ends_at:
                raise NoTurnError(f"no turn at {name} before the crawl's time ran out")
            await asyncio.sleep(wait)

    async def process_response(self, request: Request, response: Response) -> Response:
        """Record the host's pause for all that use it; raise PausedError if it is long.

        A short pause is waited for by the next request, including a retry.
        """
        asked = retry_after(response, now())
        if not asked:
            return response
        value = (response.headers["Retry-After"] or b"").decode("latin-1")[:80]
        by = f"HTTP {response.status}, Retry-After: {value}"
        host = await self.hosts.pause(urlsplit(request.url).hostname or "", asked, by)
        if asked.total_seconds() > LONGEST_WAIT:
            raise PausedError(paused_text(host))
        return response


def retry_after(response: Response, at: datetime) -> timedelta:
    """Return how long a refusal asks us to wait from `at` on, in seconds or by a date (RFC 9110, 10.2.3), or zero."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if response.status not in LATER and response.status < 500:
        return timedelta()
    if value.isdecimal():
        return timedelta(seconds=min(int(value[:10]), ENDLESS))
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return timedelta()
    return max(until.replace(tzinfo=until.tzinfo or UTC) - at, timedelta())
