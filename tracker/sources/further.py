"""Guess the addresses of a list's further pages, and accept one that answers with other rows."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from parsel import Selector

from config.schema.source import SourceList
from spiders.paging import numbered
from spiders.readers import READERS
from spiders.rows import UnreadableError, absolute
from tracker.sources.asking import Asker, UnansweredError

_BY_SCRIPT = re.compile(
    r"""createPage\w{0,20}\(\s*['"]?(\d+)['"]?\s*,\s*['"]?\d+['"]?\s*,\s*['"](\w+)['"]\s*,\s*['"](\w+)"""
)
_NUMBERED = re.compile(r"^((?:\w*(?:index|page|list|home|default|p)[_-]?))(\d{1,4})(\.s?html?)$", re.IGNORECASE)
_PARAMETER = re.compile(r"(?:^|&)(page|pageno|pageindex|currentpage|pn|p)=(\d{1,4})(?:&|$)", re.IGNORECASE)
_TRIES, _LINKS = 4, 3_000


def paging(ask: Asker, list_: SourceList, page: Selector, known: set[str]) -> dict[str, Any] | None:
    """Return the facts of `paging` for a list whose first `page` has the rows `known`, or None if no guess works."""
    for template, start in islice(dict.fromkeys(_guesses(page, list_.url)), _TRIES):
        if _rows(ask, list_, numbered(list_.url, template, start)) - known:
            return {"url": template, **({"start": start} if start != 1 else {})}
    return None


def _rows(ask: Asker, list_: SourceList, url: str) -> set[str]:
    try:
        return {row.url for row in READERS[list_.kind](ask.ask(url, ask.referer(list_.url)), list_).rows}
    except (UnansweredError, UnreadableError):
        return set()


def _guesses(page: Selector, url: str) -> Iterator[tuple[str, int]]:
    """Yield templates with {n} and the number of page two, from the page's script and its links to further pages."""
    for count, stem, ending in _BY_SCRIPT.findall(page.get()):
        if int(count) > 1:
            yield f"{stem}_{{n}}.{ending}", 1
    folder = urljoin(url, ".")
    for href in page.css("a::attr(href)").getall()[:_LINKS]:
        address = absolute(url, href)
        parts = urlsplit(address)
        if found := _NUMBERED.match(address.removeprefix(folder)):
            yield from ((f"{found[1]}{{n}}{found[3]}", start) for start in _starts(int(found[2])))
        elif (found := _PARAMETER.search(parts.query)) and parts.path == urlsplit(url).path:
            yield f"?{found[1]}={{n}}", 2


def _starts(number: int) -> tuple[int, ...]:
    return (1, 2) if number <= 2 else (2, 1)
