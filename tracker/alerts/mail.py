"""Makes an e-mail of a letter: headers that nothing foreign can break out of, text and HTML side by side."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from db.models import now
from db.queries.outbox import Unit
from tracker.alerts.addresses import address_of
from tracker.alerts.letter import Letter
from tracker.alerts.render import render, title
from tracker.alerts.safe import clean_header

MOST_THREADS = 20
# A terminal shows quoted-printable English as it is; Chinese is shorter in base64.
ENCODINGS = {"en": "quoted-printable", "zh": "base64"}


def compose(letter: Letter, sender: str) -> EmailMessage:
    """Write the e-mail of a letter from `sender` ("Name <address>"); raise ValueError for a bad address."""
    origin = address_of(sender)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = origin
    mail["To"] = address_of(letter.to)
    mail["Subject"] = clean_header(title(letter), 180)
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = letter.message_id
    mail["References"] = " ".join(_threads(letter, origin.domain))
    mail["List-Id"] = f"<alert-{letter.alert_id}.{origin.domain}>"
    mail["List-Unsubscribe"] = f"<mailto:{origin.addr_spec}?subject=unsubscribe%20{letter.alert_id}>"
    mail["Auto-Submitted"] = "auto-generated"
    announced = [f"{item.announcement_id} {item.act}" for item in letter.items if item.announcement_id]
    mail["X-Tracker-Announcement"] = ", ".join(announced)
    encoding = ENCODINGS[letter.language]
    mail.set_content(render("mail.txt", letter, origin.addr_spec), cte=encoding)
    mail.add_alternative(render("mail.html", letter, origin.addr_spec), subtype="html", cte=encoding)
    return mail


def message_id(unit: Unit, sender: str) -> str:
    """The Message-ID of a mail: the same each time that it is tried, and no other database's."""
    row = f"digest-{unit.digest_id}" if unit.digest_id else f"delivery-{unit.delivery_id}"
    return f"<{row}.{round(unit.born.timestamp() * 1e6):x}@{address_of(sender).domain}>"


def _threads(letter: Letter, domain: str) -> list[str]:
    """A thread an initiative: the Message-ID of a mail that never was, and that all of them refer to."""
    initiatives = list(dict.fromkeys(item.initiative for item in letter.items))
    return [f"<{name}.alert-{letter.alert_id}@{domain}>" for name in initiatives[:MOST_THREADS]]
