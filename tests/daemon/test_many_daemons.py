"""Tests three daemons that share 200 sources on one PostgreSQL: real processes, a real server, a real kill -9."""

import json
import os
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Engine
from sqlmodel import col, func, select

from config import Config
from db.connect import connect
from db.engine import reading
from db.models import Crawl
from db.moments import now
from db.queries.leases import claims
from tests.processes.daemons import BESIDE, Daemon, daemon, enable, make_due, put_off
from tests.processes.running import TRACKER, Tracker
from tests.servers.postgresql import Cluster
from tests.servers.site import Answer, Site, serve

pytestmark = [pytest.mark.nightly, pytest.mark.slow(900)]

SOURCES, DAEMONS = 200, 3
HOSTS_OF_MANY, SHARING = 6, 4
"""So many hosts have so many sources each; those with an even number ask for a delay in their robots.txt."""
DELAY, CRAWL_DELAY = 1.0, 3.0
LATE = 2.0
"""Seconds that a request may take from its turn to the server on a busy machine."""
TAKEOVER = 60.0
PERIOD = 3600.0
"""Seconds that 200 crawls may take on a busy machine."""
LOOKED = 25.0
"""Seconds within which every daemon has looked at the leases, as it does every 20."""


class Stub(NamedTuple):
    """A source: its id, and the host of its one list."""

    id: str
    host: str

    @property
    def declaration(self) -> str:
        """Return it as JSON, which YAML includes."""
        news = {"id": "news", "kind": "listing", "url": f"http://{self.host}/{self.id}/", "rows": "li"}
        return json.dumps(
            {
                "id": self.id,
                "name": {"en": self.id, "zh": self.id},
                "tier": "primary",
                "language": "zh",
                "hosts": [self.host],
                "articles": {"accept": f"/{self.id}/a/"},
                "lists": [{**news, "link": "a::attr(href)"}],
                "manners": {"every": 1440, "delay": DELAY},
                "evidence": {"verified_on": "2026-11-24", "confidence": "high"},
            }
        )

    @property
    def pages(self) -> dict[str, Answer]:
        """Return what its site answers."""
        return {
            f"{self.host}/{self.id}/": Answer(f"<li><a href=/{self.id}/a/1>示例公告，与任何行动无关</a></li>"),
            f"{self.host}/{self.id}/a/1": Answer(f"<h1>{self.id}</h1><p>示例公告。</p>"),
        }


def stubs() -> list[Stub]:
    """Return the sources: some share a host, each of the others has its own."""
    shared = [f"shared-{n % HOSTS_OF_MANY}.invalid" for n in range(HOSTS_OF_MANY * SHARING)]
    hosts = shared + [f"own-{n}.invalid" for n in range(SOURCES - len(shared))]
    return [Stub(f"stub-{n:03}", host) for n, host in enumerate(hosts)]


@pytest.fixture
def site() -> Iterator[Site]:
    """All sites, behind one proxy: requests to them keep their delays, unlike those to a replica."""
    with serve() as site:
        for stub in stubs():
            site.pages |= stub.pages
        for n in range(0, HOSTS_OF_MANY, 2):
            rules = f"User-agent: *\nCrawl-delay: {CRAWL_DELAY:.0f}\n"
            site.pages[f"shared-{n}.invalid/robots.txt"] = Answer(rules, type="text/plain")
        yield site


@pytest.fixture
def tracker(tmp_path: Path, config: Config, postgresql: Cluster, site: Site) -> Iterator[Tracker]:
    """An installation with these sources alone."""
    enable(tmp_path, config, ())
    for stub in stubs():
        (tmp_path / "config" / "sources" / f"{stub.id}.yaml").write_text(stub.declaration, encoding="utf-8")
    url = postgresql.fresh()
    put_off(url, (*BESIDE, *(f"crawl:{stub.id}" for stub in stubs())))
    settings = {"TRACKER_CONFIG": str(tmp_path / "config"), "TRACKER_PROXY": site.url}
    yield Tracker(tmp_path, settings, url)
    postgresql.drop(url)


@pytest.fixture
def engine(tracker: Tracker) -> Iterator[Engine]:
    """The installation's database."""
    engine = connect(tracker.database)
    yield engine
    engine.dispose()


def crawled(engine: Engine) -> Counter[str]:
    """Return how many crawls of each source have ended well."""
    with reading(engine) as session:
        ended = select(Crawl.source, func.count()).where(col(Crawl.verdict) == "ok").group_by(Crawl.source)
        return Counter(dict(session.exec(ended).all()))


def shares(daemons: Sequence[Daemon]) -> list[list[str]]:
    """Return which crawls each daemon has brought to their end, by its log."""
    logs = [[json.loads(line) for line in one.log.read_text().splitlines()] for one in daemons]
    return [[line["step"] for line in log if line["step"].startswith("crawl:") and "code" in line] for log in logs]


def too_early(site: Site) -> dict[str, float]:
    """Return by how many seconds the requests to a host were ahead of what its delay allows, if they were.

    Not only two in a row: as many as came between any two arrivals.
    """
    arrivals = defaultdict(list)
    for at, address in sorted(site.arrivals):
        arrivals[address.partition("/")[0]].append(at)
    ahead = {}
    for host, times in arrivals.items():
        delay = CRAWL_DELAY if f"{host}/robots.txt" in site.pages else DELAY
        # The delay is known once the host's first response, its robots.txt, has been read.
        latest = times[0]
        for number, at in enumerate(times[1:]):
            latest = max(latest, at - number * delay)
            if (by := latest - (at - number * delay)) > LATE:
                ahead[host] = by
    return ahead


def children(process: int) -> list[int]:
    """Return the processes that a process has started."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def kill_machine(one: Daemon) -> None:
    """Kill a daemon and all that it runs, as when its machine loses power."""
    one.process.send_signal(signal.SIGSTOP)
    started = children(one.process.pid)
    one.process.kill()
    one.process.wait()
    for child in started:
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)


def held(engine: Engine, holder: str) -> dict[str, str]:
    """Return the steps that a daemon runs, by name, and its holder."""
    with engine.connect() as connection:
        known = claims(connection)
    return {name: one.holder for name, one in known.items() if one.holder == holder and not name.endswith(holder)}


def taken_over(engine: Engine, dead: str) -> float:
    """Return after how many seconds a dead daemon has nothing any more."""
    began = time.monotonic()
    while held(engine, dead):
        assert time.monotonic() - began < 3 * TAKEOVER, held(engine, dead)
        time.sleep(0.2)
    return time.monotonic() - began


def test_three_daemons_share_200_sources(tracker: Tracker, engine: Engine, site: Site) -> None:
    with ExitStack() as running:
        daemons = [running.enter_context(daemon(tracker, program=[*TRACKER, "daemon"])) for _ in range(DAEMONS)]
        holders = []
        for one in daemons:
            one.wait_for("daemon", "started")
            holders.append(one.said("daemon", "started")[0]["holder"])
        make_due(tracker, "crawl:%", LOOKED)
        daemons[0].wait_until(lambda: sum(map(len, shares(daemons))) >= SOURCES, PERIOD)
        assert set(crawled(engine).values()) == {1}, "each source once a period"
        done = [len(share) for share in shares(daemons)]
        assert all(abs(one - SOURCES / DAEMONS) <= SOURCES / DAEMONS / 10 for one in done), done

        make_due(tracker, "crawl:%", LOOKED)
        daemons[0].wait_until(
            lambda: sum(crawled(engine).values()) > SOURCES * 1.2 and len(held(engine, holders[2])) > 1
        )
        kill_machine(daemons[2])
        left, began = held(engine, holders[2]), now()
        assert left
        took = taken_over(engine, holders[2])
        assert took <= TAKEOVER
        daemons[0].wait_until(lambda: min(crawled(engine).values()) == 2, PERIOD)
        # A crawl that had ended, and which the dead daemon could not report, was done again.
        again = {name.partition(":")[2] for name in left}
        assert [id_ for id_, times in crawled(engine).items() if times > 2 and id_ not in again] == []
        status = tracker.json("daemon", "--status")
        if (now() - began).total_seconds() > TAKEOVER:
            assert status["daemons"] == sorted(holders[:2])
        for one in daemons[:2]:
            one.end()
    print(f"shares {done}, {len(left)} steps taken over within {took:.1f} s")
    assert too_early(site) == {}
