"""Questions about recipients: who may be mailed now, who is to be looked after, whom a secret or a mail belongs to."""

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

# Far more deliveries than one mail tells.
MOST_SETTLED = 1000
MODELS = due.Tables(*(inspect(model).local_table for model in (Delivery, Alert, Recipient)))


class Standing(NamedTuple):
    """A recipient with how many alerts tell it something, and how many deliveries wait for it."""

    recipient: Recipient
    alerts: int
    waiting: int


def is_open(at: datetime) -> ColumnElement[bool]:
    """Whether the recipient of the delivery in question may be mailed at `at`."""
    return due.is_open(at, MODELS)


def find(session: Session, channel: str, address: str) -> Recipient | None:
    """The recipient of a channel and a folded address."""
    wanted = select(Recipient).where(Recipient.channel == channel, Recipient.address == address)
    return session.exec(wanted).one_or_none()


def of_alerts(session: Session, alert_ids: Iterable[int]) -> dict[int, Recipient]:
    """The recipients of the alerts, by number."""
    theirs = select(Alert.recipient_id).where(col(Alert.id).in_(set(alert_ids)))
    return {one.id or 0: one for one in session.exec(select(Recipient).where(col(Recipient.id).in_(theirs)))}


def named(session: Session, typed: str) -> list[Recipient]:
    """The recipients, on whichever channel, that somebody means: by the address, or by another spelling of it.

    That is "Name <address>", other capitals, a folder as it is called from where they are, or an address with a secret
    as it is listed.
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
    """Whether the alert in question tells whom somebody means by what they typed."""
    theirs = col(Alert.recipient_id).in_([one.id for one in named(session, typed)])
    return or_(theirs, func.lower(Alert.recipient) == typed.lower())


def standing(session: Session) -> list[Standing]:
    """Every recipient, in the order in which they came."""
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
    """The standing alerts that tell a recipient something."""
    wanted = select(Alert).where(Alert.recipient_id == recipient.id, col(Alert.removed_at).is_(None))
    return list(session.exec(wanted.order_by(col(Alert.id))))


def waiting(session: Session, alert: Alert, at: datetime) -> list[Delivery]:
    """What waits for an alert's recipient and is due, in no digest and not under way; first finds are listed apart."""
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
    """How many confirmation mails to a recipient were ever written."""
    return session.exec(select(func.count()).where(Delivery.recipient_id == recipient.id)).one()


def asked_to_leave(session: Session, recipient: Recipient, since: datetime) -> bool:
    """Whether a recipient was asked after `since` if it wants to leave."""
    asked = select(Delivery.id).where(Delivery.recipient_id == recipient.id, Delivery.kind == "leaving")
    return session.exec(asked.where(col(Delivery.created_at) > since).limit(1)).first() is not None


def by_bounce_tokens(session: Session, tokens: Sequence[str]) -> Recipient | None:
    """The recipient whose mails were marked with one of the tokens."""
    return session.exec(select(Recipient).where(col(Recipient.bounce_token).in_(tokens)).limit(1)).first()


def by_confirm_token(session: Session, token: str) -> Recipient | None:
    """The recipient who was sent a token to confirm with."""
    return session.exec(select(Recipient).where(Recipient.confirm_token == token)).one_or_none()


def by_alert_token(session: Session, token: str) -> Alert | None:
    """The alert that a token ends, standing or not."""
    return session.exec(select(Alert).where(Alert.token == token)).one_or_none()


def told_by(session: Session, message_ids: Sequence[str]) -> tuple[Delivery, Alert] | None:
    """The first delivery, with its alert, of the mail that we sent under one of the Message-IDs."""
    wanted = select(Delivery, Alert).join(Alert, col(Alert.id) == Delivery.alert_id)
    sent = wanted.where(col(Delivery.message_id).in_(message_ids)).order_by(col(Delivery.id))
    return session.exec(sent.limit(1)).first()


def arrived(session: Session, recipient: Recipient, before: datetime) -> bool:
    """Whether a mail that was sent to a recipient after its last climb, and before `before`, has not come back."""
    sent = (
        select(Delivery.id)
        .join(Alert, col(Alert.id) == Delivery.alert_id)
        .where(Alert.recipient_id == recipient.id, Delivery.state == "sent")
        .where(col(Delivery.sent_at) > recipient.bounced_at, col(Delivery.sent_at) < before)
    )
    return session.exec(sent.limit(1)).first() is not None


def open_incidents(session: Session, recipient: Recipient, state: str) -> list[Incident]:
    """The open incident of a recipient, if it has one of that state."""
    wanted = select(Incident).where(Incident.recipient_id == recipient.id, Incident.state == state)
    return list(session.exec(wanted.where(col(Incident.closed_at).is_(None))))


def unanswered(session: Session, before: datetime, last: datetime) -> list[Recipient]:
    """Those whom we began to ask for confirmation before `before`, and for the last time before `last`."""
    still_asked = or_(col(Delivery.state).in_(("pending", "sending")), col(Delivery.sent_at) > last)
    asked_on = exists().where(col(Delivery.recipient_id) == Recipient.id, still_asked)
    silent = or_(~asked_on, col(Recipient.suspended_at).is_not(None))
    wanted = select(Recipient).where(col(Recipient.asked_at) < before, silent)
    return list(session.exec(wanted.order_by(col(Recipient.id))))


def climbing(session: Session) -> list[Recipient]:
    """Those who stand on a rung of the ladder of soft bounces."""
    wanted = select(Recipient).where(Recipient.soft_bounces > 0, col(Recipient.suspended_at).is_(None))
    return list(session.exec(wanted.order_by(col(Recipient.id))))


def suspended(session: Session) -> list[Recipient]:
    """Those to whom nothing is mailed."""
    wanted = select(Recipient).where(col(Recipient.suspended_at).is_not(None))
    return list(session.exec(wanted.order_by(col(Recipient.id))))


def refusals_in_a_row(session: Session, recipient: Recipient) -> int:
    """How many of the mails to a recipient that were refused for good came after the last one that was taken."""
    settled = columns(col(Delivery.message_id), col(Delivery.state)).join(Alert, col(Alert.id) == Delivery.alert_id)
    theirs = settled.where(col(Alert.recipient_id) == recipient.id, col(Delivery.state).in_(("sent", "failed")))
    newest = session.execute(theirs.order_by(col(Delivery.id).desc()).limit(MOST_SETTLED)).all()
    return len({row.message_id for row in takewhile(lambda row: row.state == "failed", newest)})


def waited(session: Session, at: datetime) -> list[Recipient]:
    """Those whose wait is over at `at`."""
    return list(session.exec(select(Recipient).where(col(Recipient.waits_until) <= at).order_by(col(Recipient.id))))


def marks(session: Session, folder: str) -> set[str]:
    """The names of the mails of a folder that we have read or tried to read."""
    return set(session.exec(select(InboundMail.mark).where(InboundMail.folder == folder)))


def tried(session: Session, folder: str) -> set[str]:
    """The names of those that we have tried to read and nothing came of, as happens to a reader that is ended."""
    wanted = select(InboundMail.mark).where(InboundMail.folder == folder, InboundMail.kind == TRIED)
    return set(session.exec(wanted))


def unsettled(session: Session, folder: str) -> list[str]:
    """The mails of a folder that we have read and not yet marked there as seen."""
    wanted = select(InboundMail.mark).where(InboundMail.folder == folder, col(InboundMail.settled).is_(False))
    wanted = wanted.where(InboundMail.kind != TRIED)
    return list(session.exec(wanted.order_by(col(InboundMail.id))))


def was_read(session: Session, mail: InboundMail) -> bool:
    """Whether the same content was read under another name."""
    same = select(InboundMail.id).where(InboundMail.sha256 == mail.sha256, InboundMail.kind != TRIED)
    other = or_(col(InboundMail.folder) != mail.folder, col(InboundMail.mark) != mail.mark)
    return session.exec(same.where(other).limit(1)).first() is not None


def inbound(session: Session, most: int) -> list[InboundMail]:
    """The mails that we read last, the newest first."""
    return list(session.exec(select(InboundMail).order_by(col(InboundMail.id).desc()).limit(most)))
