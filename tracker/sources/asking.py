"""Send requests to a site by httpx like a crawl: own hosts, robots.txt, pauses, limits of size and time."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.spidermiddlewares.httperror import HttpError
from sqlalchemy import Engine

from config.schema.source import Source
from db.models import now
from spiders.encodings import ACCEPTED, PackedError, unpack
from spiders.failures import Trouble, trouble_of
from spiders.hosts import Hosts, missed_text, paused_text
from spiders.manners import OwnHosts
from spiders.most import MOST_BYTES
from spiders.proxies import Proxies, shown
from spiders.robots import ASKS_RULES
from spiders.robots_rules import Rules, RulesMissedError
from spiders.settings import DIRECT, source_settings
from spiders.turns import LONGEST_WAIT, PausedError, retry_after
from tracker.sources.wire import ProxiedTransport, PublicTransport, ReplicaTransport, public_address

MOST_REDIRECTS = 5
FAILURES: tuple[tuple[type[Exception], type[Exception]], ...] = (
    (TimeoutError, DownloadTimeoutError),
    (httpx.TimeoutException, DownloadTimeoutError),
    (httpx.ConnectError, DownloadConnectionRefusedError),
)
"""What httpx and asyncio call a failure, and what Scrapy, whose words ours are, calls it."""


class UnansweredError(Exception):
    """A request for `url` without the wanted response; `trouble` classifies it like a crawl."""

    def __init__(self, url: str, trouble: Trouble) -> None:
        super().__init__(trouble.text)
        self.url = url
        self.trouble = trouble


@dataclass
class Asker:
    """Send requests to one source's site. `settings` are Scrapy's for its crawl; `replica` answers for all sites.

    With `hosts`, it takes turns with the crawls that use the same hosts, and respects their pauses.
    """

    source: Source
    settings: dict[str, Any]
    replica: str | None = None
    hosts: Hosts | None = None
    proxies: Proxies = DIRECT
    _asked_at: float = 0.0
    _rules: dict[str, tuple[int, Rules]] = field(default_factory=dict)

    def ask(self, url: str, referer: str = "") -> Response:
        """Return the response, after redirects; raise UnansweredError without one, or if its status is an error."""
        try:
            if self.settings["ROBOTSTXT_OBEY"]:
                self._obey(url)
            answer = self._fetch(url, referer)
            if answer.status >= 400:
                raise HttpError(answer)
        except UnansweredError:
            raise
        except Exception as error:  # whatever an untrusted site causes is a finding about it
            raise UnansweredError(url, trouble_of(error)) from error
        return answer

    def rules(self, url: str) -> tuple[int, Rules]:
        """Return the status of a host's robots.txt, and its rules; raise UnansweredError if it does not answer."""
        home = urljoin(url, "/robots.txt")
        if home not in self._rules:
            try:
                answer = self._fetch(home, marks={ASKS_RULES: True})
            except Exception as error:
                if (rules := Rules.of_failure(error)).missed:
                    raise UnansweredError(home, trouble_of(error)) from error
                self._rules[home] = 0, rules
            else:
                self._rules[home] = answer.status, Rules.of_answer(answer.status, answer.body)
        return self._rules[home]

    def _obey(self, url: str) -> None:
        _, rules = self.rules(url)
        if rules.missed:
            raise RulesMissedError(missed_text(urlsplit(url).hostname or "", rules.missed))
        if not rules.allow(url):
            raise IgnoreRequest("Forbidden by robots.txt")

    def address(self, host: str) -> str:
        """Return the public address of a host; raise UnansweredError if it has none."""
        try:
            return asyncio.run(public_address(host))
        except CannotResolveHostError as error:
            raise UnansweredError(host, trouble_of(error)) from error

    def proxy(self, url: str) -> str | None:
        """Return host and port of the proxy for an address; None for a direct request."""
        proxy = self.proxies.for_url(url)
        return shown([proxy]) if proxy else None

    def referer(self, url: str) -> str:
        """Return the Referer by the source's manners for requests that come from `url`."""
        return url if self.source.manners.referer == "list" else ""

    def _fetch(self, url: str, referer: str = "", marks: dict[str, Any] | None = None) -> Response:
        own = OwnHosts(frozenset(self.source.hosts))
        for _ in range(MOST_REDIRECTS + 1):
            own.process_request(Request(url, meta=marks))
            self._await_turn(urlsplit(url).hostname or "")
            answer = asyncio.run(self._once(url, referer))
            self._note_pause(url, answer)
            if answer.status not in (301, 302, 303, 307, 308) or "Location" not in answer.headers:
                return answer
            url = urljoin(url, (answer.headers["Location"] or b"").decode("latin-1"))
        raise IgnoreRequest("max redirections reached")

    def _await_turn(self, host: str) -> None:
        """Wait for the next turn at a host; raise PausedError if it requests a long pause."""
        delay = max(self.settings["DELAYS"].values())
        time.sleep(max(self._asked_at + delay - time.monotonic(), 0.0))
        while self.hosts:
            wait, known = asyncio.run(self.hosts.turn(host, delay))
            if not wait:
                break
            if wait > LONGEST_WAIT and known:
                raise PausedError(paused_text(known))
            time.sleep(wait)
        self._asked_at = time.monotonic()

    def _note_pause(self, url: str, answer: Response) -> None:
        """Record the pause that a host requests, so that crawls respect it too."""
        if self.hosts and (asked := retry_after(answer, now())):
            by = f"HTTP {answer.status}, Retry-After"
            asyncio.run(self.hosts.pause(urlsplit(url).hostname or "", asked, by))

    def _transport(self, url: str) -> httpx.AsyncHTTPTransport:
        if self.replica:
            return ReplicaTransport(self.replica)
        proxy = self.proxies.for_url(url)
        return ProxiedTransport(proxy) if proxy else PublicTransport()

    async def _once(self, url: str, referer: str) -> Response:
        headers = {**self.settings["DEFAULT_REQUEST_HEADERS"], "User-Agent": self.settings["USER_AGENT"]}
        headers["Accept-Encoding"] = ACCEPTED
        headers |= {"Referer": referer} if referer else {}
        transport = self._transport(url)
        try:
            async with (
                asyncio.timeout(self.settings["DOWNLOAD_TIMEOUT"]),
                httpx.AsyncClient(transport=transport, headers=headers, timeout=None) as client,  # noqa: S113
                client.stream("GET", url) as answer,
            ):
                return _response(url, answer, await _content(answer))
        except tuple(name for name, _ in FAILURES) as error:
            raise next(ours for name, ours in FAILURES if isinstance(error, name))(str(error)) from error


def asker(
    source: Source, contact: str, replica: str | None, engine: Engine | None = None, proxies: Proxies = DIRECT
) -> Asker:
    """Create the asker of a source's site; `engine` is the database of the crawls, if there is one."""
    hosts = Hosts(engine) if engine else None
    return Asker(source, source_settings(source, contact, 0, replica), replica, hosts, proxies)


async def _content(answer: httpx.Response) -> bytes:
    content = bytearray()
    async for part in answer.aiter_raw():
        content += part
        if len(content) > MOST_BYTES:
            raise DownloadCancelledError(f"more than {MOST_BYTES} bytes")
    try:
        return unpack(bytes(content), answer.headers.get("Content-Encoding", ""), whole=False)
    except PackedError as error:
        if error.reason == "too large":
            raise DownloadCancelledError(f"more than {MOST_BYTES} bytes when unpacked") from error
        raise


def _response(url: str, answer: httpx.Response, content: bytes) -> Response:
    """Return the response as Scrapy, which has also unpacked it, would pass it to a reader."""
    headers = Headers()
    for name, value in answer.headers.multi_items():
        if name.lower() not in ("content-encoding", "transfer-encoding"):
            headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=url, body=content)
    return kind(url=url, status=answer.status_code, headers=headers, body=content, request=Request(url))
