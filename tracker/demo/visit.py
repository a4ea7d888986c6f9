"""Lets any command work on the demo's database, without internet: the replica plays the sites, mails are shown."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tracker.demo.server import serve

DATABASE = "demo.db"
SINK = "127.0.0.1"
ASKS_SITES = ("crawl", "daemon", "sources")
SENDS_MAIL = ("alerts", "daemon")
LAST_STAGE = 2


def environment(folder: Path, mail_port: int | None = None) -> dict[str, str]:
    """The settings of the demo: its database in `folder`, and its own mail server instead of those of the user."""
    port = {} if mail_port is None else {"TRACKER_SMTP_PORT": str(mail_port)}
    return {
        "TRACKER_DATABASE": f"sqlite:///{folder / DATABASE}",
        "TRACKER_SMTP_HOST": SINK,
        "TRACKER_SMTP_SERVERS": "",
        "TRACKER_SMTP_SECURITY": "none",
        "TRACKER_SMTP_USER": "",
        "TRACKER_SMTP_PASSWORD": "",
        "TRACKER_FIRST_CRAWL_MINUTES": "0",
        **port,
    }


@contextmanager
def visit(folder: Path, command: str | None, say: Any) -> Iterator[None]:
    """Let `command` work on the demo in `folder` while the block runs; `say` prints the mails that it sent."""
    with ExitStack() as stack:
        port = None
        if command in SENDS_MAIL:
            from tracker.demo.mails import message_box, show_mail

            sink, port = stack.enter_context(message_box())
            stack.callback(lambda: [show_mail(raw, say) for raw in sink.mails])
        if command in ASKS_SITES:
            os.environ["TRACKER_REPLICA"] = stack.enter_context(serve(LAST_STAGE)).url
        os.environ.update(environment(folder, port))
        yield
