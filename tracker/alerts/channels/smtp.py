"""Speak SMTP: one connection for many mails, with each of the server's responses kept apart."""

import smtplib
from contextlib import suppress
from email.message import EmailMessage

from tracker.alerts.channels.answers import Answer
from tracker.alerts.channels.smtp_session import FAULTS, LineDown, SmtpSession, words
from tracker.alerts.compose.headers import addr_spec_of

CLOSING = 421


class _Closed(Exception):  # noqa: N818 - what a server did, not a mistake
    """The server closed, or the line broke, before it can have accepted the mail; the text is what it said."""


def post(line: SmtpSession, mail: EmailMessage, bounces_to: str = "") -> Answer:
    """Send a mail to the first server that works and return its response; what server or network do raises nothing.

    A mail that cannot be delivered returns to `bounces_to`, or otherwise to its sender. If a server closes in the
    middle of a mail, it is unknown whether that concerns us, the recipient or everyone: the next server is tried, and
    without one this message climbs the ladder, so that it delays no other.
    """
    sender, recipient = (addr_spec_of(str(mail[name])) for name in ("From", "To"))
    content = mail.as_bytes()
    closed: Answer | None = None
    for _ in line.servers.addresses:
        try:
            client = line.begin(bounces_to or sender)
        except LineDown as down:
            return closed or Answer("away", words(str(down)))
        name = line.name
        try:
            return _hand_over(line, client, recipient, content)
        except _Closed as told:
            closed = Answer("later", words(str(told)), name, shut=True)
            if not line.leave(closed.text):
                break
    return closed or Answer("away", "no mail server is set")


def _hand_over(line: SmtpSession, client: smtplib.SMTP, recipient: str, content: bytes) -> Answer:
    try:
        reply = client.rcpt(recipient)
    except FAULTS as error:
        raise _Closed(f"{type(error).__name__}: {error}") from error
    if reply[0] not in (250, 251):
        return _refused(line, reply)
    try:
        reply = client.data(content)
    except smtplib.SMTPDataError as error:
        return _refused(line, (error.smtp_code, error.smtp_error))
    except FAULTS as error:
        # No other server is tried now: this one may have accepted it.
        said = words(f"no answer after DATA; the mail may have arrived, and a repeat has the same Message-ID: {error}")
        name = line.name
        line.leave(said)
        return Answer("later", said, name)
    return Answer("sent", words(*reply), line.name) if reply[0] == 250 else _refused(line, reply)


def _refused(line: SmtpSession, reply: tuple[int, bytes | str]) -> Answer:
    code, text = reply[0], words(*reply)
    if code == CLOSING or line.client is None:
        raise _Closed(text)
    with suppress(*FAULTS):
        line.client.rset()
    return Answer("later" if 400 <= code < 500 else "never", text, line.name)
