"""Send requests outside of a crawl: only to public addresses, or all of them to a replica."""

import socket
import ssl

import httpx
from scrapy.exceptions import CannotResolveHostError

from spiders.lookup import look_up
from spiders.proxied import all_public, refuse_private


async def public_address(host: str) -> str:
    """Return the IPv4 address of a host; raise CannotResolveHostError if there is no address or it is not public."""
    try:
        addresses = [address for _, address in await look_up(host, socket.AF_INET)]
    except (OSError, UnicodeError) as error:
        raise CannotResolveHostError(f"{host} has no address") from error
    all_public(host, addresses)
    return addresses[0]


class PublicTransport(httpx.AsyncHTTPTransport):
    """Connect to exactly the address that was found public; the host's name stays in `Host` and in TLS."""

    def __init__(self) -> None:
        super().__init__(verify=_as_crawls_do())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        host = request.url.host
        wire = _to(request, request.url.copy_with(host=await public_address(host)))
        wire.extensions = {**request.extensions, "sni_hostname": host}
        return await super().handle_async_request(wire)


class ProxiedTransport(httpx.AsyncHTTPTransport):
    """Send requests through a proxy of ours, and none to a private address from here."""

    def __init__(self, proxy: str) -> None:
        super().__init__(verify=_as_crawls_do(), proxy=proxy)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        await refuse_private(request.url.host)
        return await super().handle_async_request(request)


class ReplicaTransport(httpx.AsyncHTTPTransport):
    """Request http://HOST/PATH from the replica, as from a proxy, whatever scheme the address has."""

    def __init__(self, replica: str) -> None:
        super().__init__(proxy=replica)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        return await super().handle_async_request(_to(request, request.url.copy_with(scheme="http")))


def _to(request: httpx.Request, url: httpx.URL) -> httpx.Request:
    return httpx.Request(request.method, url, headers=request.headers, extensions=request.extensions)


def _as_crawls_do() -> ssl.SSLContext:
    """Accept any certificate, as Scrapy does: the chains of many sites are incomplete."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
