"""Read RSS and Atom."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree
from scrapy.http import Response

from config.schema.source import SourceList
from spiders.rows import Row, Rows, UnreadableError, absolute, tidy

# A sitemap has at most 50,000 addresses (https://www.sitemaps.org/protocol.html), a feed a few dozen.
MOST_BYTES, MOST_ROWS = 10_000_000, 50_000
DATES = ("pubDate", "published", "updated", "date")


def read(response: Response, _list: SourceList) -> Rows:
    """Return the rows of a feed, RSS 0.9 to 2.0 or Atom; entries without an address are skipped."""
    return Rows(tuple(_rows(parse_xml(response.body), response.url)))


def parse_xml(body: bytes) -> etree._Element:
    """Return the root of an XML document, of its first MOST_BYTES; entities and the network are not used."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(body[:MOST_BYTES].strip(), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("is not XML") from error
    if root is None:
        raise UnreadableError("is not XML")
    return root


def text_of(node: etree._Element, *names: str) -> str | None:
    """Return the text of the first child with one of these local names that has any."""
    for name in names:
        for child in node.iterchildren(f"{{*}}{name}"):
            if text := tidy("".join(child.itertext())):
                return text
    return None


def _rows(root: etree._Element, base: str) -> Iterator[Row]:
    for entry in islice(root.iter("{*}item", "{*}entry"), MOST_ROWS):
        if link := text_of(entry, "link") or _atom_link(entry):
            yield Row(absolute(base, link), text_of(entry, "title"), text_of(entry, *DATES))


def _atom_link(entry: etree._Element) -> str | None:
    links = {link.get("rel", "alternate"): link.get("href") for link in entry.iterchildren("{*}link")}
    return links.get("alternate")
