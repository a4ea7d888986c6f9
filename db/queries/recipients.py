"""Query recipients: who may be mailed now, whose state has to change, to whom a secret or a mail belongs."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from email.utils import parseaddr
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import ColumnElement, exists, func, inspect, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.masking import masked
from db.models import Alert, Delivery, InboundMail, Incident, Recipient
from db.models.recipients import TRIED
from db.queries import due

# Far more deliveries than one mail reports.
MOST_SETTLED = 1000
MODELS = due.Tables(*(inspect(model).local_table for model in (Delivery, Alert, Recipient)))


class Standing(NamedTuple):
    """A recipient with the number of its alerts and of deliveries that wait for it."""

    recipient: Recipient
    alerts: int
    waiting: int


def is_open(at: datetime) -> ColumnElement[bool]:
    """State the condition that the recipient of the delivery may be mailed at `at`."""
    return due.is_open(at, MODELS)


def find(session: Session, channel: str, address: str) -> Recipient | None:
    """Return the recipient of a channel and a folded address."""
    wanted = select(Recipient).where(Recipient.channel == channel, Recipient.address == address)
    return session.exec(wanted).one_or_none()


def of_alerts(session: Session, alert_ids: Iterable[int]) -> dict[int, Recipient]:
    """Return the recipients of the alerts, by number."""
    theirs = select(Alert.recipient_id).where(col(Alert.id).in_(set(alert_ids)))
    return {one.id or 0: one for one in session.exec(select(Recipient).where(col(Recipient.id).in_(theirs)))}


def named(session: Session, typed: str) -> list[Recipient]:
    """Return the recipients, on any channel, that match a typed address in any of its spellings.

    That is "Name <address>", different capitals, a folder relative to the current one, or an address with a secret in
    its masked form.
    """
    known = select(Recipient).order_by(col(Recipient.id))
    exactly = session.exec(known.where(Recipient.address == typed)).all()
    spelled = {typed.lower(), parseaddr(typed)[1].lower(), str(Path(typed).absolute()).lower()} - {""}
    alike = exactly or session.exec(known.where(func.lower(Recipient.address).in_(spelled))).all()
    if alike or "://" not in typed:
        return list(alike)
    return [
        one for one in session.exec(known.where(col(Recipient.address).contains("://"))) if masked(one.address) == typed
    ]


def tells(session: Session, typed: str) -> ColumnElement[bool]:
    """State the condition that the alert reports to the recipient that was typed."""
    theirs = col(Alert.recipient_id).in_([one.id for one in named(session, typed)])
    return or_(theirs, func.lower(Alert.recipient) == typed.lower())


def standing(session: Session) -> list[Standing]:
    """Return every recipient, in the order in which they came."""
    of_recipient = col(Alert.recipient_id) == Recipient.id
    kept = columns(func.count()).where(of_recipient, col(Alert.removed_at).is_(None))
    waiting = (
        columns(func.count())
        .select_from(Delivery)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .where(of_recipient, col(Delivery.state) == "pending", col(Delivery.recipient_id).is_(None))
    )
    wanted = columns(Recipient, kept.scalar_subquery(), waiting.scalar_subquery()).order_by(col(Recipient.id))
    return [Standing(*row) for row in session.execute(wanted)]


def alerts_of(session: Session, recipient: Recipient) -> list[Alert]:
    """Return the alerts in force that report to a recipient."""
    wanted = select(Alert).where(Alert.recipient_id == recipient.id, col(Alert.removed_at).is_(None))
    return list(session.exec(wanted.order_by(col(Alert.id))))


def waiting(session: Session, alert: Alert, at: datetime) -> list[Delivery]:
    """Return what waits for an alert's recipient and is due, in no digest and not claimed; first finds separately."""
    wanted = select(Delivery).where(
        Delivery.alert_id == alert.id,
        Delivery.state == "pending",
        col(Delivery.due_at) <= at,
        col(Delivery.digest_id).is_(None),
        col(Delivery.recipient_id).is_(None),
        Delivery.attempts == 0,
        Delivery.kind != "first-crawl",
    )
    return list(session.exec(wanted.order_by(col(Delivery.id))))


def count_confirmations(session: Session, recipient: Recipient) -> int:
    """Count the confirmation mails to a recipient that were ever written."""
    return session.exec(select(func.count()).where(Delivery.recipient_id == recipient.id)).one()


def asked_to_leave(session: Session, recipient: Recipient, since: datetime) -> bool:
    """Decide whether a recipient was asked after `since` if it wants to unsubscribe."""
    asked = select(Delivery.id).where(Delivery.recipient_id == recipient.id, Delivery.kind == "leaving")
    return session.exec(asked.where(col(Delivery.created_at) > since).limit(1)).first() is not None


def by_bounce_tokens(session: Session, tokens: Sequence[str]) -> Recipient | None:
    """Return the recipient whose mails were marked with one of the tokens."""
    return session.exec(select(Recipient).where(col(Recipient.bounce_token).in_(tokens)).limit(1)).first()


def by_confirm_token(session: Session, token: str) -> Recipient | None:
    """Return the recipient to whom a confirmation token was sent."""
    return session.exec(select(Recipient).where(Recipient.confirm_token == token)).one_or_none()


def by_alert_token(session: Session, token: str) -> Alert | None:
    """Return the alert that a token ends, in force or not."""
    return session.exec(select(Alert).where(Alert.token == token)).one_or_none()


def told_by(session: Session, message_ids: Sequence[str]) -> tuple[Delivery, Alert] | None:
    """Return the first delivery, with its alert, of the mail that was sent under one of the Message-IDs."""
    wanted = select(Delivery, Alert).join(Alert, col(Alert.id) == Delivery.alert_id)
    sent = wanted.where(col(Delivery.message_id).in_(message_ids)).order_by(col(Delivery.id))
    return session.exec(sent.limit(1)).first()


def arrived(session: Session, recipient: Recipient, before: datetime) -> bool:
    """Decide whether a mail that was sent to a recipient after its last climb, and before `before`, has not bounced."""
    sent = (
        select(Delivery.id)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .where(Alert.recipient_id == recipient.id, Delivery.state == "sent")
        .where(col(Delivery.sent_at) > recipient.bounced_at, col(Delivery.sent_at) < before)
    )
    return session.exec(sent.limit(1)).first() is not None


def open_incidents(session: Session, recipient: Recipient, state: str) -> list[Incident]:
    """Return the open incident of a recipient in that state, if there is one."""
    wanted = select(Incident).where(Incident.recipient_id == recipient.id, Incident.state == state)
    return list(session.exec(wanted.where(col(Incident.closed_at).is_(None))))


def unanswered(session: Session, before: datetime, last: datetime) -> list[Recipient]:
    """Return recipients whose first request to confirm was before `before` and whose last was before `last`."""
    still_asked = or_(col(Delivery.state).in_(("pending", "sending")), col(Delivery.sent_at) > last)
    asked_on = exists().where(col(Delivery.recipient_id) == Recipient.id, still_asked)
    silent = or_(~asked_on, col(Recipient.suspended_at).is_not(None))
    wanted = select(Recipient).where(col(Recipient.asked_at) < before, silent)
    return list(session.exec(wanted.order_by(col(Recipient.id))))


def climbing(session: Session) -> list[Recipient]:
    """Return recipients on a rung of the ladder of soft bounces."""
    wanted = select(Recipient).where(Recipient.soft_bounces > 0, col(Recipient.suspended_at).is_(None))
    return list(session.exec(wanted.order_by(col(Recipient.id))))


def suspended(session: Session) -> list[Recipient]:
    """Return recipients to whom nothing is mailed."""
    wanted = select(Recipient).where(col(Recipient.suspended_at).is_not(None))
    return list(session.exec(wanted.order_by(col(Recipient.id))))


def refusals_in_a_row(session: Session, recipient: Recipient) -> int:
    """Count the permanently refused mails to a recipient since the last one that was accepted."""
    settled = columns(col(Delivery.message_id), col(Delivery.state)).join(Alert, col(Alert.id) == Delivery.alert_id)
    theirs = settled.where(col(Alert.recipient_id) == recipient.id, col(Delivery.state).in_(("sent", "failed")))
    newest = session.execute(theirs.order_by(col(Delivery.id).desc()).limit(MOST_SETTLED)).all()
    return len({row.message_id for row in takewhile(lambda row: row.state == "failed", newest)})


def waited(session: Session, at: datetime) -> list[Recipient]:
    """Return recipients whose wait is over at `at`."""
    return list(session.exec(select(Recipient).where(col(Recipient.waits_until) <= at).order_by(col(Recipient.id))))


def marks(session: Session, folder: str) -> set[str]:
    """Return the names of the mails of a folder that were read or tried."""
    return set(session.exec(select(InboundMail.mark).where(InboundMail.folder == folder)))


def tried(session: Session, folder: str) -> set[str]:
    """Return the names of mails that were tried without a result, as happens when a reader is killed."""
    wanted = select(InboundMail.mark).where(InboundMail.folder == folder, InboundMail.kind == TRIED)
    return set(session.exec(wanted))


def unsettled(session: Session, folder: str) -> list[str]:
    """Return the mails of a folder that were read and not yet marked there as seen."""
    wanted = select(InboundMail.mark).where(InboundMail.folder == folder, col(InboundMail.settled).is_(False))
    wanted = wanted.where(InboundMail.kind != TRIED)
    return list(session.exec(wanted.order_by(col(InboundMail.id))))


def was_read(session: Session, mail: InboundMail) -> bool:
    """Decide whether the same content was read under another name."""
    same = select(InboundMail.id).where(InboundMail.sha256 == mail.sha256, InboundMail.kind != TRIED)
    other = or_(col(InboundMail.folder) != mail.folder, col(InboundMail.mark) != mail.mark)
    return session.exec(same.where(other).limit(1)).first() is not None


def inbound(session: Session, most: int) -> list[InboundMail]:
    """Return the mails read last, newest first."""
    return list(session.exec(select(InboundMail).order_by(col(InboundMail.id).desc()).limit(most)))
