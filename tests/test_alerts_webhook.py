"""Tests webhooks against a real web server: what it gets, and what its answers lead to."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config, Settings
from db.engine import reading
from db.models import Delivery
from tests.announcements import NOON, add_alert, announce
from tests.mailserver import free_port
from tracker.alerts.sender import send
from tracker.alerts.webhook import FORM

SCHEMA = Path(__file__).parents[1] / "docs" / "webhook.schema.json"
SETTINGS = Settings(webhook_secret="between us")


class Receiver(HTTPServer):
    """A web server that keeps what it gets and answers with `status`."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/hook"


class _Answers(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), content))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(b"noted")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the console free."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A web server on loopback."""
    with Receiver() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def answers(engine: Engine) -> list[tuple[str, str | None]]:
    with reading(engine) as session:
        return [(delivery.state, delivery.answer) for delivery in session.exec(select(Delivery))]


def test_a_webhook_gets_the_letter_signed(engine: Engine, config: Config, receiver: Receiver) -> None:
    add_alert(engine, recipient=receiver.url, channel="webhook")
    id_ = announce(engine, config)
    assert send(engine, config, SETTINGS, lambda: NOON) == {"sent": 1}
    ((headers, content),) = receiver.got
    signature = hmac.new(b"between us", content, hashlib.sha256).hexdigest()
    assert headers["X-Tracker-Signature"] == f"sha256={signature}"
    letter = json.loads(content)
    assert headers["Idempotency-Key"] == letter["message_id"]
    assert letter["items"][0]["announcement_id"] == id_
    assert answers(engine) == [("sent", "200 noted")]


@pytest.mark.parametrize(
    ("status", "state"), [(404, "failed"), (302, "failed"), (429, "pending"), (500, "pending"), (503, "pending")]
)
def test_an_answer_decides_what_comes_of_it(
    engine: Engine, config: Config, receiver: Receiver, status: int, state: str
) -> None:
    receiver.status = status
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    send(engine, config, SETTINGS, lambda: NOON)
    assert answers(engine) == [(state, f"{status} noted")]


def test_a_server_that_is_away_holds_up_no_other(engine: Engine, config: Config, receiver: Receiver) -> None:
    for _ in range(4):
        add_alert(engine, recipient=f"http://127.0.0.1:{free_port()}/", channel="webhook")
    add_alert(engine, recipient=receiver.url, channel="webhook")
    announce(engine, config)
    assert send(engine, config, SETTINGS, lambda: NOON) == {"later": 4, "sent": 1}


def test_the_published_schema_is_that_of_a_letter() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == FORM.json_schema()
