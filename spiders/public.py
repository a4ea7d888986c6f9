"""Tells addresses of the public internet from those of private networks, in whatever form they come."""

import ipaddress

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
