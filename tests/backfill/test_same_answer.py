"""Tests that one process, four, a resumed one and a cluster that loses a worker end with the same database."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from db.engine import open_database, reading
from db.models import ArchiveFile
from tests.backfill.test_backfill import holders
from tests.factories.archives import news
from tests.processes.running import Tracker
from tests.sizes import POSTGRESQL_BY_NIGHT, size

pytestmark = pytest.mark.slow(60)

FILES, WORKERS, PAGES = 6, 3, size(1_500, 60)
MIDDLE = size(20, 0) / 100
"""Seconds: less than the reading of a file takes."""
CLUSTER = """
import sys
from distributed import LocalCluster
with LocalCluster(n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=None, processes=True) as cluster:
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """Return a folder of files like those of CC-NEWS, and the addresses of pages that name an initiative."""
    folder = tmp_path_factory.mktemp("archives")
    planted = set[str]()
    for seed in range(1, FILES + 1):
        planted |= set(news(folder / f"CC-NEWS-{seed}.warc.gz", PAGES, 4, seed))
    return folder, planted


@pytest.fixture(scope="module")
def expected(archives: tuple[Path, set[str]], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the digest of what one process makes of them, which finds every page."""
    tracker = Tracker(tmp_path_factory.mktemp("one"))
    told = tracker.json("backfill", str(archives[0]))
    assert (told["files"], told["refused"], told["problems"]) == (FILES, {}, [])
    assert urls(tracker) >= archives[1]
    tracker.run("read")
    return digest(tracker)


def urls(tracker: Tracker) -> set[str]:
    """Return the addresses of all pages."""
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    with reading(engine) as session:
        found = {url for (url,) in session.connection().exec_driver_sql("SELECT url FROM page")}
    engine.dispose()
    return found


def digest(tracker: Tracker) -> str:
    """Return the digest of all announcements, after a check of their number and that `verify` finds no difference."""
    told = tracker.json("verify")
    assert told["differences"] == []
    assert told["announcements"] > 3
    return str(told["digest"])


@pytest.fixture
def tracker(tmp_path: Path, database_url: str) -> Tracker:
    """Return a fresh installation."""
    return Tracker(tmp_path, database=database_url)


def kill_reader(tracker: Tracker, running: subprocess.Popen[str], done: int, seconds: float) -> bool:
    """Kill a reader when so many files are done, so many seconds later; return whether there was one to kill."""
    engine = open_database(tracker.database)
    killed = False
    while not killed and running.poll() is None:
        processes = holders(engine).values()
        if processes and files_done(engine) >= done:
            time.sleep(seconds)
            with suppress(ProcessLookupError):
                os.kill(min(processes), signal.SIGKILL)
                killed = True
        time.sleep(0.005)
    engine.dispose()
    return killed


def files_done(engine: Engine) -> int:
    """Return how many files were read to their end."""
    with reading(engine) as session:
        return len(session.exec(select(ArchiveFile.id).where(ArchiveFile.state == "done")).all())


@POSTGRESQL_BY_NIGHT
def test_four_processes_and_one_that_is_killed(
    tracker: Tracker, archives: tuple[Path, set[str]], expected: str
) -> None:
    folder, planted = archives
    running = tracker.start("backfill", str(folder), "--workers", "4", "--format", "json")
    killed = kill_reader(tracker, running, 0, 0)
    told = json.loads(running.communicate(timeout=600)[0])
    assert (killed, told["files"], told["records"]) == (True, FILES, FILES * (1 + 3 * PAGES))
    assert urls(tracker) >= planted
    tracker.run("read")
    assert digest(tracker) == expected


@POSTGRESQL_BY_NIGHT
def test_a_backfill_of_which_all_is_killed_is_resumed(
    tracker: Tracker, archives: tuple[Path, set[str]], expected: str
) -> None:
    """Two backfills at once share what is left."""
    folder, planted = archives
    running = tracker.start("backfill", str(folder), "--workers", "2")
    engine = open_database(tracker.database)
    while not (held := holders(engine)) and running.poll() is None:
        time.sleep(0.005)
    engine.dispose()
    for process in (running.pid, *held.values()):
        os.kill(process, signal.SIGKILL)
    running.communicate(timeout=60)
    both = [tracker.start("backfill", str(folder), "--format", "json") for _ in range(2)]
    told = [json.loads(one.communicate(timeout=600)[0]) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert max(one["files"] + one["before"] for one in told) == FILES
    assert urls(tracker) >= planted
    tracker.run("read")
    assert digest(tracker) == expected


@contextmanager
def cluster(tracker: Tracker, workers: int) -> Iterator[tuple[str, int]]:
    """Run a Dask cluster on this machine with the settings of `tracker`: its address, and its scheduler's process."""
    command = [sys.executable, "-c", CLUSTER, str(workers)]
    environment = {**tracker.environment, "PYTHONWARNINGS": "ignore"}
    running = subprocess.Popen(
        command, env=environment, cwd=tracker.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    try:
        yield running.stdout.readline().strip(), running.pid
    finally:
        running.communicate("", timeout=60)


@POSTGRESQL_BY_NIGHT
@pytest.mark.parametrize("point", range(size(20, 1)))
def test_a_cluster_that_loses_a_worker(
    tracker: Tracker, archives: tuple[Path, set[str]], expected: str, point: int
) -> None:
    """Of the files, none to all but one are done by then, and one is read in part."""
    folder, planted = archives
    with cluster(tracker, WORKERS) as (address, _):
        running = tracker.start("backfill", str(folder), "--dask", address, "--format", "json")
        killed = kill_reader(tracker, running, point % FILES, random.Random(point).uniform(0, MIDDLE))
        out = running.communicate(timeout=600)[0]
    told = json.loads(out)
    assert killed
    assert (told["files"], told["poisoned"], told["records"]) == (FILES, 0, FILES * (1 + 3 * PAGES))
    assert urls(tracker) >= planted
    tracker.run("read")
    assert digest(tracker) == expected


@pytest.mark.nightly
def test_a_scheduler_that_is_killed(tmp_path: Path, archives: tuple[Path, set[str]], expected: str) -> None:
    """The command ends with exit code 75, nothing is lost, and it can be started again."""
    tracker = Tracker(tmp_path)
    with cluster(tracker, WORKERS) as (address, scheduler):
        running = tracker.start("backfill", str(archives[0]), "--dask", address)
        engine = open_database(tracker.environment["TRACKER_DATABASE"])
        while not holders(engine) and running.poll() is None:
            time.sleep(0.005)
        engine.dispose()
        os.kill(scheduler, signal.SIGKILL)
        out = running.communicate(timeout=300)[0]
        assert (running.returncode, "nothing is lost" in out) == (75, True), out
    tracker.run("backfill", str(archives[0]))
    tracker.run("read")
    assert digest(tracker) == expected


def test_a_scheduler_that_does_not_answer_is_one_line(tmp_path: Path) -> None:
    done = Tracker(tmp_path).run("backfill", ".", "--dask", "nonsense://x", code=2)
    assert done.stderr.startswith("tracker: no Dask scheduler answers at 'nonsense://x'")
    assert done.stderr.count("\n") == 1
