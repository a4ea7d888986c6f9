"""Tests that a crawl fetches what is new, once, and reports honestly how it went."""

import json
import signal
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select, text

from db.engine import reading, writing
from db.models import Content, Crawl
from spiders.robots_rules import Rules
from tests.factories.declared import HOME, HOST, LISTED, article, listing, pages, source
from tests.processes.crawling import crawl, put_back, stored
from tests.processes.running import Tracker
from tests.servers.site import Answer, Site, serve

pytestmark = pytest.mark.once_on_postgresql

FULL_DISK = {
    "sqlite": [
        "CREATE TRIGGER full_disk BEFORE INSERT ON page WHEN NEW.url LIKE '%/2.html' "
        "BEGIN SELECT RAISE(ABORT, 'no room'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no room''; END'",
        "CREATE TRIGGER full_disk BEFORE INSERT ON page FOR EACH ROW WHEN (NEW.url LIKE '%/2.html') "
        "EXECUTE FUNCTION full_disk()",
    ],
}
PAGED = {**LISTED, "paging": {"url": "index_{n}.html", "most": 4}}


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on loopback."""
    with serve() as site:
        yield site


def numbers(engine: Engine) -> list[int]:
    return sorted(int(page.key.rpartition("/")[2].removesuffix(".html")) for page in stored(engine))


def asked_articles(site: Site) -> list[str]:
    asked = [line.split()[0].rpartition("/")[2] for line in site.asked if "/a/" in line]
    site.asked.clear()
    return asked


def test_rows_become_pages_with_their_evidence(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2, 3)
    outcome = crawl(engine, source(), site.url)
    assert outcome.verdict == "ok"
    assert outcome.counts["lists"] == {"news": {"pages": 1, "rows": 3, "known": 0, "new": 3}}
    page = stored(engine)[0]
    assert page.url == f"{HOME}/a/1.html"
    assert page.key == "example.gov.cn/a/1.html"
    assert (page.listed_title, page.listed_date) == ("Article 1", "[2026-11-20]")
    assert page.request_head.startswith("GET /a/1.html HTTP/1.1\r\nHost: www.example.gov.cn\r\n")
    assert page.response_head.startswith("HTTP/1.1 200 OK\r\n")
    assert page.content_type == "text/html; charset=utf-8"
    assert page.backfilled
    with reading(engine) as session:
        content = session.get_one(Content, page.sha256)
    assert zlib.decompress(content.zipped) == article(1).body
    assert content.size == len(article(1).body)


def test_every_request_is_a_plain_get_in_absolute_form(engine: Engine, site: Site) -> None:
    site.pages |= pages(1)
    crawl(engine, source(), site.url)
    paths = ("/robots.txt", "/news/", "/a/1.html")
    assert site.asked == [f"http://{HOST}{path} HTTP/1.1" for path in paths]
    assert {head["Host"] for head in site.heads} == {HOST}


def test_a_second_crawl_fetches_only_what_is_new(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    crawl(engine, source(), site.url)
    site.asked.clear()
    crawl(engine, source(), site.url)
    assert asked_articles(site) == []
    site.pages |= pages(3, 1, 2)
    outcome = crawl(engine, source(), site.url)
    assert asked_articles(site) == ["3.html"]
    assert outcome.counts["lists"]["news"] == {"pages": 1, "rows": 3, "known": 2, "new": 1}
    assert [page.backfilled for page in stored(engine)] == [True, True, False]


def test_the_items_of_a_list_that_was_added_are_backfilled(engine: Engine, site: Site) -> None:
    site.pages |= pages(1)
    crawl(engine, source(), site.url)
    site.pages |= {f"{HOST}/other/": listing(2), **pages(3, 1), f"{HOST}/a/2.html": article(2)}
    other = {**LISTED, "id": "other", "url": f"{HOME}/other/"}
    crawl(engine, source(LISTED, other), site.url)
    assert {page.listed_title: page.backfilled for page in stored(engine)} == {
        "Article 1": True,
        "Article 2": True,
        "Article 3": False,
    }


def test_lists_are_read_on_until_nothing_is_new(engine: Engine, site: Site) -> None:
    site.pages |= pages(*range(1, 9))
    site.pages |= {f"{HOST}/news/": listing(8, 7), f"{HOST}/news/index_1.html": listing(6, 5)}
    site.pages |= {f"{HOST}/news/index_2.html": listing(4, 3), f"{HOST}/news/index_3.html": listing(2, 1)}
    site.pages |= {f"{HOST}/news/index_4.html": listing(9)}
    crawl(engine, source(PAGED), site.url)
    assert numbers(engine) == [1, 2, 3, 4, 5, 6, 7, 8]
    site.asked.clear()
    crawl(engine, source(PAGED), site.url)
    assert site.times("/news/") == 1


def test_a_crawl_that_was_cut_short_is_made_up_for(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2, 3, 4)
    site.pages |= {f"{HOST}/news/": listing(4, 3), f"{HOST}/news/index_1.html": listing(2, 1)}
    outcome = crawl(engine, source(PAGED), site.url, limit=1)
    assert (outcome.verdict, outcome.counts["whole"]) == ("ok", False)
    assert numbers(engine) == [4]
    site.pages |= {f"{HOST}/news/": listing(4)}
    assert crawl(engine, source(PAGED), site.url).counts["deep"]
    assert numbers(engine) == [1, 2, 4]
    assert all(page.backfilled for page in stored(engine))


def test_what_is_older_than_the_source_is_followed_is_left_alone(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    site.pages |= {f"{HOST}/news/": listing(2), f"{HOST}/news/index_1.html": listing(1, day="2023-12-31")}
    crawl(engine, source(PAGED), site.url)
    assert numbers(engine) == [2]
    assert not site.times("index_2")


def test_twins_of_one_article_are_one_page(engine: Engine, site: Site) -> None:
    links = ("https://www.{h}/a/1.html", "http://www.{h}/a/1.html", "//m.{h}/a/1.html#top")
    rows = "".join(f'<li><a href="{link.format(h="example.gov.cn")}">One</a></li>' for link in links)
    site.pages |= {**pages(1), f"{HOST}/news/": Answer(f"<ul>{rows}</ul>")}
    crawl(engine, source(), site.url)
    assert [page.url for page in stored(engine)] == [f"{HOME}/a/1.html"]


def test_manners_are_kept(engine: Engine, site: Site) -> None:
    site.pages |= pages(1)
    crawl(engine, source(manners={"referer": "list", "agent": "browser"}), site.url)
    robots, *others = site.heads
    assert all(head["Referer"] == f"{HOME}/news/" for head in others)
    assert all(head["User-Agent"].startswith("Mozilla/5.0 (") for head in site.heads)
    assert all("policy-initiative-tracker/" in head["User-Agent"] for head in site.heads)
    assert "Referer" not in robots


@pytest.mark.parametrize(
    ("robots", "fetched"),
    [
        (Answer("User-agent: *\nDisallow: /a/2", type="text/plain"), [1]),
        (Answer("User-agent: policy-initiative-tracker\nDisallow: /a/", type="text/plain"), []),
        (Answer("User-agent: *\nDisallow: /", 404, "text/plain"), [1, 2]),
        (Answer("<html>User-agent: *\nDisallow: /</html>"), [1, 2]),
        (Answer(status=302, headers={"Location": f"{HOME}/"}), [1, 2]),
        (Answer(raw=b""), []),
    ],
    ids=["forbids one", "forbids us", "missing", "is HTML", "leads home", "hangs up"],
)
def test_robots_txt_is_obeyed_where_it_is_one(engine: Engine, site: Site, robots: Answer, fetched: list[int]) -> None:
    site.pages |= {**pages(1, 2), f"{HOST}/robots.txt": robots}
    crawl(engine, source(), site.url)
    assert numbers(engine) == fetched


@pytest.mark.parametrize(
    ("robots", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 10", 10),
        ("User-agent: policy-initiative-tracker\nCrawl-delay: 1.5\n\nUser-agent: *\nCrawl-delay: 10", 1.5),
        ("User-agent: *\nCrawl-delay: 86400", 120),
        ("User-agent: other\nCrawl-delay: 10", 0),
        ("User-agent: *\nCrawl-delay: -5", 0),
        ("User-agent: *\nCrawl-delay: soon", 0),
        ("\x00\ufffd", 0),
    ],
)
def test_a_robots_txt_may_ask_for_a_delay_within_reason(robots: str, seconds: float) -> None:
    assert Rules.of_answer(200, robots.encode()).delay == seconds


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        (listing(), "empty", "list news: no rows"),
        (
            Answer('<li><a href="https://elsewhere.cn/1.html">Off</a></li>'),
            "empty",
            "list news: 1 of 1 rows do not match articles.accept, such as https://elsewhere.cn/1.html",
        ),
        (Answer("gone", 404), "empty", "list news: HTTP 404"),
        (Answer("busy", 500), "down", "list news: HTTP 500"),
        (Answer(raw=b""), "down", "list news: "),
        (Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Le"), "down", "list news: "),
        (Answer("no", 403), "blocked", "list news: HTTP 403"),
        (Answer("no", 412), "blocked", "list news: HTTP 412"),
        (Answer("slow down", 429, headers={"Retry-After": "0"}), "blocked", "list news: HTTP 429"),
        (Answer("<script>document.cookie='x'</script>", 521), "blocked", "list news: HTTP 521"),
        (Answer(status=302, headers={"Location": "http://elsewhere.cn/"}), "empty", "list news: leaves"),
        (Answer(status=302, headers={"Location": "/news/"}), "error", "list news: endless redirects"),
    ],
)
def test_the_verdict_says_what_is_wrong_with_a_list(
    engine: Engine, site: Site, answer: Answer, verdict: str, reason: str
) -> None:
    site.pages[f"{HOST}/news/"] = answer
    outcome = crawl(engine, source(), site.url)
    assert outcome.verdict == verdict
    assert outcome.reason is not None
    assert outcome.reason.startswith(reason)
    assert not site.times("elsewhere")


def test_a_robots_txt_that_forbids_the_list_is_a_refusal(engine: Engine, site: Site) -> None:
    site.pages |= {f"{HOST}/robots.txt": Answer("User-agent: *\nDisallow: /news", type="text/plain")}
    outcome = crawl(engine, source(), site.url)
    assert (outcome.verdict, outcome.reason) == ("blocked", "list news: robots.txt forbids it")


def test_one_bad_list_does_not_spoil_the_others(engine: Engine, site: Site) -> None:
    site.pages |= pages(1)
    bad = {**LISTED, "id": "bad", "url": f"{HOME}/bad/"}
    outcome = crawl(engine, source(bad, LISTED), site.url)
    assert (outcome.verdict, outcome.reason) == ("empty", "list bad: HTTP 404")
    assert numbers(engine) == [1]


def test_a_busy_site_is_asked_again(engine: Engine, site: Site) -> None:
    tries = iter([Answer("busy", 503), Answer("busy", 503, headers={"Retry-After": "0"}), article(1)])
    site.pages |= {**pages(1), f"{HOST}/a/1.html": lambda _: next(tries)}
    outcome = crawl(engine, source(), site.url)
    assert outcome.verdict == "ok"
    assert numbers(engine) == [1]


def test_a_site_that_refuses_articles_is_left_alone_for_now(engine: Engine, site: Site) -> None:
    site.pages |= pages(*range(1, 9))
    site.pages |= {f"{HOST}/a/{n}.html": Answer("no", 403) for n in range(2, 9)}
    outcome = crawl(engine, source(), site.url)
    assert (outcome.verdict, outcome.reason) == ("blocked", "articles: HTTP 403")
    assert len(asked_articles(site)) <= 5  # the fifth may be on its way when the fourth is refused
    assert numbers(engine) == [1]


def test_an_item_that_cannot_be_written_makes_the_crawl_fail(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2, 3)
    with writing(engine) as session:
        for statement in FULL_DISK[engine.dialect.name]:
            session.exec(text(statement))  # type: ignore[call-overload]
    outcome = crawl(engine, source(), site.url)
    assert outcome.verdict == "lost"
    assert "no room" in (outcome.reason or "")
    assert numbers(engine) == [1, 3]


def held_at_the_third(
    folder: Path, database_url: str, site: Site, articles: dict[str, Any]
) -> tuple[Tracker, Event, Event]:
    """Return a tracker whose third article waits, the event that it is asked for, and the one that lets it go on."""
    reached, going_on = Event(), Event()

    def slow(_: Any) -> Answer:
        reached.set()
        going_on.wait(60)
        return article(3)

    site.pages |= {**articles, f"{HOST}/a/3.html": slow}
    (folder / "sources").mkdir()
    (folder / "sources" / "example.yaml").write_text(json.dumps(source()), encoding="utf-8")
    tracker = Tracker(folder, {"TRACKER_CONFIG": str(folder), "TRACKER_REPLICA": site.url}, database_url)
    return tracker, reached, going_on


def test_a_killed_crawl_loses_at_most_the_item_in_flight(
    tmp_path: Path, database_url: str, engine: Engine, site: Site
) -> None:
    tracker, reached, going_on = held_at_the_third(tmp_path, database_url, site, pages(1, 2, 3, 4))
    with tracker.start("crawl", "example") as process:
        assert reached.wait(60)
        process.kill()
    going_on.set()
    assert numbers(engine) == [1, 2]
    site.asked.clear()
    tracker.run("crawl", "example")
    assert numbers(engine) == [1, 2, 3, 4]
    assert asked_articles(site) == ["3.html", "4.html"]
    assert all(page.backfilled for page in stored(engine))


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_crawl_says_so_and_keeps_what_it_has(
    tmp_path: Path, database_url: str, engine: Engine, site: Site, sign: signal.Signals, code: int
) -> None:
    tracker, reached, going_on = held_at_the_third(tmp_path, database_url, site, pages(*range(1, 41)))
    with tracker.start("crawl", "example") as process:
        assert reached.wait(60)
        process.send_signal(sign)
        going_on.set()
        told, _ = process.communicate(timeout=60)
    assert (process.returncode, told.partition(" (")[0]) == (code, "example: error: it was stopped")
    assert numbers(engine)[:2] == [1, 2]
    assert len(numbers(engine)) < 40


LOOKS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"ETag": '"a1"'}, {"If-None-Match": '"a1"'}),
    (
        {"Last-Modified": "Fri, 20 Nov 2026 08:00:00 GMT"},
        {"If-Modified-Since": "Fri, 20 Nov 2026 08:00:00 GMT"},
    ),
]


@pytest.mark.parametrize(("validator", "condition"), LOOKS, ids=["ETag", "Last-Modified"])
def test_a_second_look_is_conditional(
    engine: Engine, site: Site, validator: dict[str, str], condition: dict[str, str]
) -> None:
    def answer(headers: Any) -> Answer:
        fresh = all(headers.get(name) == value for name, value in condition.items())
        return Answer(status=304) if fresh else Answer("<p>One</p>", headers=validator)

    site.pages |= {**pages(1), f"{HOST}/a/1.html": answer}
    crawl(engine, source(), site.url)
    for looks in (2, 3, 4):
        put_back(engine, 40)
        assert crawl(engine, source(), site.url).counts["articles"] == {"looks": 1}
        assert [page.checks for page in stored(engine)] == [looks]
    put_back(engine, 40)
    assert crawl(engine, source(), site.url).counts["articles"] == {}


def test_a_second_look_finds_a_revision(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    crawl(engine, source(), site.url)
    put_back(engine, 0.9)
    assert crawl(engine, source(), site.url).counts["articles"] == {}
    put_back(engine, 0.2)
    site.pages[f"{HOST}/a/1.html"] = Answer("<h1>Article 1</h1><p>It says something else.</p>")
    crawl(engine, source(), site.url)
    first, second, revised = stored(engine)
    assert (first.checks, second.checks, revised.checks) == (1, 2, 1)
    assert revised.key == first.key
    assert revised.listed_title == "Article 1"
    assert not revised.backfilled


@pytest.mark.parametrize("status", [404, 410])
def test_a_second_look_finds_a_page_gone_and_keeps_it(engine: Engine, site: Site, status: int) -> None:
    site.pages |= pages(1)
    crawl(engine, source(), site.url)
    put_back(engine, 2)
    site.pages[f"{HOST}/a/1.html"] = Answer("gone", status)
    assert crawl(engine, source(), site.url).verdict == "ok"
    [page] = stored(engine)
    assert page.gone_since is not None
    put_back(engine, 10)
    assert crawl(engine, source(), site.url).counts["articles"] == {}


def test_an_article_that_did_not_answer_is_made_up_for(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    site.pages |= {f"{HOST}/news/": listing(2), f"{HOST}/news/index_1.html": listing(1)}
    site.pages[f"{HOST}/a/1.html"] = Answer("busy", 503)
    outcome = crawl(engine, source(PAGED), site.url)
    assert (outcome.verdict, numbers(engine)) == ("ok", [2])
    site.pages[f"{HOST}/a/1.html"] = article(1)
    crawl(engine, source(PAGED), site.url)
    assert numbers(engine) == [1, 2]


def test_a_site_that_answers_no_article_is_down(engine: Engine, site: Site) -> None:
    site.pages |= {**pages(1, 2), f"{HOST}/a/1.html": Answer("", 503), f"{HOST}/a/2.html": Answer(raw=b"")}
    outcome = crawl(engine, source(), site.url)
    assert (outcome.verdict, outcome.reason) == ("down", "no article answered")


def test_a_list_that_is_never_read_completely_has_news_after_a_week(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    for limit, days in ((1, 6), (1, 2)):
        crawl(engine, source(), site.url, limit)
        with writing(engine) as session:
            for old in session.exec(select(Crawl)):
                old.started_at -= timedelta(days=days)
    site.pages |= pages(1, 2, 3)
    crawl(engine, source(), site.url)
    assert [page.backfilled for page in stored(engine)] == [True, True, False]


def test_a_second_look_that_leads_home_finds_a_page_gone(engine: Engine, site: Site) -> None:
    site.pages |= {**pages(1), f"{HOST}/": Answer("<h1>Home</h1>")}
    crawl(engine, source(), site.url)
    put_back(engine, 2)
    site.pages[f"{HOST}/a/1.html"] = Answer(status=302, headers={"Location": "/"})
    crawl(engine, source(), site.url)
    [page] = stored(engine)
    assert page.gone_since is not None


def test_a_second_look_that_fails_is_over(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    crawl(engine, source(), site.url)
    put_back(engine, 2)
    site.pages[f"{HOST}/a/1.html"] = Answer("no", 403)
    crawl(engine, source(), site.url)
    assert [page.checks for page in stored(engine)] == [2, 2]
    assert all(page.gone_since is None for page in stored(engine))


def test_a_weekly_crawl_is_deep(engine: Engine, site: Site) -> None:
    site.pages |= pages(1, 2)
    site.pages |= {f"{HOST}/news/": listing(2), f"{HOST}/news/index_1.html": listing(1)}
    deep = [crawl(engine, source(PAGED), site.url).counts["deep"] for _ in range(2)]
    with writing(engine) as session:
        for old in session.exec(select(Crawl)):
            old.started_at -= timedelta(days=8)
    assert [*deep, crawl(engine, source(PAGED), site.url).counts["deep"]] == [True, False, True]
