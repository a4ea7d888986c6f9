"""Write recipients and their changes of state by compare-and-set: each change happens once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Update, update
from sqlmodel import Session, col, select

from db.models import Alert, Delivery, InboundMail, Recipient
from db.models.recipients import TRIED, new_token
from db.store.once import add_once


def add_recipient(session: Session, recipient: Recipient) -> bool:
    """Write a new recipient; return False if its channel and address are known."""
    return bool(add_once(session, [recipient]))


def ask(session: Session, recipient: Recipient, at: datetime) -> bool:
    """Begin a round of confirmation mails with a new token; return False if one runs, or none is needed."""
    silent = (col(Recipient.asked_at).is_(None), col(Recipient.confirmed_at).is_(None))
    return _turn(session, recipient, *silent, asked_at=at, given_up_at=None, confirm_token=new_token())


def confirm(session: Session, recipient: Recipient, by: str, at: datetime) -> bool:
    """Confirm a recipient; return False if it is already confirmed. `by` says how we know."""
    open_ = col(Recipient.confirmed_at).is_(None)
    return _turn(session, recipient, open_, confirmed_at=at, confirmed_by=by, asked_at=None, given_up_at=None)


def give_up(session: Session, recipient: Recipient, at: datetime) -> bool:
    """Stop asking a recipient to confirm; return False if it has answered meanwhile."""
    return _turn(session, recipient, col(Recipient.asked_at).is_not(None), asked_at=None, given_up_at=at)


def forget_consent(session: Session, recipient: Recipient) -> bool:
    """Require a recipient who unsubscribed to confirm again before anything else is mailed."""
    agreed = col(Recipient.confirmed_at).is_not(None)
    return _turn(session, recipient, agreed, confirmed_at=None, confirmed_by="", asked_at=None)


def suspend(session: Session, recipient: Recipient, why: str, at: datetime) -> bool:
    """Suspend a recipient; return False if it is already suspended, for the first reason."""
    return _turn(session, recipient, col(Recipient.suspended_at).is_(None), suspended_at=at, suspended_why=why)


def resume(session: Session, recipient: Recipient) -> bool:
    """Resume a suspended or waiting recipient, at the bottom of the ladder; return False if nothing held it up."""
    held = col(Recipient.suspended_at).is_not(None) | (col(Recipient.soft_bounces) > 0)
    fresh = {"soft_bounces": 0, "bounced_at": None, "waits_until": None}
    return _turn(session, recipient, held, suspended_at=None, suspended_why="", **fresh)


def climb(session: Session, recipient: Recipient, at: datetime, wait: timedelta) -> bool:
    """Move a recipient up one rung of the ladder to wait there; return False if another reader did so."""
    rung = col(Recipient.soft_bounces) == recipient.soft_bounces
    higher = recipient.soft_bounces + 1
    return _turn(session, recipient, rung, soft_bounces=higher, bounced_at=at, waits_until=at + wait)


def end_wait(session: Session, recipient: Recipient) -> bool:
    """Record that a wait is over; the rung stays."""
    return _turn(session, recipient, col(Recipient.waits_until) == recipient.waits_until, waits_until=None)


def send_again(session: Session, message_id: str, returned: str, at: datetime) -> int:
    """Put the deliveries of a bounced mail back on their way; return their number.

    They count as not tried: a wait of the recipient delays them, and single mails may join a digest.
    """
    sent = (col(Delivery.message_id) == message_id, col(Delivery.state) == "sent")
    afresh = {"state": "pending", "returned": returned, "attempts": 0, "due_at": at, "sent_at": None}
    return session.connection().execute(update(Delivery).where(*sent).values(**afresh)).rowcount


def mark_returned(session: Session, message_id: str, returned: str) -> None:
    """Record how a mail that is not to be sent again bounced."""
    sent = (col(Delivery.message_id) == message_id, col(Delivery.state) == "sent")
    session.connection().execute(update(Delivery).where(*sent).values(returned=returned))


def withdraw_confirmations(session: Session, recipient_id: int, reason: str) -> None:
    """Withdraw confirmation mails to a recipient that were not sent yet."""
    asks = (col(Delivery.recipient_id) == recipient_id, col(Delivery.kind) == "confirmation")
    waiting = (*asks, col(Delivery.state) == "pending")
    session.connection().execute(update(Delivery).where(*waiting).values(state="withdrawn", answer=reason))


def space_confirmations(session: Session, recipient_id: int, until: datetime) -> None:
    """Postpone further confirmation mails to a recipient until `until`, since one is on its way."""
    asks = (col(Delivery.recipient_id) == recipient_id, col(Delivery.kind) == "confirmation")
    due = (*asks, col(Delivery.state) == "pending", col(Delivery.due_at) < until)
    session.connection().execute(update(Delivery).where(*due).values(due_at=until))


def withdraw_old(session: Session, recipient_id: int, before: datetime, reason: str) -> int:
    """Withdraw what has waited for a recipient since before `before`; return the number of deliveries."""
    theirs = select(Alert.id).where(col(Alert.recipient_id) == recipient_id)
    old = (
        col(Delivery.alert_id).in_(theirs),
        col(Delivery.state) == "pending",
        col(Delivery.created_at) < before,
    )
    return session.connection().execute(update(Delivery).where(*old).values(state="withdrawn", answer=reason)).rowcount


def note_mail(session: Session, mail: InboundMail) -> bool:
    """Record that a mail from the mailbox is being read; return False if another reader has recorded it before."""
    mail.kind = TRIED
    return bool(add_once(session, [mail]))


def take_mail(session: Session, mail: InboundMail) -> bool:
    """Decide whether a mail is ours to act on; return False if another reader was first."""
    tried = _noted(mail).where(col(InboundMail.kind) == TRIED).values(kind="other")
    return session.connection().execute(tried).rowcount > 0


def tell_outcome(session: Session, mail: InboundMail, **values: Any) -> None:
    """Record the result of a mail: `kind`, `outcome`, its recipient, whether it is settled."""
    session.connection().execute(_noted(mail).values(**values))


def settle_mails(session: Session, folder: str, marks: Iterable[str]) -> None:
    """Record that nothing is left to do with these mails in their folder."""
    done = update(InboundMail).where(col(InboundMail.folder) == folder, col(InboundMail.mark).in_(list(marks)))
    session.connection().execute(done.values(settled=True))


def _noted(mail: InboundMail) -> Update:
    return update(InboundMail).where(col(InboundMail.folder) == mail.folder, col(InboundMail.mark) == mail.mark)


def _turn(session: Session, recipient: Recipient, *still: ColumnElement[bool], **values: Any) -> bool:
    changed = update(Recipient).where(col(Recipient.id) == recipient.id, *still).values(**values)
    turned = session.connection().execute(changed).rowcount > 0
    session.refresh(recipient)
    return turned
