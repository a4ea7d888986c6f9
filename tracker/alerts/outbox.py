"""The outbox: puts announcements on their way in the transaction that writes them."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from config import Config
from db.models import Alert, Announcement, Delivery, Document, now
from db.queries.alerts import alerts_for, told_of
from db.store.alerts import add_deliveries
from db.store.outbox import withdraw
from tracker.alerts.periods import next_due
from tracker.alerts.rules import ANY, Rule, lineage, matches
from tracker.announce import strength

# What a page brought home today tells is news; what we find late is listed or counted, not mailed one by one.
KINDS = {"news": "news", "first-crawl": "first-crawl", "rule": "late-rule", "import": "late-rule"}
URGENCY = ("stronger", "news", "first-crawl", "late-rule")


def enqueue(
    session: Session,
    config: Config,
    announcement: Announcement,
    documents: Sequence[Document],
    cause: str,
    *,
    at: datetime | None = None,
) -> int:
    """Write the deliveries that a saved announcement, told by `documents`, gives rise to; give how many.

    `cause` is a key of KINDS. Nobody is told an act, or a weaker one, again: calling it twice does no harm.
    """
    at = at or now()
    told = told_of(session, announcement.id or 0)
    deliveries = []
    for alert in alerts_for(session, [*lineage(announcement.initiative, config), ANY]):
        before = told.get(alert.id or 0, [])
        if any(strength(delivery.act) >= strength(announcement.act) for delivery in before):
            continue
        why = matches(Rule.model_validate(alert.rule), announcement, documents, config, alert.language)
        if why is not None:
            waiting = [delivery for delivery in before if delivery.state == "pending"]
            withdraw(session, waiting, f"told together with the stronger act: {announcement.act}")
            deliveries.append(_delivery(alert, announcement, _kind(before, cause), why, at))
    return add_deliveries(session, deliveries)


def _kind(before: Sequence[Delivery], cause: str) -> str:
    """What waited as news stays news; what was told before is news again only because it is stronger."""
    kinds = [KINDS[cause], *(delivery.kind for delivery in before if delivery.state == "pending")]
    kind = min(kinds, key=URGENCY.index)
    told = any(delivery.state in ("sent", "sending", "failed") for delivery in before)
    return "stronger" if kind == "news" and told else kind


def _delivery(alert: Alert, announcement: Announcement, kind: str, why: str, at: datetime) -> Delivery:
    return Delivery(
        alert_id=alert.id or 0,
        announcement_id=announcement.id or 0,
        act=announcement.act,
        kind=kind,
        why=why,
        state="backfilled" if kind == "late-rule" else "pending",
        created_at=at,
        due_at=at if kind == "first-crawl" else next_due(alert, at),
    )
