"""Tests the daemon with real processes, replicas of sites, a real mail server, and kill -9."""

import json
import random
import re
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from db.connect import write
from db.engine import reading
from db.models import Announcement, Crawl, Delivery, Lease, now
from db.store import leases
from tests.factories.announcements import add_alert, announce
from tests.processes.daemons import BRISK, enable, make_due, put_off, wait_for
from tests.processes.running import TRACKER, Tracker
from tests.servers.mailserver import MailServer
from tests.sizes import POSTGRESQL_BY_NIGHT, SQLITE_BY_NIGHT, size
from tracker.demo.server import serve

Start = Callable[..., "subprocess.Popen[str]"]

# Daemons wait more than they work: started first, they leave the machine to the others.
pytestmark = pytest.mark.slow(30)

SITES = ("global-times", "english-gov-cn", "ndrc", "gov-cn", "miit")[: size(5, 2)]
# Seconds: long enough to be renewed in time when four tests share two cores and each commit waits for the disk.
LEASE = 8
RECIPIENTS = ("one@example.org", "two@example.org")


@pytest.fixture
def tracker(tmp_path: Path, config: Config, server: MailServer, database_url: str) -> Iterator[Tracker]:
    """An installation on the replica's sites, whose dead processes are forgotten after a few seconds."""
    enable(tmp_path, config, SITES)
    with serve(stage=2) as replica:
        yield Tracker(
            tmp_path,
            {
                "TRACKER_CONFIG": str(tmp_path / "config"),
                "TRACKER_REPLICA": replica.url,
                "TRACKER_SMTP_HOST": "127.0.0.1",
                "TRACKER_SMTP_PORT": str(server.port),
                "TRACKER_FIRST_CRAWL_MINUTES": "0",
                "TRACKER_ROUND_MINUTES": "0",
                "TRACKER_LEASE_SECONDS": str(LEASE),
            },
            database_url,
        )


@pytest.fixture
def start(tracker: Tracker) -> Iterator[Start]:
    """Start commands that end with the test at the latest."""
    started = []

    def run(*arguments: str, program: Sequence[str] = TRACKER) -> "subprocess.Popen[str]":
        started.append(tracker.start(*arguments, program=program))
        return started[-1]

    yield run
    for process in started:
        with process:
            process.kill()


@pytest.fixture
def database(engine: Engine) -> Engine:
    """The installation's database, with an alert for each recipient."""
    for recipient in RECIPIENTS:
        add_alert(engine, recipient=recipient)
    return engine


def settled(engine: Engine) -> bool:
    """Decide whether all crawls succeeded, were read, and no mail waits."""
    with reading(engine) as session:
        crawled = set(session.exec(select(Crawl.source).where(Crawl.verdict == "ok")))
        open_ = session.exec(select(Delivery).where(col(Delivery.state).in_(("pending", "sending")))).first()
        read = session.get(Lease, "read")
        ended = session.exec(select(Crawl.ended_at).order_by(col(Crawl.ended_at).desc())).first()
    if len(crawled) < len(SITES) or open_ or not (read and read.done_at and read.due_at and ended):
        return False
    # A crawl that ends while pages are read makes reading due again.
    return not read.holder and read.due_at > read.done_at > ended


def settle_after_kills(tracker: Tracker, engine: Engine) -> None:
    """Wait until all is settled; the hour after which an orphan's pages are read does not have to pass."""
    for _ in range(10):
        with suppress(AssertionError):
            wait_for(lambda: settled(engine), 30)
            return
        make_due(tracker, "read")
    raise AssertionError("it does not settle")


def end(daemon: "subprocess.Popen[str]") -> str:
    daemon.send_signal(signal.SIGTERM)
    said, _ = daemon.communicate(timeout=120)
    assert daemon.returncode == 0, said
    return said


def assert_all_told_once(engine: Engine, server: MailServer) -> None:
    with reading(engine) as session:
        # What merged into another announcement is reported as that one.
        standing = select(Announcement.id, Announcement.act).where(col(Announcement.withdrawn).is_(False))
        acts = dict(session.exec(standing).all())
    told = Counter(server.told())
    assert set(told.values()) == {1}
    missing = {(to, f"{id_} {act}") for to in RECIPIENTS for id_, act in acts.items()} - set(told)
    assert not missing
    assert len(acts) > size(40, 12)


@SQLITE_BY_NIGHT
def test_two_daemons_do_nothing_twice(tracker: Tracker, start: Start, database: Engine, server: MailServer) -> None:
    # No process dies, so that no claim has to expire.
    tracker.extra["TRACKER_LEASE_SECONDS"] = "60"
    if size(full=0, everyday=1):
        put_off(tracker.database)
    daemons = [start("--log", "json", program=BRISK) for _ in range(2)]
    wait_for(lambda: settled(database))
    said = "".join(end(daemon) for daemon in daemons)
    assert all(line.startswith("{") for line in said.splitlines()), said
    steps = [json.loads(line) for line in said.splitlines()]
    assert_all_told_once(database, server)
    done = Counter(step["step"] for step in steps)
    assert {name: count for name, count in done.items() if name.startswith("crawl:")} == dict.fromkeys(
        (f"crawl:{id_}" for id_ in SITES), 1
    )
    assert {step["outcome"] for step in steps} == {"started", "ok", "stopped"}


@POSTGRESQL_BY_NIGHT
def test_a_killed_daemon_leaves_nothing_out_and_nothing_twice(
    tracker: Tracker, start: Start, database: Engine, server: MailServer
) -> None:
    put_off(tracker.database)
    chance = random.Random()
    other = start(program=BRISK)
    for _ in range(2):
        daemon = start(program=BRISK)
        time.sleep(chance.uniform(2, 12))
        daemon.kill()
        daemon.wait()
    settle_after_kills(tracker, database)
    end(other)
    assert_all_told_once(database, server)


@SQLITE_BY_NIGHT
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
    time.sleep(LEASE)
    tracker.run("alerts", "send")
    told = Counter(server.told())
    assert len(told) == 60 * len(RECIPIENTS)
    messages = Counter(str(mail["Message-ID"]) for mail in server.mails)
    assert len(messages) == len(told), "what came twice, came as the same message"


def test_a_stopped_sender_brings_the_mail_in_hand_to_its_end(
    start: Start, database: Engine, config: Config, server: MailServer
) -> None:
    for _ in range(20):
        announce(database, config, at=now() - timedelta(minutes=1))
    for recipient in RECIPIENTS:
        server.at_data[recipient] = ["250 slowly"] * 20
    sender = start("alerts", "send")
    wait_for(lambda: server.slow > 0)
    sender.terminate()
    said, _ = sender.communicate(timeout=120)
    assert sender.returncode == 0, said
    with reading(database) as session:
        states = Counter(session.exec(select(Delivery.state)))
    assert states["sent"] == len(server.told()) < 20
    assert states["sending"] == 0


def test_a_stopped_daemon_ends_its_children(start: Start, database: Engine) -> None:
    daemon = start("daemon")
    wait_for(lambda: _holders(database) > 0)
    said = end(daemon)
    assert _holders(database) == 0
    assert "daemon stopped" in said


def _holders(engine: Engine) -> int:
    with reading(engine) as session:
        return len(session.exec(select(Lease).where(Lease.holder != "")).all())


@POSTGRESQL_BY_NIGHT
def test_once_does_what_is_due_and_ends(tracker: Tracker, config: Config, server: MailServer) -> None:
    enable(tracker.folder, config, ("global-times",))
    tracker.run("alerts", "add", "one@example.org", "--confirmed")
    said = tracker.run("daemon", "--once").stdout
    assert [line.split()[2:4] for line in said.splitlines()] == [
        ["crawl:global-times", "ok"],
        ["read", "ok"],
        ["health", "ok"],
        ["check", "ok"],
        ["discover", "ok"],
        ["clean-up", "ok"],
        ["mailbox", "ok"],
        ["send", "ok"],
    ]
    in_words = {line.split()[2]: line.partition(" said=")[2] for line in said.splitlines()}
    assert in_words["health"] == "nothing is wrong with 1 source"
    assert re.fullmatch(r"no new names|\d+ new names? found", in_words["discover"])
    assert server.mails
    assert tracker.run("daemon", "--once").stdout == ""


def test_a_lease_is_one_holders_until_it_runs_out(engine: Engine) -> None:
    at = now()
    lasts, later = timedelta(seconds=10), at + timedelta(hours=1)
    soon = at + lasts
    with write(engine) as connection:
        assert leases.claim(connection, "read", "one", at, lasts)
        assert not leases.claim(connection, "read", "two", at, lasts)
        assert leases.renew(connection, "read", "one", soon)
        assert leases.claim(connection, "read", "two", soon, lasts), "its holder is dead"
        assert not leases.finish(connection, "read", "one", began=at, at=soon, due_at=later)
        assert leases.finish(connection, "read", "two", began=soon, at=soon, due_at=later)
        assert not leases.claim(connection, "read", "one", soon, lasts), "it is not due"
        leases.hasten(connection, "read", soon)
        assert leases.claim(connection, "read", "one", soon, lasts)
        meanwhile, then = soon + timedelta(seconds=1), soon + timedelta(seconds=2)
        leases.hasten(connection, "read", meanwhile)
        assert leases.finish(connection, "read", "one", began=soon, at=then, due_at=later, trouble="full")
        assert leases.claim(connection, "read", "one", then, lasts), "hastened meanwhile"
    with reading(engine) as session:
        lease = session.get_one(Lease, "read")
        assert lease.done_at == soon, "what failed is not done"
        assert lease.trouble == "full"
