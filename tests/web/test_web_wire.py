"""Tests the endpoint by bytes that no well-behaved client sends: half a head, two lengths, another's host."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from config import Settings
from tests.processes.running import Tracker
from tests.servers.mailserver import free_port
from tracker.web.guard import host_of

PUBLIC = "alerts.example.org"
LATE = 30.0


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Yield the port of a running endpoint whose limits in seconds are a tenth of the real ones."""
    folder = tmp_path_factory.mktemp("wire")
    (folder / "sitecustomize.py").write_text(
        "import tracker.web.protocol as limits\nlimits.HEAD_SECONDS, limits.LIFE_SECONDS = 1.0, 4.0\n"
    )
    port = free_port()
    tracker = Tracker(folder, {"TRACKER_PUBLIC_URL": f"https://{PUBLIC}", "PYTHONPATH": str(folder)})
    process: subprocess.Popen[str] = tracker.start("serve", "--port", str(port))
    for _ in range(600):
        assert process.poll() is None, process.communicate()[0]
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.1)
    yield port
    process.terminate()
    process.communicate(timeout=120)


def say(port: int, *parts: bytes, pause: float = 0.0) -> bytes:
    """Send parts with pauses between until the other side closes; return everything that it sent."""
    with socket.create_connection(("127.0.0.1", port), timeout=LATE) as line:
        for part in parts:
            try:
                line.sendall(part)
            except OSError:
                break
            time.sleep(pause)
        said = b""
        with suppress(ConnectionResetError):
            while more := line.recv(65536):
                said += more
        return said


def ask(path: str = "/health", host: str = "localhost", more: str = "", method: str = "GET") -> bytes:
    return f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n".encode()


CLOSE = "Connection: close\r\n"
CALM = (b"HTTP/1.1 200", b"HTTP/1.1 503")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8420", "[::1]:8420", PUBLIC, f"{PUBLIC.upper()}:443"])
def test_it_answers_for_its_own_hosts(port: int, host: str) -> None:
    assert say(port, ask(host=host, more=CLOSE)).startswith(CALM)


@pytest.mark.parametrize("host", ["evil.example", f"{PUBLIC}.evil.example", "", "127.0.0.1@evil.example", "[::1"])
def test_it_answers_for_no_other(port: int, host: str) -> None:
    said = say(port, ask("/unsubscribe/" + "0" * 32, host))
    assert said.startswith(b"HTTP/1.1 400")
    assert b"evil" not in said
    assert b"Content-Security-Policy".lower() in said.lower()


def test_a_slash_too_much_leads_nowhere(port: int) -> None:
    said = say(port, ask("/unsubscribe/" + "0" * 32 + "/", more=CLOSE))
    assert said.startswith(b"HTTP/1.1 404")
    assert b"location:" not in said.lower()


def test_a_request_of_two_lengths_is_refused_and_the_line_closed(port: int) -> None:
    smuggled = ask("/metrics")
    lengths = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"
    said = say(port, ask("/confirm/" + "0" * 32, more=lengths, method="POST") + b"0\r\n\r\n" + smuggled)
    assert said.startswith(b"HTTP/1.1 400")
    assert said.count(b"HTTP/1.1 ") == 1, "what follows is no second request"
    assert b"connection: close" in said.lower()


@pytest.mark.parametrize(
    "parts", [(b"GET /hea",), (b"GET /health HTTP/1.1\r\n", *(b"X: y\r\n" for _ in range(40))), ()]
)
def test_half_a_head_is_not_waited_for(port: int, parts: tuple[bytes, ...]) -> None:
    began = time.monotonic()
    said = say(port, *parts, pause=0.2)
    assert said == b""
    assert time.monotonic() - began < LATE, "the other side closed"


def test_half_a_head_after_a_whole_one_is_not_waited_for_either(port: int) -> None:
    said = say(port, ask() + b"GET /hea", *(b"l" for _ in range(40)), pause=0.2)
    assert said.startswith(CALM)
    assert said.count(b"HTTP/1.1 ") == 1


def test_a_body_that_is_not_read_keeps_no_connection_open(port: int) -> None:
    said = say(port, ask(more="Content-Length: 4000\r\n"), *(b"x" for _ in range(60)), pause=0.2)
    assert said.count(b"HTTP/1.1 ") == 1


def test_more_half_heads_than_places_keep_no_one_out_for_long(port: int) -> None:
    lines = [socket.create_connection(("127.0.0.1", port), timeout=LATE) for _ in range(230)]
    for line in lines:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: loc")
    for line in lines:
        with suppress(ConnectionResetError):
            assert line.recv(1) == b""
        line.close()
    assert b"Temporarily unavailable" not in say(port, ask("/confirm/" + "0" * 32, more=CLOSE))


@pytest.mark.parametrize(
    ("authority", "host"),
    [("A.example:80", "a.example"), ("a.example.", "a.example"), ("[::1]:1", "[::1]"), ("::1", ""), ("a:b", "")],
)
def test_a_host_is_distinguished_from_its_port(authority: str, host: str) -> None:
    assert host_of(authority) == host


def test_the_hosts_can_be_named() -> None:
    assert Settings(web_hosts="Web, tracker.internal").served_hosts == {
        *("web", "tracker.internal"),
        *("localhost", "127.0.0.1", "[::1]"),
    }
    assert PUBLIC in Settings(public_url=f"https://{PUBLIC}:8443/x").served_hosts  # type: ignore[arg-type]
