"""Read sitemaps: plain ones, news sitemaps and indexes of sitemaps, gzipped or not."""

from itertools import islice

from scrapy.http import Response
from scrapy.utils.gz import gunzip, gzip_magic_number

from config.schema.source import SourceList
from spiders.feed import MOST_ROWS, parse_xml, text_of
from spiders.most import MOST_BYTES
from spiders.rows import Row, Rows, UnreadableError, absolute


def read(response: Response, _list: SourceList) -> Rows:
    """Return the rows of a sitemap; of an index, the sitemaps as parts."""
    root = parse_xml(_unpacked(response))
    rows = []
    for node in islice(root.iter("{*}url"), MOST_ROWS):
        news = next(node.iterchildren("{*}news"), node)
        date = text_of(news, "publication_date") or text_of(node, "lastmod")
        rows.append(Row(absolute(response.url, text_of(node, "loc") or ""), text_of(news, "title"), date))
    parts = [absolute(response.url, text_of(node, "loc") or "") for node in islice(root.iter("{*}sitemap"), MOST_ROWS)]
    return Rows(tuple(rows), tuple(parts))


def _unpacked(response: Response) -> bytes:
    if not gzip_magic_number(response):
        return response.body
    try:
        return gunzip(response.body, max_size=MOST_BYTES)
    except (OSError, EOFError, ValueError) as error:
        raise UnreadableError("cannot be unpacked") from error
