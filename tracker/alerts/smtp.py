"""Speaks SMTP: one connection for many mails, and every answer of the server told apart."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr

from config import Settings
from tracker.alerts.answers import Answer, Outcome
from tracker.alerts.safe import clean

# Six answers that each take this long still end before the mail's lease does.
SECONDS = 20
CLOSING = 421
TOO_BIG = 552
FAULTS = (OSError, smtplib.SMTPException)
Reply = tuple[int, bytes]


@dataclass
class Line:
    """A connection to the mail server, opened when there is something to send and kept for the next mail."""

    settings: Settings
    client: smtplib.SMTP | None = None

    def close(self) -> None:
        """Hang up, politely where the server still listens."""
        if self.client is not None:
            with suppress(*FAULTS):
                self.client.quit()
            self.client.close()
            self.client = None


def post(line: Line, mail: EmailMessage) -> Answer:
    """Hand a mail to the server and say what it answered; what server or net do raises nothing."""
    sender, recipient = (parseaddr(str(mail[name]))[1] for name in ("From", "To"))
    content = mail.as_bytes()
    try:
        client, reply = _begin(line, sender)
        if reply[0] != 250:
            # Whom we write as is the operator's affair; only the size belongs to the mail.
            return _refused(line, reply, "never" if reply[0] == TOO_BIG else "away")
        reply = client.rcpt(recipient)
        if reply[0] not in (250, 251):
            return _refused(line, reply)
    except FAULTS as error:
        line.close()
        return Answer("away", clean(f"{type(error).__name__}: {error}", 300))
    return _hand_over(line, client, content)


def _hand_over(line: Line, client: smtplib.SMTP, content: bytes) -> Answer:
    try:
        reply = client.data(content)
    except smtplib.SMTPDataError as error:
        return _refused(line, (error.smtp_code, _bytes(error.smtp_error)))
    except FAULTS as error:
        line.close()
        return Answer(
            "later",
            clean(f"no answer after DATA; it may have arrived, and has the same Message-ID: {error}", 300),
        )
    return Answer("sent", _words(reply)) if reply[0] == 250 else _refused(line, reply)


def _begin(line: Line, sender: str) -> tuple[smtplib.SMTP, Reply]:
    """Say whom the mail is from: on the open line if the server still listens there, else on a new one."""
    if line.client is not None:
        with suppress(*FAULTS):
            reply = line.client.mail(sender)
            if reply[0] != CLOSING:
                return line.client, reply
        line.close()
    line.client = _connect(line.settings)
    return line.client, line.client.mail(sender)


def _connect(settings: Settings) -> smtplib.SMTP:
    if settings.smtp_security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.smtp_host, settings.smtp_port, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:
        client = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=SECONDS)
    try:
        if settings.smtp_security == "starttls":
            client.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            client.login(settings.smtp_user, settings.smtp_password)
        client.ehlo_or_helo_if_needed()
    except BaseException:
        client.close()
        raise
    return client


def _refused(line: Line, reply: Reply, outcome: Outcome | None = None) -> Answer:
    code = reply[0]
    if code == CLOSING or line.client is None:
        line.close()
        return Answer("away", _words(reply))
    with suppress(*FAULTS):
        line.client.rset()
    return Answer(outcome or ("later" if 400 <= code < 500 else "never"), _words(reply))


def _words(reply: Reply) -> str:
    return clean(f"{reply[0]} {reply[1].decode(errors='replace')}", 300)


def _bytes(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else text
