"""Probe the hosts of sources before a crawl, so that an unreachable site costs seconds and one line."""

import asyncio
import socket
from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from scrapy.exceptions import CannotResolveHostError

from config.schema.source import Source
from spiders.lookup import look_up
from spiders.proxied import all_public, refuse_private
from spiders.proxies import Proxies, shown

SECONDS = 10.0
"""How long a host may take to accept a connection."""
PORTS = {"http": 80, "https": 443}
MOST_ANSWER = 200


class UnreachableError(Exception):
    """A host to which there is no connection; the text gives the reason."""


def unreachable(sources: Sequence[Source], proxies: Proxies) -> dict[str, str]:
    """Return why sources cannot be reached, by id: those none of whose lists has a host that accepts a connection.

    All are tried at once, each within SECONDS, directly at a public address or through their proxy.
    """
    return asyncio.run(_unreachable(sources, proxies))


async def _unreachable(sources: Sequence[Source], proxies: Proxies) -> dict[str, str]:
    homes = {source.id: {_home(list_.url) for list_ in source.lists} for source in sources}
    wanted = sorted({home for of_source in homes.values() for home in of_source})
    tried = await asyncio.gather(*(_why_not(home, proxies) for home in wanted))
    troubles = dict(zip(wanted, tried, strict=True))
    return {
        id_: "; ".join(sorted({troubles[home] or "" for home in of_source}))
        for id_, of_source in homes.items()
        if of_source and all(troubles[home] for home in of_source)
    }


def _home(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


async def _why_not(home: str, proxies: Proxies) -> str | None:
    """Return why there is no connection to a scheme and host; None if there is one."""
    host, proxy = urlsplit(home).hostname or "", proxies.for_url(home)
    try:
        async with asyncio.timeout(SECONDS):
            await (_through(proxy, home, host) if proxy else _directly(home, host))
    except (UnreachableError, CannotResolveHostError) as error:
        return str(error)
    except TimeoutError:
        return f"{shown([proxy]) if proxy else host} does not accept a connection within {SECONDS:.0f} seconds"
    return None


async def _directly(home: str, host: str) -> None:
    try:
        addresses = [address for _, address in await look_up(host, socket.AF_INET)]
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"{host} has no address ({_said(error)})") from error
    all_public(host, addresses)
    await _connected(addresses[0], PORTS[urlsplit(home).scheme], host)


async def _through(proxy: str, home: str, host: str) -> None:
    """Connect to a proxy, and for https request a tunnel, which is where proxies refuse."""
    parts = urlsplit(proxy)
    await refuse_private(host)
    reader, writer = await _open(parts.hostname or "", parts.port or 80, f"the proxy {shown([proxy])}")
    try:
        if urlsplit(home).scheme == "https":
            credentials = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()
            basic = f"Proxy-Authorization: Basic {b64encode(credentials).decode()}\r\n" if parts.username else ""
            writer.write(f"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n{basic}\r\n".encode())
            answer = (await reader.read(MOST_ANSWER)).decode("latin-1").split(maxsplit=2)
            if len(answer) < 2 or not answer[1].startswith("2"):
                status = f"HTTP {answer[1][:3]}" if len(answer) > 1 else "no answer"
                raise UnreachableError(f"the proxy {shown([proxy])} does not connect to {host} ({status})")
    except OSError as error:
        raise UnreachableError(f"the proxy {shown([proxy])} closes the connection ({_said(error)})") from error
    finally:
        writer.close()


async def _connected(address: str, port: int, host: str) -> None:
    _, writer = await _open(address, port, host)
    writer.close()


async def _open(address: str, port: int, name: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    try:
        return await asyncio.open_connection(address, port)
    except OSError as error:
        raise UnreachableError(f"{name} cannot be connected to ({_said(error)})") from error


def _said(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)[:100]
