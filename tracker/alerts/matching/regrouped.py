"""Transfer deliveries when announcements merge or split: no one is notified twice, and nothing is lost."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from db.models import Announcement, Delivery
from db.queries.alerts import told_of
from db.store.alerts import add_delivery_values
from db.store.outbox import note_reason, withdraw
from db.store.waiting import put_back, tell_of
from tracker.acts import strength
from tracker.alerts.matching.earlier import GONE, TOGETHER, left_nothing, why_gone

# A mail that a sender holds, or that was permanently refused, counts as reported.
TOLD_WITH = "reported with announcement"

TOLD = ("sent", "sending")
SETTLED = (*TOLD, "failed", "backfilled")
MERGED = re.compile(rf"(?:{TOLD_WITH}|told with announcement) (?P<into>\d+)")


def merge_deliveries(session: Session, gone: Announcement, into: Announcement, at: datetime) -> None:
    """Transfer the deliveries of an announcement to the one that it is now part of.

    Waiting ones that were reported with either are withdrawn.
    """
    theirs, ours = told_of(session, gone.id or 0), told_of(session, into.id or 0)
    for alert, deliveries in theirs.items():
        kept = {one.act: one for one in ours.get(alert, ())}
        for one in deliveries:
            mine = kept.get(one.act)
            if mine is None and tell_of(session, one, into.id or 0):
                kept[one.act] = one
            elif mine is not None and one.state == "pending":
                if left_nothing(mine):
                    put_back(session, mine, at, one.due_at)
                withdraw(session, [one], f"{TOLD_WITH} {into.id}")
    kept_now = told_of(session, into.id or 0)
    for alert, deliveries in theirs.items():
        _take_back_told(session, kept_now.get(alert, []), deliveries)


def _restore_untold(session: Session, deliveries: Sequence[Delivery]) -> None:
    """Let deliveries count as never reported if the announcement that was to report them split off without doing so.

    They were withdrawn in favour of an announcement that theirs was part of for a while.
    """
    for one in deliveries:
        merged = MERGED.fullmatch(one.answer or "") if one.state == "withdrawn" else None
        if merged and not _was_told(session, one.alert_id, int(merged["into"]), one.act):
            note_reason(session, one, GONE)


def _was_told(session: Session, alert: int, announcement_id: int, act: str) -> bool:
    """Decide whether an alert was notified of an act with an announcement, or with the one that it is now part of."""
    seen: set[int] = set()
    while announcement_id not in seen:
        seen.add(announcement_id)
        deliveries = told_of(session, announcement_id).get(alert, [])
        if any(one.state in SETTLED and strength(one.act) >= strength(act) for one in deliveries):
            return True
        announcement_id = session.get_one(Announcement, announcement_id).merged_into or announcement_id
    return False


def share_told(session: Session, whole: Announcement, part: Announcement, at: datetime) -> None:
    """Record for an announcement that was split off who was notified of it with the other one.

    What waits there for an act that is only its own now waits for it.
    """
    rows = []
    for alert, deliveries in told_of(session, whole.id or 0).items():
        for one in deliveries:
            if one.state == "pending" and one.act == part.act and strength(one.act) > strength(whole.act):
                tell_of(session, one, part.id or 0)
        told = [one for one in deliveries if one.state in SETTLED and strength(one.act) >= strength(part.act)]
        if told:
            row = {"alert_id": alert, "announcement_id": part.id or 0, "act": part.act, "kind": told[0].kind}
            answer = f"{TOLD_WITH} {whole.id}, which was the same story then"
            rows.append({**row, "state": "withdrawn", "answer": answer, "created_at": at, "due_at": at})
    add_delivery_values(session, rows)


def take_back(session: Session, announcement: Announcement) -> None:
    """Withdraw waiting deliveries with a stronger act than an announcement has now, or of one that is withdrawn.

    Those that were left to another announcement, which never reported them, may go again.
    """
    deliveries = [one for told in told_of(session, announcement.id or 0).values() for one in told]
    waiting = [one for one in deliveries if one.state == "pending"]
    if announcement.withdrawn:
        withdraw(session, waiting, why_gone(announcement))
    else:
        withdraw(session, [one for one in waiting if strength(one.act) > strength(announcement.act)], GONE)
    _restore_untold(session, deliveries)


def _take_back_told(session: Session, kept: Sequence[Delivery], theirs: Sequence[Delivery]) -> None:
    """Withdraw waiting deliveries that were reported meanwhile, or are reported by another one that waits."""
    most = max((strength(one.act) for one in (*kept, *theirs) if one.state in TOLD), default=-1)
    waiting = sorted((one for one in kept if one.state == "pending"), key=lambda one: strength(one.act))
    known = [one for one in waiting if strength(one.act) <= most]
    withdraw(session, known, "already reported, with an announcement that turned out to be this one")
    for one in (one for one in waiting[:-1] if one not in known):
        withdraw(session, [one], f"{TOGETHER}: {waiting[-1].act}")
