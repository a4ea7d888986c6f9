"""Read newspapers laid out by day: an issue's first page links to its other pages, each lists its articles."""

import re
from datetime import datetime, timedelta

from scrapy.http import TextResponse

from config.schema.source import SourceList
from spiders.listing import html_rows
from spiders.markup import page_in
from spiders.rows import Rows, UnreadableError, absolute, base_of

MOST_PAGES = 200
DAY = re.compile(r"(\d{4})([-/]?)(\d{2})([-/]?)(\d{2})")


def read(response: TextResponse, list_: SourceList) -> Rows:
    """Return the rows of one printed page; the links to the issue's other pages are parts."""
    if not isinstance(response, TextResponse):
        raise UnreadableError("is not text")
    html, base = page_in(response), base_of(response)
    others = html.css(list_.pages)[:MOST_PAGES].xpath("@href").getall() if list_.pages else []
    parts = dict.fromkeys(absolute(base, other) for other in others)
    parts.pop(response.url, None)
    return Rows(html_rows(html, base, list_), tuple(parts))


def earlier_issue(address: str, days: int) -> str | None:
    """Return the same address some days earlier; None if it contains no day."""
    found = DAY.search(address)
    if not found:
        return None
    day = datetime(int(found[1]), int(found[3]), int(found[5])) - timedelta(days=days)
    return address[: found.start()] + day.strftime(f"%Y{found[2]}%m{found[4]}%d") + address[found.end() :]
