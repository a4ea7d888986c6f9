"""Query hosts: when the next request may be sent, and which hosts delay us."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, or_, select

from db.models.hosts import Host
from db.queries.built_once import run, table_of

# No pause is longer, and no clocks differ so much: the clock was put back.
LONGEST_PAUSE = timedelta(days=1)
LONGEST_DELAY = timedelta(minutes=2)

# Asked for every request.
_HOST = columns(table_of(Host)).where(table_of(Host).c.name == bindparam("host"))


def host(session: Session, name: str) -> Host | None:
    """Return the row of a host; None if it never received a request."""
    row = run(session, _HOST, host=name).one_or_none()
    return Host(**row._mapping) if row else None


def next_turn(host: Host, delay: float, at: datetime) -> datetime:
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
