"""Downloader middleware that sends requests through their proxy, and none to a private address behind it."""

import asyncio
from collections.abc import Iterable
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, NotConfigured

from spiders.lookup import look_up
from spiders.proxies import Proxies
from spiders.public import is_public

LONGEST_LOOKUP = 5.0


def all_public(host: str, addresses: Iterable[str]) -> None:
    """Raise CannotResolveHostError where an address of a host is not public."""
    for address in addresses:
        if not is_public(address):
            raise CannotResolveHostError(f"{host} leads to {address}, which is not a public address")


async def refuse_private(host: str) -> None:
    """Raise CannotResolveHostError where a host leads to a private address from here.

    What has no address here is left to the proxy, which alone knows the way out of many networks.
    """
    try:
        found = await asyncio.wait_for(look_up(host), LONGEST_LOOKUP)
    except (OSError, UnicodeError):
        return
    all_public(host, (address for _, address in found))


class Through:
    """Names the proxy of each request, and refuses those that may not be sent."""

    def __init__(self, proxies: Proxies) -> None:
        self.proxies = proxies
        self.fair: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        proxies = Proxies.of_settings(crawler.settings)
        if not proxies.by_scheme:
            raise NotConfigured
        return cls(proxies)

    async def process_request(self, request: Request) -> None:
        """Name the request's proxy; raise CannotResolveHostError where it may not be sent."""
        proxy = self.proxies.for_url(request.url)
        request.meta["proxy"] = proxy
        host = urlsplit(request.url).hostname or ""
        if host in self.proxies.hosts:
            raise CannotResolveHostError(f"{host} is the proxy, and not a site")
        if proxy and host not in self.fair:
            await refuse_private(host)
            self.fair.add(host)
