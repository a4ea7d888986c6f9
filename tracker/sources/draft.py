"""Draft the declaration of a source from one page of its site."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from config.schema.body import Body
from config.schema.source import Source, SourceList
from db.beijing import beijing_today
from spiders.charsets import decode, text_of
from spiders.markup import page_of
from spiders.rows import Row
from spiders.sift import articles
from tracker.parse.general.article import Article
from tracker.sources import naming, patterns
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.comparing import layout
from tracker.sources.finding import Found, find_list
from tracker.sources.reach import bring_home

Facts = dict[str, Any]
AskerOf = Callable[[Source], Asker]
_COMPARED = 2
_AS_BROWSER = {"referer": "list", "agent": "browser"}


@dataclass(frozen=True)
class Draft:
    """The facts of a declaration in the order of its file, and what they were drafted from."""

    facts: Facts
    page: Response
    found: Found


class NothingFoundError(Exception):
    """A page from which no source can be drafted; its text gives the reason."""


def draft(url: str, id_: str, bodies: Mapping[str, Body], asker_of: AskerOf) -> Draft:
    """Draft a source from a page; raise NothingFoundError if it does not answer or leads to no list."""
    source, page, found = _found(url, id_, asker_of)
    facts = _facts(source, page, found, bodies)
    drafted = Source.model_validate(_said(facts))
    compared = layout(first_articles(asker_of(drafted), drafted, drafted.lists[0], found.rows))
    facts["layouts"] = [compared] if compared else None
    return Draft(_said(facts), page, found)


def _found(url: str, id_: str, asker_of: AskerOf) -> tuple[Source, Response, Found]:
    """Return the page, its list, and a minimal source; if the site refuses us, as a browser."""
    for manners in ({}, _AS_BROWSER):
        source = _of_page(url, id_, manners)
        ask = asker_of(source)
        try:
            page = ask.ask(url, ask.referer(url))
            found = find_list(ask, page)
        except UnansweredError as error:
            if manners or not error.trouble.refusal:
                raise NothingFoundError(f"{error.url} does not answer: {error}") from error
            continue
        if found:
            return source, page, found
        break
    raise NothingFoundError(
        f"{url} shows no list of articles, links no feed and names no sitemap; try the page of one column"
    )


def _of_page(url: str, id_: str, manners: Mapping[str, str]) -> Source:
    host = urlsplit(url).hostname or ""
    twin = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return Source.model_validate(
        {
            "id": id_,
            "name": {"en": host, "zh": host},
            "tier": "media",
            "language": "zh",
            "hosts": [host, twin],
            "articles": {"accept": "."},
            "lists": [{"id": "page", "kind": "sitemap", "url": url}],
            "manners": manners,
            "evidence": _evidence(),
        }
    )


def _facts(source: Source, page: Response, found: Found, bodies: Mapping[str, Body]) -> Facts:
    """Return every key of the declaration in the order of its file; None is left out."""
    root = page_of(text_of(page) if isinstance(page, TextResponse) else "")
    name = naming.site_name(root, page.url)
    body = naming.body_of(name, bodies)
    hosts = _hosts(urlsplit(found.facts["url"]).hostname or "", found.rows)
    urls = patterns.addresses(found.rows, hosts)
    key = patterns.key(urls)
    return {
        "id": source.id,
        "name": {"en": name, "zh": name},
        "tier": "primary" if body or hosts[0].endswith(".gov.cn") else "media",
        "body": body,
        "language": naming.language(found.rows),
        "hosts": hosts,
        "articles": {"accept": patterns.accept(urls, hosts), **({"key": key} if key else {})},
        "lists": [{"id": naming.list_id(found.facts["url"]), **naming.list_name(root), **found.facts}],
        "layouts": None,
        "manners": _AS_BROWSER if source.manners.agent == "browser" else None,
        "evidence": _evidence(),
    }


def _said(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value}


def _hosts(own: str, rows: Sequence[Row]) -> list[str]:
    """Return the list's host, and those of the same site that rows link to; without any, the most common host."""
    led = Counter(urlsplit(row.url).hostname or "" for row in rows)
    site = own.removeprefix("www.")
    same = [host for host in led if host == site or host.endswith(f".{site}")]
    return list(dict.fromkeys((own, *(same or [led.most_common(1)[0][0]]))))


def first_articles(ask: Asker, source: Source, list_: SourceList, rows: Sequence[Row]) -> list[Article]:
    """Return the first articles of a list that answer, as the general method reads them."""
    found = []
    for key, row in list(articles(source, rows).items())[:_COMPARED]:
        try:
            page, answer = bring_home(ask, list_, key, row)
        except UnansweredError:
            continue
        found.append(Article(page_of(decode(answer.body, page.content_type)), page.url))
    return found


def _evidence() -> Facts:
    today = beijing_today().isoformat()
    return {"verified_on": today, "confidence": "low", "note": "Drafted from the page."}
