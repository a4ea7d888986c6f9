"""Measure alerts: how long one announcement takes among many alerts, and how many mails are sent in a second.

`python -m bench.alerts` prints figures and ratios, and exits with 1 if a bar is missed. It fills databases of its own;
`--database URL` names an empty one on another engine, which is empty again afterwards and has no bars of speed.
"""
# ruff: noqa: N802, ARG002 (the server calls its hooks by these names, with these arguments)

import argparse
import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Conversation
from sqlalchemy import Engine, func, insert, select
from sqlmodel import Session, SQLModel, col

from config import Config, Settings, load
from db.engine import open_database, reading, writing
from db.models import Alert, AlertInitiative, Lease, Recipient
from db.models.recipients import new_token
from tests.factories.announcements import NOON, announce
from tests.servers.mailserver import free_port
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.subscribe import subscribe

ALERTS = 10_000
MATCHES = 100
MAILS = 10_000
# The bars of the issue, and "growing with the matches and not with the alerts" in figures.
MOST_MILLISECONDS = 50.0
LEAST_A_SECOND = 300.0
MOST_FOR_TEN_TIMES_THE_MATCHES = 15.0
MOST_FOR_A_HUNDRED_TIMES_THE_ALERTS = 2.0
MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.MULTILINE | re.IGNORECASE)


@dataclass
class Report:
    """Record what was measured, and which bars were missed. Those of speed are set for SQLite (`fast`)."""

    fast: bool = True
    missed: list[str] = field(default_factory=list)

    def say(self, what: str, figure: str, bar: str = "", *, met: bool = True, speed: bool = True) -> None:
        """Print one figure, with its bar if it has one that counts here."""
        counts = bool(bar) and (self.fast or not speed)
        verdict = f"{'met' if met else 'MISSED'}: {bar}" if counts else ""
        print(f"{what:<58} {figure:>16}  {verdict}".rstrip(), flush=True)
        if counts and not met:
            self.missed.append(what)


@contextmanager
def database(url: str | None) -> Iterator[Engine]:
    """Open an empty database: a new SQLite file, or the one at `url`, emptied afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(url or f"sqlite:///{Path(folder) / 'bench.db'}")
        with reading(engine) as session:
            if session.connection().execute(select(func.count()).select_from(Alert)).scalar_one():
                sys.exit(f"{engine.url.render_as_string()} holds alerts; name an empty database")
        try:
            yield engine
        finally:
            with writing(engine) as session:
                for table in reversed(SQLModel.metadata.sorted_tables):
                    session.connection().execute(table.delete())
            engine.dispose()


def fill(engine: Engine, config: Config, alerts: int, matches: int) -> None:
    """Write `alerts` alerts: `matches` of them ask for AI Plus or for everything, the rest for something else.

    One alert of each kind is made as users make them, and the others are its copies.
    """
    others = [id_ for id_ in config.initiatives if not id_.startswith("ai-")]
    following = [Rule(initiatives=("ai-plus",), act_at_least="pledged"), Rule(act_at_least="pledged")]
    silent = [Rule(initiatives=(id_,), act_at_least="pledged") for id_ in others]
    for rules, count in ((following, matches), (silent, alerts - matches)):
        for number, rule in enumerate(rules):
            share = len(range(number, count, len(rules)))
            if share:
                _copy(engine, rule, share)


def _copy(engine: Engine, rule: Rule, count: int) -> None:
    """Make an alert, and then copies until there are `count`."""
    with writing(engine) as session:
        first = Alert(name="bench", recipient=f"{new_token()}@example.org")
        made = subscribe(session, first, rule, confirmed=True)
        recipient = session.get_one(Recipient, made.recipient_id).model_dump(exclude={"id"})
        its = select(AlertInitiative).where(col(AlertInitiative.alert_id) == made.id)
        keys = [dict(key._mapping) for key in session.connection().execute(its)]
        tokens = [new_token() for _ in range(1, count)]
        people = [
            recipient | {"address": f"{token}@example.org", "bounce_token": token, "confirm_token": token}
            for token in tokens
        ]
        numbers = _insert(session, Recipient, people)
        alert = made.model_dump(exclude={"id"})
        copies = [
            alert | {"recipient": f"{token}@example.org", "recipient_id": number, "token": token}
            for token, number in zip(tokens, numbers, strict=True)
        ]
        rows = [key | {"alert_id": number} for number in _insert(session, Alert, copies) for key in keys]
        if rows:
            session.connection().execute(insert(AlertInitiative), rows)


def _insert(session: Session, table: type[Recipient] | type[Alert], rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows; return their numbers in their order."""
    if not rows:
        return []
    inserted = insert(table).returning(col(table.id), sort_by_parameter_order=True)
    return [number or 0 for number in session.connection().execute(inserted, rows).scalars()]


def enqueue_milliseconds(engine: Engine, config: Config, rounds: int) -> float:
    """Return the median time to write an announcement with all its deliveries, from the lock to the commit."""
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        announce(engine, config)
        took.append(1000 * (time.perf_counter() - start))
    return median(took)


def commit_milliseconds(engine: Engine, rounds: int = 200) -> float:
    """Measure how long the smallest write transaction takes, commit included."""
    took = []
    for number in range(rounds):
        start = time.perf_counter()
        with writing(engine) as session:
            session.merge(Lease(name="bench", holder=str(number)))
        took.append(1000 * (time.perf_counter() - start))
    return median(took)


def fsync_milliseconds(rounds: int = 50) -> float:
    """Measure how long the disk under the temporary folder takes to store 4 kB durably."""
    took = []
    with tempfile.TemporaryFile() as file:
        for _ in range(rounds):
            file.write(bytes(4096))
            file.flush()
            start = time.perf_counter()
            os.fsync(file.fileno())
            took.append(1000 * (time.perf_counter() - start))
    return median(took)


class _Sink:
    """Accept every mail, and count connections, mails and different Message-IDs."""

    def __init__(self) -> None:
        self.connections = self.mails = 0
        self.names: set[bytes] = set()

    async def handle_EHLO(
        self, server: SMTP, session: Conversation, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_DATA(self, server: SMTP, session: Conversation, envelope: Envelope) -> str:
        self.mails += 1
        if found := MESSAGE_ID.search(envelope.original_content or b""):
            self.names.add(found[1])
        return "250 kept"


def _serve(port: int, told: Connection) -> None:
    sink = _Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=port, loop=asyncio.new_event_loop())
    controller.start()
    told.send("ready")
    told.recv()
    told.send((sink.connections, sink.mails, len(sink.names), time.process_time()))


def measure_mails(report: Report, engine: Engine, config: Config, mails: int) -> None:
    """Send `mails` mails to a server in another process; report how many were sent in a second, and what arrived."""
    here, there = Pipe()
    port = free_port()
    server = Process(target=_serve, args=(port, there), daemon=True)
    server.start()
    here.recv()
    settings = Settings(smtp_host="127.0.0.1", smtp_port=port, immediate_most=mails, brake_most=0)
    began, worked = time.perf_counter(), time.process_time()
    outcomes = send(engine, config, settings, lambda: NOON)
    took, worked = time.perf_counter() - began, time.process_time() - worked
    here.send("report")
    connections, arrived, names, theirs = here.recv()
    server.join(10)
    speed = outcomes["sent"] / took
    report.say(f"{mails} mails to a local server", f"{speed:.0f} a second", ">= 300", met=speed >= LEAST_A_SECOND)
    report.say("  our own work, on one processor", f"{1000 * worked / mails:.2f} ms a mail")
    report.say("  the server's work, on the other", f"{1000 * theirs / mails:.2f} ms a mail")
    met = connections <= settings.smtp_connections
    report.say("  connections", str(connections), "<= smtp_connections", met=met, speed=False)
    met = arrived == names == outcomes["sent"] == mails
    report.say(
        "  arrived, with different Message-IDs", f"{arrived}, {names}", f"{mails} each, once", met=met, speed=False
    )


def measure_enqueueing(report: Report, config: Config, url: str | None) -> None:
    """Report how long one announcement takes: with more matches, and with more alerts."""
    figures: dict[tuple[int, int], float] = {}
    grid = [(ALERTS, 10), (ALERTS, 100), (ALERTS, 1000), (1000, MATCHES), (100_000, MATCHES)]
    for alerts, matches in grid:
        with database(url) as engine:
            fill(engine, config, alerts, matches)
            announce(engine, config)
            took = figures[alerts, matches] = enqueue_milliseconds(engine, config, 5 if matches == 1000 else 20)
        met = took < MOST_MILLISECONDS or alerts != ALERTS or matches > MATCHES
        bar = "< 50 ms" if alerts == ALERTS and matches <= MATCHES else ""
        report.say(f"{alerts} alerts, {matches} match: matched and enqueued", f"{took:.1f} ms", bar, met=met)
    more = figures[ALERTS, 1000] / figures[ALERTS, 100]
    met = more <= MOST_FOR_TEN_TIMES_THE_MATCHES
    report.say("ten times the matches", f"{more:.1f} times", "<= 15", met=met)
    wider = figures[100_000, MATCHES] / figures[1000, MATCHES]
    met = wider <= MOST_FOR_A_HUNDRED_TIMES_THE_ALERTS
    report.say("a hundred times the alerts", f"{wider:.2f} times", "<= 2", met=met)


def main(arguments: Iterable[str] | None = None) -> None:
    """Fill databases and measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mails", type=int, default=MAILS, help="how many mails to send (10000)")
    options.add_argument("--database", help="URL of an empty database, in place of SQLite files")
    options.add_argument("--only", choices=("enqueueing", "mails"), help="measure only this")
    chosen = options.parse_args(list(arguments) if arguments is not None else None)
    config, report = load(), Report(fast=chosen.database is None)
    report.say("fsync of 4 kB on this disk", f"{fsync_milliseconds():.2f} ms")
    with database(chosen.database) as engine:
        report.say(f"smallest transaction, {engine.dialect.name}", f"{commit_milliseconds(engine):.2f} ms")
    if chosen.only != "mails":
        measure_enqueueing(report, config, chosen.database)
    if chosen.only != "enqueueing":
        with database(chosen.database) as engine:
            fill(engine, config, chosen.mails, chosen.mails)
            announce(engine, config)
            measure_mails(report, engine, config, chosen.mails)
    if report.missed:
        sys.exit(f"missed: {'; '.join(report.missed)}")


if __name__ == "__main__":
    main()
