"""Tests that hosts get requests as they want: by RFC 9309, in turn among all users, not during a pause."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import chain, pairwise
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from scrapy.http import Response
from sqlalchemy import Engine
from sqlmodel import select

from db.engine import reading, transact, writing
from db.models import Host, now
from db.store.hosts import take_turn
from spiders.turns import retry_after
from tests.factories.declared import HOST, LISTED, article, listing, pages, source
from tests.processes.crawling import crawl, stored
from tests.processes.running import Tracker
from tests.servers.site import Answer, Site, serve, to

pytestmark = pytest.mark.once_on_postgresql

HOUR = timedelta(hours=1)
RULES = "User-agent: *\nDisallow: /a/2"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on loopback with two articles."""
    with serve() as site:
        site.pages |= pages(1, 2)
        yield site


def numbers(engine: Engine) -> list[int]:
    return sorted(int(page.url.rpartition("/")[2].removesuffix(".html")) for page in stored(engine))


def known(engine: Engine, name: str = HOST) -> Host:
    with reading(engine) as session:
        return session.exec(select(Host).where(Host.name == name)).one()


def text(content: str | bytes, status: int = 200) -> Answer:
    return Answer(content, status, "text/plain")


ROBOTS: list[tuple[str, Answer, list[int]]] = [
    ("5xx", text(RULES, 500), []),
    ("unavailable", text(RULES, 503), []),
    ("hangs up", Answer(raw=b""), []),
    ("half an answer", Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Le"), []),
    ("404", text("User-agent: *\nDisallow: /", 404), [1, 2]),
    ("403", text("User-agent: *\nDisallow: /", 403), [1, 2]),
    ("a comment of HTML", text(f"<!-- note -->\n{RULES}"), [1]),
    ("BOM", text("\ufeff" + RULES), [1]),
    ("BOM and blanks", text("\ufeff \r\n" + RULES), [1]),
    ("lines of HTML", Answer(f"<html><pre>\n<p>Rules:\n{RULES}\n</pre>"), [1]),
    ("a page", Answer("<html><body><a href='/'>User-agent</a></body></html>"), [1, 2]),
    ("not UTF-8", text(b"# \xb9\xe6\xd4\xf2\n" + RULES.encode()), [1]),
    ("just within the size", text("#" * 500_000 + f"\n{RULES}"), [1]),
    ("behind the size", text("#" * 600_000 + f"\n{RULES}"), [1, 2]),
]


@pytest.mark.parametrize(("answer", "fetched"), [case[1:] for case in ROBOTS], ids=[case[0] for case in ROBOTS])
def test_an_answer_for_robots_txt_means_what_the_rfc_says(
    engine: Engine, site: Site, answer: Answer, fetched: list[int]
) -> None:
    site.pages[f"{HOST}/robots.txt"] = answer
    crawl(engine, source(), site.url)
    assert numbers(engine) == fetched


@pytest.mark.parametrize(("hops", "fetched"), [(1, [1]), (5, [1]), (6, [1, 2])])
def test_a_robots_txt_may_stand_elsewhere(engine: Engine, site: Site, hops: int, fetched: list[int]) -> None:
    addresses = [f"{HOST}/robots.txt", *(f"rules{n}.example.org/robots.txt" for n in range(hops))]
    for here, there in pairwise(addresses):
        site.pages[here] = to(f"https://{there}")
    site.pages[addresses[-1]] = text(RULES)
    crawl(engine, source(), site.url)
    assert numbers(engine) == fetched


def test_a_robots_txt_that_is_missed_is_named_and_tried_again(tmp_path: Path, database_url: str, site: Site) -> None:
    tracker = installation(tmp_path, database_url, site)
    site.pages[f"{HOST}/robots.txt"] = text("busy", 500)
    done = tracker.run("crawl", "example", code=1)
    assert f"example: down: robots.txt of {HOST} could not be fetched since 20" in done.stderr
    assert "(HTTP 500), which forbids everything; the next crawl tries again" in done.stderr
    assert all("/robots.txt" in line for line in site.asked)
    health = tracker.run("health", code=None).stdout
    assert f"robots.txt of {HOST} could not be fetched since 20" in health
    [row] = [row for row in tracker.json_of("health") if row["source"] == "example"]
    assert "HTTP 500" in row["hosts"][0]
    site.pages[f"{HOST}/robots.txt"] = text(RULES)
    tracker.run("crawl", "example")
    assert "could not be fetched" not in tracker.run("health", code=None).stdout


class Installation(Tracker):
    """One whose commands may end with an exit code other than 0."""

    def json_of(self, *arguments: str) -> Any:
        """What a command prints as JSON, whatever its exit code."""
        return json.loads(self.run(*arguments, "--format", "json", code=None).stdout)


def installation(folder: Path, database_url: str, site: Site) -> Installation:
    (folder / "sources").mkdir()
    (folder / "sources" / "example.yaml").write_text(json.dumps(source()), encoding="utf-8")
    return Installation(folder, {"TRACKER_CONFIG": str(folder), "TRACKER_REPLICA": site.url}, database_url)


@pytest.mark.slow(10)
@pytest.mark.parametrize("processes", [1, 2])
def test_sources_of_one_host_ask_it_by_turns(engine: Engine, site: Site, processes: int) -> None:
    asked = []

    def clocked(answer: Answer) -> Any:
        def play(_: Any) -> Answer:
            asked.append(time.monotonic())
            return answer

        return play

    begun = Barrier(2)

    def rules(_: Any) -> Answer:
        begun.wait(60)  # both crawls begin in one moment
        return text("User-agent: *\nCrawl-delay: 0.4")

    site.pages = {at: clocked(answer) for at, answer in pages(1, 2).items()} | {f"{HOST}/robots.txt": rules}
    both = [{**source(manners={"delay": 0.2}), "id": id_} for id_ in ("one", "other")]
    jobs = [both] if processes == 1 else [[one] for one in both]
    with ExitStack() as stack:
        command = [sys.executable, "-m", "tests.unhurried"]
        pipe = subprocess.PIPE
        running = [stack.enter_context(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)) for _ in jobs]
        for process, sources in zip(running, jobs, strict=True):
            job = {"sources": sources, "database": engine.url.render_as_string(False), "replica": site.url}
            process.stdin.write(json.dumps(job) + "\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
            assert process.stdout.readline() == "ready\n"  # type: ignore[union-attr]
        for process in running:
            process.stdin.write("\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
        verdicts = [json.loads(process.communicate(timeout=60)[0]) for process in running]
    assert list(chain.from_iterable(verdicts)) == ["ok", "ok"]
    assert len(asked) == 6
    # Single gaps vary with the machine.
    assert asked[-1] - asked[0] >= 4.5 * 0.4
    assert known(engine).crawl_delay == 0.4


def test_of_many_who_come_at_once_one_has_the_turn(engine: Engine) -> None:
    at = now()
    with ThreadPoolExecutor(8) as pool:
        took = list(pool.map(lambda _: transact(engine, lambda session: take_turn(session, HOST, 5, at)), range(8)))
    assert sorted(took) == [False] * 7 + [True]


@pytest.mark.parametrize(
    ("delay", "seconds", "ours"),
    [(5, 4, False), (5, 5, True), (2, 4, True), (0.2, 2, False), (0.2, 3, True), (5, -100, False), (5, -4000, True)],
)
def test_a_turn_comes_after_the_longest_delay(engine: Engine, delay: float, seconds: float, ours: bool) -> None:
    at = now()
    with writing(engine) as session:
        session.add(Host(name=HOST, asked_at=at, crawl_delay=2.5 if delay == 0.2 else 0))
    with writing(engine) as session:
        assert take_turn(session, HOST, delay, at + timedelta(seconds=seconds)) is ours


NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ASKED: list[tuple[int, str, timedelta]] = [
    (503, "3600", HOUR),
    (429, "0", timedelta()),
    (429, " 90 ", timedelta(seconds=90)),
    (503, "Mon, 30 Nov 2026 13:00:00 GMT", HOUR),
    (503, "Monday, 30-Nov-26 13:00:00 GMT", HOUR),
    (503, "Mon Nov 30 13:00:00 2026", HOUR),
    (503, "Mon, 30 Nov 2026 11:00:00 GMT", timedelta()),
    (503, "soon", timedelta()),
    (503, "-5", timedelta()),
    (503, "1.5", timedelta()),
    (503, "9" * 5000, timedelta(seconds=10**9)),
    (503, "Mon, 30 Nov 99999 11:00:00 GMT", timedelta()),
    (200, "3600", timedelta()),
    (404, "3600", timedelta()),
    (403, "3600", HOUR),
]


@pytest.mark.parametrize(("status", "value", "pause"), ASKED, ids=[f"{case[0]} {case[1][:30]}" for case in ASKED])
def test_a_refusal_says_when_to_come_again(status: int, value: str, pause: timedelta) -> None:
    answer = Response("https://x.cn/", status, headers={"Retry-After": value})
    assert retry_after(answer, NOON) == pause


def in_an_hour() -> str:
    return format_datetime(datetime.now(UTC) + HOUR, usegmt=True)


@pytest.mark.parametrize("value", ["3600", "date"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_pause_is_remembered_and_obeyed_by_all_sources(engine: Engine, site: Site, status: int, value: str) -> None:
    value = in_an_hour() if value == "date" else value
    site.pages[f"{HOST}/news/"] = Answer("later", status, headers={"Retry-After": value})
    outcome = crawl(engine, source(), site.url)
    assert outcome.verdict == "blocked"
    assert (outcome.reason or "").startswith(f"{HOST} is paused until ")
    assert f"(HTTP {status}, Retry-After: {value})" in (outcome.reason or "")
    until = known(engine).paused_until
    assert until is not None
    assert abs(until - now() - HOUR) < timedelta(minutes=5)
    site.pages |= pages(1, 2)
    site.asked.clear()
    assert crawl(engine, {**source(), "id": "other"}, site.url).verdict == "blocked"
    assert site.asked == []
    end_pause(engine)
    assert crawl(engine, source(), site.url).verdict == "ok"
    assert numbers(engine) == [1, 2]


def end_pause(engine: Engine) -> None:
    with writing(engine) as session:
        for host in session.exec(select(Host)):
            host.paused_until = now()


def test_a_pause_in_the_midst_of_a_crawl_ends_it_and_the_next_goes_on(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2, 3, 4)
    site.pages[f"{HOST}/a/2.html"] = Answer("later", 503, headers={"Retry-After": "3600"})
    outcome = crawl(engine, source(), site.url)
    assert (outcome.verdict, outcome.counts["whole"]) == ("blocked", False)
    assert site.times("/a/2.html") == 1
    assert not site.times("/a/3.html")
    end_pause(engine)
    site.pages |= pages(1, 2, 3, 4)
    assert crawl(engine, source(), site.url).verdict == "ok"
    assert numbers(engine) == [1, 2, 3, 4]


def test_a_pause_has_a_ceiling_and_is_shown(tmp_path: Path, database_url: str, engine: Engine, site: Site) -> None:
    tracker = installation(tmp_path, database_url, site)
    site.pages[f"{HOST}/robots.txt"] = Answer("later", 503, headers={"Retry-After": "999999999"})
    done = tracker.run("crawl", "example", code=1)
    assert "Retry-After: 999999999" in done.stderr
    until = known(engine).paused_until
    assert until is not None
    assert timedelta(hours=23) < until - now() <= timedelta(days=1)
    assert f"{HOST} is paused until " in tracker.run("health", code=None).stdout
    [row] = [row for row in tracker.json_of("health") if row["source"] == "example"]
    assert "Retry-After: 999999999" in row["hosts"][0]


def test_a_short_pause_is_waited_for(engine: Engine, site: Site) -> None:
    tries = iter([Answer("later", 503, headers={"Retry-After": "1"}), article(1)])
    times = []

    def busy(_: Any) -> Answer:
        times.append(time.monotonic())
        return next(tries)

    site.pages[f"{HOST}/a/1.html"] = busy
    assert crawl(engine, source(), site.url).verdict == "ok"
    assert numbers(engine) == [1, 2]
    assert times[1] - times[0] >= 0.9


NOWHERE = (
    "javascript:/a/1.html",
    "mailto:x@y.cn?/a/1.html",
    "http:///a/1.html",
    "http://[x/a/1.html",
    "https:/a/9.html",
)


def test_rows_that_lead_nowhere_cost_the_others_nothing(engine: Engine, site: Site) -> None:
    rows = "".join(f'<li><a href="{address}">Nowhere</a></li>' for address in NOWHERE)
    first = listing(1, 2)
    first.content = f"{rows}{first.content!s}"
    site.pages |= {**pages(1, 2, 3), f"{HOST}/news/": first, f"{HOST}/news/index_1.html": listing(3)}
    declared = source({**LISTED, "paging": {"url": "index_{n}.html", "most": 2}}, articles={"accept": r"/a/\d+\.html$"})
    outcome = crawl(engine, declared, site.url)
    assert outcome.verdict == "ok"
    assert numbers(engine) == [1, 2, 3]
    assert outcome.counts["lists"]["news"]["malformed"] == 4
