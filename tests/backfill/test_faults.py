"""Tests that a backfill that loses its database, or its disk, ends with the database of an undisturbed one."""

import json
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.backfill.test_same_answer import digest
from tests.factories.archives import archive
from tests.lacking import cannot_run
from tests.processes.running import TRACKER, Tracker
from tests.servers import postgresql as servers
from tests.servers.postgresql import Mortal

pytestmark = [pytest.mark.nightly, pytest.mark.slow(60)]

FILES, PAGES, CUTS = 4, 400, 5
AWAY = 75


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of archives."""
    folder = tmp_path_factory.mktemp("archives")
    for number in range(FILES):
        archive(folder / f"{number}.warc.gz", range(number * PAGES, (number + 1) * PAGES), every=40, size=20_000)
    return folder


@pytest.fixture(scope="module")
def undisturbed(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the digest that a backfill without faults ends with."""
    tracker = Tracker(tmp_path_factory.mktemp("undisturbed"))
    tracker.run("backfill", str(archives))
    tracker.run("read")
    return digest(tracker)


def finish(tracker: Tracker, archives: Path) -> str:
    """Go on where it stopped, and read; return the digest."""
    told = tracker.json("backfill", str(archives), "--workers", "2")
    assert (told["problems"], told["poisoned"]) == ([], 0)
    tracker.run("read", "--workers", "2")
    return digest(tracker)


@pytest.fixture
def mortal(postgresql: object) -> Iterator[Mortal]:
    """Run a server of its own, on a machine that has one."""
    with servers.mortal() as running:
        yield running


def test_a_server_that_is_killed_in_the_middle(
    mortal: Mortal, tmp_path: Path, archives: Path, undisturbed: str
) -> None:
    tracker = Tracker(tmp_path, database=mortal.url)
    running = tracker.start("backfill", str(archives), "--workers", "2")
    _wait_for_pages(mortal.url)
    mortal.kill()
    out = running.communicate(timeout=300)[0]
    assert running.returncode == AWAY, out
    assert "Traceback" not in out
    mortal.start()
    _wait_for_pages(mortal.url)
    assert finish(tracker, archives) == undisturbed


def test_connections_that_are_cut(mortal: Mortal, tmp_path: Path, archives: Path, undisturbed: str) -> None:
    """A proxy or a firewall cuts them like this; what was being written is written again."""
    tracker, draw = Tracker(tmp_path, database=mortal.url), random.Random(1)
    for _ in range(CUTS):
        running = tracker.start("backfill", str(archives), "--workers", "2")
        time.sleep(draw.uniform(1, 4))
        _cut(mortal.url)
        out = running.communicate(timeout=300)[0]
        assert running.returncode in (0, AWAY), out
        assert "Traceback" not in out
    assert finish(tracker, archives) == undisturbed


def test_a_disk_that_is_full(tmp_path: Path, archives: Path, undisturbed: str) -> None:
    """No file may be larger than the database needs: writing fails as on a full disk."""
    if not shutil.which("prlimit"):
        cannot_run("no prlimit here: apt-get install util-linux")
    tracker = Tracker(tmp_path)
    limit = (tmp_path / "tracker.db").stat().st_size + 4_096
    running = tracker.start("backfill", str(archives), program=["prlimit", f"--fsize={limit}", *TRACKER])
    out = running.communicate(timeout=300)[0]
    assert running.returncode == AWAY, out
    assert "Traceback" not in out
    assert finish(tracker, archives) == undisturbed


def test_two_backfills_of_one_file_at_once(tmp_path: Path, archives: Path, undisturbed: str) -> None:
    tracker = Tracker(tmp_path)
    both = [tracker.start("backfill", str(archives / "0.warc.gz"), "--format", "json") for _ in range(2)]
    told = [json.loads(one.communicate(timeout=300)[0]) for one in both]
    assert [one["files"] + one["before"] for one in told] == [1, 1]
    assert [one["problems"] for one in told] == [[], []]
    assert finish(tracker, archives) == undisturbed


def _wait_for_pages(url: str) -> None:
    """Wait until the server answers, and a page is stored."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            with _connected(url) as connection:
                if connection.execute("SELECT 1 FROM page LIMIT 1").fetchone():
                    return
        except psycopg.OperationalError:
            pass
        time.sleep(0.05)
    pytest.fail("no page was stored")


def _cut(url: str) -> None:
    with _connected(url) as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        connection.execute(f"{others} AND pid != pg_backend_pid()")


def _connected(url: str) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
