"""The whole job on the replica: crawl, read, timeline, a day later crawl again, and the alert that it sends."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from tracker.demo.server import serve

FOLLOWED = "ai-plus"
RECIPIENT = "analyst@example.org"
SINK = "127.0.0.1"


class Sink:
    """A mail server's message box: takes every mail and keeps it."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep the mail and accept it."""
        self.mails.append(envelope.content)
        return "250 kept"


@contextmanager
def message_box() -> Iterator[tuple[Sink, int]]:
    """A mail server on a free port of loopback while the block runs."""
    sink = Sink()
    # The controller calls its own port up once it runs, so it cannot be told to take any.
    with socket.create_server((SINK, 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(sink, hostname=SINK, port=port)
    controller.start()
    try:
        yield sink, port
    finally:
        controller.stop()


def demonstrate(folder: Path, say: Any) -> bool:
    """Run the demo with its database in `folder`; `say` prints a line. Every step is a command that a user can type.

    Gives False where a step failed; its own words are on the screen by then.
    """
    database = folder / "demo.db"
    for file in folder.glob("demo.db*"):
        file.unlink()
    with serve(stage=1) as replica, message_box() as (sink, port):
        environment = {
            **os.environ,
            "TRACKER_DATABASE": f"sqlite:///{database}",
            "TRACKER_SMTP_HOST": SINK,
            "TRACKER_SMTP_PORT": str(port),
            "TRACKER_FIRST_CRAWL_MINUTES": "0",
        }
        history = (["crawl", "--replica", replica.url], ["read"])
        follow = ["alerts", "add", RECIPIENT, "--initiative", FOLLOWED, "--confirmed", "--note", "the demo's alert"]
        news = (["crawl", "--replica", replica.url], ["read"], ["alerts", "send"])
        shown = (["timeline", FOLLOWED], ["initiatives"])
        if not all(_run(step, environment, say) for step in (*history, follow)):
            return False
        replica.advance()
        say("\nA day later: the sites have news.\n")
        done = all(_run(step, environment, say) for step in (*news, *shown))
        _show_mails(sink, say)
    return done


def _run(arguments: list[str], environment: dict[str, str], say: Any) -> bool:
    say(f"$ tracker {' '.join(arguments)}")
    command = [sys.executable, "-P", "-m", "tracker", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode == 0  # noqa: S603 - our own command


def _show_mails(sink: Sink, say: Any) -> None:
    say(f"\n{len(sink.mails)} mails reached {RECIPIENT}. The first:\n")
    for raw in sink.mails[:1]:
        mail = message_from_bytes(raw, policy=policy.default)
        text = mail.get_body(("plain",))
        say(f"From: {mail['From']}\nTo: {mail['To']}\nSubject: {mail['Subject']}\n")
        say(text.get_content().replace("\r\n", "\n") if text else "")
