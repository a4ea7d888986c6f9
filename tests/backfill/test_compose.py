"""Tests the services of compose: they are ours or Dask's, and its cluster reads when it is started by hand."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from config import Config
from tests.cli.commands import is_command
from tests.factories.archives import archive
from tests.processes.daemons import enable, make_due, wait_for
from tests.processes.running import TRACKER, Tracker
from tests.servers.postgresql import Cluster

FILE = Path(__file__).parents[2] / "deploy" / "compose.scale.yaml"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - what a container listens on
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


def settings() -> dict[str, str]:
    """Return the settings of our services: those of the file that is copied to tracker.env."""
    lines = (FILE.parent / "tracker.env.example").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@contextmanager
def started(tracker: Tracker, name: str, here: dict[str, str], sign: str) -> Iterator[str]:
    """Run a service as a process of this machine, with the addresses that it has `here`; give what its `sign` finds."""
    program, *rest = words(name)
    command = [*(DASK if program == "dask" else TRACKER), *(here.get(word, word) for word in rest)]
    # Dask warns of ports in use and the like.
    environment = {**tracker.environment, "PYTHONWARNINGS": "ignore"}
    log = tracker.folder / f"{name}-{len(list(tracker.folder.glob(f'{name}-*')))}"
    with log.open("wb") as file:
        running = subprocess.Popen(command, env=environment, cwd=tracker.folder, stdout=file, stderr=file)
    with running:
        try:
            wait_for(lambda: re.search(sign, log.read_text()) or running.poll() is not None)
            found = re.search(sign, log.read_text())
            assert found, log.read_text()
            yield found[0]
        finally:
            running.terminate()


@pytest.fixture
def tracker(tmp_path: Path, config: Config, postgresql: Cluster) -> Iterator[Tracker]:
    """An installation with the settings of the services, whose daemons have no site to crawl."""
    enable(tmp_path, config, ())
    url = postgresql.fresh()
    here = {"TRACKER_DATABASE": url, "TRACKER_CONFIG": str(tmp_path / "config")}
    yield Tracker(tmp_path, settings() | here, url)
    postgresql.drop(url)


@pytest.mark.nightly
def test_its_services_work_together(tracker: Tracker) -> None:
    """The parts are started as processes: a backfill on the cluster, read by a daemon, is on the web pages."""
    for n in range(4):
        archive(tracker.folder / f"{n}.warc.gz", range(100 * n, 100 * n + 50))
    here = {EVERYWHERE: "127.0.0.1", "8786": "0", "/tmp": str(tracker.folder)}  # noqa: S108
    with ExitStack() as stack:
        run = stack.enter_context
        for _ in range(services()["daemon"]["deploy"]["replicas"]):
            run(started(tracker, "daemon", here, "daemon started"))
        served = {"--host": "--port=0", EVERYWHERE: "--host=127.0.0.1"}
        web = run(started(tracker, "serve", served, r"http://\S+"))
        scheduler = run(started(tracker, "scheduler", here, r"tcp://127\.0\.0\.1:\d+"))
        here["tcp://scheduler:8786"] = scheduler
        for _ in range(2):
            run(started(tracker, "worker", here, "Registered to"))
        assert len(tracker.json("daemon", "--status")["daemons"]) == 2

        _, *command = services()["backfill"]["entrypoint"]
        told = tracker.json(*(here.get(word, word) for word in command), ".")
        assert (told["files"], told["pages"], told["problems"]) == (4, 20, [])
        make_due(tracker, "read")
        wait_for(lambda: len(httpx.get(f"{web}api/v1/announcements").json()["items"]) >= 4)
        assert httpx.get(web).status_code == 200
        assert httpx.get(f"{web}health").status_code == 200
