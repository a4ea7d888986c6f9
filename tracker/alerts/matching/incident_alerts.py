"""Enqueue incidents of sources and recipients for operators: beginning and end, once each."""

from datetime import datetime

from sqlmodel import Session

from db.models import Delivery
from db.queries.alerts import alerts_for, told_of_incident
from db.store.alerts import add_deliveries
from tracker.alerts.compose.wording import say
from tracker.alerts.matching.lookup import INCIDENTS
from tracker.alerts.matching.match import wants_incident
from tracker.alerts.matching.rules import Rule
from tracker.alerts.schedule.periods import next_due
from tracker.health.incidents import Change


def enqueue_incident(session: Session, change: Change, at: datetime) -> int:
    """Write the deliveries of an incident that was opened or closed at `at`; return their number.

    Its end is reported to those who were notified of its beginning.
    """
    incident, turn = change
    told = told_of_incident(session, incident.id or 0)
    wanting = [
        alert for alert in alerts_for(session, [INCIDENTS]) if wants_incident(Rule.model_validate(alert.rule), incident)
    ]
    return add_deliveries(
        session,
        [
            Delivery(
                alert_id=alert.id or 0,
                incident_id=incident.id,
                act=turn,
                why=say(alert.language, "incidents"),
                created_at=at,
                due_at=next_due(alert, at),
            )
            for alert in wanting
            if turn == "opened" or alert.id in told
        ],
    )
