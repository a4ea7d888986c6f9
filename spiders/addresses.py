"""Name resolution that leads to public addresses alone, checked on what the connection is really made to."""

import ipaddress
from collections.abc import Sequence

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address, and the IPv4 address inside an IPv6 one, is of the public internet."""
    ip = ipaddress.ip_address(address)
    inner = _inner(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    return all(one.is_global and not one.is_multicast for one in (ip, inner) if one)


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a mapped, 6to4 or NAT64 address leads to."""
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, IPv4 only, which finds nothing where a name leads into a private network.

    Literal addresses, in odd forms too (0x7f.1, 2130706433), come by here as well.
    """

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        """The address of a host; fail with DNSLookupError where it is not public."""
        return super().getHostByName(name, timeout).addCallback(self._public, name)

    @staticmethod
    def _public(address: str, name: str) -> str:
        if not is_public(address):
            raise DNSLookupError(f"{name} leads to {address}, which is no public address")
        return address
