"""Distinguish addresses of the public internet from those of private networks, in whatever form they come.

By IANA's registries of special-purpose addresses (https://www.iana.org/assignments/iana-ipv4-special-registry and
iana-ipv6-special-registry) and of IPv6 address space, as of 2025; Python's `is_global` covers most of IPv4.
"""

import ipaddress
from collections.abc import Iterable

GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All addresses that IANA has assigned to hosts of the internet; others are special or not assigned yet."""
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
SPECIAL_IPV4 = [
    ipaddress.IPv4Network("192.0.0.0/24"),  # protocols; .9 and .10 lead to the nearest NAT
    ipaddress.IPv4Network("192.88.99.0/24"),  # the relays of 6to4, which no longer exist
]
SPECIAL_IPV6 = [
    ipaddress.IPv6Network("2001::/23"),  # protocols: Teredo, benchmarks, ORCHID, anycast
    ipaddress.IPv6Network("2001:db8::/32"),  # documentation
    ipaddress.IPv6Network("3fff::/20"),  # documentation
]


def is_public(address: str) -> bool:
    """Decide whether an IP address, and the IPv4 address inside an IPv6 one, is part of the public internet."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not ip.is_multicast and not any(ip in network for network in SPECIAL_IPV4)
    inner = _inner(ip)
    if inner and not is_public(str(inner)):
        return False
    if ip.ipv4_mapped or ip in NAT64:
        return True
    return ip in GLOBAL_UNICAST and not any(ip in network for network in SPECIAL_IPV6)


def private_address(host: str, addresses: Iterable[str]) -> str | None:
    """Return which of a host's addresses is not public, in words; None if all are."""
    for address in addresses:
        if not is_public(address):
            return f"{host} leads to {address}, which is not a public address"
    return None


def is_private_host(host: str) -> bool:
    """Decide whether the host of a web address is this computer, or an IP address that is not public."""
    named = host.rstrip(".").lower()
    if named == "localhost" or named.endswith(".localhost"):
        return True
    try:
        return not is_public(named.partition("%")[0])
    except ValueError:
        return False


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address to which a mapped, 6to4 or NAT64 address leads."""
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
