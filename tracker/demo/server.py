"""Serve the replica on loopback: `python -m tracker.demo.server --port 0 --stage 1` prints its address.

It takes `GET http://www.miit.gov.cn/... HTTP/1.1` as a proxy does, and requests that name the site in `Host`. `POST
/__advance` moves it to the next stage.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from tracker.demo.content import LAST_STAGE
from tracker.demo.page import Page
from tracker.demo.replica import Replica

ADVANCE = "/__advance"


class _Answers(BaseHTTPRequestHandler):
    """Handle one connection: keep it open, answer from the replica, print nothing."""

    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        replica, url = self.server.replica, self._url()
        page = replica.find(url)
        if replica.refuses(url, self.headers.get("User-Agent", ""), self.headers.get("Referer", "")):
            self._send(403, b"<html><body><h1>403 Forbidden</h1></body></html>", "text/html")
        elif page is None:
            self._send(404, b"<html><body><h1>404 Not Found</h1></body></html>", "text/html")
        else:
            self._send_page(page)

    def _send_page(self, page: Page) -> None:
        tag = f'"{hashlib.sha256(page.content).hexdigest()[:32]}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(304, b"", page.type, tag)
        else:
            self._send(200, page.content, page.type, tag)

    def do_POST(self) -> None:
        if self.path != ADVANCE:
            self._send(405, b"", "text/plain")
            return
        self.server.replica.advance()
        self._send(200, f"stage {self.server.replica.stage}\n".encode(), "text/plain")

    def _url(self) -> str:
        return self.path if "://" in self.path else f"http://{self.headers.get('Host', '')}{self.path}"

    def _send(self, status: int, content: bytes, type_: str, tag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(content)))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keep the console free."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, replica: Replica, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Answers)
        self.replica = replica

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print nothing about clients that went away: crawls end when they have what they want, or are killed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(stage: int = 1, port: int = 0, replica: Replica | None = None) -> Iterator[Replica]:
    """Serve a replica while the block runs, a new one if none is given; its `url` is the value for `--replica`."""
    replica = replica or Replica(stage)
    with _Server(replica, port) as server:
        replica.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield replica
        finally:
            server.shutdown()
            thread.join()


def main() -> None:
    """Serve until interrupted; print the address on one line."""
    parser = argparse.ArgumentParser(description="Serve the replica of the publishers' sites on loopback.")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 takes a free one")
    parser.add_argument("--stage", type=int, default=1, choices=range(1, LAST_STAGE + 1))
    chosen = parser.parse_args()
    with serve(chosen.stage, chosen.port) as replica:
        print(replica.url, flush=True)
        try:
            Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
