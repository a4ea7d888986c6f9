"""Query hosts: when the next request may be sent, and which hosts delay us."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, or_, select

from db.models.hosts import Host
from db.queries.built_once import run, table_of

# No pause is longer, and no clocks differ so much: the clock was put back.
LONGEST_PAUSE = timedelta(days=1)
LONGEST_DELAY = timedelta(minutes=2)


class Turn(NamedTuple):
    """What the next turn at a host depends on: the columns of `Host` of these names."""

    name: str
    asked_at: datetime | None
    crawl_delay: float
    paused_until: datetime | None
    paused_by: str | None


# Asked for every request.
_HOST = table_of(Host)
_TURN = columns(*(_HOST.c[name] for name in Turn._fields)).where(_HOST.c.name == bindparam("host"))
_TURN_TO_TAKE = _TURN.with_for_update()


def turn(session: Session | Connection, name: str, *, to_take: bool = False) -> Turn | None:
    """Return what a host's next turn depends on; None if it never received a request.

    The row is locked until the end of the transaction if the turn is `to_take`.
    """
    row = run(session, _TURN_TO_TAKE if to_take else _TURN, host=name).one_or_none()
    return Turn(*row) if row else None


def next_turn(host: Turn, delay: float, at: datetime) -> datetime:
    """Return when a host may receive a request, from `at` on, with `delay` seconds between requests.

    Without a delay, as for a replica, only the host's pauses count.
    """
    turns = [at]
    if host.paused_until and host.paused_until <= at + LONGEST_PAUSE:
        turns.append(host.paused_until)
    if delay and host.asked_at and host.asked_at <= at + LONGEST_DELAY:
        turns.append(host.asked_at + timedelta(seconds=max(delay, host.crawl_delay)))
    return max(turns)


def troubled(session: Session, names: Collection[str], at: datetime) -> list[Host]:
    """Return those of the hosts that are paused at the moment `at`, or whose robots.txt could not be fetched."""
    waits = or_(col(Host.paused_until) > at, col(Host.closed_since).is_not(None))
    return list(session.exec(select(Host).where(col(Host.name).in_(names), waits).order_by(Host.name)))
