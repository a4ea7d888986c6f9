"""Tests hostile IMAP servers: one line says what is wrong, in bounded time and memory."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from config import Settings
from tests.factories.databases import sqlite
from tests.processes.running import Tracker
from tracker.mailbox import imap_client
from tracker.mailbox.folders import MailboxError
from tracker.mailbox.read import read_mailbox

Answers = dict[bytes, Callable[[socket.socket, bytes], None]]


def say(text: bytes) -> Callable[[socket.socket, bytes], None]:
    """Answer a command with these lines, and that it is done."""
    return lambda peer, tag: peer.sendall(text + tag + b" OK done\r\n")


def without_end(text: bytes) -> Callable[[socket.socket, bytes], None]:
    """Begin with `text`, and never end."""

    def answer(peer: socket.socket, _tag: bytes) -> None:
        while True:
            peer.sendall(text)

    return answer


def drip(peer: socket.socket, _tag: bytes) -> None:
    """Send a little, often enough that no single wait is long."""
    while True:
        peer.sendall(b"* OK still here\r\n")
        time.sleep(0.02)


def half_a_handshake(peer: socket.socket, _tag: bytes) -> None:
    """Announce a record of TLS, and send it byte by byte."""
    peer.sendall(b"\x16\x03\x03\x40\x00")
    while True:
        peer.sendall(b"\x02")
        time.sleep(0.02)


def hang_up(peer: socket.socket, _tag: bytes) -> None:
    """End the connection; to close the socket would not, as long as its lines are read."""
    peer.shutdown(socket.SHUT_RDWR)


GREETING = b""
HONEST: Answers = {
    GREETING: lambda peer, _: peer.sendall(b"* OK ready\r\n"),
    b"CAPABILITY": say(b"* CAPABILITY IMAP4rev1\r\n"),
    b"LOGIN": say(b""),
    b"SELECT": say(b"* 1 EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n"),
    b"SEARCH": say(b"* SEARCH 7\r\n"),
    b"FETCH": say(b"* 1 FETCH (UID 7 BODY[]<0> {27}\r\nFrom: a@example.org\r\n\r\nhello)\r\n"),
    b"STORE": say(b""),
    b"LOGOUT": say(b"* BYE\r\n"),
}


@contextmanager
def server(answers: Answers) -> Iterator[int]:
    """A server on its own port that answers as planned, and otherwise correctly."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve, args=(listening, HONEST | answers), daemon=True).start()
        yield listening.getsockname()[1]


def _serve(listening: socket.socket, answers: Answers) -> None:
    with suppress(OSError):
        peer, _ = listening.accept()
        with peer, peer.makefile("rb") as lines:
            answers[GREETING](peer, b"")
            for line in lines:
                tag, command, *rest = line.split()
                answers[rest[0] if command == b"UID" else command](peer, tag)


def settings(port: int, security: str = "none") -> Settings:
    """Settings that read this server."""
    return Settings(imap_host="127.0.0.1", imap_port=port, imap_user="a", imap_password="b", imap_security=security)


def complaint(port: int, tmp_path: Path, security: str = "none") -> str:
    """Return the error of reading the mailbox."""
    engine = sqlite(tmp_path / "tracker.db")
    try:
        with pytest.raises(MailboxError) as caught:
            read_mailbox(engine, settings(port, security))
    finally:
        engine.dispose()
    return str(caught.value)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({b"FETCH": say(b"* 1 FETCH (BODY[]<0> {60000000000}\r\n")}, "announced 60000000000 bytes at once"),
        ({b"FETCH": say(b"* 1 FETCH (BODY[]<0> {%b}\r\n" % (b"9" * 6_000))}, "announced 99999999999999999999 bytes"),
        ({b"CAPABILITY": say(b"* CAPABILITY {60000000000}\r\n")}, "bytes at once"),
        ({b"CAPABILITY": say(b"* CAPABILITY {3}\r\nabc)\r\n")}, "IMAP server 127.0.0.1"),
        ({b"CAPABILITY": say(b"")}, "CAPABILITY"),
        ({b"SEARCH": without_end(b"7" * 60_000)}, "a line of more than"),
        ({b"LOGIN": without_end(b"x" * 60_000)}, "a line of more than"),
        ({b"SEARCH": without_end(b"* OK go on\r\n" * 5_000)}, "answered one command with more than"),
        ({b"FETCH": without_end(b"* 1 FETCH (BODY[] {1000000}\r\n" + b"x" * 1_000_000 + b")\r\n")}, "one command with"),
        ({b"SELECT": say(b"\xff\xfe\r\n")}, "unexpected response"),
        ({b"SEARCH": hang_up}, "127.0.0.1"),
        ({b"SEARCH": lambda peer, tag: peer.sendall(tag + b" NO \x1b[31m\x00later\r\n")}, "SEARCH was answered"),
    ],
)
def test_what_a_server_says_too_much_ends_in_one_line(tmp_path: Path, answers: Answers, told: str) -> None:
    with server(answers) as port:
        said = complaint(port, tmp_path)
    assert told in said
    assert said.isprintable()
    assert len(said) < 400


@pytest.mark.parametrize("command", [b"CAPABILITY", b"LOGIN", b"SEARCH", b"FETCH"])
def test_a_session_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: bytes) -> None:
    monkeypatch.setattr(imap_client, "SESSION", 0.5)
    with server({command: drip}) as port:
        assert "the session took longer than 0.5 seconds" in complaint(port, tmp_path)


def test_a_handshake_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_client, "SESSION", 0.5)
    with server({GREETING: half_a_handshake}) as port:
        assert "the session took longer than 0.5 seconds" in complaint(port, tmp_path, "tls")


def test_an_impossible_uid_is_no_mail(tmp_path: Path) -> None:
    uids = b"* SEARCH %b 99999999999 -1 x 7\r\n" % (b"7" * 6_000)
    engine = sqlite(tmp_path / "tracker.db")
    with server({b"SEARCH": say(uids)}) as port:
        assert dict(read_mailbox(engine, settings(port))) == {"other": 1, "for you": 1}
    engine.dispose()


def test_the_command_says_it_in_one_line(tmp_path: Path) -> None:
    with server({b"FETCH": say(b"* 1 FETCH (BODY[]<0> {60000000000}\r\n")}) as port:
        extra = {"TRACKER_IMAP_HOST": "127.0.0.1", "TRACKER_IMAP_PORT": str(port), "TRACKER_IMAP_SECURITY": "none"}
        done = Tracker(tmp_path, extra).run("alerts", "mailbox", code=1)
    assert done.stderr.startswith("tracker: IMAP server 127.0.0.1:")
    assert done.stderr.count("\n") == 1
