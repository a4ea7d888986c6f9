"""Tests lists in the markups of 2026, and lists whose rows, blocks or pages are not where they were declared."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from scrapy.http import HtmlResponse, TextResponse
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from config.schema.source import Discovery, Source, SourceList, hosts_hold
from db.engine import reading
from db.models import Document
from spiders.discovery import further_page
from spiders.jpaas import page_size, unit_address, unit_page
from spiders.readers import READERS
from spiders.shells import own_block
from spiders.sift import articles
from tests.factories.declared import HOME, HOST, article, pages, source
from tests.processes.crawling import crawl, stored
from tests.servers.site import Answer, Site, serve
from tracker.pipeline.read import read

pytestmark = pytest.mark.once_on_postgresql

HEX = "1f0a6c7d2b3e4f5a8b9c0d1e2f3a4b5"


def unit(html: str) -> str:
    return json.dumps({"success": True, "code": "200", "data": {"html": html}})


XINHUA = json.dumps(
    {
        "datasource": [
            {"showTitle": "甲", "publishUrl": f"/fortune/20260927/{HEX}0/c.html", "linkUrls": []},
            {
                "showTitle": "专题 |",
                "publishUrl": "https://www.news.cn/world/zt/index.html",
                "linkUrls": [
                    {"linkTitle": "专题 |", "linkUrl": "https://www.news.cn/world/zt/index.html"},
                    {"linkTitle": "乙", "linkUrl": f"/politics/leaders/20260926/{HEX}1/c.html"},
                    {"linkTitle": "全文", "linkUrl": f"/politics/leaders/20260926/{HEX}1/c.html"},
                    {"linkTitle": "丙", "linkUrl": f"http://www.xinhuanet.com/20260925/{HEX}2/c.html"},
                ],
            },
        ]
    }
)

# A list of a source, an answer in the site's markup, and date, title and end of the address of each row that is kept.
LISTS: list[tuple[str, str, str, list[tuple[str | None, str, str]]]] = [
    (
        "nea",
        "news",
        f'<div class="xwzx-yw-left" data="datasource:1"><a href="../20260916/{HEX}0/c.html"><img></a></div>'
        f'<ul class="list01" data="datasource:2"><li><a href="../20260916/{HEX}0/c.html">甲</a>'
        '<span class="date">(2026-09-16)</span></li></ul><ul class="list01"><li>'
        f"<a href='https://www.news.cn/politics/leaders/20260818/{HEX}9/c.html'>他站</a></li>"
        f'<li><a href="../yw/20260915/{HEX}1/c.html">乙</a><span class="date">(2026-09-15)</span></li></ul>',
        [("(2026-09-16)", "甲", f"/20260916/{HEX}0/c.html"), ("(2026-09-15)", "乙", f"/yw/20260915/{HEX}1/c.html")],
    ),
    (
        "samr",
        "news",
        unit(
            f'<ul><li class="nav04Left02_content"><a href="/xw/zj/art/2026/art_{HEX}0.html" title="关于甲\n的通知">'
            '甲</a></li><li class="nav04Left02_contenttime">2026-09-15</li></ul>'
        ),
        [("2026-09-15", "关于甲 的通知", f"art_{HEX}0.html")],
    ),
    (
        "miit",
        "comment",
        unit(
            f'<div class="clist_con"><ul><li><span class="fr">2026-09-20</span><a title="甲" '
            f'href="/gzcy/yjzj/art/2026/art_{HEX}0.html"><i></i>甲</a>'
            '<span class="endtime" style="display:none">1792000000000</span></li></ul></div>'
        ),
        [("2026-09-20", "甲", f"art_{HEX}0.html")],
    ),
    (
        "mohurd",
        "documents",
        unit(
            f'<ul><li class="long-deta"><a href="/gongkai/zc/wjk/art/2026/art_{HEX}0.html" title="甲"><span '
            'class="title-info">甲</span><span class="date-info">截止日期  2026-10-17</span></a></li></ul>'
        ),
        [(None, "甲", f"art_{HEX}0.html")],
    ),
    (
        "cgtn",
        "china",
        "<rss><channel><item><title>A</title><link>https://newseu.cgtn.com/news/2026-09-24/A-1/p.html?UTM_Source=cgtn"
        "&amp;UTM_Medium=rss&amp;UTM_Campaign=World</link><pubDate>Thu, 24 Sep 2026 08:30:00 GMT</pubDate></item>"
        "</channel></rss>",
        [("Thu, 24 Sep 2026 08:30:00 GMT", "A", "newseu.cgtn.com/news/2026-09-24/A-1/p.html")],
    ),
    (
        "xinhua",
        "politics",
        XINHUA,
        [
            (None, "甲", f"/fortune/20260927/{HEX}0/c.html"),
            (None, "乙", f"/politics/leaders/20260926/{HEX}1/c.html"),
            (None, "丙", f"www.xinhuanet.com/20260925/{HEX}2/c.html"),
        ],
    ),
    (
        "mof",
        "news",
        '<ul class="xwfb_listbox"><li><a href="http://gks.mof.gov.cn/ztztz/202609/t20260915_1.htm">甲</a>'
        "<span>2026-09-15</span></li></ul>",
        [("2026-09-15", "甲", "https://gks.mof.gov.cn/ztztz/202609/t20260915_1.htm")],
    ),
    (
        "cac",
        "comment",
        '<div id="loadingInfoPage"><li><h5><a href=//www.cac.gov.cn/2026-09/18/c_1791482000000001.htm title="甲">甲</a>'
        '</h5><div class="times">2026-09-18</div></li></div>',
        [("2026-09-18", "甲", "/c_1791482000000001.htm")],
    ),
    (
        "people-online",
        "finance",
        '<ul class="ej_news"><li><a href="/n1/2026/0915/c1004-40000001.html">甲</a></li></ul>',
        [(None, "甲", "c1004-40000001.html")],
    ),
    (
        "scio-en",
        "notices",
        '<a href="/pressroom/node_9012345.html">Transcript</a><a href="/pressroom/node_8020805.html">Press room</a>',
        [(None, "Transcript", "/pressroom/node_9012345.html")],
    ),
    (
        "cnipa",
        "notices",
        '<script type="text/xml"><datastore><recordset><record><![CDATA[<li>'
        '<a href="/art/2026/9/15/art_75_200001.html">甲</a>'
        "<span>2026-09-15</span></li>]]></record></recordset></datastore></script></body></html>",
        [("2026-09-15", "甲", "/art_75_200001.html")],
    ),
    (
        "sasac",
        "policy",
        '<div class="zsy_conlist"><ul><li><a href="../../../n2588035/n2588320/c33000001/content.html" title="甲">甲</a>'
        '<span>[2026-09-15]</span></li><li style="height:10px"></li></ul></div>',
        [("[2026-09-15]", "甲", "/c33000001/content.html")],
    ),
]


def declared(config: Config, source_id: str, list_id: str) -> tuple[Source, SourceList]:
    source = config.sources[source_id]
    return source, next(list_ for list_ in source.lists if list_.id == list_id)


@pytest.mark.parametrize(("source_id", "list_id", "body", "rows"), LISTS, ids=[case[0] for case in LISTS])
def test_a_list_in_the_markup_of_2026_gives_its_rows(
    config: Config, source_id: str, list_id: str, body: str, rows: list[tuple[str | None, str, str]]
) -> None:
    source, list_ = declared(config, source_id, list_id)
    kind = TextResponse if body.startswith("{") else HtmlResponse
    found = READERS[list_.kind](kind(list_.url, body=body.encode(), encoding="utf-8"), list_).rows
    kept = list(articles(source, found).values())
    assert [(row.date, row.title) for row in kept] == [row[:2] for row in rows]
    assert [row.url.endswith(end) for row, (*_, end) in zip(kept, rows, strict=True)] == [True] * len(rows)


@pytest.mark.parametrize(
    "list_file", ["nea.html", "samr-unit.json", "miit-comment-abs.json", "cgtn.xml", "xinhua.json"]
)
def test_captured_lists_give_every_row(config: Config, shared: Any, list_file: str) -> None:
    """The number of rows is that of the source's own articles that the file links to."""
    wanted = {"nea.html": ("nea", "news", 12), "samr-unit.json": ("samr", "news", 2)}
    wanted |= {"miit-comment-abs.json": ("miit", "comment", 4), "cgtn.xml": ("cgtn", "china", 2)}
    wanted |= {"xinhua.json": ("xinhua", "politics", 6)}
    source_id, list_id, count = wanted[list_file]
    source, list_ = declared(config, source_id, list_id)
    body = (shared / "captures" / "lists" / list_file).read_bytes()
    found = READERS[list_.kind](TextResponse(list_.url, body=body, encoding="utf-8"), list_).rows
    kept = articles(source, found).values()
    assert len(kept) == count
    assert all(row.title and (row.date or source_id == "xinhua") for row in kept)


TICKER = '<ul data="datasource:aa"><li><a href=1>x</a></li><li><a href=2>y</a></li></ul>'
PICTURE = '<div data="datasource:bb"><a href=3><img></a></div>'
NEWS = (
    '<ul data="datasource:cc"><li><a href=4>x</a><i>2026-09-16</i></li><li><a href=5>y</a><i>2026-09-15</i></li></ul>'
)
BLOCKS = [
    (NEWS, "dd", "cc"),
    (TICKER + PICTURE + NEWS, "dd", "cc"),
    (NEWS + TICKER, "aa", "aa"),
    (PICTURE + TICKER, "dd", "aa"),
    ("<ul></ul>", "dd", None),
]


@pytest.mark.parametrize(("html", "known", "block"), BLOCKS)
def test_the_block_of_the_list_is_chosen_among_those_of_a_page(html: str, known: str, block: str | None) -> None:
    discover = Discovery(page=f"{HOME}/", find=r"datasource:(\w+)", url="ds_{found}.json")
    shell = HtmlResponse(f"{HOME}/", body=html.encode(), encoding="utf-8")
    assert own_block(shell, discover, f"{HOME}/ds_{known}.json") == block


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with three articles and no list."""
    with serve() as site:
        site.pages |= {f"{HOST}/a/{n}.html": article(n) for n in (1, 2, 3)}
        yield site


def test_a_block_that_gives_nothing_gives_way_to_the_declared_address(engine: Engine, site: Site) -> None:
    listed = {
        "id": "news",
        "kind": "json_list",
        "url": f"{HOME}/ds_old.json",
        "discover": {"page": f"{HOME}/", "find": r"datasource:(\w+)", "url": "ds_{found}.json"},
        "link": "u",
        "title": "t",
    }
    known = json.dumps([{"u": "/a/1.html", "t": "One"}])
    for answer in (Answer("gone", 404), Answer("[]"), Answer("busy"), Answer('[{"u": "/elsewhere"}]')):
        site.pages |= {f"{HOST}/": Answer(TICKER), f"{HOST}/ds_aa.json": answer, f"{HOST}/ds_old.json": Answer(known)}
        outcome = crawl(engine, source(listed), site.url)
        assert (outcome.verdict, outcome.counts["lists"]["news"]["rows"]) == ("ok", 1)


@pytest.mark.parametrize(
    ("told", "listed", "size"), [("rows=15", 3, 15), ("rows='20'", 3, 20), ("", 24, 24), ("", 7, 7)]
)
def test_a_column_says_how_many_rows_a_page_has(told: str, listed: int, size: int) -> None:
    rows = "".join(f"<li><a href=/a/{n}.html>x</a></li>" for n in range(listed))
    list_ = SourceList.model_validate({"id": "x", "kind": "jpaas", "url": f"{HOME}/", "rows": "li", "paging": {}})
    answer = TextResponse(f"{HOME}/unit", body=unit(f"{rows}<div class=pagination {told}></div>").encode())
    assert page_size(answer, list_) == size
    assert further_page(list_, "https://x.cn/unit", 2, size) == unit_page("https://x.cn/unit", 2, size)
    assert f"%22pageSize%22%3A+%22{size}%22" in unit_page("https://x.cn/unit", 2, size)


@pytest.mark.parametrize("size", [15, 20, 24])
def test_no_row_of_a_column_is_missed_on_paging(engine: Engine, site: Site, size: int) -> None:
    shell = "<script url=/unit queryData=\"{'tagId':'t','pageId':'p'}\"></script>"
    listed = {"id": "news", "kind": "jpaas", "url": f"{HOME}/news/", "rows": "li", "paging": {"most": 5}}
    list_ = SourceList.model_validate(listed)
    first = unit_address(HtmlResponse(f"{HOME}/news/", body=shell.encode(), encoding="utf-8"), list_)
    site.pages |= {f"{HOST}/news/": Answer(shell)} | {f"{HOST}/a/{n}.html": article(n) for n in range(50)}
    for page in (1, 2, 3, 4):
        rows = "".join(f"<li><a href=/a/{n}.html>x</a></li>" for n in range(50)[(page - 1) * size : page * size])
        address = first if page == 1 else unit_page(first, page, size)
        answer = Answer(unit(f'{rows}<div class="pagination" rows="{size}"></div>'), type="application/json")
        site.pages[address.removeprefix("https://")] = answer
    assert crawl(engine, source(listed), site.url).verdict == "ok"
    assert len(stored(engine)) == 50


MOVED = "".join(f"<div class=n><p><a href=/a/{n}.html>Article number {n}</a> 2026-11-20</p></div>" for n in (1, 2, 3))
KINDS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "listing", "rows": "li"}, f"<html><body>{MOVED}</body></html>"),
    ({"kind": "json_list", "rows": "old", "link": "u"}, json.dumps({"new": [{"title": "x", "url": "/a/1.html"}] * 2})),
    ({"kind": "jpaas", "rows": "li.old", "params": {"pageId": "p"}}, unit(MOVED)),
]


@pytest.mark.parametrize(("listed", "body"), KINDS, ids=[case[0]["kind"] for case in KINDS])
def test_rows_that_moved_are_taken_as_unconfirmed_and_reported(
    engine: Engine, site: Site, listed: dict[str, Any], body: str
) -> None:
    listed = {"id": "news", "url": f"{HOME}/news/", **listed}
    kind = "application/json" if body.startswith("{") else "text/html; charset=utf-8"
    site.pages[f"{HOST}/news/"] = (
        Answer("<html>renewed</html>") if listed["kind"] == "jpaas" else Answer(body, type=kind)
    )
    site.pages[f"{HOST}/api-gateway/jpaas-publish-server/front/page/build/unit?pageId=p"] = Answer(body, type=kind)
    outcome = crawl(engine, source(listed), site.url)
    count = outcome.counts["articles"]["fetched"]
    assert outcome.verdict == "changed"
    assert outcome.reason == f"list news: its declared rows are gone; {count} were found without the declaration"
    assert outcome.counts["lists"]["news"]["unconfirmed"] == count == len(stored(engine))


PARTS = "https://www.example.gov.cn/a/1_{n}.html"


def test_an_article_of_several_pages_is_one_document(engine: Engine, site: Site, config: Config) -> None:
    links = "".join(f"<a href={PARTS.format(n=n)}>{n}</a>" for n in (2, 4))
    site.pages |= pages(1)
    for n, name in ((1, "1"), (2, "1_2"), (3, "1_3"), (4, "1_4")):
        said = f"<h1>Article 1</h1><div class=t><p>Part {n} of the report says what it says.</p></div>{links}"
        site.pages[f"{HOST}/a/{name}.html"] = Answer(f"<html><body>{said}</body></html>")
    laid = source(layouts=[{"text": [".t"], "title": "h1"}], language="en")
    outcome = crawl(engine, laid, site.url)
    assert (outcome.counts["articles"], outcome.counts["annexes"]) == ({"fetched": 1}, {"fetched": 3})
    assert crawl(engine, laid, site.url).counts["annexes"] == {}
    read(engine, replace(config, sources={"example": Source.model_validate(laid)}))
    with reading(engine) as session:
        document = session.exec(select(Document)).one()
    assert document.text.split("\n") == [f"Part {n} of the report says what it says." for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    "link", ["/b/1_2.html", "/a/12.html", "/a/1_2.shtml", "/a/1_x.html", "https://x.cn/a/1_2.html"]
)
def test_another_article_is_no_further_page(engine: Engine, site: Site, link: str) -> None:
    site.pages |= pages(1)
    site.pages[f"{HOST}/a/1.html"] = Answer(f"<h1>Article 1</h1><p>It says 1.</p><a href={link}>2</a>")
    assert crawl(engine, source(), site.url).counts["annexes"] == {}


HELD = [
    ("szs.mof.gov.cn", True),
    ("a.b.mof.gov.cn", True),
    ("mof.gov.cn", False),
    ("mof.gov.cn.evil.cn", False),
    (None, False),
]


@pytest.mark.parametrize(("host", "held"), HELD)
def test_a_star_stands_for_the_hosts_below_a_name(host: str | None, held: bool) -> None:
    assert hosts_hold(("*.mof.gov.cn",), host) is held
