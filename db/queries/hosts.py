"""Questions about hosts: when one may be asked next, and which of them keep us waiting."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, or_, select

from db.models.hosts import Host

# Nothing that a host asks for is longer, and no two of us are so far apart: the clock was put back.
LONGEST_PAUSE = timedelta(days=1)
LONGEST_DELAY = timedelta(minutes=2)


def host(session: Session, name: str) -> Host | None:
    """What we know of a host; None where it was never asked."""
    return session.get(Host, name)


def next_turn(host: Host, delay: float, at: datetime) -> datetime:
    """The first moment from `at` on at which a host may be asked with `delay` (seconds) between requests.

    Without a delay, as a replica is asked, only what it wants to be left alone for counts.
    """
    turns = [at]
    if host.paused_until and host.paused_until <= at + LONGEST_PAUSE:
        turns.append(host.paused_until)
    if delay and host.asked_at and host.asked_at <= at + LONGEST_DELAY:
        turns.append(host.asked_at + timedelta(seconds=max(delay, host.crawl_delay)))
    return max(turns)


def troubled(session: Session, names: Collection[str], at: datetime) -> list[Host]:
    """Those of the hosts that want to be left alone at the moment `at`, or whose robots.txt could not be had."""
    waits = or_(col(Host.paused_until) > at, col(Host.closed_since).is_not(None))
    return list(session.exec(select(Host).where(col(Host.name).in_(names), waits).order_by(Host.name)))
