"""Tests that a hostile list, shell, sitemap or robots.txt is counted as such and leads nowhere."""

import gzip
import json
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from db.engine import reading
from db.models import Page
from tests.factories.declared import HOME, HOST, LISTED, article, listing, source
from tests.factories.hostile import ENTITY, LAUGHS
from tests.processes.crawling import crawl
from tests.servers.site import Answer, serve, to

pytestmark = pytest.mark.once_on_postgresql

ROW = {"u": "/a/1.html", "t": "Article 1"}
FEED = "<rss><channel><item><title>{}</title><link>/a/1.html</link></item></channel></rss>"
INCLUDE = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
LOOP = "<sitemapindex>" + f"<sitemap><loc>{HOME}/news/</loc></sitemap>" * 2 + "</sitemapindex>"
DEEP = "<a>" * 100_000
INSIDE = "http://127.0.0.1/news/"
SHELL = f"""<script url="{INSIDE}" queryData="{{'pageId':'p'}}"></script>"""

JSON: dict[str, Any] = {"kind": "json_list", "link": "u", "title": "t"}
NO_JSON, NO_ARRAY, NO_ROWS, NO_XML = "is not JSON", "contains no array at 'its root'", "no rows", "is not XML"
NO_MATCH = "rows do not match articles.accept, such as"


def told(value: object) -> Answer:
    """Return a response of JSON."""
    return Answer(json.dumps(value), type="application/json")


def xml(text: str | bytes) -> Answer:
    """Return a response of XML."""
    return Answer(text, type="text/xml")


BAD: list[tuple[str, dict[str, Any], Answer, str]] = [
    ("no JSON at all", JSON, Answer("", type="application/json"), NO_JSON),
    ("an HTML error in place of JSON", JSON, Answer("<h1>502</h1>"), NO_JSON),
    ("an HTML error called JSON", JSON, Answer("<h1>502</h1>", type="application/json"), NO_JSON),
    ("half of JSON", JSON, Answer('[{"u": "/a/1.ht', type="application/json"), NO_JSON),
    ("JSON with more behind it", JSON, Answer("[]<!-- -->", type="application/json"), NO_JSON),
    ("an object for an array", JSON, told({"code": 500, "msg": "busy"}), NO_ARRAY),
    ("null", JSON, told(None), NO_ARRAY),
    ("no rows", JSON, told([]), NO_ROWS),
    ("rows of other kinds", JSON, told([None, 1, "x", [], {"u": {}}, {"u": None}, {"u": True}]), f"1 of 1 {NO_MATCH}"),
    ("a link that is no number", JSON, Answer('[{"u": NaN}, {"u": Infinity}]'), f"2 of 2 {NO_MATCH}"),
    (
        "a link that is half a sign",
        JSON,
        Answer('[{"u": "\\ud800/a/1.html"}]'),
        f"1 of 1 {NO_MATCH} {HOME}/news/?/a/1.html",
    ),
    ("a number of 10,000 digits", JSON, Answer(f'[{{"u": {"9" * 10_000}}}]'), NO_JSON),
    ("deep JSON", JSON, Answer("[" * 500_000 + "]" * 500_000), NO_JSON),
    (
        "links to files and scripts",
        JSON,
        told([{"u": "file:///etc/passwd"}, {"u": "javascript:1"}]),
        f"2 of 2 {NO_MATCH}",
    ),
    (
        "links inside",
        JSON,
        told([{"u": "http://127.0.0.1/a/1.html"}, {"u": f"http://{HOST}@[::1]/"}]),
        f"2 of 2 {NO_MATCH}",
    ),
    ("no feed", {"kind": "feed"}, xml(""), NO_XML),
    ("a page for a feed", {"kind": "feed"}, Answer("<html><body>Not found</body></html>"), NO_ROWS),
    ("a deep feed", {"kind": "feed"}, xml(DEEP), NO_ROWS),
    ("a feed without items", {"kind": "feed"}, xml("<rss><channel/></rss>"), NO_ROWS),
    (
        "billion laughs",
        {"kind": "feed"},
        xml(LAUGHS + FEED.format("&j;")),
        NO_ROWS,
    ),
    ("a sitemap of itself", {"kind": "sitemap"}, xml(LOOP), NO_ROWS),
    ("a packed sitemap's bomb", {"kind": "sitemap"}, Answer(gzip.compress(b" " * 40_000_000)), "cannot be unpacked"),
    ("half a packed sitemap", {"kind": "sitemap"}, Answer(gzip.compress(b"<urlset/>" * 99)[:20]), NO_ROWS),
    ("a base inside", LISTED, Answer(f"<base href='{INSIDE}'><li><a href='/a/1.html'>One</a>"), f"1 of 1 {NO_MATCH}"),
    (
        "a base that is a file",
        LISTED,
        Answer("<base href='file:///'><li><a href='/a/1.html'>One</a>"),
        f"1 of 1 {NO_MATCH}",
    ),
    ("a picture", LISTED, Answer(b"\x89PNG\r\n\x1a\n", type="image/png"), "is not text"),
    ("rows without links", LISTED, Answer("<li>" * 100_000), NO_ROWS),
    ("a list inside", LISTED, to(INSIDE), "leaves the source's hosts"),
    ("a shell that leads inside", {"kind": "jpaas", "rows": "li"}, Answer(SHELL), "leaves the source's hosts"),
    (
        "a finding that leads inside",
        JSON | {"discover": {"page": f"{HOME}/news/", "find": "at:(.+)"}},
        Answer(f"at:{INSIDE}"),
        "leaves the source's hosts",
    ),
]


@pytest.mark.parametrize(("declared", "answer", "reason"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_hostile_list_is_empty_and_says_why(
    engine: Engine, declared: dict[str, Any], answer: Answer, reason: str
) -> None:
    with serve() as site:
        site.pages |= {f"{HOST}/news/": answer, f"{HOST}/a/1.html": article(1)}
        outcome = crawl(engine, source({**declared, "id": "news", "url": f"{HOME}/news/"}), site.url)
    assert outcome.verdict == "empty"
    assert (outcome.reason or "").startswith(f"list news: {reason}")
    assert not any("127.0.0.1" in line.split("/")[2] for line in site.asked)
    assert len(site.asked) <= 4


GOOD: list[tuple[str, dict[str, Any], Answer]] = [
    ("one key twice", JSON, Answer('[{"u": "/b/2.html", "u": "/a/1.html"}]')),
    ("a title that is half a sign", JSON, Answer('[{"u": "/a/1.html", "t": "\\ud800"}]')),
    ("a title of a megabyte", JSON, told([{**ROW, "t": "x" * 1_000_000}])),
    ("marks and blank lines before it", JSON, Answer("\ufeff\n\n" + json.dumps([ROW]))),
    ("NUL bytes", JSON, told([{**ROW, "t": "One\0"}])),
    ("an entity of a file", {"kind": "feed"}, xml(ENTITY + FEED.format("&x;"))),
    ("an inclusion", {"kind": "feed"}, xml(FEED.format(INCLUDE))),
    ("a feed cut short", {"kind": "feed"}, xml(FEED.format("One")[:-20])),
    ("a feed in no charset", {"kind": "feed"}, xml('<?xml version="1.0" encoding="klingon"?>' + FEED.format("One"))),
    ("a feed in UTF-16", {"kind": "feed"}, xml(FEED.format("One").encode("utf-16"))),
    ("a base that is none", LISTED, Answer("<base href='http://[x'><li><a href='/a/1.html'>One</a>")),
    ("100,000 rows", LISTED, Answer("<li><a href='/a/1.html'>One</a>" * 100_000)),
]


@pytest.mark.parametrize(("declared", "answer"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_a_hostile_list_gives_what_it_has(engine: Engine, declared: dict[str, Any], answer: Answer) -> None:
    with serve() as site:
        site.pages |= {f"{HOST}/news/": answer, f"{HOST}/a/1.html": article(1)}
        outcome = crawl(engine, source({**declared, "id": "news", "url": f"{HOME}/news/"}), site.url)
    assert (outcome.verdict, outcome.counts["lists"]["news"]["rows"]) == ("ok", 1)
    with reading(engine) as session:
        [page] = session.exec(select(Page)).all()
    assert "root:" not in (page.listed_title or "")
    assert len(page.listed_title or "") <= 500


ROBOTS: list[tuple[str, Answer]] = [
    ("endless redirect", to("/robots.txt")),
    ("to loopback", to("http://127.0.0.1/robots.txt")),
    ("10 GB promised", Answer("x", headers={"Content-Length": "10000000000"})),
    ("bomb", Answer(gzip.compress(b"\0" * 40_000_000), headers={"Content-Encoding": "gzip"})),
    ("noise", Answer(bytes(range(256)) * 100, type="text/plain")),
    ("odd rules", Answer(f"User-agent: *\nDisallow: /{'*' * 200}x\nCrawl-delay: nan", type="text/plain")),
    ("a million rules", Answer("User-agent: *\n" + "Disallow: /x\n" * 100_000, type="text/plain")),
]


@pytest.mark.parametrize("answer", [case[1] for case in ROBOTS], ids=[case[0] for case in ROBOTS])
def test_a_hostile_robots_txt_does_not_stop_crawling(engine: Engine, answer: Answer) -> None:
    with serve() as site:
        site.pages |= {f"{HOST}/robots.txt": answer, f"{HOST}/news/": listing(1), f"{HOST}/a/1.html": article(1)}
        outcome = crawl(engine, source(), site.url)
    assert (outcome.verdict, outcome.counts["articles"]) == ("ok", {"fetched": 1})
    assert {line.split("/")[2] for line in site.asked} == {HOST}
