"""Kill commands that upgrade full databases of earlier revisions, during the upgrade, and count the rows."""

import random
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from db.connect import connect, write
from db.migrations.upgrade import POSTGRESQL_LOCK, newest, revisions, upgrade
from tests.factories.filling import Rows, faults, fill, lost, revision, rows
from tests.processes.running import TRACKER, Tracker

# Upgrading begins with the lock and takes some tenths of a second; a kill comes at any moment of them.
LASTS = 0.4
PATIENCE = 120
COMMAND = ("daemon", "--status", "--prepare")


@dataclass
class Upgrades:
    """Upgrades of databases whose addresses `make` returns; `problems` says what was lost."""

    folder: Path
    make: Callable[[str], str]
    chance: random.Random
    killed: int = 0
    problems: list[str] = field(default_factory=list)

    def suffer(self, kills: int) -> None:
        """Upgrade from one revision after the other, each upgrade killed and repeated, until so many are killed."""
        since = self.chance.sample(revisions()[:-1], len(revisions()) - 1)
        for number in range(kills):
            self._suffer(since[number % len(since)], self.make(f"upgraded-{number}"))

    def _suffer(self, since: str, url: str) -> None:
        engine = connect(url, busy=0)
        upgrade(engine, since)
        fill(engine)
        before = rows(engine)
        tracker = Tracker(self.folder, database=url)
        if self._kill(tracker, engine):
            self.killed += 1
            self._compare("killed", since, before, engine)
        tracker.run(*COMMAND, code=None)
        self._compare("killed and repeated", since, before, engine)
        if (found := revision(engine)) != newest():
            self.problems.append(f"not upgraded: from {since}, at {found} after the repetition")
        engine.dispose()

    def _kill(self, tracker: Tracker, engine: Engine) -> bool:
        """Kill a command with -9 while it upgrades; return False if it was too fast each time."""
        process = subprocess.Popen(
            [*TRACKER, *COMMAND],
            env=tracker.environment,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + PATIENCE
        while process.poll() is None and not _upgrades_now(engine) and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(self.chance.uniform(0, LASTS))
        process.kill()
        return process.wait() < 0

    def _compare(self, what: str, since: str, before: Rows, engine: Engine) -> None:
        when = f"upgrade from {since}, {what}"
        self.problems += [f"damaged: {when}: {fault}" for fault in faults(engine)]
        self.problems += [f"lost: {when}: {row}" for row in lost(before, rows(engine), since, revision(engine))]


def _upgrades_now(engine: Engine) -> bool:
    """Decide whether a process holds the lock for upgrades."""
    if engine.dialect.name == "postgresql":
        held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = :lock")
        with engine.connect() as connection:
            return bool(connection.execute(held, {"lock": POSTGRESQL_LOCK}).scalar())
    try:
        with write(engine):
            return False
    except OperationalError:
        return True
