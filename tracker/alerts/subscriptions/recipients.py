"""Change a recipient's state: asked, confirmed, suspended, resumed, given up; operators are notified."""

import re
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlmodel import Session

from db.masking import hidden, masked
from db.models import Alert, Delivery, Incident, Recipient
from db.queries import recipients as queries
from db.store import recipients as store
from db.store.alerts import add_deliveries, remove_alert
from db.store.health import close_incident, open_incident
from db.store.outbox import fix_digest
from tracker.alerts.compose.mail_addresses import address_of
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.matching.incident_alerts import enqueue_incident
from tracker.health.incidents import Change

# Days after which an address that has not answered is asked again, and after which it is given up.
ASKED = (0, 3, 7)
# Enhanced codes of an invalid, moved or disabled address (RFC 3463), and the words of servers without them.
NO_ADDRESS = re.compile(
    r"^5\d\d[ -](#?5\.(1\.[01236]|2\.1)\b"
    r"|.*(no such (user|recipient|mailbox)|(user|recipient|mailbox) (unknown|not found)))",
    re.IGNORECASE,
)
MOST_REFUSALS = 3
PATIENCE = timedelta(days=14)


def enrol(session: Session, alert: Alert, *, confirmed: bool, at: datetime) -> Recipient:
    """Create the recipient of a saved alert; ask an e-mail address to confirm, unless it did or is `confirmed`."""
    address = folded(alert.channel, alert.recipient)
    store.add_recipient(session, Recipient(channel=alert.channel, address=address, created_at=at))
    recipient = queries.find(session, alert.channel, address)
    if recipient is None:
        raise RuntimeError(f"the database lost recipient {address}")
    alert.recipient_id = recipient.id
    session.add(alert)
    session.flush()
    if alert.channel != "email" or confirmed:
        confirm(session, recipient, "the operator" if alert.channel == "email" else "its channel", at)
    elif store.ask(session, recipient, at):
        _ask(session, recipient, alert, at)
    return recipient


def folded(channel: str, recipient: str) -> str:
    """Return the address of an alert's recipient, in one spelling; raise ValueError if it is not an e-mail address."""
    return address_of(recipient).addr_spec.casefold() if channel == "email" else recipient


def confirm(session: Session, recipient: Recipient, by: str, at: datetime) -> bool:
    """Confirm a recipient: what waited is sent, as one digest per alert. Return False if it was confirmed before."""
    if not store.confirm(session, recipient, by, at):
        return False
    store.withdraw_confirmations(session, recipient.id or 0, f"confirmed by {by}")
    _close(session, recipient, "unconfirmed", at)
    gather(session, recipient, at)
    return True


def agree(session: Session, recipient: Recipient, by: str, at: datetime) -> Literal["confirmed", "before", "late"]:
    """Confirm a recipient by its own answer; it is too late if no alert asks any longer."""
    if recipient.confirmed_at is None and recipient.asked_at is None:
        return "late"
    return "confirmed" if confirm(session, recipient, by, at) else "before"


def suspend(session: Session, recipient: Recipient, why: str, at: datetime) -> bool:
    """Suspend a recipient, and notify operators of the reason; return False if it was suspended before."""
    reason = clean(hidden(why, recipient.address), 300)
    if not store.suspend(session, recipient, reason, at):
        return False
    _open(session, recipient, "suspended", reason, at)
    return True


def refused(session: Session, alert_id: int, answer: str, at: datetime) -> None:
    """Suspend a recipient that a mail server refused permanently: at once if it says that there is no such address.

    Any other refusal may concern the mail; several in a row concern the recipient.
    """
    alert = session.get_one(Alert, alert_id)
    recipient = session.get(Recipient, alert.recipient_id) if alert.recipient_id else None
    if alert.channel != "email" or recipient is None:
        return
    if NO_ADDRESS.search(answer) or queries.refusals_in_a_row(session, recipient) >= MOST_REFUSALS:
        suspend(session, recipient, f"refused: {answer}", at)


def resume(session: Session, recipient: Recipient, at: datetime) -> bool:
    """Resume a suspended or waiting recipient: what waited is sent. Return False if nothing held it up."""
    if not store.resume(session, recipient):
        return False
    _close(session, recipient, "suspended", at)
    gather(session, recipient, at)
    return True


def give_up_silent(session: Session, at: datetime) -> list[Recipient]:
    """End the alerts of those who have not confirmed in time, and notify operators; return whom."""
    silent = []
    for recipient in queries.unanswered(session, at - PATIENCE, at - PATIENCE / 2):
        alerts = queries.alerts_of(session, recipient)
        if not store.give_up(session, recipient, at) or not alerts:
            continue
        for alert in alerts:
            remove_alert(session, alert, at, "ended: its address was not confirmed")
        store.withdraw_confirmations(session, recipient.id or 0, "not confirmed in time")
        _open(session, recipient, "unconfirmed", f"not confirmed within {PATIENCE.days} days; its alerts ended", at)
        silent.append(recipient)
    return silent


def end_waits(session: Session, at: datetime) -> None:
    """Release what waited for recipients whose wait is over."""
    for recipient in queries.waited(session, at):
        if store.end_wait(session, recipient) and recipient.confirmed_at:
            gather(session, recipient, at)


def gather(session: Session, recipient: Recipient, at: datetime) -> None:
    """Put what is due and has waited for a recipient into one digest per alert, so that it does not arrive singly."""
    for alert in queries.alerts_of(session, recipient):
        waiting = queries.waiting(session, alert, at)
        if len(waiting) > 1:
            fix_digest(session, alert.id or 0, f"waited {at:%Y-%m-%dT%H:%M:%S}", waiting, at)


def state(recipient: Recipient, at: datetime) -> str:
    """Return the state of a recipient in one word: confirmed, or what keeps us from mailing it."""
    if recipient.suspended_at:
        return "suspended"
    if recipient.confirmed_at is None:
        return "unconfirmed" if recipient.asked_at else "given up" if recipient.given_up_at else "left"
    return "waiting" if recipient.waits_until and recipient.waits_until > at else "confirmed"


def told(recipient: Recipient, at: datetime) -> dict[str, Any]:
    """Describe a recipient for operators: its state, since when, and why, without its secrets."""
    how = state(recipient, at)
    since, why = {
        "suspended": (recipient.suspended_at, recipient.suspended_why),
        "unconfirmed": (recipient.asked_at, "asked by mail, not answered yet"),
        "given up": (recipient.given_up_at, f"not confirmed within {PATIENCE.days} days"),
        "left": (None, "unsubscribed from everything"),
        "waiting": (recipient.bounced_at, f"soft bounce {recipient.soft_bounces}, waits until {_hour(recipient)}"),
        "confirmed": (recipient.confirmed_at, f"by {recipient.confirmed_by}"),
    }[how]
    known = recipient.model_dump(exclude={"bounce_token", "confirm_token", "suspended_why"})
    address = recipient.address
    return {**known, "address": masked(address), "state": how, "since": since, "why": hidden(why, address)}


def held_up_by(session: Session, alert: Alert) -> str:
    """Say in one line what keeps an alert from being mailed now; "" if nothing does."""
    recipient = session.get(Recipient, alert.recipient_id) if alert.recipient_id else None
    if recipient is None or (recipient.confirmed_at and not recipient.suspended_at):
        return ""
    address = masked(recipient.address)
    if recipient.suspended_at:
        why = hidden(recipient.suspended_why, recipient.address)
        return f"{address} is suspended ({why}); `tracker alerts resume {address}` ends that"
    return f"{address} is asked to confirm first; `tracker alerts confirm {address}` confirms it on its behalf"


def _hour(recipient: Recipient) -> str:
    return f"{recipient.waits_until:%Y-%m-%d %H:%M} UTC" if recipient.waits_until else ""


def _ask(session: Session, recipient: Recipient, alert: Alert, at: datetime) -> None:
    before = queries.count_confirmations(session, recipient)
    mails = [
        Delivery(
            alert_id=alert.id or 0,
            recipient_id=recipient.id,
            act=f"confirmation {before + number}",
            kind="confirmation",
            created_at=at,
            due_at=at + timedelta(days=days),
        )
        for number, days in enumerate(ASKED, 1)
    ]
    add_deliveries(session, mails)


def _open(session: Session, recipient: Recipient, kind: str, reason: str, at: datetime) -> None:
    new = Incident(recipient_id=recipient.id, state=kind, reason=reason, began_at=at, opened_at=at)
    if open_incident(session, new):
        for incident in queries.open_incidents(session, recipient, kind):
            enqueue_incident(session, Change(incident, "opened"), at)


def _close(session: Session, recipient: Recipient, kind: str, at: datetime) -> None:
    for incident in queries.open_incidents(session, recipient, kind):
        if close_incident(session, incident, at):
            enqueue_incident(session, Change(incident, "closed"), at)
