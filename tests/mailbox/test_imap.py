"""Tests the reading of a mailbox on a real IMAP server: what is fetched, what is marked, what goes wrong."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from config import Settings
from db.engine import open_database, reading
from db.queries.recipients import inbound
from tests.processes.running import Tracker
from tests.servers.dovecot import PASSWORD, USER, Dovecot, dovecot
from tests.servers.mailserver import free_port
from tracker.mailbox.folders import MailboxError
from tracker.mailbox.message import MOST_BYTES
from tracker.mailbox.read import read_mailbox

HELLO = b"From: a@example.org\r\nSubject: hello %d\r\n\r\nhello\r\n"
AWAY = b"From: a@example.org\r\nAuto-Submitted: auto-replied\r\nSubject: %d\r\n\r\nI am away.\r\n"


@pytest.fixture(scope="module")
def running() -> Iterator[Dovecot]:
    """One server for all tests."""
    with dovecot() as server:
        yield server


@pytest.fixture
def server(running: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Dovecot:
    """The server, trusted, and empty."""
    monkeypatch.setenv("SSL_CERT_FILE", str(running.certificate))
    with running.owner() as client:
        client.store("1:*", "+FLAGS", r"(\Deleted)") if client.search(None, "ALL")[1][0] else None
        client.expunge()
    return running


def test_mails_are_read_once_and_marked(server: Dovecot, engine: Engine) -> None:
    server.put(HELLO % 1, AWAY % 2, AWAY % 3)
    assert dict(read_mailbox(engine, server.settings())) == {"other": 1, "automatic": 2, "for you": 1}
    assert server.unseen() == [b"1"], "what a person should read stays unseen"
    assert dict(read_mailbox(engine, server.settings())) == {}
    server.put(AWAY % 4)
    assert dict(read_mailbox(engine, server.settings())) == {"automatic": 1}
    with reading(engine) as session:
        assert all(mail.folder == f"imap {USER}@localhost/INBOX" for mail in inbound(session, 9))


def test_what_a_person_has_seen_is_read_too(server: Dovecot, engine: Engine) -> None:
    server.put(AWAY % 1)
    with server.owner() as client:
        client.store("1", "+FLAGS", r"(\Seen)")
    assert dict(read_mailbox(engine, server.settings())) == {"automatic": 1}


def test_a_folder_that_is_numbered_again_brings_nothing_twice(server: Dovecot, engine: Engine) -> None:
    name = 'bounces "new" &- mails'
    with server.owner() as client:
        for _ in range(2):
            client.create('"bounces \\"new\\" &- mails"')
            client.append('"bounces \\"new\\" &- mails"', "", "", AWAY % 1)
            counts = read_mailbox(engine, server.settings(imap_folder=name))
            client.delete('"bounces \\"new\\" &- mails"')
            time.sleep(1.1)
    assert dict(counts) == {"other": 1}
    with reading(engine) as session:
        assert inbound(session, 1)[0].outcome == "a copy of a mail that was read before"


def test_a_big_mail_is_fetched_in_part(server: Dovecot, engine: Engine) -> None:
    server.put(AWAY % 1 + b"x" * 76 + b"\r\n" * 4_000_000)
    assert dict(read_mailbox(engine, server.settings())) == {"automatic": 1}
    server.put(b"From: a@example.org\r\n\r\n" + b"Precedence: bulk\r\n" * (MOST_BYTES // 10))
    assert dict(read_mailbox(engine, server.settings())) == {"other": 1, "for you": 1}


@pytest.mark.parametrize("security", ["starttls", "none"])
def test_other_ways_in(server: Dovecot, engine: Engine, security: str) -> None:
    server.put(AWAY % 1)
    settings = server.settings(imap_port=server.plain, imap_security=security)
    assert dict(read_mailbox(engine, settings)) == {"automatic": 1}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"imap_password": "wrong"}, "[AUTHENTICATIONFAILED]"),
        ({"imap_folder": "nowhere"}, "no folder 'nowhere'"),
        ({"imap_port": free_port()}, "refused"),
        ({"imap_host": "no.such.host.invalid"}, "no.such.host.invalid"),
        ({"imap_host": "127.0.0.2"}, "refused"),
    ],
)
def test_what_goes_wrong_is_reported_in_one_line(
    server: Dovecot, engine: Engine, fields: dict[str, object], said: str
) -> None:
    with pytest.raises(MailboxError) as caught:
        read_mailbox(engine, server.settings(**fields))
    assert said in str(caught.value)
    assert "imap_" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_certificate_without_an_authority_is_refused(
    server: Dovecot, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(MailboxError, match="certificate"):
        read_mailbox(engine, server.settings())


def test_a_reader_that_is_killed_loses_and_doubles_nothing(server: Dovecot, tmp_path: Path) -> None:
    server.put(*(AWAY % n for n in range(60)))
    tracker = Tracker(
        tmp_path,
        {
            "TRACKER_IMAP_HOST": "localhost",
            "TRACKER_IMAP_PORT": str(server.tls),
            "TRACKER_IMAP_USER": USER,
            "TRACKER_IMAP_PASSWORD": PASSWORD,
        },
    )
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    read, kills = 0, 0
    for more in (1, 7, 20, 45):
        process = tracker.start("alerts", "mailbox")
        while process.poll() is None and read < more:
            with reading(engine) as session:
                read = len(inbound(session, 100))
            time.sleep(0.002)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.communicate()
    both = [tracker.start("alerts", "mailbox") for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    for process in both:
        process.communicate()
    with reading(engine) as session:
        mails = inbound(session, 100)
    engine.dispose()
    assert kills > 0
    assert (len(mails), len({mail.mark for mail in mails})) == (60, 60)
    assert all(mail.settled for mail in mails)
    assert server.unseen() == []


def test_without_a_mailbox_those_who_wait_are_looked_after(engine: Engine) -> None:
    assert dict(read_mailbox(engine, Settings())) == {}
