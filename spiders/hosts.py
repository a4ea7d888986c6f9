"""What the crawls of all processes know of the hosts that they ask, in the database, for code that must not wait."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from db.engine import reading, transact
from db.models import Host, now
from db.queries import hosts as queries
from db.store import hosts as store

T = TypeVar("T")


@dataclass(frozen=True)
class Hosts:
    """The hosts that we ask. Each question goes to the database in a thread of its own and takes milliseconds."""

    engine: Engine

    async def turn(self, name: str, delay: float) -> tuple[float, Host | None]:
        """Take the next turn at a host that wants `delay` seconds between requests: 0 seconds where it is ours now.

        Otherwise the seconds after which to come again, and what is known of the host.
        """
        return await asyncio.to_thread(self._turn, name, delay)

    async def pause(self, name: str, asked: timedelta, by: str) -> Host:
        """Note that a host wants to be left alone for so long, at most a day, by the answer `by`; give the host."""
        at = now()
        until = at + min(asked, queries.LONGEST_PAUSE)
        return await self._write(lambda session: store.pause(session, name, at, until, by))

    async def rules_had(self, name: str, crawl_delay: float) -> None:
        """Note that a host's robots.txt was had, or that there is none, and the delay that it asks for."""
        await self._write(lambda session: store.rules_had(session, name, crawl_delay))

    async def rules_missed(self, name: str, by: str) -> datetime:
        """Note that a host's robots.txt could not be had, and give since when that is so."""
        at = now()
        return await self._write(lambda session: store.rules_missed(session, name, at, by))

    def _turn(self, name: str, delay: float) -> tuple[float, Host | None]:
        # Whoever has to wait asks only, so that nobody waits for the database because of it.
        with reading(self.engine) as session:
            host, at = queries.host(session, name), now()
        wait = (queries.next_turn(host, delay, at) - at).total_seconds() if host else 0.0
        if wait > 0 or not delay:
            return wait, host
        taken = transact(self.engine, lambda session: store.take_turn(session, name, delay, now()))
        return (0.0 if taken else min(delay, 0.1)), host

    async def _write(self, work: Callable[[Session], T]) -> T:
        return await asyncio.to_thread(transact, self.engine, work)


def paused_text(host: Host) -> str:
    """Until when we leave a host alone, a day at most, and the answer that asked for it, in one line."""
    until = f"{host.paused_until:%Y-%m-%d %H:%M} UTC" if host.paused_until else "further notice"
    return (
        f"{host.name} is left alone until {until}, as it asked ({host.paused_by}); the first crawl after that goes on"
    )


def missed_text(host: str, missed: str, since: datetime | None = None) -> str:
    """What went wrong with a host's robots.txt, and what to do, in one line."""
    then = f" since {since:%Y-%m-%d %H:%M} UTC" if since else ""
    return (
        f"robots.txt of {host} could not be had{then} ({missed}), which forbids all; the next crawl tries again, "
        "manners.robots: false does without"
    )
