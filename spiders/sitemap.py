"""Reads sitemaps: plain ones, news sitemaps and indexes of sitemaps, gzipped or not."""

from urllib.parse import urljoin

from scrapy.http import Response
from scrapy.utils.gz import gunzip, gzip_magic_number

from config.schema.source import SourceList
from spiders.feed import parse_xml, text_of
from spiders.rows import Row, Rows
from spiders.settings import MOST_BYTES


def read(response: Response, _list: SourceList) -> Rows:
    """Rows of a sitemap; of an index, the sitemaps as parts."""
    packed = gzip_magic_number(response)
    root = parse_xml(gunzip(response.body, max_size=MOST_BYTES) if packed else response.body)
    parts = (text_of(node, "loc") for node in root.iter("{*}sitemap"))
    rows = []
    for node in root.iter("{*}url"):
        news = next(node.iterchildren("{*}news"), node)
        if address := text_of(node, "loc"):
            date = text_of(news, "publication_date") or text_of(node, "lastmod")
            rows.append(Row(urljoin(response.url, address), text_of(news, "title"), date))
    return Rows(tuple(rows), tuple(part for part in parts if part))
