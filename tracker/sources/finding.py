"""Find the list of articles that a page is, contains or links to, as facts of a declaration that have been tried."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from parsel import Selector
from pydantic import ValidationError
from scrapy.http import Response, TextResponse

from config.schema.source import Discovery, SourceList
from spiders.charsets import MOST, text_of
from spiders.jpaas import PAIR
from spiders.json_rows import json_html
from spiders.markup import page_in, page_of
from spiders.rows import Row, UnreadableError, base_of
from spiders.shells import own_block
from spiders.wrapped import list_page
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.further import paging
from tracker.sources.jsonmarks import json_facts
from tracker.sources.reach import open_list, read_list
from tracker.sources.rowmarks import html_facts

Facts = dict[str, Any]
Propose = Callable[[Asker, Response], Iterator[Facts]]
_FEEDS, _PARTS = 3, 3
_LINKS, _TITLES = ["publishUrl", "linkUrls.*.linkUrl"], ["showTitle", "title", "linkUrls.*.linkTitle"]
_XINHUA, _GOVCN = r"datasource:([0-9a-f]{32})", r"\b([A-Z][A-Z0-9_]{5,}\.json)\b"
_XML = ((re.compile(r"<(?:rss|feed|rdf:RDF)\b"), "feed"), (re.compile(r"<(?:urlset|sitemapindex)\b"), "sitemap"))
_FEED_LINKS = (
    'link[rel="alternate"][type*="rss"], link[rel="alternate"][type*="atom"], '
    'a[href$=".rss"], a[href*="/rss/"][href$=".xml"], a[href$="/rss.xml"], a[href$="/feed.xml"]'
)


@dataclass
class Found:
    """One failed crawl is not enough: two or more in a row must agree, for some hours, or very many."""

    facts: Facts
    rows: tuple[Row, ...]
    seen: list[str] = field(default_factory=list)


def find_list(ask: Asker, answer: Response, kinds: Sequence[Propose] | None = None) -> Found | None:
    """Return the list of the first kind that has rows; raise UnansweredError if an honest User-Agent is refused."""
    seen: list[str] = []
    for propose in kinds or KINDS:
        try:
            for facts in propose(ask, answer):
                rows = read_list(ask, _list(facts))[1].rows
                if rows:
                    return Found(facts, rows, seen)
                seen.append(f"{facts['kind']} at {facts['url']}: no rows")
        except UnansweredError as error:
            if error.trouble.refusal and ask.source.manners.agent == "honest":
                raise
            seen.append(f"{error.url}: {error}")
        except (UnreadableError, ValidationError) as error:
            seen.append(f"{answer.url} as a list: {' '.join(str(error).split())}")
    return None


def _list(facts: Facts) -> SourceList:
    return SourceList.model_validate({"id": "list", **facts})


def _itself(_ask: Asker, answer: Response) -> Iterator[Facts]:
    """Return the page itself, if it is a feed, a sitemap or JSON."""
    text = text_of(answer) if isinstance(answer, TextResponse) else answer.body.decode(errors="replace")
    for sign, kind in _XML:
        if sign.search(text[:2000]):
            yield {"kind": kind, "url": answer.url}
    if facts := json_facts(text, answer.url):
        yield {"kind": "json_list", "url": answer.url, **facts}


def _jpaas(ask: Asker, answer: Response) -> Iterator[Facts]:
    """Return a shell of jpaas: the parameters of its parts, and the rows in the API's response."""
    for script in _page(answer).css("[querydata]")[:_PARTS]:
        params = dict(PAIR.findall(script.xpath("@querydata").get("")))
        facts: Facts = {"kind": "jpaas", "url": answer.url, "params": params}
        inner = open_list(ask, _list(facts | {"rows": "a"}))
        fragment = json_html(text_of(inner)) if isinstance(inner, TextResponse) else None
        if fragment and (rows := html_facts(page_of(fragment), answer.url)):
            yield facts | rows | {"paging": {"most": 5}}


def _beside(ask: Asker, answer: Response) -> Iterator[Facts]:
    """Return the JSON file that the page names."""
    for find, url in ((_XINHUA, "ds_{found}.json"), (_GOVCN, "{found}")):
        discovery = Discovery(page=answer.url, find=find, url=url)
        if not isinstance(answer, TextResponse) or not (name := own_block(answer, discovery, answer.url)):
            continue
        address = urljoin(answer.url, url.replace("{found}", name))
        content = ask.ask(address, ask.referer(answer.url))
        rows = json_facts(text_of(content), address) if isinstance(content, TextResponse) else None
        discover = {"page": answer.url, "find": find, "url": url}
        if rows:
            yield {"kind": "json_list", "url": address, "discover": discover, **_pointers(rows)}


def _pointers(rows: Facts) -> Facts:
    """Xinhua's editors' pointers have their address elsewhere, and the date of the pointing: both are known."""
    if rows.get("rows") != "datasource":
        return rows
    return {"rows": "datasource", "link": _LINKS, "title": _TITLES}


def _listing(ask: Asker, answer: Response) -> Iterator[Facts]:
    """Return repeated links on the page itself, and its further pages."""
    if not isinstance(answer, TextResponse):
        return
    page = list_page(text_of(answer)[:MOST])
    if facts := html_facts(page, base_of(answer)):
        declared = {"kind": "listing", "url": answer.url, **facts}
        known = {row.url for row in read_list(ask, _list(declared))[1].rows}
        further = paging(ask, _list(declared), page, known)
        yield declared | ({"paging": further} if further else {})


def _feeds(_ask: Asker, answer: Response) -> Iterator[Facts]:
    """Return feeds to which the page links."""
    links = _page(answer).css(_FEED_LINKS).xpath("@href").getall()
    for link in islice(dict.fromkeys(links), _FEEDS):
        yield {"kind": "feed", "url": urljoin(answer.url, link)}


def _sitemaps(ask: Asker, answer: Response) -> Iterator[Facts]:
    """Return sitemaps that robots.txt names, or the usual one."""
    for url in islice(ask.rules(answer.url)[1].sitemaps or [urljoin(answer.url, "/sitemap.xml")], _FEEDS):
        yield {"kind": "sitemap", "url": url}


ON_THE_PAGE: tuple[Propose, ...] = (_itself, _jpaas, _beside, _listing)
"""What the page itself may be, from the most certain to what is left."""
KINDS = (*ON_THE_PAGE, _feeds, _sitemaps)
"""What a page may be or lead to; each yields facts of lists that are still to be tried."""


def _page(answer: Response) -> Selector:
    return page_in(answer) if isinstance(answer, TextResponse) else page_of("")
