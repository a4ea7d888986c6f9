"""Build an e-mail from a message: headers that no untrusted text can break out of, text and HTML side by side."""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote

from db.models import now
from db.queries.outbox import Unit
from tracker.alerts.compose.chart import as_png, content_id
from tracker.alerts.compose.entries import entries
from tracker.alerts.compose.headers import WRITTEN, fold, mailbox, words
from tracker.alerts.compose.mail_addresses import address_of
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.render import render
from tracker.alerts.compose.reply_links import unsubscribe_headers
from tracker.alerts.compose.sanitize import clean_header
from tracker.alerts.compose.subjects import subject
from tracker.alerts.compose.truncate import MOST_NAMED, measure

MOST_SUBJECT = 180
NO_NAME = re.compile(r"[^a-z0-9-]+")
PROOF = re.compile(r"^<(?:digest|delivery)-\d+\.[0-9a-f]{32}@")


def compose(message: Message, sender: str) -> EmailMessage:
    """Write the e-mail of a message from `sender` ("Name <address>"); raise ValueError for an invalid address.

    Its headers are as they are sent: parse `as_bytes()` to read an encoded one.
    """
    mail = begin(message, sender, subject(message))
    domain = address_of(sender).domain
    mail["References"] = _thread(message, domain)
    mail["List-Id"] = f"<alert-{message.alert_id}.{domain}>"
    for name, value in unsubscribe_headers(message.by_mail, message.by_web).items():
        mail[name] = fold(name, value.split(" "))
    mail["X-Tracker-Announcement"] = fold("X-Tracker-Announcement", _announced(message))
    picture = as_png(message.chart)
    named = content_id(picture, domain) if picture else ""
    return finish(mail, message, *render(message, named), picture=(named, picture))


def begin(message: Message, sender: str, title: str) -> EmailMessage:
    """Return the headers of every mail: from, to, subject."""
    origin, reader, answers = address_of(sender), address_of(message.to), _address_in(message.by_mail)
    mail = EmailMessage(policy=WRITTEN)
    mail["From"] = mailbox("From", origin)
    mail["To"] = mailbox("To", reader)
    if answers and answers != origin.addr_spec:
        mail["Reply-To"] = answers
    mail["Subject"] = words("Subject", clean_header(title, MOST_SUBJECT))
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = message.message_id
    mail["Auto-Submitted"] = "auto-generated"
    return mail


def finish(
    mail: EmailMessage, message: Message, text: str, html: str, picture: tuple[str, bytes] = ("", b"")
) -> EmailMessage:
    """Put both forms into a mail; the HTML with the picture that it shows (RFC 2387), by Content-ID."""
    mail["MIME-Version"] = "1.0"
    # The same mail has the same parts at each attempt; no encoding has "=_" in it.
    name = message.message_id.strip("<>").partition("@")[0]
    page = _part(html, "html")
    if picture[1]:
        kind, together = _together(f"=_html.{name}", page, _picture(*picture))
        page = f'Content-Type: multipart/related; type="text/html"; {kind}\r\n\r\n{together}'
    kind, payload = _together(f"=_{name}", _part(text, "plain"), page)
    mail["Content-Type"] = f"multipart/alternative; {kind}"
    mail.set_payload(payload)
    return mail


def message_id(unit: Unit, sender: str) -> str:
    """Return the Message-ID of a mail: the same at each attempt, and known only to those who saw the mail.

    Its second part is an HMAC-SHA256, truncated to 128 bits, under a secret that the database keeps for the recipient:
    anyone who answers or returns it had the mail. A restored backup gives the same one again.
    """
    row = f"digest-{unit.digest_id}" if unit.digest_id else f"delivery-{unit.delivery_id}"
    told = f"{row} of {unit.born.timestamp():.6f}".encode()
    # Every recipient has a secret; without one, the name is still kept from the first attempt on.
    secret = unit.secret or secrets.token_hex(16)
    proof = hmac.new(secret.encode(), told, hashlib.sha256).hexdigest()[:32]
    return f"<{row}.{proof}@{address_of(sender).domain}>"


def is_proof(message_id: str) -> bool:
    """Decide whether a Message-ID of ours proves that its mail was seen; those of earlier versions could be guessed."""
    return bool(PROOF.search(message_id))


def _address_in(link: str) -> str:
    """Return the address of a mailto link (RFC 6068)."""
    return unquote(link.removeprefix("mailto:").partition("?")[0])


def _thread(message: Message, domain: str) -> str:
    """Return a thread per initiative, and one for mails on several: the Message-ID of a mail that never existed.

    A story is in the thread of its leading initiative. A mail that referred to several threads would join them.
    """
    initiatives = {entry.lead.initiative for entry in entries(message.items)}
    about = NO_NAME.sub("-", initiatives.pop()) if len(initiatives) == 1 else "digest"
    return f"<{about}.alert-{message.alert_id}@{domain}>"


def _announced(message: Message) -> Iterator[str]:
    """State what the mail reports, for programs: number and act of each announcement."""
    told = [f"{item.announcement_id} {item.act}" for item in message.items if item.announcement_id]
    if len(told) > MOST_NAMED:
        told[MOST_NAMED:] = [f"and {len(told) - MOST_NAMED} more"]
    yield from (f"{one}," for one in told[:-1])
    yield from told[-1:]


def _together(boundary: str, *parts: str) -> tuple[str, str]:
    """Return the parameter that names the boundary of some parts, and the parts with it."""
    bounded = "".join(f"--{boundary}\r\n{part}" for part in parts)
    return f'boundary="{boundary}"', f"{bounded}--{boundary}--\r\n"


def _picture(named: str, png: bytes) -> str:
    """Return a picture as a part of a mail, which programs show in its place and not below."""
    heads = ("Content-Type: image/png", f"Content-ID: <{named}>", "Content-Transfer-Encoding: base64")
    shown = 'Content-Disposition: inline; filename="chart.png"'
    return "\r\n".join((*heads, shown, "", base64.encodebytes(png).decode().replace("\n", "\r\n")))


def _part(text: str, subtype: str) -> str:
    """Return one form of a mail. A terminal shows quoted-printable English as it is; Chinese is shorter in base64."""
    (quoted, base_64), content = measure(text), text.replace("\n", "\r\n").encode()
    if quoted <= base_64:
        encoding, encoded = "quoted-printable", binascii.b2a_qp(content)
    else:
        encoding, encoded = "base64", base64.encodebytes(content).replace(b"\n", b"\r\n")
    lines = encoded.decode("ascii")
    return f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{lines}\r\n'
