"""Share what the crawls of all processes know of hosts, through the database, with code that must not block."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from db.engine import transact
from db.models import Host, now
from db.queries import hosts as queries
from db.store import hosts as store

T = TypeVar("T")


@dataclass(frozen=True)
class Hosts:
    """The hosts that receive requests. What may wait for others in the database runs in a thread."""

    engine: Engine

    async def turn(self, name: str, delay: float) -> tuple[float, queries.Turn | None]:
        """Take the next turn at a host that requires `delay` seconds between requests: 0 seconds if it is ours now.

        Otherwise return the seconds to wait before asking again, and what is known of the host.
        """
        # SQLite's readers wait for no one, and to pass a query to a thread takes several times as long as the query.
        at_once = self.engine.dialect.name == "sqlite"
        wait, host = self._next(name, delay) if at_once else await asyncio.to_thread(self._next, name, delay)
        # Only read if the turn comes later, so that waiting blocks no one in the database.
        if wait > 0 or not delay:
            return wait, host
        taken = await self._write(lambda session: store.take_turn(session, name, delay, now()))
        return (0.0 if taken else min(delay, 0.1)), host

    async def pause(self, name: str, asked: timedelta, by: str) -> Host:
        """Record that a host requests a pause of this length, at most a day, by the response `by`; return the host."""
        at = now()
        until = at + min(asked, queries.LONGEST_PAUSE)
        return await self._write(lambda session: store.pause(session, name, at, until, by))

    async def rules_had(self, name: str, crawl_delay: float) -> None:
        """Record that a host's robots.txt was fetched, or does not exist, and its delay."""
        await self._write(lambda session: store.rules_had(session, name, crawl_delay))

    async def rules_missed(self, name: str, by: str) -> datetime:
        """Record that a host's robots.txt could not be fetched, and return since when this is so."""
        at = now()
        return await self._write(lambda session: store.rules_missed(session, name, at, by))

    def _next(self, name: str, delay: float) -> tuple[float, queries.Turn | None]:
        """Return the seconds until a host's next turn, and what is known of it."""
        with self.engine.connect() as connection:
            host, at = queries.turn(connection, name), now()
        return (queries.next_turn(host, delay, at) - at).total_seconds() if host else 0.0, host

    async def _write(self, work: Callable[[Session], T]) -> T:
        return await asyncio.to_thread(transact, self.engine, work)


def paused_text(host: Host | queries.Turn) -> str:
    """Say until when a host is paused, a day at most, and by which response, in one line."""
    until = f"{host.paused_until:%Y-%m-%d %H:%M} UTC" if host.paused_until else "further notice"
    return (
        f"{host.name} is paused until {until}, as it requested ({host.paused_by}); the first crawl after that continues"
    )


def missed_text(host: str, missed: str, since: datetime | None = None) -> str:
    """Say what went wrong with a host's robots.txt, and what to do, in one line."""
    then = f" since {since:%Y-%m-%d %H:%M} UTC" if since else ""
    return (
        f"robots.txt of {host} could not be fetched{then} ({missed}), which forbids everything; the next crawl "
        "tries again, "
        "manners.robots: false ignores it"
    )
