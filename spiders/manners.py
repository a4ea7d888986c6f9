"""Restrict requests to the source's own hosts, and retry patiently (downloader middlewares)."""

import asyncio
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from config.schema.source import PORTS, has_usual_port, hosts_hold
from spiders.public import is_public
from spiders.robots import ASKS_RULES
from spiders.turns import LONGEST_WAIT


class OffHostError(IgnoreRequest):
    """A request that leaves the source's hosts, by a link or by a redirect."""


class OwnHosts:
    """Refuse requests, including redirected ones, that leave the source's hosts or http and https.

    A robots.txt may redirect to another host (RFC 9309, 2.3.1.2) with a public address.
    """

    def __init__(self, hosts: frozenset[str]) -> None:
        self.hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create it for Scrapy."""
        return cls(frozenset(crawler.settings.getlist("OWN_HOSTS")))

    def process_request(self, request: Request) -> None:
        """Raise OffHostError if the request may not be sent."""
        parts = urlsplit(request.url)
        own = hosts_hold(self.hosts, parts.hostname)
        may = own or (ASKS_RULES in request.meta and _may_hold_rules(parts.hostname or ""))
        if not may or parts.scheme not in PORTS or parts.username:
            raise OffHostError(f"leaves the source's hosts for {request.url[:200]}")
        if not has_usual_port(request.url):
            raise OffHostError(f"asks for a port other than 80 and 443: {request.url[:200]}")


def _may_hold_rules(host: str) -> bool:
    """Decide whether the redirect of a robots.txt may lead to a host; its address is checked when it is looked up."""
    try:
        return is_public(host)
    except ValueError:
        return "." in host


class Patience(RetryMiddleware):
    """Retry like Scrapy, but wait longer each time; for a host that says when to come again, see `Turns`."""

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return the response, or after a wait the request for the next attempt."""
        result = super().process_response(request, response)
        if isinstance(result, Request):
            await self._wait(result)
        return result

    async def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        """Return after a wait the request for the next attempt, or None if the exception stands."""
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            await self._wait(result)
        return result

    async def _wait(self, again: Request) -> None:
        own = self.crawler.settings.getdict("DELAYS")[""] * 4 ** again.meta["retry_times"]
        await asyncio.sleep(min(own, LONGEST_WAIT))
