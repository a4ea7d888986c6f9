"""Find where an article continues: pages of its own address with a number at the end, WS..._2.html, t..._1.html."""

import re
from itertools import islice
from urllib.parse import urlsplit

from config.schema.source import Source
from db.models import Page
from spiders.annexes import MOST_LINKS, Parsed, annexes_of, parsed
from spiders.keys import canonical_key
from spiders.rows import Row, absolute
from spiders.sift import fetchable

MOST = 20
_ENDING = re.compile(r"\.\w+$")
_NUMBER = re.compile(r"[_-](\d{1,2})")
# To resolve and clean the addresses of all links of a page takes longer than to parse it.
_MAY_CONTINUE = re.compile(r"[_-]\d{1,2}\s*(?:[.?#]|$)")
_NUMBERED = re.compile(r"([_-])\d{1,2}(\.\w+(?:\?.*)?)$")
_FURTHER = re.compile(r"[_-]\d{1,2}\.s?html?$")


def number_of(url: str, article: str) -> int | None:
    """Return which further page of the article at `article` an address is, by its own number, or None."""
    here, there = urlsplit(article), urlsplit(url)
    stem, ending = _parted(here.path)
    own, own_ending = _parted(there.path)
    match = _NUMBER.fullmatch(own.removeprefix(stem)) if own.startswith(stem) else None
    same = here.hostname == there.hostname and ending == own_ending and here.query == there.query
    return int(match[1]) if match and same else None


def is_further(url: str) -> bool:
    """Decide whether an address looks like a further page of something."""
    return bool(_FURTHER.search(urlsplit(url).path))


def further_of(article: Parsed, source: Source) -> dict[str, Row]:
    """Return the further pages of an article, in order, by the key of their own pages; at most MOST.

    Pages between the first and the last that it links to are included. The key begins with the article's, like that of
    an annex: these pages are fetched and checked with the article.
    """
    page, root, base = article
    hrefs = (node.get("href") or "" for node in islice(root.iter("a"), MOST_LINKS))
    links = (fetchable(source, absolute(base, href)) for href in hrefs if _MAY_CONTINUE.search(href))
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
    """Return what belongs to an article and is fetched with it: its further pages, then its annexes, by key."""
    article = parsed(page, content)
    return {**further_of(article, source), **annexes_of(article, source)}
