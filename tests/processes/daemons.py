"""Run daemons with short pauses, on the replica's sites and a mail server, and read their logs."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from config import Config
from db.connect import connect, write
from db.moments import now
from db.store import leases
from tests.processes import brisk
from tests.processes.running import Tracker

PATIENCE = 300.0
BRISK = [sys.executable, "-P", brisk.__file__]
BESIDE = ("health", "check", "discover", "clean-up", "mailbox")
PAST = "2020-01-01 00:00:00.000000+00:00"


def enable(folder: Path, config: Config, wanted: tuple[str, ...]) -> None:
    """Disable all sources except those wanted, in the folder `config` of an installation's folder."""
    overlay = folder / "config" / "sources"
    overlay.mkdir(parents=True, exist_ok=True)
    for source in config.sources.values():
        declared = source.model_copy(update={"enabled": source.id in wanted})
        file = overlay / f"{source.id}.yaml"
        file.write_text(declared.model_dump_json(exclude_defaults=True), encoding="utf-8")


def wait_for(condition: Callable[[], Any], patience: float = PATIENCE) -> None:
    """Wait until something is so; fail if that takes too long."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.2)


@dataclass
class Daemon:
    """A running daemon, and the file that it writes its log into."""

    process: "subprocess.Popen[bytes]"
    log: Path

    def said(self, step: str, outcome: str) -> list[dict[str, Any]]:
        """Return the lines of its log about a step's outcome."""
        lines = [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]
        return [line for line in lines if (line["step"], line["outcome"]) == (step, outcome)]

    def wait_for(self, step: str, outcome: str, times: int = 1) -> None:
        """Wait until it has logged so."""
        try:
            wait_for(lambda: len(self.said(step, outcome)) >= times or self.process.poll() is not None)
            assert len(self.said(step, outcome)) >= times
        except AssertionError as error:
            raise AssertionError(f"no {step} {outcome} (x{times}) in\n{self.log.read_text()}") from error

    def wait_until(self, condition: Callable[[], Any], patience: float = PATIENCE) -> None:
        """Wait until something is so; the log is shown if it is not."""
        try:
            wait_for(condition, patience)
        except AssertionError as error:
            raise AssertionError(f"it takes too long:\n{self.log.read_text()}") from error

    def end(self) -> float:
        """Ask it to stop; return the seconds that this takes."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=90) == 0, self.log.read_text()
        return time.monotonic() - began


@contextmanager
def daemon(tracker: Tracker, *, program: Sequence[str] = BRISK, **environment: str) -> Iterator[Daemon]:
    """Run a daemon while the block runs: with short pauses, or as another program starts it."""
    log = tracker.folder / f"log-{len(list(tracker.folder.glob('log-*')))}"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [*program, "--log", "json"],
            env={"TRACKER_LEASE_SECONDS": "300", **tracker.environment, **environment},
            cwd=tracker.folder,
            stdout=file,
            stderr=file,
        )
    with process:
        try:
            yield Daemon(process, log)
        finally:
            process.kill()


def put_off(database: str, names: Iterable[str] = BESIDE) -> None:
    """Let steps be done, and due in 15 minutes: by default the five besides crawling, reading and sending."""
    engine, at = connect(database), now()
    with write(engine) as connection:
        for name in names:
            assert leases.claim(connection, name, "test", at, timedelta(seconds=1))
            assert leases.finish(connection, name, "test", began=at, at=at, due_at=at + timedelta(minutes=15))
    engine.dispose()


def make_due(tracker: Tracker, name: str, seconds: float | None = None) -> None:
    """Let steps be due, by a pattern of their names: for long, or in so many seconds."""
    at = PAST if seconds is None else str(now() + timedelta(seconds=seconds))
    engine = connect(tracker.environment["TRACKER_DATABASE"])
    with write(engine) as connection:
        connection.execute(text("UPDATE lease SET due_at = :at WHERE name LIKE :name"), {"at": at, "name": name})
    engine.dispose()
