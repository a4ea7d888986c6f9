"""Send requests through their proxy, and none to a private address behind it (downloader middleware)."""

import asyncio
from collections.abc import Iterable
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, NotConfigured

from spiders.lookup import look_up
from spiders.proxies import Proxies
from spiders.public import private_address

LONGEST_LOOKUP = 5.0


def all_public(host: str, addresses: Iterable[str]) -> None:
    """Raise CannotResolveHostError if an address of a host is not public."""
    if problem := private_address(host, addresses):
        raise CannotResolveHostError(problem)


async def refuse_private(host: str) -> None:
    """Raise CannotResolveHostError if a host leads to a private address from here.

    A name without an address here is left to the proxy, which alone has access to the outside in many networks.
    """
    try:
        found = await asyncio.wait_for(look_up(host), LONGEST_LOOKUP)
    except (OSError, UnicodeError):
        return
    all_public(host, (address for _, address in found))


class Through:
    """Set the proxy of each request, and refuse requests that may not be sent."""

    def __init__(self, proxies: Proxies) -> None:
        self.proxies = proxies
        self.fair: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create it for Scrapy."""
        proxies = Proxies.of_settings(crawler.settings)
        if not proxies.by_scheme:
            raise NotConfigured
        return cls(proxies)

    async def process_request(self, request: Request) -> None:
        """Set the request's proxy; raise CannotResolveHostError if it may not be sent."""
        proxy = self.proxies.for_url(request.url)
        request.meta["proxy"] = proxy
        host = urlsplit(request.url).hostname or ""
        if host in self.proxies.hosts:
            raise CannotResolveHostError(f"{host} is the proxy, and not a site")
        if proxy and host not in self.fair:
            await refuse_private(host)
            self.fair.add(host)
