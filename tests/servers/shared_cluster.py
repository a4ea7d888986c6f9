"""Keep one PostgreSQL cluster for all workers of a test run: the first user starts it, the run's end stops it.

`python -m tests.servers.shared_cluster RUN FILE` runs the cluster until the process RUN is gone.
"""

import json
import sys
import time
from pathlib import Path

from tests.servers.postgresql import Cluster, cluster, find_binaries
from tests.shared_process import goes_on, leave, shared_process


def shared_cluster() -> Cluster:
    """The cluster of this test run; raise MissingError on a machine without PostgreSQL."""
    find_binaries()
    told = json.loads(shared_process("tests.servers.shared_cluster").read_text(encoding="utf-8"))
    return Cluster(Path(told["folder"]), told["template"], told["how"])


def _keep(run: int, note: Path) -> None:
    try:
        with cluster() as running:
            new = note.with_name(f"{note.name}.new")
            told = {"folder": str(running.folder), "template": running.template, "how": running.how}
            new.write_text(json.dumps(told), encoding="utf-8")
            new.replace(note)
            while goes_on(run):
                time.sleep(0.5)
    finally:
        leave(note)


if __name__ == "__main__":
    _keep(int(sys.argv[1]), Path(sys.argv[2]))
