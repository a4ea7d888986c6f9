"""Write the requests to hosts, their pauses and delays, and robots.txt files that could not be fetched."""

from datetime import datetime

from sqlalchemy import bindparam, update
from sqlmodel import Session, select

from db.models import Host
from db.queries.built_once import run, table_of
from db.queries.hosts import next_turn, turn
from db.store.once import add_once

_HOST = table_of(Host)
_ASKED = update(_HOST).where(_HOST.c.name == bindparam("host")).values(asked_at=bindparam("at"))


def take_turn(session: Session, name: str, delay: float, at: datetime) -> bool:
    """Record a request to a host at the moment `at`; return False, and record nothing, if it is too early.

    Every request with `delay` (seconds) passes here, so that no two requests are closer than that.
    """
    host = turn(session, name, to_take=True)
    if host is None:
        _host(session, name)
        host = turn(session, name, to_take=True)
    if host is None or next_turn(host, delay, at) > at:
        return False
    run(session, _ASKED, host=name, at=at)
    return True


def pause(session: Session, name: str, at: datetime, until: datetime, by: str) -> Host:
    """Record that a host requests a pause until `until`, and return that moment; a longer pause stays."""
    host = _host(session, name)
    if host.paused_until and host.paused_since and host.paused_since <= at and host.paused_until > until:
        return host
    host.paused_since, host.paused_until, host.paused_by = at, until, by
    return host


def rules_had(session: Session, name: str, crawl_delay: float) -> None:
    """Record that a host's robots.txt was fetched, or does not exist, and its delay in seconds."""
    host = _host(session, name)
    host.crawl_delay, host.closed_since, host.closed_by = crawl_delay, None, None


def rules_missed(session: Session, name: str, at: datetime, by: str) -> datetime:
    """Record that a host's robots.txt could not be fetched, and why; return since when this is so."""
    host = _host(session, name)
    host.closed_since, host.closed_by = host.closed_since or at, by
    return host.closed_since


def _host(session: Session, name: str) -> Host:
    """Return the host's row, created if it is new, and locked until the end of the transaction."""
    add_once(session, [Host(name=name)])
    return session.exec(select(Host).where(Host.name == name).with_for_update()).one()
