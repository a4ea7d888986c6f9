"""Tells of names that are in no catalogue yet, through the same outbox: each find once to each alert that asks."""

from datetime import datetime

from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from db.models import Delivery, Find
from db.queries.alerts import alerts_for
from db.store.alerts import add_deliveries
from tracker.alerts.days import day_words
from tracker.alerts.items import name_in
from tracker.alerts.letter import Item, Quote, Teller
from tracker.alerts.lookup import FINDS
from tracker.alerts.periods import next_due
from tracker.alerts.safe import clean, web_address
from tracker.alerts.wording import say


def enqueue_finds(session: Session, finds: list[Find], at: datetime) -> int:
    """Write the deliveries of names that were found at `at`; give how many."""
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


def write_find(delivery: Delivery, find: Find, language: str, config: Config) -> Item:
    """Say which name is new, where it stood first and in what words, as an item of a mail."""
    title = clean(find.title, 300) or clean(find.url, 300)
    source = config.sources.get(find.source)
    seen = find.first_seen or beijing_day(find.found_at)
    publisher = name_in(source.name if source else None, language, find.source)
    return Item(
        announcement_id=None,
        initiative=f"find-{find.id}",
        name=clean(find.name, 100),
        act=delivery.act,
        deed=say(language, "find-first", day=day_words(seen, language), count=find.documents),
        day=find.first_seen,
        headline=title,
        quotes=(Quote(clean(find.quote, 1500), source.language if source else "", publisher),),
        tellers=(Teller(publisher, title, web_address(find.url), find.first_seen),),
        why=delivery.why,
    )
