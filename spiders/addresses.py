"""Resolve names only to public addresses, checked on the address that the connection really uses."""

from collections.abc import Sequence
from typing import Self

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from spiders.proxies import Proxies
from spiders.public import private_address


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, IPv4 only, which does not find names that lead into a private network.

    Literal addresses, even in odd forms (0x7f.1, 2130706433), pass here as well. A proxy may be private.
    """

    proxy_hosts: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Create it for Scrapy."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.proxy_hosts = Proxies.of_settings(crawler.settings).hosts
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        """Return the address of a host; fail with DNSLookupError if it is not public."""
        found = super().getHostByName(name, timeout)
        return found if name in self.proxy_hosts else found.addCallback(self._public, name)

    @staticmethod
    def _public(address: str, name: str) -> str:
        if problem := private_address(name, [address]):
            raise DNSLookupError(problem)
        return address
