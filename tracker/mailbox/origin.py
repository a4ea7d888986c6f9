"""Finds which of our mails, and so which recipient, a report is about; what proves nothing is about none."""

import re
from typing import NamedTuple

from sqlmodel import Session

from db.models import Alert, Delivery, Recipient
from db.queries import recipients as queries
from tracker.alerts.mail import is_proof
from tracker.mailbox.message import MOST_IDS, RETURNED, Mail, heads_of, message_ids
from tracker.mailbox.reports import feedback_sender

# Where the address that a mail was delivered to may stand, depending on who delivered it.
DELIVERED_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Received")
BOUNCE_TOKEN = re.compile(r"\+([0-9a-f]{32})@", re.IGNORECASE)
ALERT_TOKEN = re.compile(r"unsubscribe(?:%20|/)([0-9a-f]{32})", re.IGNORECASE)


class Origin(NamedTuple):
    """Whom a report is about and, where its Message-ID is on record, the first delivery of the mail and its alert."""

    recipient: Recipient
    delivery: Delivery | None
    alert: Alert | None


def origin(session: Session, mail: Mail, *, marked: bool) -> Origin | None:
    """The mail of ours that a report is about, or None.

    A Message-ID on record names it, and proves that the mail was had, unless it is one of those that earlier versions
    made and that could be guessed. Where our mails are `marked` with their recipient's secret, as envelope sender, no
    Message-ID is proof, since others see it too: the secret, or that of the alert, must be there as well.
    """
    ids = message_ids(mail)
    proof = queries.told_by(session, [one for one in ids if is_proof(one)])
    told = proof or queries.told_by(session, ids)
    witness = queries.by_bounce_tokens(session, _tokens(mail)) or _by_alert(session, mail)
    if told is None:
        return Origin(witness, None, None) if witness else None
    delivery, alert = told
    recipient = session.get(Recipient, alert.recipient_id) if alert.recipient_id else None
    contradicts = witness is not None and (recipient is None or witness.id != recipient.id)
    if recipient is None or contradicts or (witness is None and (marked or not proof)):
        return None
    return Origin(recipient, delivery, alert)


def _tokens(mail: Mail) -> list[str]:
    told = [*mail.heads_of(*DELIVERED_TO), feedback_sender(mail)]
    told += [str(heads_of(part).get("Return-Path") or "") for part in mail.find(*RETURNED)]
    return [token.casefold() for value in told for token in BOUNCE_TOKEN.findall(value)][:MOST_IDS]


def _by_alert(session: Session, mail: Mail) -> Recipient | None:
    for part in mail.find(*RETURNED):
        for token in ALERT_TOKEN.findall(str(heads_of(part).get("List-Unsubscribe") or ""))[:MOST_IDS]:
            alert = queries.by_alert_token(session, token.casefold())
            if alert and alert.recipient_id:
                return session.get(Recipient, alert.recipient_id)
    return None
