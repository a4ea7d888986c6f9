"""Tests mail servers as they are in practice: with TLS, with a login, one after the other, unavailable and back."""

import itertools
import logging
import ssl
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import trustme
from pydantic import ValidationError
from sqlalchemy import Engine
from sqlmodel import select

from config import Config, Settings
from config.mailservers import read_servers
from config.settings import ConfigError, read_settings
from db.engine import reading
from db.models import Attempt, Delivery, MailServer
from tests.factories.announcements import NOON, add_alert, announce
from tests.servers.mailserver import free_port, mail_server
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.alerts.delivery.sender import send

# aiosmtpd does not know that TLS from the first byte is TLS.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")

MINUTE = timedelta(minutes=1)
WORD = "open%20sesame"


@pytest.fixture
def tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ssl.SSLContext]:
    """The certificate of localhost, signed by an authority that this machine trusts for the duration of a test."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return context


def settings(*servers: str) -> Settings:
    return Settings(smtp_servers=" ".join(servers))


def attempts(engine: Engine) -> list[tuple[str, str, str]]:
    with reading(engine) as session:
        rows = session.exec(select(Attempt).order_by(Attempt.id))  # type: ignore[arg-type]
        return [(row.outcome, row.server, row.answer) for row in rows]


def test_starttls_and_a_login_are_spoken_where_they_are_required(
    engine: Engine, config: Config, tls: ssl.SSLContext
) -> None:
    add_alert(engine)
    announce(engine, config)
    with mail_server(tls_context=tls, require_starttls=True, auth_required=True) as server:
        there = f"smtp://me%40example.org:{WORD}@localhost:{server.port}?security=starttls"
        assert send(engine, config, settings(there), lambda: NOON) == {"sent": 1}
        assert server.logins == [("me@example.org", "open sesame")]
    assert attempts(engine) == [("sent", f"localhost:{server.port}", "250 queued as 1")]


def test_tls_from_the_first_byte(engine: Engine, config: Config, tls: ssl.SSLContext) -> None:
    add_alert(engine)
    announce(engine, config)
    with mail_server(ssl_context=tls, auth_required=True, auth_require_tls=False) as server:
        there = f"smtps://me:{WORD}@localhost:{server.port}"
        assert send(engine, config, settings(there), lambda: NOON) == {"sent": 1}
    single = Settings(smtp_host="localhost", smtp_port=server.port, smtp_user="me", smtp_security="tls")
    assert single.mail_servers[0][:4] == ("localhost", server.port, "tls", "me")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("smtp://me:wrong@localhost:{port}?security=starttls", "SMTPAuthenticationError"),
        ("smtp://me:wrong@127.0.0.1:{port}?security=starttls", "SSLCertVerificationError"),
        ("smtp://me:wrong%C3%A4@localhost:{port}?security=starttls", "write it in ASCII"),
        ("smtp://localhost:{port}", "530"),
    ],
    ids=["wrong password", "certificate of another host", "password that SMTP cannot say", "no TLS where it must be"],
)
def test_a_refused_login_costs_no_attempt_and_shows_no_password(
    engine: Engine, config: Config, tls: ssl.SSLContext, caplog: pytest.LogCaptureFixture, form: str, said: str
) -> None:
    caplog.set_level(logging.DEBUG)
    add_alert(engine)
    announce(engine, config)
    with mail_server(tls_context=tls, require_starttls=True, auth_required=True) as server:
        assert send(engine, config, settings(form.format(port=server.port)), lambda: NOON) == {"away": 1}
    with reading(engine) as session:
        delivery = session.exec(select(Delivery)).one()
    assert (delivery.state, delivery.attempts) == ("pending", 0)
    assert said in (delivery.answer or "")
    assert "wrong" not in (delivery.answer or "") + caplog.text + str(attempts(engine))


def test_a_server_without_tls_gets_no_mail_that_asks_for_it(engine: Engine, config: Config) -> None:
    add_alert(engine)
    announce(engine, config)
    with mail_server() as server:
        there = settings(f"smtp://localhost:{server.port}?security=starttls")
        assert send(engine, config, there, lambda: NOON) == {"away": 1}
        assert server.mails == []


def test_a_server_that_is_away_is_passed_over_and_used_again_when_it_is_back(engine: Engine, config: Config) -> None:
    add_alert(engine)
    first, second = free_port(), free_port()
    both = Settings(smtp_host="127.0.0.1", smtp_port=first, smtp_servers=f"smtp://127.0.0.1:{second}")

    def names() -> list[str]:
        return [server.rpartition(":")[2] for _, server, _ in attempts(engine)]

    with mail_server(second) as spare:
        for _ in range(3):
            announce(engine, config)
        assert send(engine, config, both, lambda: NOON) == {"sent": 3}
        assert names() == [str(second)] * 3
        with mail_server(first) as chosen:
            announce(engine, config)
            assert send(engine, config, both, lambda: NOON + MINUTE / 2) == {"sent": 1}
            assert names()[3:] == [str(second)], "passed over: it was away half a minute ago"
            assert chosen.connections == 0
            announce(engine, config)
            assert send(engine, config, both, lambda: NOON + 2 * MINUTE) == {"sent": 1}
            assert names()[4:] == [str(first)]
        assert len(spare.mails) == 4
    with reading(engine) as session:
        assert session.exec(select(MailServer)).all() == []


@POSTGRESQL_BY_NIGHT
def test_a_server_that_is_away_for_long_is_asked_now_and_then(engine: Engine, config: Config) -> None:
    add_alert(engine)
    announce(engine, config)
    nowhere = Settings(smtp_host="127.0.0.1", smtp_port=free_port())
    asked = []
    for minute in range(0, 60):
        send(engine, config, nowhere, lambda minute=minute: NOON + minute * MINUTE)  # type: ignore[misc]
        with reading(engine) as session:
            asked.append(session.exec(select(MailServer)).one().away_until)
    waits = sorted({later - sooner for sooner, later in itertools.pairwise(asked) if later > sooner})
    assert len(set(asked)) < 12
    assert waits[-1] <= timedelta(minutes=13)
    ((outcome, _, answer),) = attempts(engine)
    assert (outcome, "Connection refused" in answer) == ("away", True), "said once, and counted"


def test_a_server_that_refuses_us_as_a_sender_is_passed_over(engine: Engine, config: Config) -> None:
    add_alert(engine)
    announce(engine, config)
    with mail_server(auth_required=True, auth_require_tls=False) as closed, mail_server() as open_:
        both = settings(f"smtp://127.0.0.1:{closed.port}", f"smtp://127.0.0.1:{open_.port}")
        assert send(engine, config, both, lambda: NOON) == {"sent": 1}
        assert len(open_.mails) == 1


@pytest.mark.parametrize("stage", ["at_rcpt", "at_data"])
@pytest.mark.parametrize("reply", ["421 4.3.2 shutting down", "drop"])
def test_a_server_that_closes_in_the_middle_of_a_mail_is_passed_over(
    engine: Engine, config: Config, stage: str, reply: str
) -> None:
    add_alert(engine)
    for _ in range(2):
        announce(engine, config)
    with mail_server() as first, mail_server() as second:
        both = settings(f"smtp://127.0.0.1:{first.port}", f"smtp://127.0.0.1:{second.port}")
        getattr(first, stage)["reader@example.org"] = [reply] * 99
        at_once = send(engine, config, both, lambda: NOON)
        # No other server is tried at once with what the first may have accepted.
        lost = (stage, reply) == ("at_data", "drop")
        assert at_once == ({"later": 1, "sent": 1} if lost else {"sent": 2})
        assert send(engine, config, both, lambda: NOON + 75 * MINUTE / 60) == ({"sent": 1} if lost else {})
        assert len({mail["Message-ID"] for mail in second.mails}) == len(second.mails) == 2
    with reading(engine) as session:
        assert [server.name for server in session.exec(select(MailServer))] == [f"127.0.0.1:{first.port}"]


@pytest.mark.parametrize("reply", ["421 4.7.0 too much mail", "drop"])
def test_a_recipient_on_whom_a_server_closes_holds_up_no_other(engine: Engine, config: Config, reply: str) -> None:
    add_alert(engine, recipient="bad@example.org", most=100)
    for _ in range(10):
        announce(engine, config)
    add_alert(engine, recipient="good@example.org", created_at=NOON)
    announce(engine, config)
    with mail_server() as server:
        server.at_rcpt["bad@example.org"] = [reply] * 99
        assert send(engine, config, server.settings(smtp_connections=1), lambda: NOON) == {"later": 1, "sent": 1}
        assert server.at_rcpt["bad@example.org"] == [reply] * 98, "nothing more for this one in this round"
        assert [str(mail["To"]) for mail in server.mails] == ["good@example.org"]
    with reading(engine) as session:
        rows = session.exec(select(Delivery).order_by(Delivery.id)).all()  # type: ignore[arg-type]
        assert [(row.state, row.attempts) for row in rows] == [("pending", 1)] + [("pending", 0)] * 10 + [("sent", 1)]
        assert session.exec(select(MailServer)).all() == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("smtp://a", [("a", 25, "none", "", "")]),
        ("smtp://u:p@a", [("a", 587, "starttls", "u", "p")]),
        (
            "smtps://u:p%40%20q@a smtp://b:2525?security=none",
            [("a", 465, "tls", "u", "p@ q"), ("b", 2525, "none", "", "")],
        ),
        ("smtp://u:p@[::1]:25?security=none", [("::1", 25, "none", "u", "p")]),
    ],
)
def test_servers_are_read_from_one_setting(text: str, read: list[tuple[object, ...]]) -> None:
    assert [tuple(server) for server in read_servers(text)] == read
    assert "p@ q" not in repr(read_servers(text))


@pytest.mark.parametrize(
    "text",
    [
        "mail.example.org",
        "http://secret:secret@a",
        "smtp://u:secret@",
        "smtp://u:secret@a:port",
        "smtp://u:secret@a?security=ssl",
        "smtp://u:secret@a?tls=yes",
        "smtp://u:secret@a/path",
        "smtp://u:secret@[::1",
    ],
)
def test_a_bad_server_is_reported_in_one_line_without_its_password(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("TRACKER_SMTP_SERVERS", text)
    with pytest.raises(ConfigError, match=r"^setting smtp_servers \(TRACKER_SMTP_SERVERS\): [^\n]+$") as caught:
        read_settings()
    assert "secret" not in str(caught.value)
    with pytest.raises(ValidationError):
        Settings()
    assert "secret" not in repr(Settings(smtp_servers="smtp://u:secret@a", smtp_password="secret"))
