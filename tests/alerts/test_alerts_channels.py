"""Tests the channels that end in a folder or a chat: what arrives there, once, and which recipients are refused."""

import json
import socket
import sys
from collections.abc import Iterator
from email import message_from_binary_file
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from mailbox import Maildir
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from sqlmodel import select

from config import Config, Settings
from db.engine import reading, writing
from db.models import Attempt, Delivery
from tests.factories.announcements import NOON, add_alert, announce, answers
from tests.processes.running import Tracker
from tests.servers.listening import listening
from tracker.alerts.channels.fence import fenced
from tracker.alerts.channels.public_only import NotPublic
from tracker.alerts.channels.registry import CHANNELS
from tracker.alerts.delivery.sender import send


class Chat(HTTPServer):
    """The web server of a chat service (Apprise's `json://` speaks to it)."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.got: list[dict[str, str]] = []


class _Answers(BaseHTTPRequestHandler):
    server: Chat

    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the console free."""


@pytest.fixture
def chat() -> Iterator[Chat]:
    """A chat service on loopback."""
    with listening(Chat()) as server:
        yield server


def forget(engine: Engine) -> None:
    """Let the outbox forget that anything was sent, as when a sender dies before recording it."""
    with writing(engine) as session:
        session.connection().execute(update(Delivery).values(state="pending", sent_at=None))


def test_a_maildir_gets_each_mail_once_unread_or_read(engine: Engine, config: Config, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "Mail"
    add_alert(engine, recipient=str(folder), channel="maildir")
    announce(engine, config)
    announce(engine, config)
    assert send(engine, config, Settings(), lambda: NOON) == {"sent": 2}
    box = Maildir(folder)
    assert sorted(key for key, mail in box.items() if "issued" in str(mail["Subject"])) == sorted(box.keys())
    assert len(box) == 2
    read, _ = sorted((folder / "new").iterdir())
    read.rename(folder / "cur" / f"{read.name}:2,S")
    forget(engine)
    assert send(engine, config, Settings(), lambda: NOON) == {"sent": 2}
    assert len(Maildir(folder)) == 2
    assert list((folder / "tmp").iterdir()) == []
    assert len(list((folder / "cur").iterdir())) == 1
    with (folder / "cur" / f"{read.name}:2,S").open("rb") as file:
        assert str(message_from_binary_file(file, policy=default)["Message-ID"]).startswith("<delivery-1.")


def test_a_maildir_that_cannot_be_written_costs_no_try(engine: Engine, config: Config, tmp_path: Path) -> None:
    add_alert(engine, recipient=str(tmp_path / "taken"), channel="maildir")
    (tmp_path / "taken").write_text("a file stands where the folder should be")
    announce(engine, config)
    assert send(engine, config, Settings(), lambda: NOON) == {"away": 1}
    with reading(engine) as session:
        assert [d.attempts for d in session.exec(select(Delivery))] == [0]


@pytest.mark.parametrize("channel", ["maildir", "file"])
def test_a_folder_that_cannot_be_written_holds_up_no_other(
    engine: Engine, config: Config, tmp_path: Path, channel: str
) -> None:
    add_alert(engine, recipient=str(tmp_path / "taken" / "below"), channel=channel, most=100)
    (tmp_path / "taken").write_text("a file stands where the folder should be")
    for _ in range(10):
        announce(engine, config)
    add_alert(engine, recipient=str(tmp_path / "good"), channel=channel, created_at=NOON)
    announce(engine, config)
    assert send(engine, config, Settings(), lambda: NOON) == {"away": 1, "sent": 1}
    with reading(engine) as session:
        rows = session.exec(select(Delivery).order_by(Delivery.id)).all()  # type: ignore[arg-type]
    assert [(row.state, row.attempts, row.holder) for row in rows[:-1]] == [("pending", 0, None)] * 11
    assert rows[-1].state == "sent"


def test_a_chat_is_notified_in_words(engine: Engine, config: Config, chat: Chat) -> None:
    add_alert(engine, recipient=f"json://127.0.0.1:{chat.server_port}/room", channel="apprise")
    announce(engine, config)
    assert send(engine, config, Settings(webhook_private=True), lambda: NOON) == {"sent": 1}
    (message,) = chat.got
    assert message["title"].startswith("AI Plus: State Council issued")
    assert "The State Council issued opinions on the AI Plus initiative." in message["message"]
    assert answers(engine) == [("sent", "accepted by JSON")]


def test_a_chat_that_refuses_is_notified_later_and_its_token_not_shown(
    engine: Engine, config: Config, chat: Chat
) -> None:
    chat.status = 503
    add_alert(engine, recipient=f"json://me:hidden-token@127.0.0.1:{chat.server_port}/room", channel="apprise")
    announce(engine, config)
    assert send(engine, config, Settings(webhook_private=True), lambda: NOON) == {"later": 1}
    ((state, answer),) = answers(engine)
    assert state == "pending"
    assert "503" in str(answer)
    with reading(engine) as session:
        tried = session.exec(select(Attempt)).one()
    assert "hidden-token" not in f"{answer} {tried.answer} {tried.server}"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_chat_leads_into_no_private_network(engine: Engine, config: Config, chat: Chat, host: str) -> None:
    add_alert(engine, recipient=f"json://{host}:{chat.server_port}/room", channel="apprise")
    announce(engine, config)
    assert send(engine, config, Settings(), lambda: NOON) == {"later": 1}
    assert chat.got == []
    assert "which is not a public address (setting webhook_private)" in str(answers(engine)[0][1])


def test_the_fence_is_around_the_chat_alone(chat: Chat) -> None:
    with fenced(private=False) as refused, pytest.raises(NotPublic), socket.socket() as line:
        line.connect(("127.0.0.1", chat.server_port))
    assert refused == ["it leads to 127.0.0.1, which is not a public address (setting webhook_private)"]
    for address in (("localhost", chat.server_port), ("127.0.0.1", chat.server_port)):
        with fenced(private=False), pytest.raises(NotPublic), socket.socket(type=socket.SOCK_DGRAM) as line:
            line.sendto(b"x", address)
    with fenced(private=False), pytest.raises(NotPublic), socket.socket(socket.AF_UNIX) as line:
        line.connect("/dev/log")
    socket.create_connection(("127.0.0.1", chat.server_port)).close()


def test_without_apprise_what_was_added_waits(
    engine: Engine, config: Config, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_alert(engine, recipient=f"json://127.0.0.1:{chat.server_port}", channel="apprise")
    announce(engine, config)
    monkeypatch.setitem(sys.modules, "apprise", None)
    assert send(engine, config, Settings(), lambda: NOON) == {"away": 1}
    assert answers(engine)[0][0] == "pending"


@pytest.mark.parametrize(
    ("channel", "recipient", "said"),
    [
        ("email", "nobody", "write name@host"),
        ("webhook", "ftp://example.org", "write https://host/path"),
        ("webhook", "https://example.org/…#0a1b", "an address as lists show it, with its secrets masked"),
        ("apprise", "tgram://…#0a1b", "an address as lists show it, with its secrets masked"),
        (
            "apprise",
            "carrier-pigeon://coop",
            "'carrier-pigeon://…#[0-9a-f]{4}' is not an Apprise URL of a known service",
        ),
        ("maildir", __file__, "is a file; write the name of a folder"),
        ("file", __file__, "is a file; write the name of a folder"),
        ("smoke", "hill", "no channel is called 'smoke'; choose one of email, webhook, apprise, maildir, file"),
    ],
)
def test_who_could_not_be_reached_is_refused(engine: Engine, channel: str, recipient: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        add_alert(engine, channel=channel, recipient=recipient)


def test_apprise_is_asked_for_where_it_is_missing(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['apprise'] = None\n")
    tracker = Tracker(tmp_path, {"PYTHONPATH": str(hidden)})
    add = ("alerts", "add", "json://example.org", "--channel", "apprise", "--initiative", "ai-plus")
    assert tracker.run(*add, code=2).stderr == (
        "tracker: the channel apprise needs Apprise: pip install 'policy-initiative-tracker[apprise]'\n"
    )


def test_every_channel_is_in_the_documents() -> None:
    text = (Path(__file__).parents[2] / "docs" / "alerts.md").read_text(encoding="utf-8")
    assert [name for name in CHANNELS if f"| `{name}` |" not in text] == []
