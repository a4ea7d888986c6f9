"""Finds where an article goes on: pages of its own address with a number behind it, WS..._2.html, t..._1.html."""

import re
from urllib.parse import urlsplit

from parsel import Selector
from scrapy.http import HtmlResponse

from config.schema.source import Source
from db.models import Page
from spiders.annexes import annex_rows
from spiders.keys import canonical_key
from spiders.rows import Row, absolute, base_of
from spiders.sift import fetchable

MOST = 20
_ENDING = re.compile(r"\.\w+$")
_NUMBER = re.compile(r"[_-](\d{1,2})")
_NUMBERED = re.compile(r"([_-])\d{1,2}(\.\w+(?:\?.*)?)$")
_FURTHER = re.compile(r"[_-]\d{1,2}\.s?html?$")


def number_of(url: str, article: str) -> int | None:
    """Which further page of the article at `article` an address is, as it counts itself, or None."""
    here, there = urlsplit(article), urlsplit(url)
    stem, ending = _parted(here.path)
    own, own_ending = _parted(there.path)
    match = _NUMBER.fullmatch(own.removeprefix(stem)) if own.startswith(stem) else None
    same = here.hostname == there.hostname and ending == own_ending and here.query == there.query
    return int(match[1]) if match and same else None


def is_further(url: str) -> bool:
    """Whether an address looks like a further page of something."""
    return bool(_FURTHER.search(urlsplit(url).path))


def further_rows(page: Page, content: bytes, source: Source) -> dict[str, Row]:
    """The further pages of an article, in their order, by the key of their own pages; at most MOST.

    Those between the first and the last that it links are there as well. The key begins with the article's, as that
    of an annex does: they come home and are looked at again with it.
    """
    response = HtmlResponse(page.url, body=content, headers={"Content-Type": page.content_type})
    base = base_of(response)
    links = (
        fetchable(source, absolute(base, link))
        for link in Selector(response.text, type="html").css("a::attr(href)").getall()
    )
    numbers = {number: url for url in links if (number := number_of(url, page.url))}
    if not numbers:
        return {}
    last = max(numbers)
    urls = [_NUMBERED.sub(rf"\g<1>{number}\2", numbers[last]) for number in range(min(numbers), last + 1)]
    return {f"{page.key}#{canonical_key(url)}": Row(url) for url in urls[:MOST]}


def _parted(path: str) -> tuple[str, str]:
    match = _ENDING.search(path)
    return (path[: match.start()], match[0]) if match else (path, "")


def linked_rows(page: Page, content: bytes, source: Source) -> dict[str, Row]:
    """What belongs to an article and comes home with it: its further pages, then its annexes, by key."""
    return {**further_rows(page, content, source), **annex_rows(page, content, source)}
