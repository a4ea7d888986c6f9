"""Guard requests to operators' web addresses: public internet only, unless a setting allows private ones."""

import socket
import ssl

import httpx

from spiders.lookup import look_up
from spiders.public import private_address


class NotPublic(OSError):  # noqa: N818 - what the address is
    """A host that resolves to a private network."""


class Reach(httpx.AsyncHTTPTransport):
    """Connect to exactly the address that was checked; the host's name stays in `Host` and for the certificate.

    So a name cannot resolve differently between the check and the connection. `private` addresses are allowed if
    wanted.
    """

    def __init__(self, *, private: bool) -> None:
        super().__init__(verify=ssl.create_default_context())
        self.private = private

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raise OSError if the host has no address, or none that is allowed."""
        host = request.url.raw_host.decode("ascii")
        address = await _address(host.strip("[]"), private=self.private)
        request.url = request.url.copy_with(host=address)
        request.extensions = {**request.extensions, "sni_hostname": host}
        return await super().handle_async_request(request)


async def _address(host: str, *, private: bool) -> str:
    try:
        found = await look_up(host)
    except (OSError, UnicodeError) as error:
        raise OSError(f"{host} has no address") from error
    # Most networks reach all hosts by IPv4, and not all of them by IPv6.
    ranked = sorted(found, key=lambda one: one[0] != socket.AF_INET)
    addresses = [address for _, address in ranked]
    problem = private_address(host, addresses)
    if problem and not private:
        raise NotPublic(f"{problem} (setting webhook_private)")
    return addresses[0]
