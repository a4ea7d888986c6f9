"""Write announcements to the outbox in the transaction that stores them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from config import Config
from db.models import Alert, Announcement, Delivery, Document, now
from db.queries.alerts import standing, told_of
from db.store.alerts import add_delivery_values
from db.store.outbox import withdraw
from tracker.alerts.matching.earlier import GONE, due_at, is_gone, knows, left_nothing, told_by
from tracker.alerts.matching.lookup import asking
from tracker.alerts.matching.match import matches
from tracker.alerts.matching.rules import Rule
from tracker.alerts.schedule.periods import listens_since, next_due

# What a newly fetched page reports is news; what is found late is listed or counted, not mailed one by one.
KINDS = {"news": "news", "first-crawl": "first-crawl", "rule": "late-rule", "import": "late-rule"}
URGENCY = ("stronger", "news", "first-crawl", "late-rule")


def enqueue(
    session: Session,
    config: Config,
    announcement: Announcement,
    documents: Sequence[Document],
    cause: str,
    *,
    before: str | None = None,
    at: datetime | None = None,
    is_told: bool = True,
) -> int:
    """Write the deliveries of a saved announcement, reported by `documents`; return how many are new.

    `cause` is a key of KINDS. `before` is the act by which the announcement was known until now, None if it was not. No
    one is notified of an act, or a weaker one, again: calling it twice does no harm. If it is known to have no
    deliveries, it is not `is_told`, and none are looked for.
    """
    at = at or now()
    told = told_of(session, announcement.id) if announcement.id and is_told else {}
    for alert_id, earlier in told.items():
        _take_back_unwanted(session, config, announcement, documents, alert_id, earlier)
    alerts, changes = asking(session, announcement, documents, before, config, at)
    back = {id_ for id_, earlier in told.items() if _is_back(earlier, announcement.act)}
    deliveries = []
    for alert in [*alerts, *standing(session, back - {one.id for one in alerts})] if back else alerts:
        earlier = told.get(alert.id or 0, [])
        if _knows(alert, announcement, earlier, before):
            continue
        rule = Rule.model_validate(alert.rule)
        why = matches(rule, announcement, documents, config, alert.language, changes)
        if why is None and alert.id in back:
            why = matches(_asked_again(rule), announcement, documents, config, alert.language)
        if why is not None:
            new = _delivery(alert, announcement, _kind(earlier, cause), why, at)
            if not told_by(session, earlier, new, at):
                deliveries.append({**new, "due_at": due_at(alert, earlier, new["due_at"], at)})
    return add_delivery_values(session, deliveries)


def _take_back_unwanted(
    session: Session,
    config: Config,
    announcement: Announcement,
    documents: Sequence[Document],
    alert_id: int,
    earlier: Sequence[Delivery],
) -> None:
    """Withdraw what waits for an alert whose rule no document meets any more, such as one that left the story."""
    waiting = [one for one in earlier if one.state == "pending"]
    if not waiting:
        return
    alert = session.get_one(Alert, alert_id)
    rule = _asked_again(Rule.model_validate(alert.rule))
    known_as = {one.act: Announcement(**{**announcement.model_dump(), "act": one.act}) for one in waiting}
    wanted = {act: matches(rule, known, documents, config, alert.language) for act, known in known_as.items()}
    withdraw(session, [one for one in waiting if wanted[one.act] is None], GONE)


def _asked_again(rule: Rule) -> Rule:
    """Return what a rule asks of an announcement that it matched before.

    What an announcement changed, and of which initiatives, is known only when it is written: that counts as matched.
    """
    return rule.model_copy(update={"changes": (), "initiatives": ()}) if rule.changes else rule


def _is_back(earlier: Sequence[Delivery], act: str) -> bool:
    return any(one.act == act and left_nothing(one) for one in earlier)


def _knows(alert: Alert, announcement: Announcement, earlier: Sequence[Delivery], before: str | None) -> bool:
    """Decide whether an alert has reported it, or was added only after an announcement that is not news."""
    if before == announcement.act and listens_since(alert) > announcement.first_seen_at:
        return True
    return knows(earlier, announcement.act)


def _kind(before: Sequence[Delivery], cause: str) -> str:
    """Return the kind: pending news stays news; what was reported before is news again only if it is stronger."""
    kinds = [KINDS[cause], *(delivery.kind for delivery in before if delivery.state == "pending" or is_gone(delivery))]
    kind = min(kinds, key=URGENCY.index)
    told = any(delivery.state in ("sent", "sending", "failed") for delivery in before)
    return "stronger" if kind == "news" and told else kind


def _delivery(alert: Alert, announcement: Announcement, kind: str, why: str, at: datetime) -> dict[str, Any]:
    return {
        "alert_id": alert.id or 0,
        "announcement_id": announcement.id or 0,
        "act": announcement.act,
        "kind": kind,
        "why": why,
        "state": "backfilled" if kind == "late-rule" else "pending",
        "created_at": at,
        "due_at": at if kind == "first-crawl" else next_due(alert, at),
    }
