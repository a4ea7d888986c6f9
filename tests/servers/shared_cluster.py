"""Keep one PostgreSQL cluster for all workers of a test run: the first user starts it, the run's end stops it.

`python -m tests.servers.shared_cluster PID FILE` runs the cluster until the process PID is gone.
"""

import fcntl
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.servers.postgresql import PATIENCE, Cluster, cluster, find_binaries

ROOT = Path(__file__).parents[2]
# The process that pytest was started as; its workers inherit this.
RUN = "TEST_RUN_OF_TRACKER"


def shared_cluster() -> Cluster:
    """The cluster of this test run; raise MissingError on a machine without PostgreSQL."""
    find_binaries()
    run = os.environ[RUN]
    note = Path(tempfile.gettempdir()) / f"tracker-test-run-{run}.json"
    with note.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            _start(run, note)
    told = json.loads(note.read_text(encoding="utf-8"))
    return Cluster(Path(told["folder"]), told["template"], told["how"])


def _start(run: str, note: Path) -> None:
    command = [sys.executable, "-m", "tests.servers.shared_cluster", run, str(note)]
    keeper = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    end = time.monotonic() + PATIENCE
    while not note.exists():
        if keeper.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"PostgreSQL does not start: {command}")
        time.sleep(0.05)
    # It outlives this worker, which must not be warned about that.
    keeper.returncode = 0


def _keep(run: int, note: Path) -> None:
    try:
        with cluster() as running:
            new = note.with_suffix(".new")
            told = {"folder": str(running.folder), "template": running.template, "how": running.how}
            new.write_text(json.dumps(told), encoding="utf-8")
            new.replace(note)
            while _is_alive(run):
                time.sleep(0.5)
    finally:
        for file in (note, note.with_suffix(".lock")):
            file.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    _keep(int(sys.argv[1]), Path(sys.argv[2]))
