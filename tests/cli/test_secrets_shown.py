"""Tests that no secret of an installation is in what its commands list, print, log or mail to operators."""

import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sqlmodel import select, update

from config import Config, Settings
from db.engine import open_database, reading, writing
from db.masking import masked
from db.models import Alert, Attempt, Delivery, Incident, Recipient
from tests.factories.announcements import NOON, add_alert, announce, send_at
from tests.processes.running import Tracker
from tests.servers.listening import listening
from tests.servers.mailserver import mail_server
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.recipients import suspend
from tracker.mailbox.read import read_mailbox

LISTS = [
    ("alerts", "list", "--format", "csv"),
    ("alerts", "log", "--format", "csv"),
    *(("alerts", name, "--format", form) for name in ("list", "log", "recipients") for form in ("table", "json")),
    ("alerts", "check", "--since", "3650d"),
    ("alerts", "mailbox", "--past", "--format", "json"),
    ("health", "--past", "--format", "json"),
]
SETTINGS = {
    "TRACKER_SMTP_PASSWORD": "planted-smtp-password",
    "TRACKER_SMTP_SERVERS": "smtp://user:planted-second-password@127.0.0.1:9",
    "TRACKER_IMAP_PASSWORD": "planted-imap-password",
    "TRACKER_WEB_TOKEN": "planted-web-token",
    "TRACKER_WEBHOOK_SECRET": "planted-webhook-secret",
}


class Parrot(HTTPServer):
    """A web server that answers 410, and repeats what the request contained."""

    status = 410

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.host = f"127.0.0.1:{self.server_port}"


class _Answers(BaseHTTPRequestHandler):
    server: Parrot

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(f"no {self.path} here, nor {self.headers['Authorization']}".encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the console quiet."""


@pytest.fixture
def parrot() -> Iterator[Parrot]:
    """Run such a web server on loopback."""
    with listening(Parrot()) as server:
        yield server


def test_no_secret_is_listed_said_logged_or_mailed(
    tmp_path: Path, config: Config, parrot: Parrot, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    (tmp_path / "mail" / "new").mkdir(parents=True)
    (tmp_path / "mail" / "cur").mkdir()
    tracker = Tracker(tmp_path, {**SETTINGS, "TRACKER_MAILDIR": str(tmp_path / "mail")})
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    endpoints = {
        "webhook": f"http://{parrot.host}/planted-hook-path?key=planted-hook-key",
        "apprise": f"json://planted-user:planted-chat-password@{parrot.host}/planted-chat-path",
    }
    for channel, address in endpoints.items():
        add_alert(engine, recipient=address, channel=channel, name=channel, created_at=NOON)
    add_alert(engine, recipient="reader@example.org", created_at=NOON)
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org", name="all", created_at=NOON)
    add_alert(engine, recipient="asked@example.org", confirmed=False, name="asked", created_at=NOON)
    announce(engine, config)
    with mail_server() as server:
        bounces = "bounces@example.org"
        settings = server.settings(
            webhook_private=True, bounce_address=bounces, webhook_secret="planted-webhook-secret"
        )
        with reading(engine) as session:
            verp = session.exec(select(Recipient.bounce_token).where(Recipient.address == "reader@example.org")).one()
        server.at_rcpt["reader@example.org"] = [f"550 5.1.1 no mail from bounces+{verp}@example.org"]
        send_at(engine, config, settings, NOON)
        parrot.status = 500
        tell_of_both(engine)
        send_at(engine, config, settings, NOON)
        mails = [mail for mail in server.mails if mail["To"] == "operator@example.org"]
    assert len(mails) >= 2, "of the webhook that has gone, and of what an earlier version wrote"
    (tmp_path / "mail" / "new" / "1").write_text(
        f"From: MAILER-DAEMON@example.org\nSubject: failure notice\nDelivered-To: bounces+{verp}@example.org\n\n"
        f"The following failed: bounces+{verp}@example.org\n550 5.1.1 <bounces+{verp}@example.org> user unknown\n"
    )
    read_mailbox(engine, Settings(maildir=tmp_path / "mail", bounce_address=bounces), lambda: NOON)
    logged = [record for record in caplog.records if record.name != "mail.log"]
    said = [capfd.readouterr().err, *(f"{record.getMessage()} {record.exc_text}" for record in logged)]
    said += [mail.as_string() + str(mail["Subject"]) for mail in mails]
    said += [mail.get_body((kind,)).get_content() for mail in mails for kind in ("plain", "html")]  # type: ignore[union-attr]
    listed = []
    for command in LISTS:
        done = tracker.run(*command, code=None)
        assert "Traceback" not in done.stderr
        listed.append(done.stdout + done.stderr)
    hook, chat = endpoints["webhook"], endpoints["apprise"]
    add = ("alerts", "add", "--initiative", "ai-plus", "--channel")
    for command in (
        ("alerts", "resume", masked(hook)),
        ("alerts", "resume", hook),
        ("alerts", "resume", f"{hook}-wrong"),
        ("alerts", "log", "--recipient", chat, "--announcement", "1"),
        (*add, "webhook", hook),
        (*add, "webhook", hook),
        (*add, "email", hook),
        (*add, "webhook", f"no{hook}"),
        (*add, "apprise", f"no{chat}"),
        (*add, "apprise", chat.partition("://")[2]),
    ):
        done = tracker.run(*command, code=None)
        assert "Traceback" not in done.stderr
        said.append(done.stdout + done.stderr)
    assert f"{masked(endpoints['webhook'])} receives mails again" in " ".join(said)
    with reading(engine) as session:
        tokens = [*session.exec(select(Alert.token)), *session.exec(select(Recipient.confirm_token))]
        tokens += session.exec(select(Recipient.bounce_token))
        operator = session.exec(select(Alert.token).where(Alert.name == "all")).one()
    own = [one for one in tokens if one != operator]
    text = "\n".join([*listed, *said])
    assert masked(endpoints["webhook"]) in text
    assert masked(endpoints["apprise"]) in text
    for secret in ("planted", *own):
        at = text.find(secret)
        assert at < 0, text[max(0, at - 300) : at + 100]
    assert operator not in " ".join(listed), "its own mails have it, and nothing else"


def tell_of_both(engine: object) -> None:
    """Write answers, reasons and incidents unmasked, as earlier versions did."""
    with writing(engine) as session:  # type: ignore[arg-type]
        for known in session.exec(select(Recipient).where(Recipient.channel != "email")).all():
            suspend(session, known, "it answered 410", NOON)
            old = f"it answered 410 no {known.address}; `tracker alerts resume {known.address}` sends all that waits"
            which = update(Recipient).where(Recipient.id == known.id)  # type: ignore[arg-type]
            session.connection().execute(which.values(suspended_why=old))
            session.connection().execute(update(Incident).where(Incident.recipient_id == known.id).values(reason=old))  # type: ignore[arg-type]
            mine = select(Alert.id).where(Alert.recipient_id == known.id)
            session.connection().execute(update(Delivery).where(Delivery.alert_id.in_(mine)).values(answer=old))  # type: ignore[attr-defined]
            session.connection().execute(update(Attempt).where(Attempt.recipient == known.address).values(answer=old))  # type: ignore[arg-type]
