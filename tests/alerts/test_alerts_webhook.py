"""Tests webhooks against a real web server: what it receives, and what its responses lead to."""

import hashlib
import hmac
import json
import re
import ssl
import time
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme
from jsonschema import Draft202012Validator, ValidationError
from sqlalchemy import Engine

from config import Config, Settings
from db.engine import writing
from db.masking import masked
from db.queries.recipients import named
from tests.factories.announcements import NOON, add_alert, announce, answers, send_at
from tests.servers.listening import listening
from tests.servers.mailserver import free_port, mail_server
from tracker.alerts.channels.webhook import schema, signature
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.operators import tell_operators
from tracker.alerts.subscriptions.recipients import resume

pytestmark = pytest.mark.once_on_postgresql

SCHEMA = Path(__file__).parents[2] / "docs" / "webhook.schema.json"
SETTINGS = Settings(webhook_secret="between us", webhook_private=True)
DOCS = SCHEMA.parent / "alerts.md"


class Receiver(HTTPServer):
    """A web server that keeps what it receives and answers with `status`."""

    status = 200
    location = ""
    stalls = 0.0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/hook"


class _Answers(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), content))
        time.sleep(self.server.stalls)
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()
        self.wfile.write(b"noted")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the console free."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A web server on loopback."""
    with listening(Receiver()) as server:
        yield server


def test_a_webhook_gets_the_letter_signed(engine: Engine, config: Config, receiver: Receiver) -> None:
    add_alert(engine, recipient=receiver.url, channel="webhook")
    id_ = announce(engine, config)
    before = int(time.time())
    assert send_at(engine, config, SETTINGS, NOON) == {"sent": 1}
    ((headers, content),) = receiver.got
    assert before <= int(headers["X-Tracker-Timestamp"]) <= time.time()
    signed = headers["X-Tracker-Timestamp"].encode() + b"." + content
    assert headers["X-Tracker-Signature"] == f"sha256={hmac.new(b'between us', signed, hashlib.sha256).hexdigest()}"
    letter = json.loads(content)
    assert headers["Idempotency-Key"] == letter["message_id"]
    assert letter["items"][0]["announcement_id"] == id_
    assert answers(engine) == [("sent", "200 noted")]


def test_the_documented_check_takes_what_we_send_and_nothing_else(
    engine: Engine, config: Config, receiver: Receiver
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    known: dict[str, Any] = {}
    exec(example, known)  # noqa: S102 - our own documentation
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    send_at(engine, config, SETTINGS, NOON)
    ((headers, content),) = receiver.got
    assert known["is_ours"](headers, content, "between us")
    assert not known["is_ours"](headers, content + b" ", "between us")
    assert not known["is_ours"](headers, content, "between them")
    assert not known["is_ours"](headers | {"X-Tracker-Timestamp": str(int(time.time()) - 3600)}, content, "between us")
    old = signature(content, "between us", int(time.time()) - 3600)
    assert not known["is_ours"](headers | old, content, "between us"), "kept and sent once more"


def test_nothing_is_signed_without_a_secret(engine: Engine, config: Config, receiver: Receiver) -> None:
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, Settings(webhook_private=True), NOON) == {"sent": 1}
    assert not {"X-Tracker-Signature", "X-Tracker-Timestamp"} & receiver.got[0][0].keys()


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503])
def test_what_is_not_taken_is_tried_again_under_the_same_key(
    engine: Engine, config: Config, receiver: Receiver, status: int
) -> None:
    receiver.status = status
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, SETTINGS, NOON) == {"later": 1}
    assert answers(engine) == [("pending", f"{status} noted")]
    receiver.status = 204
    assert send_at(engine, config, SETTINGS, NOON + timedelta(minutes=2)) == {"sent": 1}
    assert len({headers["Idempotency-Key"] for headers, _ in receiver.got}) == 1
    assert len({content for _, content in receiver.got}) == 1


def test_a_redirect_is_not_followed(engine: Engine, config: Config, receiver: Receiver) -> None:
    receiver.status, receiver.location = 307, receiver.url
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, SETTINGS, NOON) == {"later": 1}
    assert len(receiver.got) == 1
    assert answers(engine) == [("pending", f"307 to {masked(receiver.url)}: redirects are not followed")]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]"])
def test_a_private_address_is_not_asked_unless_it_may_be(
    engine: Engine, config: Config, receiver: Receiver, host: str
) -> None:
    url = receiver.url.replace("127.0.0.1", host)
    add_alert(engine, recipient=url, channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, Settings(), NOON) == {"later": 1}
    assert receiver.got == []
    ((state, answer),) = answers(engine)
    assert (state, "which is not a public address (setting webhook_private)" in str(answer)) == ("pending", True)


def test_a_web_server_with_tls_is_asked_by_its_name(
    engine: Engine, config: Config, receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    receiver.socket = context.wrap_socket(receiver.socket, server_side=True)
    add_alert(engine, recipient=f"https://localhost:{receiver.server_port}/hook", channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, SETTINGS, NOON) == {"later": 1}, "an authority that nobody knows"
    assert "CERTIFICATE_VERIFY_FAILED" in str(answers(engine))
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    assert send_at(engine, config, SETTINGS, NOON + timedelta(minutes=2)) == {"sent": 1}
    assert receiver.got[0][0]["Host"] == f"localhost:{receiver.server_port}"


def test_a_server_that_is_away_holds_up_no_other(engine: Engine, config: Config, receiver: Receiver) -> None:
    for _ in range(4):
        add_alert(engine, recipient=f"http://127.0.0.1:{free_port()}/", channel="webhook")
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, SETTINGS, NOON) == {"later": 4, "sent": 1}


def test_a_server_that_stalls_is_asked_once_a_round_and_holds_up_no_mail(
    engine: Engine, config: Config, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.alerts.channels.webhook.SECONDS", 0.5)
    receiver.stalls = 1.0
    add_alert(engine, recipient=receiver.url, channel="webhook")
    add_alert(engine)
    for _ in range(3):
        announce(engine, config)
    with mail_server() as server:
        settings = server.settings(webhook_private=True)
        assert send_at(engine, config, settings, NOON) == {"later": 1, "sent": 3}
    assert "no answer within 0 seconds" in str(answers(engine))


def ladder(engine: Engine, config: Config, hours: int, settings: Settings) -> None:
    """Send every five minutes for so many hours, and check as often whether operators have to be notified."""
    for minutes in range(0, hours * 60, 5):
        send_at(engine, config, settings, NOON + timedelta(minutes=minutes))


def test_an_endpoint_that_accepts_nothing_for_two_days_is_reported_and_suspended(
    engine: Engine, config: Config, receiver: Receiver
) -> None:
    receiver.status = 500
    add_alert(engine, recipient=receiver.url, channel="webhook")
    add_alert(engine, Rule(incidents=True), recipient="operator@example.org")
    first = announce(engine, config)
    with mail_server() as server:
        settings = server.settings(webhook_private=True)
        ladder(engine, config, 6, settings)
        assert 5 <= len(receiver.got) <= 7
        assert [str(mail["Subject"]) for mail in server.mails] == [
            f"{masked(receiver.url)}: has accepted nothing since 24 November 2026"
        ]
        ladder(engine, config, 60, settings)
        assert len(receiver.got) == 10
        subjects = [str(mail["Subject"]) for mail in server.mails]
        assert f"{masked(receiver.url)}: nothing mailed to this recipient since 26 November 2026" in subjects
        second = announce(engine, config, at=NOON + timedelta(hours=61))
        assert send_at(engine, config, settings, NOON + timedelta(hours=62)) == {}
        assert [state for state, _ in answers(engine) if state == "pending"] == ["pending"] * 2, "nothing is lost"
        receiver.status = 200
        with writing(engine) as session:
            (endpoint,) = named(session, receiver.url)
            assert "accepted nothing for two days; the last answer was 500 noted" in endpoint.suspended_why
            assert resume(session, endpoint, NOON + timedelta(hours=63))
        send_at(engine, config, settings, NOON + timedelta(hours=63))
        told = [item["announcement_id"] for _, content in receiver.got[10:] for item in json.loads(content)["items"]]
        assert told == [first, second]
    keys = [headers["Idempotency-Key"] for headers, _ in receiver.got]
    assert len(set(keys[:11])) == 1, "it may have been taken at any of its tries"
    assert keys[11] not in keys[:11]


def test_one_letter_that_is_refused_does_not_suspend_who_takes_others(
    engine: Engine, config: Config, receiver: Receiver
) -> None:
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    receiver.status = 500
    send_at(engine, config, SETTINGS, NOON)
    receiver.status = 200
    announce(engine, config, at=NOON)
    send_at(engine, config, SETTINGS, NOON + timedelta(seconds=1))
    receiver.status = 500
    ladder(engine, config, 60, SETTINGS)
    (state, answer), taken = answers(engine)
    assert (state, answer) == ("failed", "given up after 10 attempts: 500 noted")
    assert taken[0] == "sent"


def test_who_says_that_it_is_gone_is_suspended_at_once(engine: Engine, config: Config, receiver: Receiver) -> None:
    receiver.status = 410
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    assert send_at(engine, config, SETTINGS, NOON) == {"gone": 1}
    assert send_at(engine, config, SETTINGS, NOON + timedelta(days=5)) == {}
    assert answers(engine) == [("pending", "410 noted")]


def test_the_published_schema_is_that_of_a_letter(engine: Engine, config: Config, receiver: Receiver) -> None:
    published = SCHEMA.read_text(encoding="utf-8")
    assert published == schema(), "write it anew: python -m tracker.alerts.channels.webhook > docs/webhook.schema.json"
    add_alert(engine, recipient=receiver.url, channel="webhook", note="why")
    add_alert(engine, recipient=receiver.url + "/zh", channel="webhook", language="zh", rate="daily")
    add_alert(engine, Rule(incidents=True), recipient=receiver.url + "/operator", channel="webhook")
    announce(engine, config, figures=[{"value": 70, "unit": "%", "what": "penetration"}], speaker="Zhao Zhiguo")
    announce(engine, config, day=None, body=None, url="javascript:alert(1)")
    with writing(engine) as session:
        tell_operators(session, "undelivered", "a test", NOON)
    send_at(engine, config, SETTINGS, NOON + timedelta(days=1))
    assert len(receiver.got) == 4
    for _, content in receiver.got:
        Draft202012Validator(json.loads(published)).validate(json.loads(content))
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(published)).validate({"items": []})
