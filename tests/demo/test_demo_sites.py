"""Tests that the replica serves what the real sites serve: markup, encodings, lists, as in `replica_markup.yaml`."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from parsel import Selector

from tests.tables import table
from tracker.demo.content import Annex, Article, Site, sites
from tracker.demo.lists import pages_of
from tracker.demo.markup import render
from tracker.demo.page import Page
from tracker.demo.replica import Replica

CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")
EVIL = "<b>bold</b> & \"quoted\" <script>alert('x')</script>"
MARKUP = table(Path(__file__).with_name("replica_markup.yaml"))


def cases(part: str) -> list[tuple[str, str, object]]:
    """Return the rows of one part of the file: address, selector, and what it must show."""
    return [(place, at, seen) for place, facts in MARKUP[part].items() for at, seen in facts.items()]


def found(url: str, stage: int = 1) -> Page:
    """Return the page at an address, which must exist."""
    page = Replica(stage).find(url)
    assert page is not None, url
    return page


def article(site_id: str, article_id: str) -> Page:
    """Return the page of an article by its ids."""
    return found(next(each.url for each in sites()[site_id][1] if each.id == article_id))


def selector_of(page: Page) -> Selector:
    """Return the page as a browser reads it: by the charset of its header, otherwise by the one that it declares."""
    said = CHARSET.search(page.type.encode()) or CHARSET.search(page.content)
    text = page.content.decode(said[1].decode() if said else "utf-8")
    selector = Selector(text, type="xml" if "xml" in page.type else "html")
    selector.remove_namespaces()
    return selector


@pytest.mark.parametrize(("place", "css", "seen"), cases("articles"))
def test_articles_have_the_real_markup(place: str, css: str, seen: str) -> None:
    assert selector_of(article(*place.split("/"))).css(css).get() == seen


@pytest.mark.parametrize(("url", "css", "form"), cases("lists"))
def test_lists_have_the_real_markup(url: str, css: str, form: str) -> None:
    values = selector_of(found(url)).css(css).getall()
    assert values
    assert [value for value in values if not re.fullmatch(form, value)] == []


@pytest.mark.parametrize(("url", "path", "names"), cases("json"))
def test_json_lists_have_the_real_fields(url: str, path: str, names: list[str]) -> None:
    value = json.loads(found(url).content.decode("utf-8-sig"))
    for step in path.split("."):
        value = value[int(step) if step.isdigit() else step]
    assert sorted(value) == names


@pytest.mark.parametrize(
    ("site", "article"),
    [(site, article) for site, articles in sites().values() for article in articles],
    ids=lambda value: value.id,
)
def test_an_article_is_served_as_it_is_declared(site: Site, article: Article) -> None:
    page = found(article.url, article.since)
    charset = article.charset or site.charset
    declared = CHARSET.search(page.content)
    assert declared is not None
    assert declared[1].decode().lower() == charset
    assert page.type == (f"text/html; charset={charset}" if site.says_charset else "text/html")
    text = "".join(selector_of(page).css("body ::text").getall())
    assert [part for part in (article.title, *article.paragraphs) if part not in text] == []


@pytest.mark.parametrize("site_id", sorted(sites()))
def test_templates_escape_whatever_they_print(site_id: str) -> None:
    site, _ = sites()[site_id]
    texts = ("title", "publisher", "author", "body", "number", "signed", "theme", "text")
    fields: dict[str, Any] = dict.fromkeys(texts, EVIL)
    fields |= {"url": f"{site.home}x_1.html", "annexes": (Annex(title=EVIL, url=EVIL),)}
    evil = Article(id="evil", time=datetime(2026, 1, 2), **fields)
    site = site.model_copy(update={"aside": (EVIL,)})
    text = render(site_id, "article.html", site=site, article=evil, near=[evil])
    assert EVIL in "".join(Selector(text).css("body ::text").getall())
    lists = [page for list_ in site.lists for page in pages_of(site, list_, [evil])]
    printed = [text, *(page.content.decode(site.charset) for page in lists if page.type.startswith("text/"))]
    assert [each for each in printed if "<script>alert" in each or "<b>bold" in each] == []


def test_odd_markup_is_kept() -> None:
    assert b"<div class=TRS_Editor><style" in article("ndrc", "zero-carbon-parks-2025").content
    assert b"<br /><br />" in article("global-times", "ai-plus-2025").content
    assert "数据要素×".encode("gbk") in article("ndrc", "data-elements-2024").content
    assert selector_of(found("https://www.ndrc.gov.cn/xxgk/zcfb/tz/")).css("ul.u-list > li.empty")
    assert found("https://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json").content.startswith(b"\xef\xbb\xbf")
    assert found("https://english.www.gov.cn/robots.txt").type.startswith("text/html")


def test_a_jpaas_shell_says_what_its_rows_are_asked_for_with() -> None:
    script = selector_of(found("https://www.miit.gov.cn/xwfb/gxdt/sjdt/index.html")).css("script[queryData]")
    query = json.loads(script.attrib["querydata"].replace("'", '"'))
    unit = f"https://www.miit.gov.cn{script.attrib['url']}"
    addresses = [
        f"{unit}?{urlencode({**query, 'paramJson': json.dumps({'pageNo': n, 'pageSize': '24'})})}" for n in (1, 2)
    ]
    first, second = (json.loads(found(address).content) for address in addresses)
    assert (first["success"], first["code"], query["tagId"]) == (True, "200", "右侧内容")
    assert len(Selector(first["data"]["html"]).css(".page-content ul > li.cf > a.fl[title] + span.fr")) == 5
    assert first["data"]["html"] != second["data"]["html"]
    assert Replica().find(addresses[0].replace("pageNo%22%3A+1", "pageNo%22%3A+99")) is None


def test_a_pointer_of_xinhua_bears_the_time_of_pointing() -> None:
    block = found("https://www.news.cn/fortune/ds_1e491dadc8944459b71b7ab13422623d.json")
    row = json.loads(block.content)["datasource"][0]
    assert (row["contentType"], row["title"][:9]) == ("Link", '<a href="')
    assert "/20251119/" in row["linkUrls"][0]["linkUrl"]
    assert row["publishTime"].startswith("2025-11-20")
