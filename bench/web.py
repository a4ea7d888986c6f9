"""Measure the cost of `tracker serve`: a page, an unchanged one, the API, a search, and the start.

    python -m bench.web [--documents 100000] [--mentions 300000] [--database sqlite:///FILE]

Fills a database (`bench.make_database --declared`), or takes one that was filled so, and sends requests through the
whole application, without a network. Its rounds alternate with those of a bare Starlette answer, so that each row has a
ratio to that. Milliseconds are of the processor, medians of the rounds, with the least of each on standard error; of
searches the 99th percentile counts. Before each request of a row "uncached" all answers are cleared, as after a change
of another announcement: the rows of lists are kept, since each depends on its announcements alone. Of a row "no row
kept" they are cleared as well, as at the first request after a start. The first request after a change of an
initiative, in which its drawings are made again, is a row of its own. The start is that of a process, the least of
several. Exit code 1 means that a bar is missed.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

from sqlalchemy import text
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Scope

from bench.in_turn import Line, lines
from bench.make_database import declared, fill, words
from config import Settings, load
from db.engine import open_database, reading
from db.queries.overview import act_spans
from tests.processes.running import Tracker
from tests.servers.endpoint import serving
from tests.servers.mailserver import free_port
from tracker.search.indexing import index_missing, is_whole
from tracker.web.app import make_app
from tracker.web.garbage import loading

ROUNDS, A_ROUND = 7, 20
SHORT, SHORT_DOCUMENTS, SHORT_MENTIONS = 3, 4000, 12_000
BARE = "bare Starlette"
SEARCHES = 300
STARTS = 5
PAGE, UNCHANGED, LIST, SEARCH = 2.0, 0.15, 1.0, 10.0
SECONDS, MEGABYTES = 0.6, 75.0

Ask = Callable[[], Awaitable[int]]


class Site:
    """Run the application on a database, asked without a network."""

    def __init__(self, database: str) -> None:
        # As `tracker serve` does.
        with loading():
            self.engine = open_database(database)
            self.app = make_app(self.engine, load(), Settings(database=database))
        self.bare = Starlette(routes=[Route("/", _plain)])

    async def get(
        self, address: str, heads: dict[str, str] | None = None, bare: bool = False
    ) -> tuple[int, dict[str, str]]:
        """Return status and heads of an answer whose body was sent to its end."""
        path, _, query = address.partition("?")
        scope: Scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET"}
        scope |= {"scheme": "http", "path": path, "raw_path": path.encode(), "query_string": query.encode()}
        scope |= {"root_path": "", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80)}
        scope["headers"] = [(k.lower().encode(), v.encode()) for k, v in {"Host": "localhost", **(heads or {})}.items()]
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await (self.bare if bare else self.app)(scope, receive, send)
        return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}

    def forget(self, *kept: str) -> None:
        """Clear the cached answers, and what else is kept under these names."""
        for name in ("pages", *kept):
            getattr(self.app.state, name).clear()


async def _plain(_: object) -> PlainTextResponse:
    return PlainTextResponse("ok")


async def measure(site: Site) -> Iterator[tuple[str, float, float | None]]:
    """Yield rows: what was requested, milliseconds, and the bar, if any."""
    hot, announcement = _examples(site)
    asked = await _asked(site, hot, announcement)
    times = await _in_turn(site, asked, ROUNDS)
    rows = [(name, median(some), asked[name][1] if name in asked else None) for name, some in times.items()]
    # Other processes only ever add: of a busy machine the least says more.
    for name, some in times.items():
        print(f"least of {name:45} {min(some):9.3f} ms", file=sys.stderr)
    rows.append(("initiative with the most, after a change", await _time(_after_change(site, hot), 1), None))
    return iter([*rows, *await _searches(site)])


async def _asked(site: Site, hot: str, announcement: int) -> dict[str, tuple[Ask, float | None]]:
    """Return the requests by the names of their rows, each with its bar, if any."""
    pages = {
        "start page": "/",
        "initiative with the most": f"/initiatives/{hot}",
        "announcement": f"/announcements/{announcement}",
    }
    lists = {
        "API list": "/api/v1/announcements",
        "API list of an initiative": f"/api/v1/announcements?initiative={hot}",
    }
    asked: dict[str, tuple[Ask, float | None]] = {}
    for name, path in pages.items():
        asked[f"{name}, uncached"] = (_uncached(site, path), PAGE)
        asked[f"{name}, no row kept"] = (_without_rows(site, path), None)
        asked[f"{name}, kept"] = (_again(site, path), None)
        asked[f"{name}, unchanged"] = (_unchanged(site, path, (await site.get(path))[1]["etag"]), UNCHANGED)
    for name, path in lists.items():
        asked[f"{name}, uncached"] = (_uncached(site, path), LIST)
        asked[f"{name}, no row kept"] = (_without_rows(site, path), None)
        asked[f"{name}, unchanged"] = (_unchanged(site, path, (await site.get(path))[1]["etag"]), UNCHANGED)
    return asked


async def _in_turn(site: Site, asked: dict[str, tuple[Ask, float | None]], rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each request in each round, and first those of the bare answer."""
    times: dict[str, list[float]] = {name: [] for name in (BARE, *asked)}
    for _ in range(rounds):
        times[BARE].append(await _time(lambda: _status(site.get("/", bare=True)), 10 * A_ROUND))
        for name, (ask, _bar) in asked.items():
            times[name].append(await _time(ask, A_ROUND))
    return times


async def _searches(site: Site) -> list[tuple[str, float, float | None]]:
    """Request the search page by words of the texts, alone and in pairs, each once after a first search.

    Nothing is requested of a database whose documents are not in the full-text index.
    """
    with reading(site.engine) as session:
        if not is_whole(session):
            return []
    asked, found = _words(), []
    await site.get(f"/search?q={quote(asked[0])}")
    for word in asked:
        found.append(await _time(lambda word=word: _status(site.get(f"/search?q={quote(word)}")), 1))
    return [("search page, median", median(found), None), ("search page, p99", quantiles(found, n=100)[98], SEARCH)]


async def _time(ask: Ask, times: int) -> float:
    if times > 1:
        # What other rows have cleared in between.
        await ask()
    begun = time.process_time()
    for _ in range(times):
        assert await ask() in (200, 304)
    return 1000 * (time.process_time() - begun) / times


async def _status(answer: Awaitable[tuple[int, dict[str, str]]]) -> int:
    return (await answer)[0]


def _uncached(site: Site, path: str) -> Ask:
    def ask() -> Awaitable[int]:
        site.forget()
        return _status(site.get(path))

    return ask


def _without_rows(site: Site, path: str) -> Ask:
    def ask() -> Awaitable[int]:
        site.forget("rows", "frames")
        return _status(site.get(path))

    return ask


def _again(site: Site, path: str) -> Ask:
    return lambda: _status(site.get(path))


def _unchanged(site: Site, path: str, etag: str) -> Ask:
    return lambda: _status(site.get(path, {"If-None-Match": etag}))


def _after_change(site: Site, initiative: str) -> Ask:
    def ask() -> Awaitable[int]:
        site.forget("rows", "frames", "standings")
        return _status(site.get(f"/initiatives/{initiative}"))

    return ask


def _examples(site: Site) -> tuple[str, int]:
    """Return the initiative with the most announcements, and one of its announcements."""
    with reading(site.engine) as session:
        counts: dict[str, int] = {}
        for span in act_spans(session):
            counts[span.initiative] = counts.get(span.initiative, 0) + span.announcements
        hot = max(counts, key=counts.__getitem__)
        newest = "SELECT id FROM announcement WHERE initiative = :hot ORDER BY timeline_day DESC LIMIT 1"
        return hot, int(session.connection().execute(text(newest), {"hot": hot}).scalar_one())


def _words() -> list[str]:
    """Return words of two and three characters, frequent ones and rare ones, every third with another."""
    draw = random.Random(1)  # noqa: S311 - a draw that can be repeated
    some = draw.sample([word for word in words(draw) if len(word) > 1], SEARCHES)
    return [f"{word} {some[n - 1]}" if n % 3 == 0 else word for n, word in enumerate(some)]


def start(folder: Path, database: str) -> tuple[float, float]:
    """Measure CPU seconds and megabytes of `tracker serve` until it answers: the least of several starts."""
    tracker, found = Tracker(folder, database=database), []
    for _ in range(STARTS):
        with serving(tracker, free_port()) as endpoint:
            found.append(_used(endpoint.process.pid))
    return min(found)


def _used(pid: int) -> tuple[float, float]:
    """Return what the kernel reports of a process: user and system time, and resident memory."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return (int(fields[11]) + int(fields[12])) / 100, pages * 4096 / 2**20


def short() -> list[Line]:
    """Measure what `make bench` shows: requests against the bare answer, on a small database."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/made.db")
        fill(engine, SHORT_DOCUMENTS, SHORT_MENTIONS, declared())
        engine.dispose()
        site = Site(f"sqlite:///{folder}/made.db")

        async def taken() -> dict[str, list[float]]:
            asked = await _asked(site, *_examples(site))
            # What is kept costs as much as what is unchanged, and an announcement has no rows.
            few = {name: one for name, one in asked.items() if not name.endswith(", kept")}
            few.pop("announcement, no row kept")
            return await _in_turn(site, few, SHORT)

        times = asyncio.run(taken())
        site.engine.dispose()
    return lines("web", "request", {name: [one / 1000 for one in some] for name, some in times.items()})


def main() -> int:
    """Print the table; return 1 if a bar is missed."""
    options = argparse.ArgumentParser(prog="python -m bench.web", description=__doc__)
    options.add_argument("--database", help="one that `bench.make_database --declared` has filled")
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--mentions", type=int, default=300_000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = chosen.database or f"sqlite:///{folder}/made.db"
        if not chosen.database:
            engine = open_database(database)
            fill(engine, chosen.documents, chosen.mentions, declared())
            index_missing(engine)
            engine.dispose()
        missed = _print(asyncio.run(measure(Site(database))))
        # An empty database: its content is read on request.
        empty = f"sqlite:///{folder}/empty.db"
        open_database(empty).dispose()
        seconds, megabytes = start(Path(folder), empty)
    missed += seconds > SECONDS or megabytes > MEGABYTES
    print(f"tracker serve: ready after {seconds:.2f} s (bar {SECONDS}) with {megabytes:.0f} MB (bar {MEGABYTES:.0f})")
    return min(missed, 1)


def _print(rows: Iterator[tuple[str, float, float | None]]) -> int:
    bare, missed = 0.0, 0
    for name, milliseconds, bar in rows:
        bare = bare or milliseconds
        over = bar is not None and milliseconds > bar
        missed += over
        told = f"bar {bar:g}{'  OVER' if over else ''}" if bar is not None else ""
        print(f"{name:45} {milliseconds:9.3f} ms {milliseconds / bare:9.1f} x  {told}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
