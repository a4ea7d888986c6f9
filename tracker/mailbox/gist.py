"""Extract from an untrusted mail all that we act on, so that nothing of it is parsed while the database waits."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tracker.alerts.compose.sanitize import clean
from tracker.mailbox.commands import Request, is_automatic, request_in
from tracker.mailbox.message import MOST_IDS, RETURNED, Mail, heads_of, message_ids, open_mail
from tracker.mailbox.reports import Report, complaint, delivery_reports, feedback_sender

SECONDS = 5.0
"""Of processor time for a mail; an honest one takes some hundredths."""
# Where the address to which a mail was delivered may be, depending on the server.
DELIVERED_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Received")
BOUNCE_TOKEN = re.compile(r"\+([0-9a-f]{32})@", re.IGNORECASE)
ALERT_TOKEN = re.compile(r"unsubscribe(?:%20|/)([0-9a-f]{32})", re.IGNORECASE)


@dataclass(frozen=True)
class Gist:
    """What a mail says that concerns us; see the functions that find each part.

    `message_ids` are those of the mails that it returns or answers, `bounce_tokens` and `alert_tokens` the secrets of
    recipients and alerts in it.
    """

    sender: str
    message_id: str
    message_ids: tuple[str, ...]
    reports: tuple[Report, ...]
    complaint: str | None
    automatic: bool
    request: Request | None
    bounce_tokens: tuple[str, ...]
    alert_tokens: tuple[str, ...]


def gist_of(content: bytes) -> Gist:
    """Return the gist of a mail."""
    mail = open_mail(content)
    return Gist(
        sender=mail.sender,
        message_id=clean(mail.head("Message-ID"), 300),
        message_ids=tuple(message_ids(mail)),
        reports=tuple(delivery_reports(mail)),
        complaint=complaint(mail),
        automatic=is_automatic(mail),
        request=request_in(mail),
        bounce_tokens=_bounce_tokens(mail),
        alert_tokens=_alert_tokens(mail),
    )


def packed(gist: Gist) -> dict[str, Any]:
    """Convert a gist to JSON values."""
    return asdict(gist)


def unpacked(facts: Mapping[str, Any]) -> Gist:
    """Convert JSON values to a gist."""
    lists = {name: tuple(facts[name]) for name in ("message_ids", "bounce_tokens", "alert_tokens")}
    reports = tuple(Report(**{**report, "addresses": tuple(report["addresses"])}) for report in facts["reports"])
    asked = Request(*facts["request"]) if facts["request"] else None
    return Gist(**{**facts, **lists, "reports": reports, "request": asked})


def _bounce_tokens(mail: Mail) -> tuple[str, ...]:
    told = [*mail.heads_of(*DELIVERED_TO), feedback_sender(mail)]
    told += [str(heads_of(part).get("Return-Path") or "") for part in mail.find(*RETURNED)]
    return _tokens(BOUNCE_TOKEN, told)


def _alert_tokens(mail: Mail) -> tuple[str, ...]:
    return _tokens(ALERT_TOKEN, [str(heads_of(part).get("List-Unsubscribe") or "") for part in mail.find(*RETURNED)])


def _tokens(pattern: re.Pattern[str], told: list[str]) -> tuple[str, ...]:
    return tuple(token.casefold() for value in told for token in pattern.findall(value))[:MOST_IDS]
