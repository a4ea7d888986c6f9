"""Tells operators what goes wrong with sources, through the same outbox: an incident's two turns, once each."""

from datetime import datetime

from sqlmodel import Session

from config import Config
from db.models import Alert, Delivery, Incident
from db.queries.alerts import alerts_for, told_of_incident
from db.store.alerts import add_deliveries
from tracker.alerts.items import name_in
from tracker.alerts.letter import Item, Teller
from tracker.alerts.periods import next_due
from tracker.alerts.rules import INCIDENTS, Rule
from tracker.alerts.safe import clean
from tracker.alerts.wording import say
from tracker.announce import beijing_day
from tracker.health.incidents import Change


def enqueue_incident(session: Session, change: Change, at: datetime) -> int:
    """Write the deliveries of an incident that was opened or closed at `at`; give how many.

    Its end is told to those whom its beginning was told.
    """
    incident, turn = change
    told = told_of_incident(session, incident.id or 0)
    wanting = [alert for alert in alerts_for(session, [INCIDENTS]) if _wants(alert, incident)]
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


def write_incident(delivery: Delivery, incident: Incident, language: str, config: Config) -> Item:
    """Say what is wrong with a source, or that it is well again, as an item of a mail."""
    source = config.sources.get(incident.source)
    name = name_in(source.name if source else None, language, incident.source)
    day = beijing_day(incident.began_at)
    trouble = say(language, f"incident-{incident.state}", since=day)
    lists = source.lists if source else ()
    return Item(
        announcement_id=None,
        initiative=incident.source,
        name=name,
        act=delivery.act,
        deed=trouble if delivery.act == "opened" else say(language, "well-again", trouble=trouble),
        stronger=False,
        body="",
        speaker="",
        day=day,
        headline="",
        quote=clean(incident.reason, 500),
        figures=(),
        tellers=tuple(Teller(name, clean(one.name or one.id, 100), one.url, None) for one in lists),
        more_tellers=0,
        why=delivery.why,
    )


def _wants(alert: Alert, incident: Incident) -> bool:
    sources = Rule.model_validate(alert.rule).sources
    return not sources or incident.source in sources
