"""Handle what a mail of the mailbox asks or reports, within what its sender is entitled to."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from db.models import Alert, Delivery, Recipient
from db.queries import recipients as queries
from tracker.alerts.compose.mail import is_proof
from tracker.alerts.subscriptions.leaving import ask_to_leave
from tracker.alerts.subscriptions.recipients import agree, folded
from tracker.alerts.subscriptions.unsubscribe import end
from tracker.mailbox.bounces import bounced, complained
from tracker.mailbox.commands import Request
from tracker.mailbox.gist import Gist
from tracker.mailbox.match_delivery import origin

AGREED = {
    "confirmed": "confirmed",
    "before": "confirmed before",
    "late": "too late: no alert reports to it any longer",
}
UNPROVEN = {
    "asked": "not proven to be from that address, which was asked by mail",
    "before": "not proven to be from that address, which was asked this week",
    "not mailed": "refers to no active alert",
}


class Result(NamedTuple):
    """The result of a mail: its kind (see `InboundMail`), what was done, for whom, and whether a person should look."""

    kind: str
    outcome: str
    recipient: Recipient | None = None
    alert: Alert | None = None
    for_people: bool = False


def carry_out(session: Session, mail: Gist, at: datetime, *, marked: bool) -> Result:
    """Do what a mail says, in a write transaction; `marked`: our mails carry their recipient's secret."""
    reports, kind = mail.reports, mail.complaint
    if reports or kind:
        about = origin(session, mail, marked=marked)
        told = "complaint" if kind else "bounce"
        if about is None:
            return Result(told, "about a mail that cannot be proven to be from this tracker", for_people=True)
        outcome = complained(session, about, kind, at) if kind else bounced(session, about, reports, at)
        return Result(told, outcome, about.recipient, about.alert)
    if mail.automatic:
        return Result("automatic", "an automatic mail")
    asked = mail.request
    if asked is None:
        return Result("other", "not a request or a bounce", for_people=True)
    return (_leaves if asked.word == "unsubscribe" else _agrees)(session, mail, asked, at)


def _agrees(session: Session, mail: Gist, asked: Request, at: datetime) -> Result:
    if asked.token:
        recipient = queries.by_confirm_token(session, asked.token)
    else:
        told = _answered_mail(session, mail)
        asks = told[0].recipient_id if told else None
        recipient = session.get(Recipient, asks) if asks else None
        recipient = recipient if recipient and _same(recipient.address, mail.sender) else None
    if recipient is None:
        return Result("confirm" if asked.token else "other", "answers no open question", for_people=True)
    turned = agree(session, recipient, "mail", at)
    return Result("confirm", AGREED[turned], recipient, for_people=turned == "late")


def _leaves(session: Session, mail: Gist, asked: Request, at: datetime) -> Result:
    alerts = _by_token(session, asked.token) if asked.token else _answered(session, mail)
    if not alerts:
        return _ask_first(session, mail, asked, at)
    first = alerts[0]
    recipient = session.get(Recipient, first.recipient_id) if first.recipient_id else None
    address = recipient.address if recipient else folded(first.channel, first.recipient)
    if not _same(address, mail.sender):
        # A forwarded mail contains the secret too, and its reader must not end the alert by mistake.
        return Result(
            "unsubscribe", "from an address that is not the alert's recipient", recipient, first, for_people=True
        )
    standing = [alert for alert in alerts if alert.removed_at is None]
    for alert in standing:
        end(session, alert, "by mail", at)
    return Result("unsubscribe", "ended" if standing else "ended before", recipient, first)


def _ask_first(session: Session, mail: Gist, asked: Request, at: datetime) -> Result:
    """Ask the address that a mail gives as its sender, which anyone can forge."""
    recipient = queries.find(session, "email", mail.sender) if mail.sender and not asked.token else None
    outcome = ask_to_leave(session, recipient, at) if recipient else "not mailed"
    return Result("unsubscribe", UNPROVEN[outcome], recipient, for_people=outcome == "not mailed")


def _answered_mail(session: Session, mail: Gist) -> tuple[Delivery, Alert] | None:
    """Return the answered delivery, with its alert, by a Message-ID that is known only from the mail itself."""
    return queries.told_by(session, [one for one in mail.message_ids if is_proof(one)])


def _by_token(session: Session, token: str) -> Sequence[Alert]:
    alert = queries.by_alert_token(session, token)
    return [alert] if alert else []


def _answered(session: Session, mail: Gist) -> Sequence[Alert]:
    """Return the alert whose mail is answered; all of a recipient's, if the mail asked it something."""
    told = _answered_mail(session, mail)
    if told is None:
        return []
    asks = told[0].recipient_id and session.get(Recipient, told[0].recipient_id)
    return (queries.alerts_of(session, asks) if asks else None) or [told[1]]


def _same(address: str, sender: str) -> bool:
    return bool(sender) and _untagged(address) == _untagged(sender.casefold())


def _untagged(address: str) -> str:
    name, _, host = address.rpartition("@")
    return f"{name.partition('+')[0]}@{host}"
