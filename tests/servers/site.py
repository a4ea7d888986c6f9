"""A small web server that answers for sites as a proxy does, and records the requests."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.servers.listening import listening


@dataclass
class Answer:
    """What the server answers at one address; `raw` is sent unchanged, part by part, instead of everything else."""

    content: bytes | str = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | Callable[[], Iterator[bytes]] | None = None

    @property
    def body(self) -> bytes:
        """Return the content in bytes."""
        return self.content.encode() if isinstance(self.content, str) else self.content


def to(address: str) -> Answer:
    """A redirect."""
    return Answer(status=302, headers={"Location": address})


Play = Answer | Callable[[Any], Answer]


@dataclass
class Site:
    """`pages` by address without scheme; a callable gets the request's headers; everything else is a 404."""

    pages: dict[str, Play] = field(default_factory=dict)
    url: str = ""
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    arrivals: list[tuple[float, str]] = field(default_factory=list)
    """When each request came, in seconds of `time.monotonic`, and its address without scheme."""

    def times(self, part: str) -> int:
        """Return how often an address that contains `part` was requested."""
        return sum(part in line for line in self.asked)


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Otherwise the client gets a body 40 ms after its head.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append(f"{self.path} {self.request_version}")
        site.heads.append(dict(self.headers.items()))
        address = self.path.removeprefix("http://")
        site.arrivals.append((time.monotonic(), address))
        play = site.pages.get(address, Answer("not here", 404))
        answer = play if isinstance(play, Answer) else play(self.headers)
        if answer.raw is not None:
            for part in [answer.raw] if isinstance(answer.raw, bytes) else answer.raw():
                self.wfile.write(part)
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in {"Content-Type": answer.type, **answer.headers}.items():
            self.send_header(name, value)
        if "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keep the console free."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: Any) -> None:
        """Ignore clients that hang up in the middle of a response."""


@contextmanager
def serve() -> Iterator[Site]:
    """Serve a site on loopback while the block runs."""
    site = Site()
    with listening(_Server(("127.0.0.1", 0), _Answers)) as server:
        server.site = site  # type: ignore[attr-defined]
        site.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield site
