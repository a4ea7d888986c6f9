"""Follow robots.txt, which is requested once per crawl and host (downloader middleware, RFC 9309)."""

import asyncio
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from spiders.hosts import Hosts, missed_text
from spiders.robots_rules import Rules, RulesMissedError
from spiders.turns import NoTurnError, PausedError

ASKS_RULES = "asks_rules"
"""The mark of a request for a robots.txt in its `meta`."""
FIRST = 1000


class Robots:
    """Allow what a host's robots.txt allows; if that could not be fetched, nothing until the next crawl."""

    def __init__(self, crawler: Crawler, hosts: Hosts) -> None:
        self.crawler = crawler
        self.hosts = hosts
        self.rules: dict[str, asyncio.Task[Rules]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create it for Scrapy; the spider has the database."""
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        return cls(crawler, Hosts(crawler.spider.engine))  # type: ignore[union-attr]

    async def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest if the request may not be sent, RulesMissedError if that is unknown."""
        if request.meta.get(ASKS_RULES):
            return
        parts = urlparse_cached(request)
        if parts.netloc not in self.rules:
            home = f"{parts.scheme}://{parts.netloc}/robots.txt"
            self.rules[parts.netloc] = asyncio.ensure_future(self._had(home, parts.hostname or ""))
        rules = await self.rules[parts.netloc]
        if rules.missed:
            raise RulesMissedError(rules.missed)
        if not rules.allow(request.url):
            raise IgnoreRequest("Forbidden by robots.txt")

    async def _had(self, home: str, host: str) -> Rules:
        rules = await self._asked(home)
        if rules.missed:
            since = await self.hosts.rules_missed(host, rules.missed)
            return Rules.of_nothing(missed_text(host, rules.missed, since))
        await self.hosts.rules_had(host, rules.delay)
        return rules

    async def _asked(self, home: str) -> Rules:
        request = Request(home, priority=FIRST, meta={ASKS_RULES: True}, callback=NO_CALLBACK)
        try:
            answer: Response = await self.crawler.engine.download_async(request)
        except (NoTurnError, PausedError):
            raise
        except Exception as error:  # whatever an untrusted site causes
            return Rules.of_failure(error)
        return Rules.of_answer(answer.status, answer.body)
