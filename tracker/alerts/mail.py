"""Makes an e-mail of a letter: headers that nothing foreign can break out of, text and HTML side by side."""

from email.errors import HeaderParseError
from email.headerregistry import Address, HeaderRegistry
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from db.models import Delivery, Digest, now
from tracker.alerts.letter import Letter
from tracker.alerts.safe import clean_header
from tracker.alerts.wording import say

MOST_THREADS = 20
# A terminal shows quoted-printable English as it is; Chinese is shorter in base64.
ENCODINGS = {"en": "quoted-printable", "zh": "base64"}


def compose(letter: Letter, sender: str) -> EmailMessage:
    """Write the e-mail of a letter from `sender` ("Name <address>"); raise ValueError for a bad address."""
    origin = address_of(sender)
    address = origin.addr_spec
    mail = EmailMessage(policy=SMTP)
    mail["From"] = origin
    mail["To"] = address_of(letter.to)
    mail["Subject"] = clean_header(title(letter), 180)
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = letter.message_id
    mail["References"] = " ".join(_threads(letter, origin.domain))
    mail["List-Id"] = f"<alert-{letter.alert_id}.{origin.domain}>"
    mail["List-Unsubscribe"] = f"<mailto:{address}?subject=unsubscribe%20{letter.alert_id}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Tracker-Announcement"] = ", ".join(f"{i.announcement_id} {i.act}" for i in letter.items)
    for form, subtype in (("mail.txt", "plain"), ("mail.html", "html")):
        words = render(form, letter, address)
        add = mail.set_content if subtype == "plain" else mail.add_alternative
        add(words, subtype=subtype, cte=ENCODINGS[letter.language])
    return mail


def title(letter: Letter) -> str:
    """What a mail is about, in one line: initiative, body, act and headline; or how many of what period."""
    if letter.kind == "news":
        item = letter.items[0]
        said = f"{item.body} {item.deed}".strip()
        return f"{item.name}: {said}" + (f" · {item.headline}" if item.headline else "")
    return (
        f"{letter.alert_name}: {say(letter.language, letter.kind, count=len(letter.items), key=letter.key)}"
    )


def message_id(row: Delivery | Digest, sender: str) -> str:
    """The Message-ID of an outbox row: the same each time that it is tried, and no other database's."""
    born = round(row.created_at.timestamp() * 1e6)
    return f"<{type(row).__name__.lower()}-{row.id}.{born:x}@{address_of(sender).domain}>"


def render(form: str, letter: Letter, address: str) -> str:
    """Fill in one of the templates."""
    words = partial(say, letter.language)
    return (
        _templates().get_template(form).render(letter=letter, title=title(letter), say=words, address=address)
    )


def address_of(text: str) -> Address:
    """Read "Name <address>" or an address alone; raise ValueError, in one line, where it is none."""
    header = _read_addresses(text)
    if len(header) != 1 or not header[0].domain or text != clean_header(text, 320):
        raise ValueError(f"{text[:80]!r} is no e-mail address; write name@host")
    if not header[0].addr_spec.isascii():
        raise ValueError(f"{text[:80]!r}: write the address in ASCII, its host as xn--...")
    return header[0]


def _read_addresses(text: str) -> tuple[Address, ...]:
    try:
        header = HeaderRegistry()("to", text)
    except (IndexError, HeaderParseError):
        return ()
    return () if header.defects else header.addresses


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("tracker.alerts"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _threads(letter: Letter, domain: str) -> list[str]:
    """A thread an initiative: the Message-ID of a mail that never was, and that all of them refer to."""
    initiatives = list(dict.fromkeys(item.initiative for item in letter.items))
    return [f"<{name}.alert-{letter.alert_id}@{domain}>" for name in initiatives[:MOST_THREADS]]
