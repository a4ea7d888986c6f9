"""Decide what an alert's earlier deliveries of an announcement mean for a new one: sent, waiting or gone."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from db.models import Alert, Announcement, Delivery
from db.store.outbox import withdraw
from db.store.waiting import put_back, tell_as
from tracker.acts import strength

GONE = "today's rules no longer find the announcement"
DENIED = "it was corrected: it is not an announcement of the initiative"
TOGETHER = "reported together with the stronger act"


def is_gone(delivery: Delivery) -> bool:
    """Decide whether a delivery was withdrawn because its announcement had vanished, so that it reports nothing."""
    return delivery.state == "withdrawn" and delivery.answer in (GONE, DENIED)


def why_gone(announcement: Announcement) -> str:
    """Return why a withdrawn announcement was withdrawn."""
    return DENIED if announcement.corrected else GONE


def left_nothing(delivery: Delivery) -> bool:
    """Decide whether a delivery was withdrawn without effect: it is sent again if it is wanted again."""
    return is_gone(delivery) or _left_its_place(delivery)


def knows(earlier: Sequence[Delivery], act: str) -> bool:
    """Decide whether an alert reported, or will report, an act or a stronger one."""
    # What was replaced by a stronger act was reported if that was.
    return any(strength(one.act) >= strength(act) for one in earlier if not left_nothing(one))


def told_by(session: Session, earlier: Sequence[Delivery], new: Mapping[str, Any], at: datetime) -> bool:
    """Decide whether one of the earlier deliveries reports the `new` one's act from now on, so that no other is needed.

    What is in a digest that was not sent is not postponed because it is stronger now. What vanished and is back is sent
    as it would have been.
    """
    waiting = [one for one in earlier if one.state == "pending"]
    raised = next((one for one in waiting if _is_ready(one) and tell_as(session, one, new["act"], new["why"])), None)
    withdraw(session, [one for one in waiting if one is not raised], f"{TOGETHER}: {new['act']}")
    if raised:
        return True
    back = [one for one in earlier if one.act == new["act"] and left_nothing(one)]
    return any(put_back(session, one, at, at if one.kind == "first-crawl" else new["due_at"]) for one in back)


def due_at(alert: Alert, earlier: Sequence[Delivery], planned: datetime, at: datetime) -> datetime:
    """Return when what is `planned` for a moment is sent: not in a later digest than what it replaces."""
    if alert.rate == "immediate":
        return planned
    waiting = [one for one in earlier if one.state == "pending"]
    loose = [one.due_at for one in waiting if not one.digest_id and one.kind != "first-crawl"]
    # A digest that was tried keeps its items: this one has a digest of its own.
    return min([planned, *loose, *(max(at, one.due_at) for one in waiting if one.digest_id)])


def _is_ready(delivery: Delivery) -> bool:
    """Decide whether a delivery is in a digest that was not tried.

    A tried one may have arrived with the weaker act, and a mail with the same id would not be seen again.
    """
    return delivery.digest_id is not None and delivery.attempts == 0


def _left_its_place(delivery: Delivery) -> bool:
    return delivery.state == "withdrawn" and (delivery.answer or "").startswith(TOGETHER)
