"""Choose the proxy of a request, by setting or environment, and keep private addresses out of reach behind it."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, NotConfigured
from scrapy.settings import BaseSettings

from spiders.lookup import look_up
from spiders.public import is_public

LONGEST_LOOKUP = 5.0
NONE = "none"
"""The setting that does without a proxy, whatever the environment says."""


@dataclass(frozen=True)
class Proxies:
    """Addresses of proxies by the scheme of what is asked for (`http`, `https`); `bypass` is as in NO_PROXY."""

    by_scheme: dict[str, str] = field(default_factory=dict)
    bypass: str = ""

    @classmethod
    def of(cls, setting: str) -> Self:
        """By the setting `proxy`, or where that is empty by HTTP_PROXY, HTTPS_PROXY and NO_PROXY."""
        found = getproxies_environment()
        bypass = found.pop("no", "")
        if setting == NONE:
            return cls()
        if setting:
            return cls({"http": setting, "https": setting}, bypass)
        return cls({scheme: found[scheme] for scheme in ("http", "https") if scheme in found}, bypass)

    def for_url(self, url: str) -> str | None:
        """The proxy through which an address is asked for; None where it is asked directly."""
        parts = urlsplit(url)
        proxy = self.by_scheme.get(parts.scheme)
        return proxy if proxy and not proxy_bypass_environment(parts.netloc, {"no": self.bypass}) else None

    @property
    def settings(self) -> dict[str, Any]:
        """Itself as settings of Scrapy's, which hold plain values."""
        named = {"PROXIES": dict(self.by_scheme), "PROXY_BYPASS": self.bypass}
        return {**named, "HTTPPROXY_ENABLED": bool(self.by_scheme)}

    @classmethod
    def of_settings(cls, settings: BaseSettings) -> Self:
        """What `settings` was made of."""
        return cls(settings.getdict("PROXIES"), settings["PROXY_BYPASS"] or "")

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts of the proxies themselves, which may be private."""
        return frozenset(urlsplit(proxy).hostname or "" for proxy in self.by_scheme.values())


async def refuse_private(host: str) -> None:
    """Raise CannotResolveHostError where a host leads to a private address from here.

    What has no address here is left to the proxy, which alone knows the way out of many networks.
    """
    try:
        found = await asyncio.wait_for(look_up(host), LONGEST_LOOKUP)
    except (OSError, UnicodeError):
        return
    for _, address in found:
        if not is_public(address):
            raise CannotResolveHostError(f"{host} leads to {address}, which is not a public address")


class Through:
    """Downloader middleware that sends requests through their proxy, and none to a private address behind it."""

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


def shown(proxies: Iterable[str]) -> str:
    """Addresses of proxies without user and password."""
    parts = [urlsplit(proxy) for proxy in proxies]
    return ", ".join(sorted({f"{part.hostname}:{part.port}" if part.port else str(part.hostname) for part in parts}))
