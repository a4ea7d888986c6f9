"""The outbox: puts announcements on their way in the transaction that writes them."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from config import Config
from db.models import Alert, Announcement, Delivery, Document, now
from db.queries.alerts import acts_told, alerts_for
from db.store.alerts import add_deliveries
from tracker.alerts.periods import next_due
from tracker.alerts.rules import ANY, Rule, lineage, matches
from tracker.announce import strength

# What a page brought home today tells is news; what we find late is listed or counted, not mailed one by one.
KINDS = {"news": "news", "first-crawl": "first-crawl", "rule": "late-rule", "import": "late-rule"}


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
    told = acts_told(session, announcement.id or 0)
    deliveries = []
    for alert in alerts_for(session, [*lineage(announcement.initiative, config), ANY]):
        acts = told.get(alert.id or 0, [])
        if any(strength(act) >= strength(announcement.act) for act in acts):
            continue
        why = matches(Rule.model_validate(alert.rule), announcement, documents, config, alert.language)
        if why is not None:
            kind = "stronger" if acts and cause == "news" else KINDS[cause]
            deliveries.append(_delivery(alert, announcement, kind, why, at))
    return add_deliveries(session, deliveries)


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
