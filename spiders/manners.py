"""Downloader middlewares for good behaviour: own hosts alone, robots.txt as meant, patience."""

import asyncio
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response

from config.schema.source import hosts_hold
from config.settings import NAME

LONGEST_WAIT = 120.0
PORTS = {"http": (None, 80), "https": (None, 443)}


class OffHostError(IgnoreRequest):
    """A request that leaves the source's hosts, by a link or by a redirect."""


class OwnHosts:
    """Refuses requests, redirected ones included, that leave the source's hosts or http and https."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self.hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(frozenset(crawler.settings.getlist("OWN_HOSTS")))

    def process_request(self, request: Request) -> None:
        """Raise OffHostError where the request may not be sent."""
        parts = urlsplit(request.url)
        if (
            not hosts_hold(self.hosts, parts.hostname)
            or parts.port not in PORTS.get(parts.scheme, ())
            or parts.username
        ):
            raise OffHostError(f"leaves the source's hosts for {request.url[:200]}")


class PlainRobots:
    """Takes a robots.txt that is missing, or is the site's HTML, for one without rules."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Empty an answer that is no robots.txt."""
        if not _asks_robots(request):
            return response
        html = response.body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
        return response.replace(body=b"") if response.status != 200 or html else response


class CrawlDelay:
    """Keeps to the delay that a robots.txt asks for; a replica is ours and is asked without."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        if crawler.settings["REPLICA"]:
            raise NotConfigured
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Slow down on the host of a robots.txt."""
        if _asks_robots(request) and self.crawler.engine:
            slot = self.crawler.engine.downloader.slots[request.meta["download_slot"]]
            seconds = crawl_delay(response.body)
            if seconds > slot.delay:
                slot.delay, slot.jitter = seconds, 0.0
        return response


def crawl_delay(robots: bytes) -> float:
    """The seconds between requests that a robots.txt asks of us, at most LONGEST_WAIT; 0 where it asks for none."""
    asked = Protego.parse(robots.decode(errors="replace")).crawl_delay(NAME) or 0.0
    return min(asked, LONGEST_WAIT) if asked > 0 else 0.0


def _asks_robots(request: Request) -> bool:
    asked: str = request.meta.get("redirect_urls", [request.url])[0]
    return urlsplit(asked).path == "/robots.txt"


class Patience(RetryMiddleware):
    """Retries as Scrapy does, but waits longer each time, as long as `Retry-After` says."""

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Give the answer, or after a wait the request for the next try."""
        result = super().process_response(request, response)
        if isinstance(result, Request):
            asked = response.headers.get("Retry-After", b"") or b""
            await self._wait(result, float(asked) if asked.isdigit() else 0.0)
        return result

    async def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        """Give after a wait the request for the next try, or None where the exception stands."""
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            await self._wait(result, 0.0)
        return result

    async def _wait(self, again: Request, asked: float) -> None:
        own = self.crawler.settings.getfloat("DOWNLOAD_DELAY") * 4 ** again.meta["retry_times"]
        await asyncio.sleep(min(max(own, asked), LONGEST_WAIT))
