"""Tests what lists of every kind give: rows, parts, addresses of further pages, keys."""

import json
from typing import Any

import pytest
from parsel import Selector
from pydantic import TypeAdapter
from scrapy.http import HtmlResponse, Response, TextResponse, XmlResponse

from config.schema.picks import Picks
from config.schema.source import Source, SourceList
from spiders.discovery import Walk, first_page, further_page, shell_of
from spiders.heads import conditions
from spiders.keys import canonical_key
from spiders.listed import listed
from spiders.picks import pick_html, pick_json
from spiders.readers import READERS
from spiders.rows import Row, UnreadableError
from spiders.sift import articles, too_old
from tests.factories.declared import source

URL = "https://www.example.gov.cn/news/"
API = "https://www.example.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit"


def declared(kind: str, **more: Any) -> SourceList:
    return SourceList.model_validate({"id": "one", "kind": kind, "url": URL, **more})


def answer(body: str | bytes, kind: type[Response] = HtmlResponse, url: str = URL) -> Response:
    content = body.encode() if isinstance(body, str) else body
    more = {"encoding": "utf-8"} if kind is TextResponse else {}
    return kind(url, body=content, **more)


FEED_RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Site</title><link>https://x.cn/</link>
<item><title>A &amp; B</title><link> https://x.cn/1.html </link>
<pubDate>Fri, 03 Jul 2026 10:00:00 +0800</pubDate></item>
<item><title><![CDATA[<b>Two</b>]]></title><link>/2.html</link></item><item><title>none</title></item>
</channel></rss>"""
FEED_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://x.cn/"/><entry><title>One</title>
<link rel="self" href="/self"/><link href="/1.html"/><updated>2026-07-03T02:00:00Z</updated></entry></feed>"""
FEED_EVIL = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bbb">]>
<rss><channel><item><title>&a;&b;One</title><link>/1.html</link></item></channel></rss>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://x.cn/1.html</loc>
<news:news><news:publication_date>2026-07-03T10:00:00+08:00</news:publication_date><news:title>One</news:title>
</news:news></url><url><loc>/2.html</loc><lastmod>2026-07-02</lastmod></url></urlset>"""
GOVCN = "\ufeff\n\n" + json.dumps(
    [{"TITLE": "甲&ldquo;乙&rdquo;", "URL": "./a.htm", "D": "2026-10-03"}, {"TITLE": "x"}]
)
SEARCH = json.dumps({"a": {"rows": [{"g": [{"d": {"t": "<em>甲</em>", "u": "/a.htm", "n": 1790000000000}}]}]}})
INNER = json.dumps({"info": json.dumps({"rows": [{"u": "/a.htm"}]})})
UNIT = json.dumps({"success": True, "data": {"html": '<li class=cf><a title="Whole" href="../a.html">Wh...</a></li>'}})

ROWS: list[tuple[str, dict[str, Any], Response, list[Row]]] = [
    (
        "listing",
        {"rows": "li", "date": ".d"},
        answer('<li><a href=//m.x.cn/1.html title="Long name">Long...</a><i class=d> 2026-07-03\n</i><li class=empty>'),
        [Row("https://m.x.cn/1.html", "Long name", "2026-07-03")],
    ),
    (
        "listing",
        {"rows": "a", "link": "::attr(href)", "title": "::text"},
        answer('<base href="https://www.x.cn/b/"><a href="c.html">One<i>!</i></a><a>none</a>'),
        [Row("https://www.x.cn/b/c.html", "One!")],
    ),
    (
        "listing",
        {"rows": "li", "title": [{"select": "a", "regex": r"^\d+\. (.+)"}, "b"]},
        answer('<li><a href="/1">1. One</a></li><li><a href="/2">x</a><b>Two</b></li>'),
        [Row("https://www.example.gov.cn/1", "One"), Row("https://www.example.gov.cn/2", "Two")],
    ),
    (
        "listing",
        {"rows": "li"},
        answer('<html><body><p>Menu</p></body></html><ul><li><a href="/1">One</a></li></ul></BODY ></html>'),
        [Row("https://www.example.gov.cn/1", "One")],
    ),
    (
        "listing",
        {"rows": "li"},
        answer("""<html><body><script>document.write('<li><a href="/1">One<\\/a><\\/li>');</script></body></html>"""),
        [Row("https://www.example.gov.cn/1", "One")],
    ),
    (
        "json_list",
        {"link": "URL", "title": "TITLE", "date": "D"},
        answer(GOVCN, TextResponse),
        [Row(f"{URL}a.htm", "甲“乙”", "2026-10-03")],
    ),
    (
        "json_list",
        {"rows": "a.rows", "link": "g.0.d.u", "title": "g.0.d.t", "date": "g.0.d.n"},
        answer(SEARCH, TextResponse),
        [Row("https://www.example.gov.cn/a.htm", "甲", "1790000000000")],
    ),
    (
        "json_list",
        {"rows": "info.rows", "link": "u"},
        answer(INNER, Response),
        [Row("https://www.example.gov.cn/a.htm")],
    ),
    ("jpaas", {"rows": "li"}, answer(UNIT, TextResponse, API), [Row("https://www.example.gov.cn/a.html", "Whole")]),
    (
        "feed",
        {},
        answer(FEED_RSS, XmlResponse),
        [
            Row("https://x.cn/1.html", "A & B", "Fri, 03 Jul 2026 10:00:00 +0800"),
            Row("https://www.example.gov.cn/2.html", "Two"),
        ],
    ),
    ("feed", {}, answer(FEED_ATOM), [Row("https://www.example.gov.cn/1.html", "One", "2026-07-03T02:00:00Z")]),
    ("feed", {}, answer(FEED_EVIL), [Row("https://www.example.gov.cn/1.html", "&a;&b;One")]),
    (
        "sitemap",
        {},
        answer(NEWS, XmlResponse),
        [
            Row("https://x.cn/1.html", "One", "2026-07-03T10:00:00+08:00"),
            Row("https://www.example.gov.cn/2.html", None, "2026-07-02"),
        ],
    ),
    ("feed", {}, answer("<html><body>Not found</body></html>"), []),
    (
        "json_list",
        {"link": "u"},
        answer('list([{"u": "/a.htm"}]);', TextResponse),
        [Row("https://www.example.gov.cn/a.htm")],
    ),
]


@pytest.mark.parametrize(("kind", "more", "response", "rows"), ROWS)
def test_lists_give_their_rows(kind: str, more: dict[str, Any], response: Response, rows: list[Row]) -> None:
    assert list(READERS[kind](response, declared(kind, **more)).rows) == rows


def test_dates_without_a_year_in_a_declared_list_are_those_of_its_rows() -> None:
    rows = "".join(f"<li><a href='/news/{day[-2:]}.html'>One</a><i>{day}</i></li>" for day in ("2024-01-05", "12-29"))
    told = source(lists=[{"id": "one", "kind": "listing", "url": URL, "rows": "li", "date": "i"}])
    told["hosts"], told["articles"] = ["www.example.gov.cn"], {"accept": r"/news/\d+\.html$"}
    found = listed(Source.model_validate(told), answer(rows), Walk(declared("listing", rows="li", date="i"), URL))
    assert [row.date for row in found.rows.values()] == ["2024-01-05", "2023-12-29"]


def test_one_odd_link_does_not_cost_the_others() -> None:
    html = "<a href='http://[bad/1.html'>x</a><a href='javascript:void(0)'>y</a><a href='/1.html'>One</a>"
    rows = READERS["listing"](answer(html), declared("listing", rows="a")).rows
    assert [row.url for row in rows] == ["", "javascript:void(0)", "https://www.example.gov.cn/1.html"]


UNREADABLE = [
    ("listing", {"rows": "li"}, answer(b"\x89PNG\r\n", Response), "is not text"),
    ("json_list", {"link": "u"}, answer("<html>busy</html>"), "is not JSON"),
    ("json_list", {"link": "u"}, answer("[" * 100_000, TextResponse), "is not JSON"),
    ("json_list", {"link": "u", "rows": "a.b"}, answer('{"a": null}', TextResponse), "contains no array at 'a.b'"),
    ("jpaas", {"rows": "li"}, answer('{"success": false}', TextResponse), "contains no data.html"),
    ("feed", {}, answer(b"\x00\x01", Response), "is not XML"),
    ("feed", {}, answer(""), "is not XML"),
]


@pytest.mark.parametrize(("kind", "more", "response", "reason"), UNREADABLE)
def test_what_is_no_list_says_so(kind: str, more: dict[str, Any], response: Response, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        READERS[kind](response, declared(kind, **more))


def test_a_sitemap_of_sitemaps_gives_parts() -> None:
    index = "<sitemapindex><sitemap><loc>https://x.cn/1.xml</loc></sitemap></sitemapindex>"
    assert READERS["sitemap"](answer(index), declared("sitemap")).parts == ("https://x.cn/1.xml",)


PAPER: dict[str, Any] = {
    "url": "https://paper.x.cn/layout/index.html",
    "rows": ".news a",
    "link": "::attr(href)",
    "pages": "#list a",
    "discover": {
        "page": "https://paper.x.cn/layout/index.html",
        "find": r"(\d{6}/\d{2})/node_01",
        "url": "{found}/node_01.html",
    },
    "paging": {"most": 3},
}


def test_a_paper_is_read_page_by_page_and_day_by_day() -> None:
    paper = declared("paper", **PAPER)
    first = first_page(paper, answer('<a href="202603/01/node_01.html">', url=paper.url))
    assert first == "https://paper.x.cn/layout/202603/01/node_01.html"
    html = '<div id=list><a href=node_01.html><a href=node_02.html></div><p class=news><a href="../../c/1.html">One'
    found = READERS["paper"](answer(html, url=first), paper)
    assert found.parts == ("https://paper.x.cn/layout/202603/01/node_02.html",)
    assert found.rows == (Row("https://paper.x.cn/layout/c/1.html", "One"),)
    days = [further_page(paper, first, n) for n in (2, 3, 4)]
    assert days == [
        "https://paper.x.cn/layout/202602/28/node_01.html",
        "https://paper.x.cn/layout/202602/27/node_01.html",
        None,
    ]


SHELL = """<script src=x.js url="/unit" queryData="{'parseType':'bulidstatic','tagId':'左侧','pageId':'p0'}"></script>
<script src=x.js url="/unit" queryData="{'parseType':'bulidstatic','tagId':'右侧内容','pageId':'p1'}"></script>"""
PARAMS = {"tagId": "右侧内容", "pageId": "old", "webId": "w"}
FIRST: list[tuple[str, dict[str, Any], Response | None, str]] = [
    ("listing", {"rows": "li"}, None, URL),
    ("json_list", {"link": "u", "params": {"t": "甲", "p": "1"}}, None, f"{URL}?t=%E7%94%B2&p=1"),
    (
        "jpaas",
        {"rows": "li", "params": PARAMS},
        answer(SHELL),
        "https://www.example.gov.cn/unit?tagId=%E5%8F%B3%E4%BE%A7%E5%86%85%E5%AE%B9&pageId=p1&webId=w&parseType=bulidstatic",
    ),
    ("jpaas", {"rows": "li", "params": {"pageId": "p"}}, None, f"{API}?pageId=p"),
    ("jpaas", {"rows": "li", "params": {"pageId": "p"}}, answer("<html>moved</html>"), f"{API}?pageId=p"),
    (
        "json_list",
        {"link": "u", "discover": {"page": URL, "find": r"datasource:(\w+)", "url": "ds_{found}.json"}},
        answer("<div data='datasource:ab12'>"),
        f"{URL}ds_ab12.json",
    ),
    (
        "json_list",
        {"link": "u", "discover": {"page": "https://www.example.gov.cn/other/", "find": r"datasource:(\w+)"}},
        answer("<div>"),
        URL,
    ),
]


@pytest.mark.parametrize(("kind", "more", "shell", "address"), FIRST)
def test_a_list_begins_where_its_shell_or_declaration_says(
    kind: str, more: dict[str, Any], shell: Response | None, address: str
) -> None:
    assert first_page(declared(kind, **more), shell) == address


def test_a_shell_that_shows_nothing_is_reported() -> None:
    with pytest.raises(UnreadableError, match="queryData"):
        first_page(declared("jpaas", rows="li"), answer("<html></html>"))
    paper = declared("paper", **PAPER)
    assert shell_of(paper) == paper.url
    with pytest.raises(UnreadableError, match="node_01"):
        first_page(paper, None)


FURTHER = [
    ({"url": "index_{n}.html"}, URL, 2, f"{URL}index_1.html"),
    ({"url": "page_{n}.html", "start": 2}, URL, 3, f"{URL}page_3.html"),
    ({"url": "?p={n}", "start": 2}, f"{URL}?t=a&p=1", 2, f"{URL}?p=2&t=a"),
    ({"url": "index_{n}.html", "most": 2}, URL, 3, None),
]


@pytest.mark.parametrize(("paging", "first", "n", "address"), FURTHER)
def test_a_list_goes_on_where_its_paging_says(paging: dict[str, Any], first: str, n: int, address: str | None) -> None:
    assert further_page(declared("listing", rows="li", paging=paging), first, n) == address


def test_a_column_goes_on_by_its_param_json() -> None:
    column = declared("jpaas", rows="li", paging={"most": 2})
    address = further_page(column, f"{API}?pageId=p", 2)
    assert address == f"{API}?pageId=p&paramJson=%7B%22pageNo%22%3A+2%2C+%22pageSize%22%3A+%2224%22%7D"


KEYS = [
    ("https://www.x.gov.cn/a/1.html", None, "x.gov.cn/a/1.html"),
    ("http://m.x.gov.cn/a/1.html#top", None, "x.gov.cn/a/1.html"),
    ("https://WAP.x.gov.cn:443/a/1.html", None, "x.gov.cn/a/1.html"),
    ("https://x.gov.cn", None, "x.gov.cn/"),
    ("https://x.cn/?id=2&utm_source=a&from=timeline&b=1", None, "x.cn/?b=1&id=2"),
    ("https://m.cn/a", None, "m.cn/a"),
    ("a.jsonl#1", None, "a.jsonl#1"),
    ("https://www.miit.gov.cn/a/art/2026/art_0a.html", r"(art_[0-9a-f]+)", "art_0a"),
    ("https://www.x.cn/b.html", r"(art_[0-9a-f]+)", "x.cn/b.html"),
    ("https://www.x.cn/b.html", r"(art_[0-9a-f]+)|b\.html", "x.cn/b.html"),
]


@pytest.mark.parametrize(("url", "pattern", "key"), KEYS)
def test_one_article_has_one_key(url: str, pattern: str | None, key: str) -> None:
    assert canonical_key(url, pattern) == key


def test_rows_of_one_article_complete_each_other() -> None:
    rows = [Row("http://www.example.gov.cn/a/1.html"), Row("https://www.example.gov.cn/a/1.html#x", "One", "2026")]
    rows.append(Row(f"https://www.example.gov.cn/a/{'1' * 3000}.html", "Too long"))
    rows += [Row(odd) for odd in ("", "http://[/a/1.html", "http://www.example.gov.cn:x/a/2.html", "mailto:a@b.cn")]
    kept = articles(Source.model_validate(source()), rows)
    assert kept == {"example.gov.cn/a/1.html": Row("https://www.example.gov.cn/a/1.html", "One", "2026")}


def picks(value: Any) -> Picks:
    return TypeAdapter(Picks).validate_python(value)


def test_picks_fall_back_in_their_order() -> None:
    html = Selector("<p id=a> </p><p id=b>来源： 新华社<i>!</i></p><img src=x>")
    assert pick_html(html, picks("#a, #b")) is None
    assert pick_html(html, picks(["#a", "#b"])) == "来源： 新华社!"
    assert pick_html(html, picks(["#c", {"select": "#b", "regex": r"来源：\s*(\S+)"}])) == "新华社!"
    assert pick_html(html, picks("img::attr(src)")) == "x"
    assert pick_json({"a": [{"b": 7}], "c": ""}, picks(["c", "x.y", "a.3.b", "a.0.b"])) == "7"
    assert pick_json({"a": {"b": 1}}, picks("a")) is None


def test_conditions_come_from_the_response_head() -> None:
    head = 'HTTP/1.1 200 OK\r\nEtag: W/"x:1"\r\nLast-Modified: Fri, 20 Nov 2026 08:00:00 GMT\r\nServer:'
    assert conditions(head) == {"If-None-Match": 'W/"x:1"', "If-Modified-Since": "Fri, 20 Nov 2026 08:00:00 GMT"}
    assert conditions("HTTP/1.1 200 OK") == {}
    assert conditions("") == {}


@pytest.mark.parametrize(
    ("date", "url", "old"),
    [
        ("2019-12-31", "/a/1.html", True),
        ("2020-01-01", "/a/1.html", False),
        (None, "/art/2019/12/31/art_1.html", True),
        (None, "/art/2020/1/1/art_1.html", False),
    ],
)
def test_a_source_is_followed_from_a_day_of_beijing(date: str | None, url: str, old: bool) -> None:
    wanted = {**source()["articles"], "since": "2020-01-01"}
    assert too_old(Source.model_validate(source(articles=wanted)), Row(url, "One", date)) == old
