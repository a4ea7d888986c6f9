"""Tests the endpoint by hostile requests: each gets one plain answer, or none, and leaves no trace."""

import re
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.processes.running import Tracker
from tests.servers.endpoint import Endpoint, serving
from tests.servers.mailserver import free_port

SECRET = "5ec2e7" * 5 + "aa"
CLOSE = "Connection: close\r\n"
NO_ANSWER = 0


def ask(target: str = "/health", more: str = "", method: str = "GET", host: str = "Host: localhost\r\n") -> bytes:
    """Return a request whose connection ends with it."""
    return f"{method} {target} HTTP/1.1\r\n{host}{more}{CLOSE}\r\n".encode("latin-1")


def form(body: bytes, more: str = "", target: str = f"/confirm/{SECRET}") -> bytes:
    return ask(target, f"Content-Type: application/x-www-form-urlencoded\r\n{more}", "POST") + body


HEALTH = {200, 503}
MISSING, REFUSED = {404}, {400}
REQUESTS: dict[str, tuple[bytes, set[int]]] = {
    # Hosts.
    "no host": (ask(host=""), REFUSED),
    "two hosts": (ask(more="Host: evil.example\r\n"), REFUSED),
    "another host": (ask(host="Host: evil.example\r\n"), REFUSED),
    "a host behind a name": (ask(host="Host: localhost@evil.example\r\n"), REFUSED),
    "a host with a path": (ask(host="Host: localhost/../evil\r\n"), REFUSED),
    "a host that is said by a proxy": (ask(more="X-Forwarded-Host: evil.example\r\n"), HEALTH),
    "an address with another host": (ask("http://evil.example/health"), {400, 404}),
    # Methods.
    "a tunnel": (ask("evil.example:443", method="CONNECT"), {400, 404, 405}),
    "an echo": (ask("/about", f"X-Secret: {SECRET}\r\n", "TRACE"), {405}),
    "options of all": (ask("*", method="OPTIONS"), {400, 404, 405}),
    "a method that is none": (ask(method="BREW"), {405}),
    "a method in small letters": (ask(method="get"), {400, 405}),
    "a method with a line in it": (ask(method="GE\rT"), REFUSED),
    "a long method": (ask(method="A" * 5000), {400, 405}),
    "a post where one reads": (ask("/initiatives/ai-plus", method="POST"), {405}),
    "a method in a head": (ask(f"/unsubscribe/{SECRET}", "X-HTTP-Method-Override: DELETE\r\n"), {200}),
    # Paths.
    "a way out": (ask("/static/../../../../etc/passwd"), MISSING),
    "a way out that is hidden": (ask("/static/%2e%2e%2f%2e%2e%2fetc%2fpasswd"), MISSING),
    "a way out that is hidden twice": (ask("/static/%252e%252e%252fetc%252fpasswd"), MISSING),
    "a way out for Windows": (ask("/static/..%5c..%5cwindows%5cwin.ini"), MISSING),
    "a file's name that ends early": (ask("/static/style.css%00.png"), MISSING),
    "a path of two slashes": (ask("//evil.example/%2e%2e"), MISSING),
    "a page that is none": (ask("/page/%00%0d%0aSet-Cookie:x"), MISSING),
    "a line end in a path": (ask("/about%0d%0aSet-Cookie:%20x=1"), MISSING),
    "a raw byte in a path": (b"GET /ab\xffout HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", {400, 404}),
    "a number that no database has": (ask("/announcements/" + "9" * 5000), MISSING),
    "an overlong encoding": (ask("/initiatives/%c0%ae%c0%ae"), MISSING),
    "a query that is no UTF-8": (ask("/search?q=%ff%fe%c0%af"), {200, 400}),
    "a query of signs that steer": (ask("/search?q=%1b%5b2J%e2%80%ae%00"), {200, 400}),
    "a parameter that is long": (ask("/search?q=" + "a" * 9000), REFUSED),
    "many parameters": (ask("/news?" + "&".join(["act=issued"] * 500)), REFUSED),
    # Sizes.
    "a path that is too long": (ask("/" + "a" * 70_000), {400, 414}),
    "a head that is too long": (ask(more=f"X: {'a' * 70_000}\r\n"), {400, 431}),
    "heads without end": (ask(more="".join(f"X-{n}: {n}\r\n" for n in range(9000))), {400, 431}),
    "cookies that nobody gave": (ask(more=f"Cookie: {'a=b; ' * 5000}\r\n"), HEALTH),
    "a body that is too big": (form(b"a=" + b"b" * 9000, "Content-Length: 9002\r\n"), {413}),
    "a body of many fields": (form(b"a=&" * 1000, "Content-Length: 3000\r\n", "/alerts"), {400}),
    # Lengths and codings that two programs could interpret differently, and so disagree about where a request ends.
    "two lengths": (form(b"hello", "Content-Length: 5\r\nContent-Length: 6\r\n"), REFUSED),
    "a length and chunks": (form(b"0\r\n\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), REFUSED),
    "a length below nothing": (form(b"", "Content-Length: -1\r\n"), REFUSED),
    "a length that is no number": (form(b"hello", "Content-Length: 5, 6\r\n"), REFUSED),
    "a coding that nobody has": (form(b"hello", "Transfer-Encoding: gzip\r\n"), {400, 501}),
    "chunks that are hidden": (form(b"0\r\n\r\n", "Transfer-Encoding: xchunked\r\n"), {400, 501}),
    "a chunk of endless size": (form(b"f" * 40 + b"\r\n", "Transfer-Encoding: chunked\r\n"), {400, 408}),
    "a blank before a colon": (ask(more="X-A : b\r\n"), REFUSED),
    "a head that goes on": (ask(more="X-A: b\r\n c\r\n"), {*REFUSED, *HEALTH}),
    "a head without a colon": (ask(more="nonsense\r\n"), REFUSED),
    "a head with nothing in its name": (ask(more=": x\r\n"), REFUSED),
    "a byte that is none in a head": (ask(more="X: a\x00b\r\n"), REFUSED),
    # Other protocols and versions.
    "an old version": (b"GET /health\r\n\r\n", {NO_ANSWER, 400}),
    "a version that is none": (ask().replace(b"HTTP/1.1", b"HTTP/9.9"), {*HEALTH, 400, 505}),
    "HTTP/2 without asking": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {NO_ANSWER, 400, 505}),
    "TLS": (bytes.fromhex("16030100a5010000a10303") + b"\0" * 200, {NO_ANSWER, 400}),
    "a socket of the web": (
        ask("/about", "Upgrade: websocket\r\n").replace(b"close", b"Upgrade, close"),
        {200, 400, 426},
    ),
    # Heads that change what a program does.
    "ranges without end": (ask("/about", f"Range: bytes={','.join(['0-1'] * 1000)}\r\n"), {200}),
    "a range that begins behind the end": (ask("/about", "Range: bytes=999999999999-\r\n"), {200}),
    "languages without end": (ask("/about", f"Accept-Language: {'zh;q=0.1,' * 2000}\r\n"), {200}),
    "weights that are none": (ask("/about", "Accept-Language: zh;q=inf, en;q=nan, de;q=1e999\r\n"), {200}),
    "validators without end": (ask("/about", f"If-None-Match: {'W/' * 9000}\r\n"), {200}),
    "an address that a proxy says": (ask("/about", "X-Forwarded-For: 127.0.0.1, ::1, x\r\n"), {200}),
    "another address in a head": (ask("/about", "X-Original-URL: /metrics\r\nX-Rewrite-URL: /metrics\r\n"), {200}),
    "a wrong token": (ask("/metrics", f"Authorization: Bearer {SECRET}\r\n"), {401}),
    "a token that is none": (ask("/metrics", "Authorization: Bearer \xff\xfe\r\n"), {401}),
    "an expectation": (ask("/about", "Expect: the-spanish-inquisition\r\n"), {200, 417}),
}


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """Run an endpoint; what it printed must contain no secret that was sent to it."""
    with serving(Tracker(tmp_path_factory.mktemp("hostile")), free_port()) as running:
        yield running
    assert SECRET not in running.said
    assert "evil" not in running.said


def say(endpoint: Endpoint, request: bytes) -> bytes:
    """Send everything, and return what comes back until the other side closes."""
    with socket.create_connection(("127.0.0.1", int(endpoint.url.rpartition(":")[2])), timeout=30) as line:
        with suppress(ConnectionError):
            line.sendall(request)
        said = b""
        with suppress(ConnectionError):
            while more := line.recv(65536):
                said += more
    return said


@pytest.mark.parametrize("name", REQUESTS)
def test_a_hostile_request_gets_a_plain_answer(endpoint: Endpoint, name: str) -> None:
    request, statuses = REQUESTS[name]
    said = say(endpoint, request)
    answers = re.findall(rb"^HTTP/1\.1 (\d{3})", said, re.MULTILINE)
    assert len(answers) <= 1, "it is one request, whatever a program before us takes it for"
    assert int(answers[0] if answers else NO_ANSWER) in statuses, said[:300]
    head, _, body = said.partition(b"\r\n\r\n")
    for trace in (b"Traceback", b'File "', b"root:", SECRET.encode(), b"evil", b"sqlalchemy", b"uvicorn"):
        assert trace not in body, body[:300]
    assert b"set-cookie" not in head.lower()
    assert b"location:" not in head.lower()
