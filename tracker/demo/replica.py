"""Build the replica: every page of the publishers' sites, as they are at one stage of the story."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from posixpath import splitext
from urllib.parse import parse_qsl, urljoin, urlsplit

from tracker.demo.content import LAST_STAGE, Annex, Article, Site, sites
from tracker.demo.files import MAKERS
from tracker.demo.lists import pages_of
from tracker.demo.markup import render
from tracker.demo.page import Page, html_page

FIRST_PAGE = dict.fromkeys(("pageNo", "page", "p"), "1")
FRONT_PAGE = re.compile(r"(?<=/)(?:index|home)\.s?html?$")


class Replica:
    """Hold the sites at a stage: 1 is the history; 2 has new articles, one revised text, and one page less.

    `asked` keeps the requested addresses, in order; `url` is where the server listens.
    """

    def __init__(self, stage: int = 1) -> None:
        self.stage = stage
        self.url = ""
        self.asked: list[str] = []
        self._pages = _index(stage)

    def advance(self) -> None:
        """Go on to the next stage; the last one stays."""
        self.stage = min(self.stage + 1, LAST_STAGE)
        self._pages = _index(self.stage)

    def find(self, url: str) -> Page | None:
        """Return the page at an address, http or https, or None. Parameters that no page asks for do not count."""
        self.asked.append(url)
        given = {**FIRST_PAGE, **_parameters(url)}
        return next((page for page in self._pages.get(_place(url), ()) if page.wants.items() <= given.items()), None)

    def refuses(self, url: str, agent: str, referer: str) -> bool:
        """Decide whether the site rejects a request with this User-Agent and Referer."""
        parts = urlsplit(url)
        return _guarded(parts.netloc, parts.path) and not (agent.startswith("Mozilla/") and referer)


def _guarded(host: str, path: str) -> bool:
    return any(site.host == host and site.guarded and path.startswith(site.guarded) for site, _ in sites().values())


def pages(stage: int) -> Iterator[Page]:
    """Yield every page of every site at a stage."""
    for site, articles in sites().values():
        standing = [now for article in articles if (now := article.at(stage))]
        yield from _front_pages(site)
        for list_ in site.lists:
            yield from pages_of(site, list_, [article for article in standing if list_.id in article.lists])
        yield from (_article_page(site, article, standing) for article in standing)
        yield from (_annex_page(article, annex) for article in standing for annex in article.annexes if annex.text)


def _front_pages(site: Site) -> Iterator[Page]:
    home = html_page(site, site.home, render(site.id, "home.html", site=site))
    yield home
    if site.robots == "home":
        yield replace(home, url=site.address("/robots.txt"))
    elif site.robots is not None:
        yield Page(site.address("/robots.txt"), site.robots.encode(), "text/plain")


def _article_page(site: Site, article: Article, standing: list[Article]) -> Page:
    """Return an article in the site's markup, with the titles of its neighbours in the side-bar."""
    at = standing.index(article)
    near = [other for other in standing[max(at - 2, 0) : at + 3] if other is not article]
    text = render(site.id, "article.html", site=site, article=article, near=near)
    return html_page(site, article.url, text, article.charset)


def _annex_page(article: Article, annex: Annex) -> Page:
    type_, make = MAKERS[splitext(annex.url)[1]]
    return Page(urljoin(article.url, annex.url), make(annex.text.splitlines()), type_)


@cache
def _index(stage: int) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in pages(stage):
        found.setdefault(_place(page.url), []).append(page)
    return found


def _place(url: str) -> str:
    """Return host and path without the usual file names of front pages."""
    parts = urlsplit(url)
    return parts.netloc + FRONT_PAGE.sub("", parts.path).rstrip("/")


def _parameters(url: str) -> dict[str, str]:
    """Return the parameters of a request, including those inside the JSON of `paramJson`."""
    given = dict(parse_qsl(urlsplit(url).query))
    try:
        inner = json.loads(given.get("paramJson", "{}"))
    except ValueError:
        return given
    return given | ({name: str(value) for name, value in inner.items()} if isinstance(inner, dict) else {})
