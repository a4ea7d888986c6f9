"""Writes what hosts ask of us: turns to ask them, pauses, delays, and robots.txt files that could not be had."""

from datetime import datetime

from sqlmodel import Session, select

from db.models import Host
from db.queries.hosts import next_turn
from db.store.once import add_once


def take_turn(session: Session, name: str, delay: float, at: datetime) -> bool:
    """Note a request to a host at the moment `at`; False, and nothing noted, where it is too early for one.

    Whoever asks the host with `delay` (seconds) comes by here, so that two of them are never closer than that.
    """
    host = _host(session, name)
    if next_turn(host, delay, at) > at:
        return False
    host.asked_at = at
    return True


def pause(session: Session, name: str, at: datetime, until: datetime, by: str) -> Host:
    """Note that a host wants no request until `until`, and give it; a longer pause that it asked for stays."""
    host = _host(session, name)
    if host.paused_until and host.paused_since and host.paused_since <= at and host.paused_until > until:
        return host
    host.paused_since, host.paused_until, host.paused_by = at, until, by
    return host


def rules_had(session: Session, name: str, crawl_delay: float) -> None:
    """Note that a host's robots.txt was had, or that it has none, and the delay (seconds) that it asks for."""
    host = _host(session, name)
    host.crawl_delay, host.closed_since, host.closed_by = crawl_delay, None, None


def rules_missed(session: Session, name: str, at: datetime, by: str) -> datetime:
    """Note that a host's robots.txt could not be had, and why; give since when that is so."""
    host = _host(session, name)
    host.closed_since, host.closed_by = host.closed_since or at, by
    return host.closed_since


def _host(session: Session, name: str) -> Host:
    """The host's row, written if it is new, and ours until the end of the transaction."""
    add_once(session, [Host(name=name)])
    return session.exec(select(Host).where(Host.name == name).with_for_update()).one()
