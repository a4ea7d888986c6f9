"""Read machine reports about our mails: delivery status (RFC 3464), complaints (RFC 5965), non-standard forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from itertools import groupby, islice

from tracker.mailbox.message import MOST_HEAD, MOST_TEXT, Mail, decoded, text_of
from tracker.mailbox.phrases import COPY, DAEMONS, DELAYED, HARD, RETURNED, SOFT

MOST_BLOCKS = 50
STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
REPLY = re.compile(r"(?<![\d.#-])([45])([0-5]\d)(?=[\s-])(?!\s+(?:bytes|kb|mb))")
ADDRESS = re.compile(r"[^\s<>()\",;:]{1,200}@[^\s<>()\",;:]{1,200}")
# Permanent by their number, but about the mail or a full mailbox and not about the address (RFC 3463).
PASSING = {"2.2", "2.3", "3.4", "4.7"}
# Kinds of feedback that are not a complaint about a mail: `not-spam` is the opposite, the others are about DMARC.
NO_COMPLAINT = {"not-spam", "auth-failure", "dmarc"}


@dataclass(frozen=True)
class Report:
    """What a machine reports about one recipient of one mail.

    `action` is failed, delayed, delivered, relayed or expanded; `addresses` name the recipient, folded, and are empty
    if the report does not say. `hard`: permanent.
    """

    action: str
    addresses: tuple[str, ...]
    hard: bool
    words: str


def delivery_reports(mail: Mail) -> list[Report]:
    """Return what a mail reports about deliveries; empty if it is not such a report."""
    found = [one for part in mail.find("message/delivery-status") for one in _of_status(part)]
    if found or mail.find("message/delivery-status", "message/feedback-report"):
        return found
    return _of_words(mail)


def complaint(mail: Mail) -> str | None:
    """Return the kind of complaint in a feedback report, such as "abuse"; None if a mail is not one."""
    for part in mail.find("message/feedback-report"):
        for fields in _blocks(part):
            kind = str(fields.get("Feedback-Type") or "").strip().casefold()[:40]
            if kind:
                return None if kind in NO_COMPLAINT else kind
    return None


def feedback_sender(mail: Mail) -> str:
    """Return the envelope sender of our mail according to a feedback report; "" if it does not say."""
    blocks = (fields for part in mail.find("message/feedback-report") for fields in _blocks(part))
    return next((str(one["Original-Mail-From"])[:MOST_HEAD] for one in blocks if one.get("Original-Mail-From")), "")


def _of_status(part: Message) -> Iterator[Report]:
    for fields in _blocks(part):
        if not (fields.get("Action") or fields.get("Final-Recipient") or fields.get("Status")):
            continue
        words = decoded(fields.get("Diagnostic-Code")).partition(";")[2].strip()
        status = STATUS.search(str(fields.get("Status") or "")) or STATUS.search(words)
        action = str(fields.get("Action") or "").split("(")[0].strip().casefold()
        if not action:
            action = "failed" if status and status[1] in "45" else "unknown"
        addresses = [
            address.casefold()
            for name in ("Final-Recipient", "Original-Recipient")
            for address in ADDRESS.findall(str(fields.get(name) or "").partition(";")[2][:MOST_HEAD])
        ]
        said = " ".join(one for one in (status[0] if status else "", words) if one)
        yield Report(action, tuple(dict.fromkeys(addresses)), _is_hard(status, words), said[:300])


def _blocks(part: Message) -> list[Message]:
    """Return the groups of fields of a report, each as headers, whatever the encoding of the report."""
    payload = part.get_payload()
    inner = [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
    if str(part.get("Content-Transfer-Encoding") or "7bit").strip().casefold() in ("7bit", "8bit", "binary") and inner:
        return inner[:MOST_BLOCKS]
    flat = Message()
    flat["Content-Transfer-Encoding"] = str(part.get("Content-Transfer-Encoding") or "")
    flat.set_payload("\n".join(str(one) for one in inner) if inner else payload)
    lines = text_of(flat)[:MOST_TEXT].replace("\r\n", "\n").strip().split("\n")
    groups = ("\n".join(group) for filled, group in groupby(lines, lambda line: bool(line.strip())) if filled)
    return [HeaderParser().parsestr(group) for group in islice(groups, MOST_BLOCKS)]


def _of_words(mail: Mail) -> list[Report]:
    """Read a bounce for people: by its sender, its subject, and what it says above our own mail."""
    named = ADDRESS.findall(" ".join(mail.heads_of("X-Failed-Recipients")))
    subject, text = mail.head("Subject"), COPY.split(mail.text[:16_000], maxsplit=1)[0][:8000]
    delayed = DELAYED.search(subject) or DELAYED.search(text)
    returned = delayed or RETURNED.search(subject) or RETURNED.search(text)
    if not named and not (DAEMONS.match(mail.sender) and returned):
        return []
    action = "delayed" if delayed else "failed"
    status = STATUS.search(text)
    hard = _is_hard(status, text)
    proof = next((line.strip() for line in text.splitlines() if _tells(line)), subject)
    return [Report(action, tuple(one.casefold() for one in named), hard, proof[:300])]


def _is_hard(status: re.Match[str] | None, words: str) -> bool:
    """Decide whether a failure is permanent: by its enhanced code, its words, or the server's reply, in this order."""
    if status:
        return status[1] == "5" and f"{status[2]}.{status[3]}" not in PASSING
    if SOFT.search(words):
        return False
    reply = REPLY.search(words)
    return bool(HARD.search(words)) or (reply is not None and reply[1] == "5")


def _tells(line: str) -> bool:
    return any(pattern.search(line) for pattern in (STATUS, REPLY, HARD, SOFT))
