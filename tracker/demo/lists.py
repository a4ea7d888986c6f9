"""The kinds of list that publishers keep, each as the pages that a crawler asks for."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urljoin

from tracker.demo.content import Article, Site, SiteList
from tracker.demo.markup import render

HTML, JSON, XML = "text/html", "application/json", "text/xml"
UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit"
FEED = "/api-gateway/jpaas-plugins-web-server/front/rss/getinfo"


@dataclass(frozen=True)
class Page:
    """One answer: what stands at `url` for requests whose parameters hold all of `wants`."""

    url: str
    content: bytes
    type: str
    wants: Mapping[str, str] = field(default_factory=dict)


Rows = Sequence[Article]
Kind = Callable[[Site, SiteList, Rows], Iterator[Page]]


def html_page(site: Site, url: str, text: str, charset: str = "") -> Page:
    """A page of HTML in the charset that it declares; characters that the charset lacks become references."""
    charset = charset or site.charset
    says = f"{HTML}; charset={charset}" if site.says_charset else HTML
    return Page(url, text.encode(charset, "xmlcharrefreplace"), says)


def _json_page(url: str, value: Any, **wants: str) -> Page:
    return Page(url, json.dumps(value, ensure_ascii=False).encode(), f"{JSON}; charset=utf-8", wants)


def _parts(list_: SiteList, rows: Rows) -> Iterator[tuple[int, Rows]]:
    """The rows of page 1, 2 ...; a list without rows has one empty page."""
    for number, start in enumerate(range(0, max(len(rows), 1), list_.size), 1):
        yield number, rows[start : start + list_.size]


def _facts(site: Site, list_: SiteList, rows: Rows, part: Rows, number: int) -> dict[str, Any]:
    pages = -(-len(rows) // list_.size) or 1
    return {
        "site": site,
        "list": list_,
        "rows": part,
        "count": len(rows),
        "number": number,
        "pages": pages,
        "later": [list_.next.format(n=list_.first + n) for n in range(pages - 1)] if list_.next else [],
    }


def html(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Static pages: page 1 at the list's address, the others where `next` says."""
    for number, part in _parts(list_, rows):
        facts = _facts(site, list_, rows, part, number)
        place = urljoin(list_.url, facts["later"][number - 2]) if number > 1 and facts["later"] else list_.url
        if number == 1 or facts["later"]:
            text = render(site.id, list_.template or "list.html", **facts, url=place)
            yield html_page(site, site.address(place), text)


def jpaas(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """A shell with the parameters of the unit API, the API's answers, and the same rows as a feed."""
    shell = render(site.id, "shell.html", **_facts(site, list_, rows, rows, 1), api=UNIT)
    yield html_page(site, site.address(list_.url), shell)
    for number, part in _parts(list_, rows):
        fragment = render(site.id, list_.template or "list.html", **_facts(site, list_, rows, part, number))
        answer = {"success": True, "code": "200", "message": "", "data": {"html": fragment}}
        yield _json_page(site.address(UNIT), answer, pageId=list_.column, pageNo=str(number))
    feed = render(site.id, "feed.xml", **_facts(site, list_, rows, rows, 1))
    yield Page(site.address(FEED), feed.encode(), f"{XML}; charset=utf-8", {"columnIds": list_.column})


def govcn(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """A column of www.gov.cn: its page, and the JSON array beside it, which begins with a byte-order mark."""
    yield from html(site, list_, rows)
    array = [
        {"TITLE": escape(row.title), "SUB_TITLE": "", "URL": row.url, "DOCRELPUBTIME": f"{row.time:%Y-%m-%d}"}
        for row in rows[: list_.size]
    ]
    text = "\ufeff\n" + json.dumps(array, ensure_ascii=False, indent=2)
    yield Page(site.address(urljoin(list_.url, list_.data)), text.encode(), JSON)


def sitemap(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """A sitemap for news, cut to the newest."""
    newest = render(site.id, "sitemap.xml", site=site, rows=rows[: list_.size])
    yield Page(site.address(list_.url), newest.encode(), XML)


KINDS: dict[str, Kind] = {"html": html, "jpaas": jpaas, "govcn": govcn, "sitemap": sitemap}


def pages_of(site: Site, list_: SiteList, rows: Rows) -> Iterator[Page]:
    """Every page that the list consists of, for the articles that stand in it, newest first."""
    return KINDS[list_.kind](site, list_, rows)
