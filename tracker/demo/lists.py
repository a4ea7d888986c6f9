"""Build each kind of list that publishers keep, as the pages that a crawler requests."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from tracker.demo.arrays import ARRAYS
from tracker.demo.content import Article, Site, SiteList
from tracker.demo.markup import render
from tracker.demo.page import XML, Page, html_page, json_page

UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit"
FEED = "/api-gateway/jpaas-plugins-web-server/front/rss/getinfo"
BYTE_ORDER_MARK = "\ufeff"

Rows = list[Article]
Kind = Callable[[Site, SiteList, Rows], Iterator[Page]]


def _parts(list_: SiteList, rows: Rows) -> Iterator[tuple[int, Rows]]:
    """Yield the rows of page 1, 2 ...; a list without rows has one empty page."""
    for number, start in enumerate(range(0, max(len(rows), 1), list_.size), 1):
        yield number, rows[start : start + list_.size]


def _facts(site: Site, list_: SiteList, rows: Rows, part: Rows, number: int) -> dict[str, Any]:
    """Return what a list's template may print."""
    pages = -(-len(rows) // list_.size) or 1
    later = [list_.next.format(n=list_.first + n) for n in range(pages - 1)] if list_.next else []
    place = urljoin(list_.url, later[number - 2]) if number > 1 and later else list_.url
    facts = {"site": site, "list": list_, "rows": part, "count": len(rows), "number": number, "pages": pages}
    return facts | {"later": later, "url": site.address(place)}


def html(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield static pages: page 1 at the list's address, the others at the addresses in `next`, if it is set."""
    for number, part in _parts(list_, rows):
        if number == 1 or list_.next:
            facts = _facts(site, list_, rows, part, number)
            yield html_page(site, facts["url"], render(site.id, list_.template or "list.html", **facts))


def jpaas(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield a shell with the parameters of the unit API, the API's answers, and the same rows as a feed."""
    shell = render(site.id, "jpaas_shell.html", **_facts(site, list_, rows, rows, 1), api=UNIT)
    yield html_page(site, site.address(list_.url), shell)
    for number, part in _parts(list_, rows):
        fragment = render(site.id, "list.html", **_facts(site, list_, rows, part, number))
        answer = {"success": True, "code": "200", "message": "", "data": {"html": fragment}}
        yield json_page(site.address(UNIT), answer, {"pageId": list_.column, "pageNo": str(number)})
    yield _xml(site, list_, rows, "feed.xml", Page(site.address(FEED), b"", XML, {"columnIds": list_.column}))


def feed(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield a feed of the newest."""
    yield _xml(site, list_, rows, "feed.xml", Page(site.address(list_.url), b"", XML))


def sitemap(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield a sitemap for news, the newest alone."""
    yield _xml(site, list_, rows, "sitemap.xml", Page(site.address(list_.url), b"", XML))


def _xml(site: Site, list_: SiteList, rows: Rows, template: str, page: Page) -> Page:
    text = render(site.id, template, **_facts(site, list_, rows, rows[: list_.size], 1))
    return replace(page, content=text.encode())


def array(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield JSON at the list's address, or with `data` beside it; page by page if `param` counts them."""
    if list_.data:
        yield from html(site, list_, rows)
    for number, part in _parts(list_, rows):
        made = ARRAYS[list_.kind](list_, part, len(rows))
        wants = {list_.param: str(number)} if list_.param else {}
        before = BYTE_ORDER_MARK if list_.kind == "govcn" else ""
        yield json_page(site.address(urljoin(list_.url, list_.data)), made, wants, before)


def paper(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield a newspaper: the first page of every issue that has a row, and the newest one at the list's address."""
    days = sorted({row.time.date() for row in rows}, reverse=True)
    for day in days:
        issue = [row for row in rows if row.time.date() == day]
        facts = _facts(site, list_, rows, issue, 1) | {"day": day, "days": days}
        page = html_page(site, site.address(f"{day:{list_.next}}"), render(site.id, "list.html", **facts))
        yield page
        if day == days[0]:
            yield replace(page, url=site.address(list_.url))


KINDS: dict[str, Kind] = {
    "html": html,
    "jpaas": jpaas,
    "feed": feed,
    "sitemap": sitemap,
    "paper": paper,
    **dict.fromkeys(ARRAYS, array),
}


def pages_of(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Yield every page of the list for the articles in it, newest first."""
    return KINDS[list_.kind](site, list_, rows)
