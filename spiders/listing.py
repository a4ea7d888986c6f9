"""Read lists that are HTML: one element per row."""

from collections.abc import Iterator, Sequence

from parsel import Selector, css2xpath
from scrapy.http import TextResponse

from config.schema.picks import Pick
from config.schema.source import SourceList
from spiders.charsets import MOST, text_of
from spiders.nesting import around
from spiders.picks import pick_html
from spiders.rows import Row, Rows, UnreadableError, absolute, base_of, tidy
from spiders.wrapped import list_page

LINK = (Pick(select="a::attr(href)"),)
TITLE = (Pick(select="a::attr(title)"), Pick(select="a"))
MOST_ROWS = 5_000
# Rows nested in rows are a page that wants to be read as often as it has rows.
MOST_AROUND = 3


def read(response: TextResponse, list_: SourceList) -> Rows:
    """Return the rows of a list page; elements without a link are skipped."""
    if not isinstance(response, TextResponse):
        raise UnreadableError("is not text")
    return Rows(html_rows(list_page(text_of(response)[:MOST]), base_of(response), list_))


def html_rows(html: Selector, base: str, list_: SourceList) -> tuple[Row, ...]:
    """Return the rows in HTML whose relative links start at `base`: of the first MOST_ROWS matching elements."""
    nodes = html.xpath(f"({css2xpath(list_.rows)})[position() <= {MOST_ROWS}]")
    found = ((pick_html(node, list_.link or LINK), node) for node in _flat(nodes))
    return tuple(
        Row(
            url=absolute(base, link),
            title=tidy(pick_html(node, list_.title or TITLE)),
            date=tidy(pick_html(node, list_.date)),
        )
        for link, node in found
        if link
    )


def _flat(nodes: Sequence[Selector]) -> Iterator[Selector]:
    """Return the nodes that are inside no more than MOST_AROUND others."""
    elements = [node.root for node in nodes]
    for node, number in zip(nodes, around(elements, elements), strict=True):
        if number <= MOST_AROUND + 1:
            yield node
