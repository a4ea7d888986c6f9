"""A mail server on loopback that does what the test says: accepts, refuses, defers, stalls, drops the line."""
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
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from config import Settings


class MailServer:
    """What it accepted, in order, and its planned responses: by recipient, used one by one."""

    def __init__(self, port: int | None = None) -> None:
        self.port = port or free_port()
        self.logins: list[tuple[str, str]] = []
        self.mails: list[EmailMessage] = []
        self.senders: list[str] = []
        self.at_rcpt: dict[str, list[str]] = defaultdict(list)
        self.at_data: dict[str, list[str]] = defaultdict(list)
        self.connections = 0
        self.slow = 0

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count clients."""
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer what is planned for the recipient; "drop" breaks the line."""
        reply = self.at_rcpt[address].pop(0) if self.at_rcpt[address] else "250 OK"
        if reply == "drop":
            server.transport.abort()
            await asyncio.sleep(0)
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        """Accept the mail, and answer as planned: a reply, "drop" (accepted without a reply), "stall", "250 slowly"."""
        planned = self.at_data[envelope.rcpt_tos[0]]
        reply = planned.pop(0) if planned else f"250 queued as {len(self.mails) + 1}"
        if reply == "stall":
            await asyncio.sleep(60)
        if reply == "250 slowly":
            self.slow += 1
            await asyncio.sleep(0.5)
        if reply.startswith("250") or reply == "drop":
            mail = message_from_bytes(bytes(envelope.content or b""), policy=default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
            self.senders.append(envelope.mail_from or "")
        if reply == "drop":
            server.transport.abort()
            await asyncio.sleep(0)
        return reply

    def told(self) -> list[tuple[str, str]]:
        """Return whom it notified of which announcement and act, once for each time."""
        return [
            (str(mail["To"]), told) for mail in self.mails for told in str(mail["X-Tracker-Announcement"]).split(", ")
        ]

    def settings(self, **more: Any) -> Settings:
        """Settings that send to this server."""
        return Settings(smtp_host="127.0.0.1", smtp_port=self.port, **more)

    def login(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        """Accept the right password, and record the login."""
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"open sesame", handled=False)


@contextmanager
def mail_server(port: int | None = None, **options: Any) -> Iterator[MailServer]:
    """Run a mail server, on a free port if none is given; with options of aiosmtpd's Controller and SMTP."""
    server = MailServer(port)
    if options.get("auth_required"):
        options["authenticator"] = server.login
    controller = Controller(server, hostname="127.0.0.1", port=server.port, **options)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def free_port() -> int:
    """Return a free port on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
