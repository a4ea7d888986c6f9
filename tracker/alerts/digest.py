"""Plans a round of mails: gathers what goes together into digests, whose items are fixed from then on."""

from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter

from sqlmodel import Session

from config import Settings
from db.models import Alert, Delivery
from db.queries import outbox as queries
from db.store import outbox as store
from tracker.alerts.periods import hour, midnight, next_due, period


def plan(session: Session, settings: Settings, at: datetime) -> list[queries.Unit]:
    """Fix the digests that are due at `at`, in a write transaction; give the mails to send, oldest first.

    Every period that ended has its own digest, so runs that were missed are made up for.
    """
    for _, rows in groupby(queries.loose(session, at), key=lambda row: row[0].id):
        alert, deliveries = _unzip(list(rows))
        finds = [d for d in deliveries if d.kind == "first-crawl"]
        news = [d for d in deliveries if d.kind != "first-crawl"]
        if finds:
            _list_finds(session, alert, finds, at, timedelta(minutes=settings.first_crawl_minutes))
        if alert.rate == "immediate":
            _fold(session, alert, news, at, settings.immediate_most)
        else:
            _close_periods(session, alert, news, at)
    return queries.units(session, at)


def _unzip(rows: list[tuple[Alert, Delivery]]) -> tuple[Alert, list[Delivery]]:
    return rows[0][0], [delivery for _, delivery in rows]


def _list_finds(session: Session, alert: Alert, finds: list[Delivery], at: datetime, settles: timedelta) -> None:
    """List what first crawls found in one mail, once nothing new has come for `settles`."""
    youngest = queries.youngest_first_find(session, alert.id or 0) or at
    if youngest + settles > at:
        store.postpone(session, finds, youngest + settles)
    else:
        store.fix_digest(session, alert.id or 0, f"first-crawl {finds[0].id}", finds)


def _fold(session: Session, alert: Alert, news: list[Delivery], at: datetime, most: int) -> None:
    """Let `most` mails of a day go alone; fold the rest into one digest an hour."""
    room = max(0, most - queries.mails_since(session, alert.id or 0, midnight(alert, at)))
    rest = news[room:]
    this_hour = hour(alert, at)
    if rest and not store.fix_digest(session, alert.id or 0, f"rest {this_hour:%Y-%m-%dT%H}", rest):
        store.postpone(session, rest, this_hour + timedelta(hours=1))


def _close_periods(session: Session, alert: Alert, news: list[Delivery], at: datetime) -> None:
    """Fix the digest of every period that ended; what came too late for one waits for the next."""
    dated = sorted(((period(alert, d.due_at), d) for d in news), key=itemgetter(0))
    for name, group in groupby(dated, key=itemgetter(0)):
        items = [delivery for _, delivery in group]
        if not store.fix_digest(session, alert.id or 0, name, items):
            store.postpone(session, items, next_due(alert, at))
