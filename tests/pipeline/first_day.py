"""Make installations that have crawled and read the replica's five sites: once per test run, and copies of that."""

import fcntl
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from tests.processes.running import Tracker
from tests.servers.postgresql import Cluster
from tracker.demo.server import serve

FIVE = ("miit", "ndrc", "gov-cn", "english-gov-cn", "global-times")


def copied_to_sqlite(shared: Path, folder: Path) -> str:
    """The address of a copy in `folder`; `shared` is the folder of all workers of the run."""
    made = make_url(_once(shared / "first-day-sqlite", lambda: f"sqlite:///{shared / 'first-day.db'}")).database
    file = folder / "tracker.db"
    with closing(sqlite3.connect(made or "")) as source, closing(sqlite3.connect(file)) as copy:
        source.backup(copy)
    return f"sqlite:///{file}"


def copied_in_postgresql(shared: Path, running: Cluster) -> str:
    """The address of a copy in the run's cluster."""
    return running.fresh(make_url(_once(shared / "first-day-postgresql", running.fresh)).database or "")


def _once(note: Path, fresh: Callable[[], str]) -> str:
    """Return the address of the installation that is copied, which the first caller makes."""
    with note.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            url, folder = fresh(), note.with_suffix(".folder")
            folder.mkdir(exist_ok=True)
            with serve(stage=1) as replica:
                tracker = Tracker(folder, {"TRACKER_REPLICA": replica.url, "TRACKER_NEW_DATABASE": "true"}, url)
                tracker.run("crawl", *FIVE)
                tracker.run("read")
            note.write_text(url, encoding="utf-8")
        return note.read_text(encoding="utf-8")
