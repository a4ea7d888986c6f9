"""Measure the daemon: the memory and time that it uses while it idles, and whether it grows while it works.

`python -m bench.daemon --crawls 1000` crawls stub sites that often, as a day does; exit code 1 means that a bar is
exceeded. The idle daemon is compared with a process that has APScheduler alone, and looks at the leases as often.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, func, select
from sqlmodel import col

from bench.in_turn import Line, lines
from config import load
from db.connect import connect
from db.engine import reading, writing
from db.models import Crawl, Lease, now
from tests.processes.daemons import daemon, enable, make_due
from tests.processes.running import TRACKER, Tracker
from tests.servers.site import Answer, Site, serve
from tracker.daemon.schedule import LOOK

MOST_MB = 60.0
MOST_MS = 1.0
MOST_GROWTH = 0.05
WARM_UP = 20
SHORT = 60.0
STUBS = 6
SAMPLE = 50
ARTICLES = 200

PEER = "APScheduler alone"
BARE = """
import sqlite3, sys, time
from apscheduler.schedulers.background import BackgroundScheduler

def look():
    with sqlite3.connect(sys.argv[1]) as connection:
        connection.execute("SELECT * FROM lease").fetchall()

clock = BackgroundScheduler()
clock.add_job(look, "interval", seconds=float(sys.argv[2]))
clock.start()
time.sleep(3600)
"""
SOURCE = """
id: stub-{n}
name: {{en: Stub, zh: 示例部}}
tier: primary
language: zh
hosts: [stub-{n}.example.org]
articles: {{accept: '/art/'}}
layouts: [{{text: [div], title: 'h1::text', date: 'i::text'}}]
lists: [{{id: news, kind: listing, url: 'http://stub-{n}.example.org/', rows: li, link: 'a::attr(href)'}}]
manners: {{every: 5}}
evidence: {{verified_on: 2026-11-24, confidence: high}}
"""


@dataclass
class Process:
    """Read what the kernel reports of a process: memory in megabytes, processor time in seconds."""

    id: int

    def megabytes(self, what: str = "VmRSS") -> float:
        """Return its resident memory now, or at most (VmHWM)."""
        lines = Path(f"/proc/{self.id}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024

    def milliseconds(self) -> float:
        """Return the processor time that its threads have used, without that of its children."""
        threads = Path(f"/proc/{self.id}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e6


class Idle(NamedTuple):
    """Hold what an idle process uses: megabytes, and milliseconds of processor time a second."""

    megabytes: float
    milliseconds: float


def idle(folder: Path, seconds: float) -> tuple[Idle, Idle]:
    """Measure an idle daemon of all sources, and beside it the bare process."""
    tracker = Tracker(folder, {"TRACKER_REPLICA": "http://127.0.0.1:9"})
    steps = json.loads(tracker.run("daemon", "--status", "--format", "json", code=1).stdout)["steps"]
    engine = connect(tracker.environment["TRACKER_DATABASE"])
    at = now()
    with writing(engine) as session:
        for step in steps:
            due_at = at + timedelta(seconds=step["every"])
            session.add(Lease(name=step["name"], holder="", until=at, done_at=at, due_at=due_at))
    bare = subprocess.Popen([sys.executable, "-c", BARE, str(folder / "tracker.db"), str(LOOK)])
    with bare, daemon(tracker, program=[*TRACKER, "daemon"]) as running:
        running.wait_for("daemon", "started")
        time.sleep(WARM_UP)
        processes = Process(running.process.pid), Process(bare.pid)
        before = [process.milliseconds() for process in processes]
        time.sleep(seconds)
        ours, peer = (
            Idle(process.megabytes(), (process.milliseconds() - used) / seconds)
            for process, used in zip(processes, before, strict=True)
        )
        running.end()
        bare.kill()
    print(f"idle, {len(steps)} steps: {ours.megabytes:.1f} MB, {ours.milliseconds:.2f} ms of processor time a second")
    print(f"{PEER}: {peer.megabytes:.1f} MB, {peer.milliseconds:.2f} ms")
    return ours, peer


def busy(folder: Path, site: Site, count: int) -> list[float]:
    """Return the megabytes of a daemon at every SAMPLE crawls, until there were `count`."""
    stub(folder, site)
    tracker = Tracker(folder, {"TRACKER_CONFIG": str(folder / "config"), "TRACKER_REPLICA": site.url})
    tracker.run("alerts", "add", str(folder), "--channel", "file")
    engine = connect(tracker.environment["TRACKER_DATABASE"])
    samples: list[float] = []
    began = time.monotonic()
    with daemon(tracker) as running:
        process = Process(running.process.pid)
        while (done := crawled(engine)) < count:
            if done >= SAMPLE * (len(samples) + 1):
                samples.append(process.megabytes())
                print(f"{done} crawls in {time.monotonic() - began:.0f} s: {samples[-1]:.1f} MB", flush=True)
            make_due(tracker, "crawl:%")
            running.process.poll()
            assert running.process.returncode is None, running.log.read_text()
            time.sleep(1)
        samples.append(process.megabytes())
        took, most = time.monotonic() - began, process.megabytes("VmHWM")
        print(f"{done} crawls in {took:.0f} s: {samples[-1]:.1f} MB, {most:.1f} MB at most")
        print(f"{len(site.asked)} requests, {len(list(folder.glob('*.eml')))} mails")
        running.end()
    return samples


def crawled(engine: Engine) -> int:
    """Return how many crawls have ended."""
    with reading(engine) as session:
        return session.connection().execute(select(func.count()).where(col(Crawl.ended_at).is_not(None))).scalar_one()


def stub(folder: Path, site: Site) -> None:
    """Declare sites that publish something new every minute, and nothing else."""
    enable(folder, load(), ())
    began = time.monotonic()

    def news(_heads: object) -> Answer:
        many = min(1 + int(time.monotonic() - began) // 60, ARTICLES)
        return Answer("".join(f"<li><a href=/art/{n}>{n}号通知公告</a></li>" for n in range(many)))

    for n in range(STUBS):
        (folder / "config" / "sources" / f"stub-{n}.yaml").write_text(SOURCE.format(n=n), encoding="utf-8")
        host = f"stub-{n}.example.org"
        site.pages[f"{host}/"] = news
        for article in range(ARTICLES):
            day = f"2026-11-{1 + article % 24:02}"
            text = f"示例部{n}今日印发第{article}号“人工智能+”行动实施意见。"
            page = f"<h1>第{article}号通知</h1><i>{day}</i><div>{text}</div>"
            site.pages[f"{host}/art/{article}"] = Answer(page)


def short() -> list[Line]:
    """Measure what `make bench` shows: the idle daemon, whose steps are not due for minutes."""
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = idle(Path(folder), SHORT)
    seconds = {PEER: [peer.milliseconds / 1000], "idle daemon": [ours.milliseconds / 1000]}
    return lines("daemon", "second", seconds)


def main() -> int:
    """Measure both, print the figures, and say whether the bars hold."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--crawls", type=int, default=100, help="how many crawls to work through")
    options.add_argument("--seconds", type=float, default=60, help="how long to watch it idle")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, _ = idle(Path(folder), chosen.seconds)
    with tempfile.TemporaryDirectory() as folder, serve() as site:
        samples = busy(Path(folder), site, chosen.crawls)
    growth = max(samples) / samples[0] - 1
    print(f"growth from the first {SAMPLE} crawls on: {growth:+.1%}")
    return int(ours.megabytes > MOST_MB or ours.milliseconds > MOST_MS or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
