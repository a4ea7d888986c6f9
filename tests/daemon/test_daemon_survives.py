"""Tests what a daemon survives: a database that is locked or away, a full disk, a clock that jumps.

Real processes, real locks, a real PostgreSQL that dies, a real disk without room.
"""

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import col, select

from config import Config
from db.connect import connect, write
from db.engine import open_database, reading
from db.models import Announcement, Crawl
from tests.lacking import cannot_run
from tests.processes.brisk import LOOKS
from tests.processes.daemons import daemon, enable, make_due, put_off, wait_for
from tests.processes.running import Tracker
from tests.servers import postgresql
from tests.servers.mailserver import MailServer
from tests.servers.postgresql import Mortal
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.demo.replica import Replica
from tracker.demo.server import serve

# Daemons wait more than they work: started first, they leave the machine to the others.
pytestmark = pytest.mark.slow(40)

SOURCE = "global-times"
CRAWL = f"crawl:{SOURCE}"
# Seconds; the shorter, the sooner a claim that could not be released expires, and the more a busy machine loses.
LEASE = 8


@pytest.fixture
def replica() -> Iterator[Replica]:
    """The sites, before they publish more."""
    with serve(stage=1) as running:
        yield running


def install(folder: Path, config: Config, replica: Replica, server: MailServer, database: str) -> Tracker:
    """Return an installation that follows one source, and has one reader."""
    enable(folder, config, (SOURCE,))
    tracker = Tracker(
        folder,
        {
            "TRACKER_CONFIG": str(folder / "config"),
            "TRACKER_REPLICA": replica.url,
            "TRACKER_SMTP_HOST": "127.0.0.1",
            "TRACKER_SMTP_PORT": str(server.port),
            "TRACKER_FIRST_CRAWL_MINUTES": "0",
            "TRACKER_ROUND_MINUTES": "0",
            "TRACKER_LEASE_SECONDS": str(LEASE),
        },
        database,
    )
    tracker.run("alerts", "add", "one@example.org", "--confirmed")
    put_off(database)
    return tracker


@pytest.fixture
def tracker(tmp_path: Path, config: Config, replica: Replica, server: MailServer, database_url: str) -> Tracker:
    """The installation, on SQLite and on PostgreSQL."""
    return install(tmp_path, config, replica, server, database_url)


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Another process holds the lock that every write needs."""
    with write(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE lease IN ACCESS EXCLUSIVE MODE"))
        yield


def crawls(engine: Engine) -> int:
    """Count the crawls that have ended."""
    with reading(engine) as session:
        return len(session.exec(select(Crawl.id).where(col(Crawl.ended_at).is_not(None))).all())


def begun(engine: Engine) -> int:
    """Count the crawls that have begun."""
    with reading(engine) as session:
        return len(session.exec(select(Crawl.id)).all())


def assert_all_told_once(engine: Engine, server: MailServer) -> None:
    """Check that the reader was notified of every announcement, and of none twice."""
    with reading(engine) as session:
        known = {f"{id_} {act}" for id_, act in session.exec(select(Announcement.id, Announcement.act))}
    told = [what for _, what in server.told()]
    assert len(told) == len(set(told))
    assert known <= set(told)


@POSTGRESQL_BY_NIGHT
def test_a_database_locked_for_long_is_logged_once(tracker: Tracker, engine: Engine, server: MailServer) -> None:
    with daemon(tracker) as running:
        running.wait_for("send", "ok")
        first = len(server.mails)
        make_due(tracker, CRAWL)
        with locked(engine):
            running.wait_for("database", "failed")
            time.sleep(LOOKS)
        running.wait_for("database", "ok")
        wait_for(lambda: crawls(engine) > 1)
        assert len(running.said("database", "failed")) == len(running.said("database", "ok")) == 1
        assert len(running.log.read_text().splitlines()) < 30
        assert len(server.mails) == first, "nothing was told again"
        running.end()


def test_a_stop_does_not_wait_for_a_lock(tracker: Tracker, engine: Engine) -> None:
    with daemon(tracker) as running:
        running.wait_for("daemon", "started")
        with locked(engine):
            running.wait_for("database", "failed")
            assert running.end() < 45


@pytest.fixture
def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mortal]:
    """PostgreSQL is killed, the folder of SQLite's file is moved."""
    if request.param == "sqlite":
        folder = tmp_path / "data"
        open_database(f"sqlite:///{folder / 'tracker.db'}").dispose()
        yield Mortal(
            f"sqlite:///{folder / 'tracker.db'}",
            lambda: folder.rename(tmp_path / "elsewhere"),
            lambda: (tmp_path / "elsewhere").rename(folder),
        )
        return
    request.getfixturevalue("postgresql")
    with postgresql.mortal() as running:
        yield running


@pytest.mark.parametrize("mortal", [pytest.param("sqlite", marks=pytest.mark.nightly), "postgresql"], indirect=True)
def test_a_database_that_goes_and_comes_back_is_logged_once(
    mortal: Mortal, tmp_path: Path, config: Config, replica: Replica, server: MailServer
) -> None:
    tracker = install(tmp_path, config, replica, server, mortal.url)
    engine = connect(mortal.url)
    with daemon(tracker) as running:
        running.wait_for("send", "ok")
        first = len(server.mails)
        replica.advance()
        mortal.kill()
        running.wait_for("database", "failed")
        running.process.send_signal(signal.SIGHUP)
        time.sleep(LOOKS)
        assert not (tmp_path / "data" / "tracker.db").exists(), "nobody begins a new one"
        mortal.start()
        running.wait_for("database", "ok")
        make_due(tracker, CRAWL)
        running.wait_until(lambda: len(server.mails) > first)
        assert len(running.said("database", "failed")) == len(running.said("database", "ok")) == 1
        assert running.end() < 30
    assert_all_told_once(engine, server)
    engine.dispose()


@pytest.mark.parametrize("mortal", ["sqlite"], indirect=True)
def test_a_file_that_is_moved_away_is_not_begun_again(
    mortal: Mortal, tmp_path: Path, config: Config, replica: Replica, server: MailServer
) -> None:
    tracker = install(tmp_path, config, replica, server, mortal.url)
    put_off(tracker.database, (CRAWL, "read"))
    with daemon(tracker) as running:
        running.wait_for("daemon", "started")
        mortal.kill()
        running.wait_for("database", "failed")
        running.process.send_signal(signal.SIGHUP)
        time.sleep(LOOKS)
        assert not (tmp_path / "data" / "tracker.db").exists()
        mortal.start()
        running.wait_for("database", "ok")
        assert len(running.said("database", "failed")) == len(running.said("database", "ok")) == 1
        running.end()


@pytest.mark.parametrize("mortal", ["sqlite", pytest.param("postgresql", marks=pytest.mark.nightly)], indirect=True)
def test_a_daemon_waits_for_a_database_that_is_away(
    mortal: Mortal, tmp_path: Path, config: Config, replica: Replica, server: MailServer
) -> None:
    tracker = install(tmp_path, config, replica, server, mortal.url)
    mortal.kill()
    if mortal.url.startswith("sqlite"):
        # Where there is nothing, a new one is created; here there is something.
        (tmp_path / "data").write_text("in the way")
    # A missing file is waited for only if it may be created, as the unit and the image allow.
    with daemon(tracker, TRACKER_NEW_DATABASE="true") as running:
        running.wait_for("plan", "failed")
        time.sleep(LOOKS)
        if mortal.url.startswith("sqlite"):
            (tmp_path / "data").unlink()
        mortal.start()
        running.wait_for("daemon", "started")
        assert len(running.said("plan", "failed")) == len(running.said("plan", "ok")) == 1
        running.end()


@pytest.mark.nightly
def test_a_clock_that_jumps_skips_nothing_and_repeats_nothing(tracker: Tracker, engine: Engine) -> None:
    clock = tracker.folder / "clock"
    turn(clock, "+0d")
    faked = {
        "LD_PRELOAD": faketime(),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_NO_CACHE": "1",
        # No claim has to expire here, and crawls take long under a faked clock.
        "TRACKER_LEASE_SECONDS": "60",
    }
    with daemon(tracker, **faked) as running:
        # A crawl that ends after the jump has its next one a day after it.
        running.wait_for(CRAWL, "ok")
        running.wait_for("read", "ok")
        for jump in ("+1d", "-2d"):
            before = crawls(engine)
            turn(clock, jump)
            running.wait_until(lambda before=before: crawls(engine) > before)
            time.sleep(LOOKS)
            assert begun(engine) == before + 1, "once, and not again and again"
        assert [line["seconds"] for line in running.said("clock", "jumped")] == pytest.approx([86400, -259200], abs=60)
        running.end()


def turn(clock: Path, to: str) -> None:
    """Set the clock at once: a process that finds half of the file dies."""
    new = clock.with_suffix(".new")
    new.write_text(to)
    new.replace(clock)


def faketime() -> str:
    """The library that fakes the time of day; a test that needs it fails in CI and is skipped elsewhere."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        cannot_run("no libfaketime in /usr/lib; install the Debian package `faketime`")
    return str(found[0])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder that is a disk of 12 MB; a test that needs it fails in CI, where we are root, and skips elsewhere."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        cannot_run(f"a small disk cannot be mounted: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, leave: int) -> Path:
    """Take all space of a disk but `leave` bytes; return the file that takes it."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while shutil.disk_usage(disk).free > leave:
            file.write(bytes(4096))
    return filler


@pytest.mark.parametrize("leave", [pytest.param(0, marks=pytest.mark.nightly), 100_000])
def test_a_full_disk_loses_nothing(
    leave: int, tmp_path: Path, config: Config, replica: Replica, server: MailServer, small_disk: Path
) -> None:
    open_database(f"sqlite:///{small_disk / 'tracker.db'}").dispose()
    tracker = install(tmp_path, config, replica, server, f"sqlite:///{small_disk / 'tracker.db'}")
    engine = connect(tracker.database)
    with daemon(tracker) as running:
        running.wait_for("send", "ok")
        engine.dispose()
        replica.advance()
        make_due(tracker, CRAWL)
        filler = fill(small_disk, leave)
        # With a little space the crawl fails, without any the daemon's claim.
        wait_for(lambda: running.said("database", "failed") or running.said(CRAWL, "failed"))
        time.sleep(LOOKS)
        troubles = [line for name in ("database", CRAWL) for line in running.said(name, "failed")]
        assert len({line["step"] for line in troubles}) == len(troubles), "each once"
        assert "full" in troubles[0]["said"]
        filler.unlink()
        running.wait_for(troubles[0]["step"], "ok")
        make_due(tracker, CRAWL)
        wait_for(lambda: crawls(engine) > 1 and len(running.said("send", "ok")) > 1)
        running.end()
    assert_all_told_once(engine, server)
    engine.dispose()
