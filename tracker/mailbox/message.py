"""Open an untrusted mail: limited in bytes, parts and depth, whatever its charsets; nothing in it raises."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32

from lxml import html

from spiders.charsets import charset_of

MOST_BYTES = 256 * 1024
MOST_PARTS = 200
MOST_DEPTH = 12
MOST_HEAD = 2000
MOST_TEXT = 50_000
MOST_IDS = 20
# A boundary line is looked for in every line that it encloses, so their number is the cost of a mail.
MOST_BOUNDARIES = 60
ADDRESS = re.compile(r"[^<>\s\"(),:;]{1,200}@[^<>\s\"(),:;]{1,200}")
ID = re.compile(r"<[^<>\s@]{1,200}@[^<>\s@]{1,200}>")
LINE = re.compile(r"(?im)^[ \t]{0,20}message-id:[ \t]{0,20}(<[^<>\s]{3,400}>)")
# How a returned mail is attached: completely, or only its headers (RFC 2046, 3462, 6533).
RETURNED = {
    "message/rfc822",
    "message/global",
    "text/rfc822-headers",
    "message/rfc822-headers",
    "message/global-headers",
}


class _Raw(Compat32):
    """Return headers as they came: non-ASCII bytes are surrogates in them, to be decoded later."""

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - the base class passes it
        return value


RAW = _Raw()


@dataclass(frozen=True)
class Mail:
    """An opened mail: its own headers, and its parts from the outermost to the innermost."""

    heads: Message
    parts: tuple[Message, ...]

    def head(self, name: str) -> str:
        """Return a header in one line, decoded; "" without one."""
        return decoded(self.heads.get(name))

    def heads_of(self, *names: str) -> Iterator[str]:
        """Return all headers with these names, undecoded."""
        for name in names:
            for value in (self.heads.get_all(name) or [])[:MOST_IDS]:
                yield str(value)[:MOST_HEAD]

    def find(self, *types: str) -> list[Message]:
        """Return the parts with these content types."""
        return [part for part in self.parts if part.get_content_type() in types]

    @property
    def sender(self) -> str:
        """Return the address in From, folded; "" without one, or with several."""
        value = str(self.heads.get("From") or "")[:MOST_HEAD]
        found = re.findall(f"<({ADDRESS.pattern})>", value) or ADDRESS.findall(value)
        return found[0].casefold() if len(found) == 1 else ""

    @property
    def text(self) -> str:
        """Return its text for a person: its first plain text, or otherwise the text of its HTML."""
        for kind in ("text/plain", "text/html"):
            for part in self.find(kind):
                words = text_of(part) if part.get_content_disposition() != "attachment" else ""
                if words.strip():
                    return _squeezed(words if kind == "text/plain" else _plain(words))
        return ""


def open_mail(content: bytes) -> Mail:
    """Open a mail; if it is longer than MOST_BYTES, or nested endlessly, as much as possible."""
    start = _tamed(content[:MOST_BYTES])
    if start.lower().count(b"boundary") <= MOST_BOUNDARIES:
        with suppress(RecursionError, MessageError, ValueError, LookupError, TypeError, AttributeError):
            message = message_from_bytes(start, policy=RAW)
            return Mail(message, tuple(_walk(message)))
    return Mail(BytesHeaderParser(policy=RAW).parsebytes(start.partition(b"\n\n")[0] + b"\n\n"), ())


def text_of(part: Message) -> str:
    """Return the text of a part, in its declared charset if that is valid, otherwise in UTF-8 or GB 18030."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        charset = str(part.get_content_charset() or "")
    except (LookupError, ValueError, UnicodeError):
        charset = ""
    return _decoded(content, charset)


def decoded(value: object) -> str:
    """Return a header's text, in one line, with encoded words (RFC 2047) decoded as far as possible."""
    raw = _decoded(str(value or "")[:MOST_HEAD].encode("utf-8", "surrogateescape"), "")
    try:
        pieces = decode_header(raw)
    except (MessageError, ValueError):
        pieces = [(raw, None)]
    words = (word if isinstance(word, str) else _decoded(word, charset or "") for word, charset in pieces)
    return " ".join("".join(words).split())


def message_ids(mail: Mail) -> list[str]:
    """Return the Message-IDs of the mails that this one returns or answers, returned ones first."""
    found = [one for part in mail.find(*RETURNED) for one in ID.findall(str(heads_of(part).get("Message-ID") or ""))]
    found += LINE.findall(mail.text)
    for value in mail.heads_of("In-Reply-To", "References", "X-MS-Exchange-Parent-Message-Id"):
        found += reversed(ID.findall(value))
    return [one for one in dict.fromkeys(found) if one.isascii() and one.isprintable()][:MOST_IDS]


def heads_of(part: Message) -> Message:
    """Return the headers of the mail that a part returns."""
    inner = part.get_payload() if part.is_multipart() else None
    if isinstance(inner, list):
        return inner[0] if inner and isinstance(inner[0], Message) else Message()
    return BytesHeaderParser(policy=RAW).parsebytes(text_of(part).lstrip().encode(errors="replace"))


def _squeezed(text: str) -> str:
    """Return the first MOST_TEXT characters of a text, with no more than two empty lines in a row."""
    return re.sub(r"\n{4,}", "\n\n\n", text.replace("\r\n", "\n"))[:MOST_TEXT]


def _tamed(content: bytes) -> bytes:
    """Remove what honest mails do not contain and Python's parser is slow at: endless lines, folds, blank lines."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    short = re.sub(rb"([^\n]{2000})[^\n]+", rb"\1", lines)
    narrow = re.sub(rb"(\n[ \t][^\n]{500})[^\n]+", rb"\1", short)
    unfolded = re.sub(rb"((?:\n[ \t][^\n]*){40})(?:\n[ \t][^\n]*)+", rb"\1", narrow)
    return re.sub(rb"\n{4,}", b"\n\n\n", unfolded)


def _walk(message: Message) -> Iterator[Message]:
    waiting, seen = [(message, 0)], 0
    while waiting and seen < MOST_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        yield part
        # Read in any other way it would be decoded, with whatever codec a part names.
        inner = part.get_payload() if part.is_multipart() else None
        # The contents of a returned mail are ours, not the sender's; and a report's fields are not parts.
        is_report = part.get_content_type() in RETURNED | {"message/delivery-status"}
        if isinstance(inner, list) and depth < MOST_DEPTH and not is_report:
            waiting += [(one, depth + 1) for one in inner[:MOST_PARTS] if isinstance(one, Message)]


def _decoded(content: bytes, charset: str) -> str:
    for one in (charset_of(charset), "utf-8"):
        with suppress(UnicodeError, ValueError):
            if one:
                return content.decode(one)
    return content.decode("gb18030", errors="replace")


def _plain(markup: str) -> str:
    try:
        page = html.fromstring(markup.encode(errors="replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, AssertionError, html.etree.LxmlError):
        return ""
    for line in page.iter("br", "p", "div", "li", "tr", "blockquote"):
        line.text = "\n" + (line.text or "")
        line.tail = "\n" + (line.tail or "")
    return str(page.text_content())
