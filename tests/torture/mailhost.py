"""A mail server that can be killed: it records each mail, waits for the disk, and answers by chance.

`python -m tests.torture.mailhost PORT LEDGER SEED SHARE` runs it; SHARE of the faults happen.
"""
# ruff: noqa: N802, ARG002 (the server calls its hooks by these names, with these arguments)

import asyncio
import os
import random
import sys
import time
from email import message_from_bytes
from email.policy import default
from itertools import count
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.torture.faults import MAIL, STALL, draw
from tests.torture.ledger import Ledger, client_at

# Seconds after which a client may have given up.
SLOW = 1.0

# Recipients for whom it never accepts a mail, and its response to each.
REFUSED = {
    "gone@example.org": ("RCPT", "550 no such user"),
    "picky@example.org": ("DATA", "554 not this content"),
    "never@example.org": ("RCPT", "450 come back later"),
}


class Host:
    """The hooks: a fault is drawn for each mail when its sender is named, and happens at its own moment."""

    def __init__(self, ledger: Ledger, seed: str, share: float) -> None:
        self.ledger, self.share = ledger, share
        self.chance = random.Random(seed)
        self.numbers = (f"mail-{os.getpid()}-{n}" for n in count(1))

    async def handle_EHLO(
        self, server: Any, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Identify the client, while it is certainly alive."""
        session.host_name = hostname
        session.client = client_at(session.peer[1])  # type: ignore[attr-defined]
        return responses

    async def handle_MAIL(self, server: Any, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        """Begin a mail."""
        self._heard(session)
        session.fault = draw(self.chance, MAIL, self.share)  # type: ignore[attr-defined]
        envelope.mail_from = address
        if session.fault == "hang up":  # type: ignore[attr-defined]
            self._note_fault("hang up")
            return "421 closing"
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        """Accept or refuse a recipient."""
        stage, refusal = REFUSED.get(address, ("", ""))
        if stage == "RCPT":
            self._note_fault(refusal[:3])
            return refusal
        if await self._befalls(session, "greylist"):
            return "450 greylisted"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        """Accept a mail: on disk before anything is answered."""
        stage, refusal = REFUSED.get(envelope.rcpt_tos[0], ("", ""))
        if stage == "DATA":
            self._note_fault(refusal[:3])
            return refusal
        if await self._befalls(session, "defer"):
            return "451 try again"
        if await self._befalls(session, "stall") or await self._befalls(session, "drop before"):
            server.transport.abort()
            return "451 too late"
        await self._take_slowly(server, session, envelope)
        if await self._befalls(session, "die"):
            os._exit(1)
        if await self._befalls(session, "drop after"):
            server.transport.abort()
        elif await self._befalls(session, "drop answered"):
            asyncio.get_running_loop().call_soon(server.transport.close)
        await self._befalls(session, "stall after")
        return "250 taken"

    async def handle_RSET(self, server: Any, session: Session, envelope: Envelope) -> str:
        """Start again."""
        self._heard(session)
        return "250 OK"

    async def handle_QUIT(self, server: Any, session: Session, envelope: Envelope) -> str:
        """Say goodbye."""
        self._heard(session)
        return "221 Bye"

    async def _take_slowly(self, server: Any, session: Session, envelope: Envelope) -> None:
        """Accept a mail, and record if the disk took so long that the client did not wait for the answer."""
        began = time.monotonic()
        session.taken = self._take(session, envelope)  # type: ignore[attr-defined]
        if time.monotonic() - began < SLOW:
            return
        try:
            await asyncio.sleep(0.05)
        except asyncio.CancelledError:
            self._note_fault("slow disk", id=session.taken)  # type: ignore[attr-defined]
            raise
        if server.transport.is_closing():
            self._note_fault("slow disk", id=session.taken)  # type: ignore[attr-defined]

    def _take(self, session: Session, envelope: Envelope) -> str:
        mail = message_from_bytes(bytes(envelope.content or b""), policy=default)
        number = next(self.numbers)
        self.ledger.note(
            "taken",
            surely=True,
            id=number,
            to=envelope.rcpt_tos,
            headed=str(mail["To"]),
            key=str(mail["Message-ID"]),
            told=str(mail["X-Tracker-Announcement"] or ""),
            subject=str(mail["Subject"]),
            sender=session.client,  # type: ignore[attr-defined]
        )
        return number

    def _heard(self, session: Session) -> None:
        """Record that the client went on after a mail was accepted: so it knows of it."""
        taken = getattr(session, "taken", None)
        if taken:
            self.ledger.note("heard", id=taken)
            session.taken = None  # type: ignore[attr-defined]

    async def _befalls(self, session: Session, fault: str) -> bool:
        if session.fault != fault:  # type: ignore[attr-defined]
            return False
        self._note_fault(fault, id=getattr(session, "taken", None))
        if fault.startswith("stall"):
            await asyncio.sleep(STALL)
        return True

    def _note_fault(self, kind: str, **facts: Any) -> None:
        self.ledger.note("fault", kind=f"mail: {kind}", **facts)


async def _serve(port: int, host: Host) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(host, loop=loop), "127.0.0.1", port)
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    _, _port, _file, _seed, _share = sys.argv
    asyncio.run(_serve(int(_port), Host(Ledger(Path(_file)), _seed, float(_share))))
