"""Decide which of the blocks on a page is the list that is followed: its rows are many and dated."""

import re
from urllib.parse import urljoin

from parsel import Selector
from scrapy.http import TextResponse

from config.schema.source import Discovery
from spiders.charsets import MOST, text_of
from spiders.dates import find_date
from spiders.markup import page_in

_MOST = 40


def own_block(shell: TextResponse, discover: Discovery, declared: str) -> str | None:
    """Return what `discover` finds in its shell, or None.

    Of several findings, the declared one if the page still names it; otherwise that whose element contains the most
    dated rows, then the most links: tickers, pictures and topics have fewer. Otherwise the first.
    """
    found = [match[1] for match in re.finditer(discover.find, text_of(shell)[:MOST]) if match[1]]
    named = list(dict.fromkeys(found))[:_MOST]
    for name in named:
        if urljoin(shell.url, discover.url.replace("{found}", name)) == declared:
            return name
    if len(named) < 2:
        return next(iter(named), None)
    page = page_in(shell)
    return max(named, key=lambda name: _rows_in(page, name))


def _rows_in(page: Selector, name: str) -> tuple[int, int]:
    """Count the printed dates, and the links, in the element with a name in an attribute."""
    block = page.xpath("(//*[not(self::a) and @*[contains(., $name)]])[1]", name=name)
    dates = sum(find_date(text) is not None for text in block.xpath(".//text()").getall())
    return dates, len(block.xpath(".//a[@href]"))
