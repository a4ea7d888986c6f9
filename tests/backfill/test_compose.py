"""Tests the services of compose: they are ours or Dask's, and its cluster reads when it is started by hand."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.commands import is_command
from tests.factories.archives import archive
from tests.processes.running import Tracker

FILE = Path(__file__).parents[2] / "deploy" / "compose.scale.yaml"
DASK = [sys.executable, "-m", "dask"]


def services() -> dict[str, Any]:
    """Return the services by their names."""
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"])


def words(name: str) -> list[str]:
    """Return what a service runs, with its program; the image's own if none is named."""
    service = services()[name]
    return [*service.get("entrypoint", ["tracker"]), *service.get("command", ["daemon"])]


def options(command: str) -> set[str]:
    """Return the options of a command of Dask, which does not list them itself."""
    told = subprocess.run([*DASK, command, "--help"], capture_output=True, text=True, check=True, timeout=120).stdout
    return set(re.findall(r"--[a-z-]+", told))


@pytest.mark.parametrize("name", [name for name in services() if name != "database"])
def test_a_service_runs_what_there_is(name: str) -> None:
    program, *rest = words(name)
    if program == "tracker":
        assert is_command([*rest, *(["a.warc.gz"] if name == "backfill" else [])])
    else:
        assert program == "dask"
        assert {word for word in rest if word.startswith("--")} <= options(rest[0])


def test_all_of_ours_share_one_database_and_are_bounded() -> None:
    ours = [service for name, service in services().items() if name != "database"]
    assert len({service["environment"]["TRACKER_DATABASE"] for service in ours}) == 1
    assert all(service["mem_limit"] and service["pids_limit"] and service["read_only"] for service in ours)
    assert all("@database/" in service["environment"]["TRACKER_DATABASE"] for service in ours)


@contextmanager
def started(tracker: Tracker, name: str, addresses: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a service of Dask as a process of this machine, with the addresses that it has here."""
    rest = [addresses.get(word, word) for word in words(name)[1:]]
    environment = {**tracker.environment, "PYTHONWARNINGS": "ignore"}
    log = subprocess.PIPE
    running = subprocess.Popen([*DASK, *rest], env=environment, cwd=tracker.folder, stderr=log, text=True)
    try:
        yield running
    finally:
        running.terminate()
        running.communicate(timeout=60)


@pytest.mark.nightly
def test_its_cluster_reads_archives(tmp_path: Path, database_url: str) -> None:
    tracker = Tracker(tmp_path, database=database_url)
    for n in range(4):
        archive(tmp_path / f"{n}.warc.gz", range(100 * n, 100 * n + 50))
    with ExitStack() as running:
        here = {"0.0.0.0": "127.0.0.1", "8786": "0", "/tmp": str(tmp_path)}  # noqa: S104, S108
        scheduler = running.enter_context(started(tracker, "scheduler", here))
        assert scheduler.stderr
        lines = iter(scheduler.stderr.readline, "")
        address = next(found[0] for line in lines if (found := re.search(r"tcp://127\.0\.0\.1:\d+", line)))
        for _ in range(2):
            running.enter_context(started(tracker, "worker", here | {"tcp://scheduler:8786": address}))
        told = tracker.json("backfill", ".", "--dask", address)
    assert (told["files"], told["pages"], told["problems"]) == (4, 20, [])
