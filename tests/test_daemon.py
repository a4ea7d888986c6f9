"""Tests the daemon with real processes, a replica of five sites, a real mail server, and kill -9."""

import json
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.engine import open_database, reading, writing
from db.models import Announcement, Crawl, Delivery, Lease, now
from db.store import leases
from tests.announcements import add_alert, announce
from tests.mailserver import MailServer, mail_server
from tests.running import Tracker
from tracker.demo.server import serve

Start = Callable[..., "subprocess.Popen[str]"]

FIVE = ("miit", "ndrc", "gov-cn", "english-gov-cn", "global-times")
RECIPIENTS = ("one@example.org", "two@example.org")
PATIENCE = 300


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with mail_server() as running:
        yield running


@pytest.fixture
def tracker(tmp_path: Path, config: Config, server: MailServer) -> Iterator[Tracker]:
    """An installation on the replica's five sites, whose dead are forgotten after two seconds."""
    enable(tmp_path, config, FIVE)
    with serve(stage=2) as replica:
        yield Tracker(
            tmp_path,
            {
                "TRACKER_CONFIG": str(tmp_path / "config"),
                "TRACKER_REPLICA": replica.url,
                "TRACKER_SMTP_HOST": "127.0.0.1",
                "TRACKER_SMTP_PORT": str(server.port),
                "TRACKER_FIRST_CRAWL_MINUTES": "0",
                "TRACKER_LEASE_SECONDS": "2",
            },
        )


def enable(folder: Path, config: Config, wanted: tuple[str, ...]) -> None:
    """Disable all sources but those wanted, in the folder `config` of an installation's folder."""
    overlay = folder / "config" / "sources"
    overlay.mkdir(parents=True, exist_ok=True)
    for source in config.sources.values():
        declared = source.model_copy(update={"enabled": source.id in wanted})
        file = overlay / f"{source.id}.yaml"
        file.write_text(declared.model_dump_json(exclude_defaults=True), encoding="utf-8")


@pytest.fixture
def start(tracker: Tracker) -> Iterator[Start]:
    """Starts commands that end with the test at the latest."""
    started = []

    def run(*arguments: str) -> "subprocess.Popen[str]":
        started.append(tracker.start(*arguments))
        return started[-1]

    yield run
    for process in started:
        with process:
            process.kill()


@pytest.fixture
def database(tracker: Tracker) -> Engine:
    """The installation's database, with an alert for each recipient."""
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    for recipient in RECIPIENTS:
        add_alert(engine, recipient=recipient)
    return engine


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.2)


def settled(engine: Engine) -> bool:
    """Whether five crawls went well, were read, and no mail waits."""
    with reading(engine) as session:
        crawled = set(session.exec(select(Crawl.source).where(Crawl.verdict == "ok")))
        open_ = session.exec(select(Delivery).where(col(Delivery.state).in_(("pending", "sending")))).first()
        read = session.get(Lease, "read")
        ended = session.exec(select(Crawl.ended_at).order_by(col(Crawl.ended_at).desc())).first()
    if len(crawled) < len(FIVE) or open_ or not (read and read.done_at and read.due_at and ended):
        return False
    # A crawl that ends while pages are read lets reading be due again.
    return not read.holder and read.due_at > read.done_at > ended


def end(daemon: "subprocess.Popen[str]") -> str:
    daemon.send_signal(signal.SIGTERM)
    said, _ = daemon.communicate(timeout=30)
    assert daemon.returncode == 0, said
    return said


def assert_all_told_once(engine: Engine, server: MailServer) -> None:
    with reading(engine) as session:
        acts = dict(session.exec(select(Announcement.id, Announcement.act)).all())
    told = Counter(server.told())
    assert set(told.values()) == {1}
    missing = {(to, f"{id_} {act}") for to in RECIPIENTS for id_, act in acts.items()} - set(told)
    assert not missing
    assert len(acts) > 40


def test_two_daemons_do_nothing_twice(start: Start, database: Engine, server: MailServer) -> None:
    daemons = [start("daemon", "--log", "json") for _ in range(2)]
    wait_for(lambda: settled(database))
    steps = [json.loads(line) for daemon in daemons for line in end(daemon).splitlines()]
    assert_all_told_once(database, server)
    done = Counter(step["step"] for step in steps)
    assert {name: count for name, count in done.items() if name.startswith("crawl:")} == dict.fromkeys(
        (f"crawl:{id_}" for id_ in FIVE), 1
    )
    assert {step["outcome"] for step in steps} == {"started", "ok", "stopped"}


def test_a_killed_daemon_leaves_nothing_out_and_nothing_twice(
    start: Start, database: Engine, server: MailServer
) -> None:
    chance = random.Random()
    other = start("daemon")
    for _ in range(2):
        daemon = start("daemon")
        time.sleep(chance.uniform(2, 12))
        daemon.kill()
        daemon.wait()
    wait_for(lambda: settled(database))
    end(other)
    assert_all_told_once(database, server)


def test_killed_senders_leave_nothing_out(
    tracker: Tracker, start: Start, database: Engine, config: Config, server: MailServer
) -> None:
    for _ in range(60):
        announce(database, config, at=now() - timedelta(minutes=1))
    tracker.extra["TRACKER_IMMEDIATE_MOST"] = "1000"
    chance = random.Random(1)
    for _ in range(5):
        senders = [start("alerts", "send") for _ in range(2)]
        for sender in senders:
            time.sleep(chance.uniform(0.5, 1.5))
            sender.kill()
            sender.wait()
    time.sleep(2)
    tracker.run("alerts", "send")
    told = Counter(server.told())
    assert len(told) == 60 * len(RECIPIENTS)
    messages = Counter(str(mail["Message-ID"]) for mail in server.mails)
    assert len(messages) == len(told), "what came twice, came as the same message"


def test_a_stopped_daemon_ends_its_children(start: Start, database: Engine) -> None:
    daemon = start("daemon")
    wait_for(lambda: _holders(database) > 0)
    said = end(daemon)
    assert _holders(database) == 0
    assert "daemon stopped" in said


def _holders(engine: Engine) -> int:
    with reading(engine) as session:
        return len(session.exec(select(Lease).where(Lease.holder != "")).all())


def test_once_does_what_is_due_and_ends(tracker: Tracker, config: Config, server: MailServer) -> None:
    enable(tracker.folder, config, ("global-times",))
    tracker.run("alerts", "add", "one@example.org")
    said = tracker.run("daemon", "--once").stdout
    assert [line.split()[2:4] for line in said.splitlines()] == [
        ["crawl:global-times", "ok"],
        ["read", "ok"],
        ["health", "ok"],
        ["send", "ok"],
    ]
    assert server.mails
    assert tracker.run("daemon", "--once").stdout == ""


def test_a_lease_is_one_holders_until_it_runs_out(engine: Engine) -> None:
    at = now()
    soon, later = at + timedelta(seconds=10), at + timedelta(hours=1)
    with writing(engine) as session:
        assert leases.claim(session, "read", "one", at, soon)
        assert not leases.claim(session, "read", "two", at, soon)
        assert leases.renew(session, "read", "one", soon)
        assert leases.claim(session, "read", "two", soon, later), "its holder is dead"
        assert not leases.finish(session, "read", "one", began=at, at=soon, due_at=later, well=True)
        assert leases.finish(session, "read", "two", began=soon, at=soon, due_at=later, well=True)
        assert not leases.claim(session, "read", "one", soon, later), "it is not due"
        leases.hasten(session, "read", soon)
        assert leases.claim(session, "read", "one", soon, later)
        meanwhile, then = soon + timedelta(seconds=1), soon + timedelta(seconds=2)
        leases.hasten(session, "read", meanwhile)
        assert leases.finish(session, "read", "one", began=soon, at=then, due_at=later, well=False)
        assert leases.claim(session, "read", "one", then, later), "hastened meanwhile"
        assert session.get_one(Lease, "read").done_at == soon, "what failed is not done"
