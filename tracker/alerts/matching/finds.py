"""Enqueue names that no initiative covers yet: each find once for each alert that asks."""

from datetime import datetime

from sqlmodel import Session

from db.models import Delivery, Find
from db.queries.alerts import alerts_for
from db.store.alerts import add_deliveries
from tracker.alerts.compose.wording import say
from tracker.alerts.matching.lookup import FINDS
from tracker.alerts.schedule.periods import next_due


def enqueue_finds(session: Session, finds: list[Find], at: datetime) -> int:
    """Write the deliveries of names that were found at `at`; return their number."""
    return add_deliveries(
        session,
        [
            Delivery(
                alert_id=alert.id or 0,
                find_id=find.id,
                act="found",
                kind="find",
                why=say(alert.language, "find-follows"),
                created_at=at,
                due_at=next_due(alert, at),
            )
            for alert in alerts_for(session, [FINDS])
            for find in finds
        ],
    )
