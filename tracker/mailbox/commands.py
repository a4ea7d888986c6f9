"""Parse recipients' replies: a confirmation or a request to unsubscribe, as opposed to automatic answers."""

import re
from typing import Literal, NamedTuple

from tracker.mailbox.message import Mail
from tracker.mailbox.phrases import AGREE, AUTOMATIC, LEAVE, QUOTED

SUBJECT = re.compile(r"(?i)\b(confirm|unsubscribe)\s+([0-9a-f]{32})\b")
MACHINES = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-AutoReply-From", "X-Mail-Autoreply", "X-Loop", "List-Id")
PRECEDENCES = {"bulk", "junk", "list", "auto_reply", "auto-reply"}


class Request(NamedTuple):
    """A person's request: with a token, or, if that is "", about the mail that is answered."""

    word: Literal["confirm", "unsubscribe"]
    token: str


def is_automatic(mail: Mail) -> bool:
    """Decide whether a machine wrote a mail: by RFC 3834, or by the habits of machines that ignore it."""
    submitted = mail.head("Auto-Submitted").partition(";")[0].strip().casefold()
    if submitted not in ("", "no") or mail.head("Precedence").casefold() in PRECEDENCES:
        return True
    if any(mail.heads.get(name) for name in MACHINES) or mail.head("Return-Path") == "<>":
        return True
    return bool(AUTOMATIC.match(mail.head("Subject")))


def request_in(mail: Mail) -> Request | None:
    """Return the request in a mail: a word and a token in its subject, or a first line that consists of the word."""
    found = SUBJECT.search(mail.head("Subject"))
    if found:
        return Request("confirm" if found[1].casefold() == "confirm" else "unsubscribe", found[2].casefold())
    line = _first_line(mail.text)
    if LEAVE.match(line) or (not line and LEAVE.match(mail.head("Subject"))):
        return Request("unsubscribe", "")
    return Request("confirm", "") if AGREE.match(line) else None


def _first_line(text: str) -> str:
    for line in text[:5000].splitlines():
        if QUOTED.search(line):
            return ""
        if line.strip():
            return line.strip()[:200]
    return ""
