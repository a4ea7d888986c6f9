"""Handle bounces: a permanent one suspends at once; a temporary one moves the recipient up a ladder of waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from db.masking import without_tokens
from db.models import Recipient
from db.queries import recipients as queries
from db.store import recipients as store
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.subscriptions.recipients import resume, suspend
from tracker.mailbox.match_delivery import Origin
from tracker.mailbox.reports import Report

# Hours to wait after each soft bounce; the next one suspends.
RUNGS = (2, 4, 8, 16, 32, 64)
# Servers try for five days before they return a mail, so what was sent longer ago has arrived.
ARRIVED = timedelta(days=7)
# What has waited this long for a suspended recipient is no longer news.
STALE = timedelta(days=30)


def bounced(session: Session, about: Origin, reports: Sequence[Report], at: datetime) -> str:
    """Handle reports about a mail of ours; return what was done, in words."""
    report, own = _foremost(reports, about.recipient)
    if report.action == "delivered" and own:
        fresh = about.recipient.soft_bounces and not about.recipient.suspended_at
        return (
            "delivered; soft bounces are counted from 0 again"
            if fresh and resume(session, about.recipient, at)
            else "delivered"
        )
    if report.action != "failed":
        return f"{clean(report.action, 40)}: not a bounce"
    words = clean(without_tokens(report.words), 200) or "no reason given"
    if own:
        _send_again(session, about, f"came back: {words}", at)
    else:
        # It reached the recipient, who forwards it to a failing address; it may have kept a copy.
        words = f"passed on to {clean(', '.join(report.addresses), 100)}: {words}"
    if own and report.hard:
        turned = suspend(session, about.recipient, f"bounce: {words}", at)
        return f"suspended: {words}" if turned else f"suspended before: {words}"
    return _climb(session, about, words, at)


def complained(session: Session, about: Origin, kind: str, at: datetime) -> str:
    """Suspend a recipient who complained about a mail; return what was done, in words."""
    turned = suspend(session, about.recipient, f"complaint: the recipient reported our mail as {clean(kind, 40)}", at)
    return f"suspended: complaint ({clean(kind, 40)})" if turned else "suspended before"


def look_after(session: Session, at: datetime) -> None:
    """Move recipients whose mails arrive down from the ladder, and withdraw what has waited too long."""
    for recipient in queries.climbing(session):
        if queries.arrived(session, recipient, at - ARRIVED):
            resume(session, recipient, at)
    for recipient in queries.suspended(session):
        reason = clean(f"the recipient was suspended for {STALE.days} days: {recipient.suspended_why}", 300)
        store.withdraw_old(session, recipient.id or 0, at - STALE, reason)


def _climb(session: Session, about: Origin, words: str, at: datetime) -> str:
    recipient = about.recipient
    if recipient.suspended_at:
        return f"suspended before: {words}"
    if _is_known(about, at):
        return f"soft, about the same problem: {words}"
    rung = recipient.soft_bounces
    if rung >= len(RUNGS):
        suspend(session, recipient, f"{rung + 1} soft bounces in a row, the last: {words}", at)
        return f"suspended: soft bounce {rung + 1}: {words}"
    store.climb(session, recipient, at, timedelta(hours=RUNGS[rung]))
    return f"soft bounce {rung + 1}, waits {RUNGS[rung]} hours: {words}"


def _is_known(about: Origin, at: datetime) -> bool:
    """Decide whether the mail was sent before the last climb: bounces from one problem climb one rung."""
    recipient, delivery = about.recipient, about.delivery
    if recipient.bounced_at is None:
        return False
    if delivery is None:
        return recipient.waits_until is not None and recipient.waits_until > at
    return delivery.sent_at is None or delivery.sent_at <= recipient.bounced_at


def _send_again(session: Session, about: Origin, returned: str, at: datetime) -> None:
    delivery = about.delivery
    if delivery is None or delivery.message_id is None:
        return
    if delivery.recipient_id:
        # We ask again in a few days anyway.
        store.mark_returned(session, delivery.message_id, returned)
    else:
        store.send_again(session, delivery.message_id, returned, at)


def _foremost(reports: Sequence[Report], recipient: Recipient) -> tuple[Report, bool]:
    """Return the report that counts, and whether it is about the recipient and not about a forwarding address."""
    own = [report for report in reports if not report.addresses or recipient.address in report.addresses]
    failed = [report for report in own or reports if report.action == "failed"]
    return (failed or own or reports)[0], bool(own)
