"""Speak IMAP with the standard library's client, within limits: of lines, literals, responses and the whole session."""

import imaplib
import re
import socket
import ssl
from contextlib import suppress
from threading import Timer
from typing import IO, Any

from config import Settings
from tracker.mailbox.message import MOST_BYTES

SECONDS = 60
# The most that is read of a mailbox at once; the rest waits for the next reading.
SESSION = 600
MOST_LINE = 1_000_000
MOST_LITERAL = 4 * MOST_BYTES
MOST_ANSWER = 4 * MOST_LITERAL
LITERAL = re.compile(rb"\{([0-9]+)\}\r?\n\Z")


class Client(imaplib.IMAP4):
    """A connection that a server cannot keep busy: whatever exceeds a limit raises IMAP4.abort, which names it."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext | None) -> None:
        self._context = context
        self._left = MOST_ANSWER
        self._late = False
        self._read_from: tuple[socket.socket, IO[bytes]] | None = None
        super().__init__(host, port, SECONDS)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        """Connect, with TLS if there is a context for it, and set the end of the session."""
        self.host, self.port = host, port
        self.sock = socket.create_connection((host, port), timeout)
        # A separate descriptor stays valid when TLS takes the socket over, now or by STARTTLS.
        self._connection = self.sock.dup()
        self._end = Timer(SESSION, self._cut)
        self._end.daemon = True
        self._end.start()
        try:
            if self._context:
                self.sock = self._context.wrap_socket(self.sock, server_hostname=host)
        except BaseException as error:
            self.shutdown()
            raise self._too_late() if self._late else error from None

    def send(self, data: Any) -> None:
        """Send a part of a command; the limit of its response starts to count."""
        self._left = MOST_ANSWER
        super().send(data)

    def readline(self) -> bytes:
        """Read a line, including the announcement of a literal."""
        line = self._take(self._stream().readline, MOST_LINE + 1)
        if len(line) > MOST_LINE:
            raise self.abort(f"the server sent a line of more than {MOST_LINE} bytes")
        announced = LITERAL.search(line)
        if announced and (len(announced[1]) > 9 or int(announced[1]) > MOST_LITERAL):
            raise self.abort(f"the server announced {announced[1][:20].decode()} bytes at once, over {MOST_LITERAL}")
        return line

    def read(self, size: int) -> bytes:
        """Read a literal."""
        return self._take(self._stream().read, size)

    def shutdown(self) -> None:
        """Close the connection, whatever its state."""
        self._end.cancel()
        with suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)
        with suppress(OSError, AttributeError):
            super().shutdown()  # closes the stream that STARTTLS opened beside ours
        for one in (self._read_from[1] if self._read_from else None, self.sock, self._connection):
            if one:
                one.close()

    def _stream(self) -> IO[bytes]:
        if self._read_from is None or self._read_from[0] is not self.sock:
            self._read_from = (self.sock, self.sock.makefile("rb"))
        return self._read_from[1]

    def _take(self, read: Any, size: int) -> bytes:
        try:
            taken: bytes = read(size)
        except OSError as error:
            raise self._too_late() if self._late else error from None
        if self._late:
            raise self._too_late()
        self._left -= len(taken)
        if self._left < 0:
            raise self.abort(f"the server answered one command with more than {MOST_ANSWER} bytes")
        return taken

    def _too_late(self) -> imaplib.IMAP4.abort:
        return self.abort(f"the session took longer than {SESSION} seconds")

    def _cut(self) -> None:
        self._late = True
        with suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)


def connect(settings: Settings) -> Client:
    """Connect to the server in the settings, with the security that they require."""
    context = None if settings.imap_security == "none" else ssl.create_default_context()
    if settings.imap_security != "starttls":
        return Client(settings.imap_host, settings.imap_port, context)
    client = Client(settings.imap_host, settings.imap_port, None)
    try:
        client.starttls(context)
    except BaseException:
        client.shutdown()
        raise
    return client
