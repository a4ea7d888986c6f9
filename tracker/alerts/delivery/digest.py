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
from db.queries.outbox import STORY, Loose
from db.store import outbox as store
from tracker.alerts.delivery.clock import keep_quiet, set_right
from tracker.alerts.schedule.periods import day_of, hour, local_day, next_due, period
from tracker.alerts.schedule.quiet import quiet_until, was_held

Key = TypeVar("Key", str, datetime)
Item = TypeVar("Item", Delivery, Loose)


def plan(session: Session, settings: Settings, at: datetime) -> list[queries.Unit]:
    """Make the digests that are due at `at`, in a write transaction; return the mails to send, oldest first.

    Every period that ended has its own digest, so missed runs are made up for.
    """
    set_right(session, at, timedelta(seconds=settings.lease_seconds))
    for _, rows in groupby(queries.loose(session, at), key=lambda row: row.alert.id):
        its = list(rows)
        alert = its[0].alert
        finds = [one.delivery for one in its if one.delivery.kind == "first-crawl"]
        news = [one for one in its if one.delivery.kind != "first-crawl"]
        if finds:
            _list_finds(session, alert, finds, at, timedelta(minutes=settings.first_crawl_minutes))
        if alert.rate != "immediate":
            _close_periods(session, alert, [one.delivery for one in news], at)
        elif not quiet_until(alert, at):
            _send_at_once(session, alert, news, at, settings.immediate_most)
    # Only now: a digest that waits for the end of quiet hours still belongs to its own period.
    keep_quiet(session, at)
    return queries.units(session, at)


def _list_finds(session: Session, alert: Alert, finds: list[Delivery], at: datetime, settles: timedelta) -> None:
    """List what first crawls found in one mail, when nothing new has come for `settles`."""
    youngest = queries.youngest_first_find(session, alert.id or 0) or at
    if youngest + settles > at:
        store.postpone(session, finds, youngest + settles)
    else:
        store.fix_digest(session, alert.id or 0, f"first-crawl {finds[0].id}", finds, at)


def _send_at_once(session: Session, alert: Alert, news: list[Loose], at: datetime, most: int) -> None:
    """Send each story alone, except for new names, what quiet hours held back, and what exceeds the limit."""
    names = [one.delivery for one in news if one.delivery.kind == "find"]
    if names:
        store.fix_digest(session, alert.id or 0, f"finds {names[0].id}", names, at)
    rest = [one for one in news if one.delivery.kind != "find"]
    _fold(session, alert, _without_held(session, alert, rest, at), at, alert.most or most)


def _without_held(session: Session, alert: Alert, news: list[Loose], at: datetime) -> list[Loose]:
    """Make a digest of what each night's quiet hours held back, if it is more than one; return what is sent alone."""
    alone = [one for one in news if not was_held(alert, one.delivery.due_at)]
    held = [one for one in news if was_held(alert, one.delivery.due_at)]
    for due_at, items in _by(lambda one: one.delivery.due_at, held):
        name = f"quiet {local_day(alert, due_at)}"
        deliveries = [one.delivery for one in items]
        if len(_by_story(items)) == 1 or not store.fix_digest(session, alert.id or 0, name, deliveries, at):
            alone += items
    return sorted(alone, key=lambda one: one.delivery.id or 0)


def _fold(session: Session, alert: Alert, news: list[Loose], at: datetime, most: int) -> None:
    """Send `most` mails of a day alone; put the rest into one digest per hour."""
    room = max(0, most - queries.mails_since(session, alert.id or 0, *day_of(alert, at)))
    mails = _by_story(news)
    for mail in mails[:room]:
        _put_together(session, alert, mail, at)
    rest = [delivery for mail in mails[room:] for delivery in mail]
    if rest and not store.fix_digest(session, alert.id or 0, f"rest {hour(at):%Y-%m-%dT%H}", rest, at):
        store.postpone(session, rest, hour(at) + timedelta(hours=1))


def _by_story(news: Iterable[Loose]) -> list[list[Delivery]]:
    """Group what is sent in one mail: everything about one story, or something else, in the order in which it came."""
    mails: dict[tuple[str, int], list[Delivery]] = {}
    for one in news:
        mails.setdefault(("story", one.story) if one.story else ("other", one.delivery.id or 0), []).append(
            one.delivery
        )
    return list(mails.values())


def _put_together(session: Session, alert: Alert, mail: list[Delivery], at: datetime) -> None:
    """Make one mail of everything about one story, including what has joined it since it was last planned.

    It then has a new id: a sender may be about to claim the mail as it was, and must not get a part of it.
    """
    planned = {delivery.digest_id for delivery in mail}
    if len(mail) > 1 and (None in planned or len(planned) > 1):
        store.fix_digest(session, alert.id or 0, f"{STORY}{mail[0].id}-{mail[-1].id}", mail, at)


def _close_periods(session: Session, alert: Alert, news: list[Delivery], at: datetime) -> None:
    """Make the digest of every period that ended; what came too late for one waits for the next."""

    @cache
    def made_at(name: str) -> datetime | None:
        return queries.digest_made_at(session, alert.id or 0, name)

    def named(delivery: Delivery) -> str:
        return period(alert, delivery.due_at, made_at(period(alert, delivery.due_at)))

    for name, items in _by(named, news):
        if not store.fix_digest(session, alert.id or 0, name, items, at):
            store.postpone(session, items, next_due(alert, at))


def _by(key: Callable[[Item], Key], items: Iterable[Item]) -> list[tuple[Key, list[Item]]]:
    """Group items by key, in the order of the keys."""
    keyed = sorted(((key(item), item) for item in items), key=itemgetter(0))
    return [(value, [item for _, item in group]) for value, group in groupby(keyed, key=itemgetter(0))]
