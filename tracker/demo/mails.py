"""Run a mail server on loopback that keeps every mail, and shows it as a reader gets it."""

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from typing import Any

from aiosmtpd.controller import Controller

from tracker.demo.surroundings import LOOPBACK


class Sink:
    """Keep every mail that a mail server receives."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep the mail and accept it."""
        self.mails.append(envelope.content)
        return "250 kept"


@contextmanager
def message_box() -> Iterator[tuple[Sink, int]]:
    """Run a mail server on a free port of loopback while the block runs."""
    sink = Sink()
    # The controller connects to its own port once it runs, so it cannot be started with any free port.
    with socket.create_server((LOOPBACK, 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(sink, hostname=LOOPBACK, port=port)
    controller.start()
    try:
        yield sink, port
    finally:
        controller.stop()


def show_mails(mails: Iterable[bytes], say: Callable[[str], None]) -> None:
    """Print who sent each mail to whom, its subject and its text."""
    for raw in mails:
        mail = message_from_bytes(raw, policy=policy.default)
        text = mail.get_body(("plain",))
        say(f"\nFrom: {mail['From']}\nTo: {mail['To']}\nSubject: {mail['Subject']}\n")
        say(text.get_content().replace("\r\n", "\n") if text else "")
