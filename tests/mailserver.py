"""A mail server on loopback that does what it is told: takes, refuses, puts off, stalls, drops the line."""
# ruff: noqa: N802, ARG002 (the server calls its hooks by these names, with these arguments)

import asyncio
import socket
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from config import Settings


class MailServer:
    """What it took, in order, and what it is to answer: replies by recipient, used up one by one."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mails: list[EmailMessage] = []
        self.at_rcpt: dict[str, list[str]] = defaultdict(list)
        self.at_data: dict[str, list[str]] = defaultdict(list)
        self.connections = 0

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count who comes in."""
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer what is planned for the recipient."""
        reply = self.at_rcpt[address].pop(0) if self.at_rcpt[address] else "250 OK"
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        """Take the mail, and answer what is planned: a reply, or "drop" (taken, but nobody hears of it)."""
        planned = self.at_data[envelope.rcpt_tos[0]]
        reply = planned.pop(0) if planned else f"250 queued as {len(self.mails) + 1}"
        if reply.startswith("250") or reply == "drop":
            mail = message_from_bytes(bytes(envelope.content or b""), policy=default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
        if reply == "drop":
            server.transport.abort()
            await asyncio.sleep(0)
        return reply

    def told(self) -> list[tuple[str, str]]:
        """Whom it told of which announcement and act, once for each time."""
        return [
            (str(mail["To"]), told) for mail in self.mails for told in str(mail["X-Tracker-Announcement"]).split(", ")
        ]

    def settings(self, **more: Any) -> Settings:
        """Settings that send to this server."""
        return Settings(smtp_host="127.0.0.1", smtp_port=self.port, **more)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server on a free port."""
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
