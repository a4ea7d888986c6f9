"""Plan a round of mails: group deliveries into digests, whose items are fixed from then on."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from sqlmodel import Session

from config import Settings
from db.models import Alert, Delivery
from db.queries import outbox as queries
from db.store import outbox as store
from tracker.alerts.delivery.clock import keep_quiet, set_right
from tracker.alerts.schedule.periods import day_of, hour, local_day, next_due, period
from tracker.alerts.schedule.quiet import quiet_until, was_held

Key = TypeVar("Key", str, datetime)


def plan(session: Session, settings: Settings, at: datetime) -> list[queries.Unit]:
    """Fix the digests that are due at `at`, in a write transaction; give the mails to send, oldest first.

    Every period that ended has its own digest, so runs that were missed are made up for.
    """
    set_right(session, at, timedelta(seconds=settings.lease_seconds))
    for _, rows in groupby(queries.loose(session, at), key=lambda row: row[0].id):
        alert, deliveries = _unzip(list(rows))
        finds = [d for d in deliveries if d.kind == "first-crawl"]
        news = [d for d in deliveries if d.kind != "first-crawl"]
        if finds:
            _list_finds(session, alert, finds, at, timedelta(minutes=settings.first_crawl_minutes))
        if alert.rate != "immediate":
            _close_periods(session, alert, news, at)
        elif not quiet_until(alert, at):
            _send_at_once(session, alert, news, at, settings.immediate_most)
    # Only now: a digest that has to wait for the end of quiet hours is still the one of its own period.
    keep_quiet(session, at)
    return queries.units(session, at)


def _unzip(rows: list[tuple[Alert, Delivery]]) -> tuple[Alert, list[Delivery]]:
    return rows[0][0], [delivery for _, delivery in rows]


def _list_finds(session: Session, alert: Alert, finds: list[Delivery], at: datetime, settles: timedelta) -> None:
    """List what first crawls found in one mail, once nothing new has come for `settles`."""
    youngest = queries.youngest_first_find(session, alert.id or 0) or at
    if youngest + settles > at:
        store.postpone(session, finds, youngest + settles)
    else:
        store.fix_digest(session, alert.id or 0, f"first-crawl {finds[0].id}", finds, at)


def _send_at_once(session: Session, alert: Alert, news: list[Delivery], at: datetime, most: int) -> None:
    """Let each go alone, but for new names, what quiet hours held back, and what is more than the cap."""
    names = [delivery for delivery in news if delivery.kind == "find"]
    if names:
        store.fix_digest(session, alert.id or 0, f"finds {names[0].id}", names, at)
    rest = [delivery for delivery in news if delivery.kind != "find"]
    _fold(session, alert, _without_held(session, alert, rest, at), at, alert.most or most)


def _without_held(session: Session, alert: Alert, news: list[Delivery], at: datetime) -> list[Delivery]:
    """Fix a digest of what each night's quiet hours held back, where it is more than one; give what goes alone."""
    alone = [delivery for delivery in news if not was_held(alert, delivery.due_at)]
    held = [delivery for delivery in news if was_held(alert, delivery.due_at)]
    for due_at, items in _by(lambda delivery: delivery.due_at, held):
        name = f"quiet {local_day(alert, due_at)}"
        if len(items) == 1 or not store.fix_digest(session, alert.id or 0, name, items, at):
            alone += items
    return sorted(alone, key=lambda delivery: delivery.id or 0)


def _fold(session: Session, alert: Alert, news: list[Delivery], at: datetime, most: int) -> None:
    """Let `most` mails of a day go alone; fold the rest into one digest an hour."""
    room = max(0, most - queries.mails_since(session, alert.id or 0, *day_of(alert, at)))
    rest = news[room:]
    if rest and not store.fix_digest(session, alert.id or 0, f"rest {hour(at):%Y-%m-%dT%H}", rest, at):
        store.postpone(session, rest, hour(at) + timedelta(hours=1))


def _close_periods(session: Session, alert: Alert, news: list[Delivery], at: datetime) -> None:
    """Fix the digest of every period that ended; what came too late for one waits for the next."""

    @cache
    def made_at(name: str) -> datetime | None:
        return queries.digest_made_at(session, alert.id or 0, name)

    def named(delivery: Delivery) -> str:
        return period(alert, delivery.due_at, made_at(period(alert, delivery.due_at)))

    for name, items in _by(named, news):
        if not store.fix_digest(session, alert.id or 0, name, items, at):
            store.postpone(session, items, next_due(alert, at))


def _by(key: Callable[[Delivery], Key], deliveries: Iterable[Delivery]) -> list[tuple[Key, list[Delivery]]]:
    """Deliveries that have the same key, in the order of the keys."""
    keyed = sorted(((key(delivery), delivery) for delivery in deliveries), key=itemgetter(0))
    return [(value, [d for _, d in group]) for value, group in groupby(keyed, key=itemgetter(0))]
