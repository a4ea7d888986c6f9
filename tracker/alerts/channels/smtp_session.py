"""Keep an SMTP session: opened to the first server that works, reused, cut if a mail takes too long."""

import smtplib
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event, Thread

from config import Settings
from config.mailservers import MailServerAddress
from tracker.alerts.channels.servers import Servers
from tracker.alerts.compose.sanitize import clean

SECONDS = 20.0
"""How long one answer may take; `SmtpSession.limit` says how long a mail may."""
FAULTS = (OSError, smtplib.SMTPException)
Clock = Callable[[], datetime]


class LineDown(Exception):  # noqa: N818 - a state of the line, not a mistake
    """No mail server works at the moment; the text gives the reason."""


@dataclass
class SmtpSession:
    """A connection to one of the mail servers, and the timer that cuts it when its time is over."""

    settings: Settings
    servers: Servers
    clock: Clock
    client: smtplib.SMTP | None = None
    server: MailServerAddress | None = None
    cut_at: float | None = None
    closed: Event = field(default_factory=Event)
    watch: Thread | None = None

    @property
    def name(self) -> str:
        """Return the name of the server at the other end."""
        return self.server.name if self.server else ""

    @property
    def is_over(self) -> bool:
        """Decide whether the time of the current mail is over."""
        cut_at = self.cut_at
        return cut_at is not None and time.monotonic() > cut_at

    def limit(self, seconds: float | None) -> None:
        """Cut the line `seconds` from now, whatever is being sent; None removes the limit."""
        self.cut_at = None if seconds is None else time.monotonic() + seconds
        if self.watch is None and seconds is not None:
            self.watch = Thread(target=self._watch, daemon=True)
            self.watch.start()

    def begin(self, sender: str) -> smtplib.SMTP:
        """Send MAIL FROM on the open connection, otherwise to the first server that works; raise LineDown."""
        for server in self.servers.usable(self.clock()):
            if self.is_over:
                break
            if client := self._begin_at(server, sender):
                return client
        raise LineDown(self.servers.why_none())

    def leave(self, said: str) -> bool:
        """Hang up on a server that closed in the middle of a mail; return whether another can be tried now.

        It is only skipped if another server replaces it: it may still accept mails to other recipients.
        """
        server, at = self.server, self.clock()
        self.close()
        if server is None or all(other == server for other in self.servers.usable(at)):
            return False
        self.servers.is_away(server, said, at)
        return not self.is_over

    def close(self) -> None:
        """Hang up, politely if the server still listens."""
        client, self.client, self.server = self.client, None, None
        if client is not None:
            with suppress(*FAULTS):
                client.quit()
            client.close()

    def end(self) -> None:
        """Hang up for good."""
        self.close()
        self.closed.set()

    def _begin_at(self, server: MailServerAddress, sender: str) -> smtplib.SMTP | None:
        """Begin a mail at one server; None if that does not work, and the server is then skipped for a while."""
        if self.server == server and self.client is not None:
            with suppress(*FAULTS):
                if self.client.mail(sender)[0] == 250:
                    return self.client
        self.close()
        try:
            self.client, self.server = _connect(server), server
            reply = self.client.mail(sender)
        except FAULTS as error:
            said = f"{type(error).__name__}: {error}"
        except UnicodeError:
            said = "its host or login contains characters that SMTP does not allow; write it in ASCII"
        else:
            if reply[0] == 250:
                self.servers.is_back(server)
                return self.client
            # The sender address is the operator's affair.
            said = words(*reply)
        self.close()
        self.servers.is_away(server, clean(said, 300), self.clock())
        return None

    def _watch(self) -> None:
        while not self.closed.wait(0.25):
            client = self.client
            # Any line that is opened after that is cut, too.
            if self.is_over and client and client.sock:
                # Not the TLS socket's own shutdown, which removes what another thread is reading from.
                with suppress(OSError):
                    socket.socket.shutdown(client.sock, socket.SHUT_RDWR)


def words(code: int | str, text: bytes | str = "") -> str:
    """Return a server's response in one line."""
    said = text.decode(errors="replace") if isinstance(text, bytes) else text
    return clean(f"{code} {said}", 300)


def _connect(server: MailServerAddress) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    try:
        if server.security == "starttls":
            client.starttls(context=context)
        if server.user:
            client.login(server.user, server.password)
        client.ehlo_or_helo_if_needed()
    except BaseException:
        client.close()
        raise
    return client
