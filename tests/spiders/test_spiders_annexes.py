"""Tests that an article's annexes are fetched with it, belong to it, and get second looks."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config.schema.source import Source
from db.engine import writing
from db.models import Crawl, Page
from spiders.annexes import annexes_of, parsed
from tests.factories.declared import HOME, HOST, pages, source
from tests.processes.crawling import crawl, put_back, stored
from tests.servers.site import Answer, Site, serve

pytestmark = pytest.mark.once_on_postgresql

LAID = source(layouts=[{"text": [".text"], "annexes": ".enclosure a"}])
PDF = Answer(b"%PDF-1.4 one", type="application/pdf")
KEY = "example.gov.cn/a/1.html"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with one article that links to one file."""
    with serve() as site:
        site.pages |= pages(1) | {f"{HOST}/a/1.html": linking('<a href="1.pdf">Annex 1</a>'), f"{HOST}/a/1.pdf": PDF}
        yield site


def linking(links: str) -> Answer:
    """The article with these links beside its text."""
    return Answer(f"<h1>Article 1</h1><div class=text><p>Notice.</p></div>{links}")


FOUND: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("beside the article", '<a href="P1.PDF">Plan</a>', [(f"{HOME}/a/P1.PDF", "Plan")]),
    ("elsewhere, not in the text", '<a href="/files/1.pdf">Plan</a>', []),
    ("called an annex", '<a href="/files/1.pdf">附件1：方案</a>', [(f"{HOME}/files/1.pdf", "附件1：方案")]),
    ("among annexes", '<ul class="xl-fj"><li><a href="/f/1.pdf">Plan</a></li></ul>', [(f"{HOME}/f/1.pdf", "Plan")]),
    (
        "a file in the text of the link",
        '<p>附件【<a href="/down?id=22">Form.docx</a>】</p><div class=text><a href="/down?id=23">Plan.pdf</a></div>',
        [(f"{HOME}/down?id=23", "Plan.pdf")],
    ),
    (
        "a file in the query",
        '<a href="/down.jsp?filename=1.DOC&amp;id=0">附件</a><a href="/down.jsp?id=1.doc.2">附件</a>',
        [(f"{HOME}/down.jsp?filename=1.DOC&id=0", "附件")],
    ),
    ("in the text", '<div class=text><a href="/files/1.docx">Plan</a></div>', [(f"{HOME}/files/1.docx", "Plan")]),
    ("embedded", '<div class=text><iframe src="/%E4%B8%80.ofd"></iframe></div>', [(f"{HOME}/%E4%B8%80.ofd", "一.ofd")]),
    ("declared, whatever it is", '<p class=enclosure><a href="/get?id=7">Plan</a></p>', [(f"{HOME}/get?id=7", "Plan")]),
    ("its title first", '<a href="1.xls" title="Whole name">Whole…</a>', [(f"{HOME}/a/1.xls", "Whole name")]),
    ("twice", '<a href="1.wps">Plan</a><a href="./1.wps">Here</a>', [(f"{HOME}/a/1.wps", "Plan")]),
    ("behind a stray end tag", '</body></html><p>附件：<a href="1.pdf">Plan</a></p>', [(f"{HOME}/a/1.pdf", "Plan")]),
    ("packed", '<a href="1.zip">Plan</a>', []),
    ("off the hosts", '<div class=text><a href="http://127.0.0.1/a/1.pdf">Plan</a></div>', []),
    ("odd addresses", '<a href="http://[x/1.pdf">a</a><a href="file:///1.pdf">b</a><a href="data:1.pdf">c</a>', []),
    (
        "attributes that no XML has",
        '<a/\x03 href="1.pdf">Plan</a><a \x03=1 href="2.pdf">More</a>',
        [(f"{HOME}/a/1.pdf", "Plan"), (f"{HOME}/a/2.pdf", "More")],
    ),
    (
        "too many",
        "".join(f"<a href={n}.pdf>{n}</a>" for n in range(99)),
        [(f"{HOME}/a/{n}.pdf", f"{n}") for n in range(12)],
    ),
]


@pytest.mark.parametrize(("links", "rows"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_the_files_of_an_article_are_its_annexes(links: str, rows: list[tuple[str, str]]) -> None:
    page = Page(source="example", key=KEY, url=f"{HOME}/a/1.html", sha256="", content_type="text/html")
    found = annexes_of(parsed(page, linking(links).body), Source.model_validate(LAID))
    assert [(row.url, row.title) for row in found.values()] == rows
    assert all(key.startswith(f"{KEY}#") for key in found)


def test_an_annex_comes_home_with_its_article_and_only_once(engine: Engine, site: Site) -> None:
    outcome = crawl(engine, LAID, site.url)
    assert outcome.verdict == "ok"
    assert outcome.counts["articles"] == outcome.counts["annexes"] == {"fetched": 1}
    article, annex = stored(engine)
    assert (article.annex_of, annex.annex_of) == (None, KEY)
    assert (annex.url, annex.listed_title, annex.content_type) == (f"{HOME}/a/1.pdf", "Annex 1", "application/pdf")
    assert annex.backfilled
    site.asked.clear()
    crawl(engine, LAID, site.url)
    assert not site.times(".pdf")


def test_an_annex_is_asked_for_with_the_article_as_referer(engine: Engine, site: Site) -> None:
    crawl(engine, LAID | {"manners": {"referer": "list"}}, site.url)
    asked = {line.split()[0]: head.get("Referer") for line, head in zip(site.asked, site.heads, strict=True)}
    assert asked[f"http://{HOST}/a/1.pdf"] == f"{HOME}/a/1.html"


BAD: list[tuple[str, Answer, dict[str, int]]] = [
    ("gone", Answer("gone", 404), {"missed": 1}),
    ("refused", Answer("no", 403), {"missed": 1}),
    ("down", Answer(raw=b""), {"unanswered": 1}),
    ("a page that says so", Answer("<h1>Not found</h1>"), {"moved": 1}),
    ("nothing", Answer(b"", type="application/pdf"), {"hollow": 1}),
    ("too big", Answer("x", headers={"Content-Length": "10000000000"}), {"missed": 1}),
    ("off the hosts", Answer(status=302, headers={"Location": "http://169.254.169.254/1.pdf"}), {"missed": 1}),
]


@pytest.mark.parametrize(("answer", "counts"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_an_annex_that_does_not_come_costs_its_article_nothing(
    engine: Engine, site: Site, answer: Answer, counts: dict[str, int]
) -> None:
    site.pages[f"{HOST}/a/1.pdf"] = answer
    outcome = crawl(engine, LAID, site.url)
    assert (outcome.verdict, outcome.counts["annexes"]) == ("ok", counts)
    assert [page.key for page in stored(engine)] == [KEY]
    assert not site.times("169.254")


@pytest.mark.parametrize("status", [200, 304])
def test_an_annex_that_did_not_come_is_made_up_for_at_the_second_look(engine: Engine, site: Site, status: int) -> None:
    whole = site.pages[f"{HOST}/a/1.html"]
    site.pages[f"{HOST}/a/1.pdf"] = Answer("busy", 404)
    crawl(engine, LAID, site.url)
    put_back(engine, 2)
    site.pages |= {f"{HOST}/a/1.html": Answer(status=304) if status == 304 else whole, f"{HOST}/a/1.pdf": PDF}
    assert crawl(engine, LAID, site.url).counts["annexes"] == {"fetched": 1}
    assert [page.annex_of for page in stored(engine)] == [None, KEY]


LOOKS: list[tuple[Any, tuple[int, list[bool]]]] = [
    (PDF, (2, [False, False])),
    (Answer(status=304), (2, [False, False])),
    (Answer(b"%PDF-1.4 two", type="application/pdf"), (3, [False, False, False])),
    (Answer("gone", 404), (2, [False, True])),
    (Answer("<h1>Home</h1>"), (2, [False, True])),
]


@pytest.mark.parametrize(("answer", "expected"), LOOKS, ids=["same", "unchanged", "revised", "gone", "a page"])
def test_an_annex_is_looked_at_again(
    engine: Engine, site: Site, answer: Answer, expected: tuple[int, list[bool]]
) -> None:
    crawl(engine, LAID, site.url)
    put_back(engine, 2)
    site.pages[f"{HOST}/a/1.pdf"] = answer
    crawl(engine, LAID, site.url)
    found = stored(engine)
    assert (len(found), [page.gone_since is not None for page in found]) == expected
    assert [page.annex_of for page in found] == [None, KEY, KEY][: len(found)]


LEFT: list[tuple[str, dict[str, Any]]] = [
    ("killed", {"verdict": None}),
    ("stopped", {"verdict": "error"}),
    ("refused", {"verdict": "blocked"}),
    ("not answered", {"verdict": "ok", "counts": {"annexes": {"unanswered": 1}}}),
]


@pytest.mark.parametrize("crawled", [case[1] for case in LEFT], ids=[case[0] for case in LEFT])
def test_an_annex_that_a_crawl_left_is_asked_for_by_the_next(
    engine: Engine, site: Site, crawled: dict[str, Any]
) -> None:
    site.pages[f"{HOST}/a/1.pdf"] = Answer("busy", 404)
    crawl(engine, LAID, site.url)
    tell(engine, crawled)
    put_back(engine, 0.01)
    for _ in range(2):
        crawl(engine, LAID, site.url)
    assert site.times(".pdf") == 2, "by the first crawl, and by the one after it"
    site.pages[f"{HOST}/a/1.pdf"] = PDF
    tell(engine, crawled)
    crawl(engine, LAID, site.url)
    assert [page.annex_of for page in stored(engine)] == [None, KEY]


def test_an_annex_that_a_crawl_left_is_asked_for_although_another_beside_it_ended(engine: Engine, site: Site) -> None:
    site.pages[f"{HOST}/a/1.pdf"] = Answer("busy", 404)
    crawl(engine, LAID, site.url)
    tell(engine, {"verdict": None})
    with writing(engine) as session:
        began = session.exec(select(Crawl)).one().started_at
        session.add(Crawl(source="example", started_at=began - timedelta(seconds=9), verdict="ok"))
    site.pages[f"{HOST}/a/1.pdf"] = PDF
    crawl(engine, LAID, site.url)
    assert [page.annex_of for page in stored(engine)] == [None, KEY]


def test_an_annex_that_a_crawl_left_is_not_asked_for_for_ever(engine: Engine, site: Site) -> None:
    site.pages[f"{HOST}/a/1.pdf"] = Answer("busy", 404)
    crawl(engine, LAID, site.url)
    put_back(engine, 3)
    for _ in range(2):
        tell(engine, {"verdict": None})
        crawl(engine, LAID, site.url)
    assert site.times(".pdf") == 2, "by the first crawl, and at the second look"


def tell(engine: Engine, crawled: dict[str, Any]) -> None:
    """Let all crawls so far end like this."""
    with writing(engine) as session:
        for one in session.exec(select(Crawl)):
            one.sqlmodel_update(crawled)
