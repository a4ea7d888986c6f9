"""Limit how often an address may send requests: answers 429, and when to come again.

A client behind a proxy is known by what the proxy says. The last address of `X-Forwarded-For` (the one that the proxy
has seen itself) counts if `public_url` is set, since then there is a proxy, and if the request comes from a private
address, as only the proxy does. An IPv6 address stands for its network of 64 bits, which one person has. This
machine itself is not limited.
"""

import math
import time
from collections import OrderedDict
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.web.api import PREFIX
from tracker.web.api.problems import problem
from tracker.web.pages import page

MOST_ADDRESSES = 20_000
# Searching or writing whole files costs as much as this many pages.
DEAR = 10
_DEAR_PATHS = ("/search", f"{PREFIX}/search")
_DEAR_SUFFIXES = (".csv", ".xlsx", ".png", ".zip")


class Allowances:
    """How many requests each address may still send: a minute's number, all at once after a minute without any."""

    def __init__(self, a_minute: int) -> None:
        self._most = float(a_minute)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str, cost: float = 1.0) -> float:
        """Take the cost of a request from what an address has left; return the seconds to wait if it is not enough."""
        at = time.monotonic()
        left, since = self._left.pop(address, (self._most, at))
        left = min(self._most, left + (at - since) * self._most / 60)
        enough = left >= min(cost, self._most)
        self._left[address] = (left - cost if enough else left, at)
        if len(self._left) > MOST_ADDRESSES:
            self._left.popitem(last=False)
        return 0.0 if enough else (min(cost, self._most) - left) * 60 / self._most


class Limited:
    """Middleware that refuses addresses that ask more often than `a_minute` (0: no limit).

    `proxied` says that it is behind a proxy.
    """

    def __init__(self, app: ASGIApp, a_minute: int, *, proxied: bool) -> None:
        self.app = app
        self.allowances = Allowances(a_minute) if a_minute else None
        self.proxied = proxied

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 429, or pass on."""
        if scope["type"] == "http" and self.allowances:
            address = who_asks(scope, proxied=self.proxied)
            seconds = self.allowances.wait(address, _cost(scope["path"])) if address else 0.0
            if seconds:
                await _refusal(scope, math.ceil(seconds))(scope, receive, send)
                return
        await self.app(scope, receive, send)


def who_asks(scope: Scope, *, proxied: bool) -> str | None:
    """Return the address, or the network, that a request counts for; None for this machine, and without an address."""
    peer = _address(scope["client"][0]) if scope.get("client") else None
    if peer is None:
        return None
    if proxied and peer.is_private:
        named = Headers(scope=scope).getlist("x-forwarded-for")
        last = named[-1].rpartition(",")[2].strip() if named else ""
        peer = _address(last) or peer
    if peer.is_loopback:
        return None
    return str(ip_network((peer, 64), strict=False)) if isinstance(peer, IPv6Address) else str(peer)


def _address(written: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(written[:60])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found


def _cost(path: str) -> float:
    return DEAR if path in _DEAR_PATHS or path.endswith(_DEAR_SUFFIXES) else 1


def _refusal(scope: Scope, seconds: int) -> Response:
    heads = {"Retry-After": str(seconds)}
    if scope["path"].startswith(PREFIX):
        return problem(429, f"too many requests from your address; ask again in {seconds} s", heads=heads)
    answer = page(Request(scope), "429", 429)
    answer.headers.update(heads)
    return answer
