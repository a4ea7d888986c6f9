"""Finds rows of a list whose declared ones are gone, as they are found where nobody declared any."""

from parsel import Selector
from scrapy.http import Response, TextResponse

from config.schema.source import HTML_KINDS, SourceList
from spiders.charsets import MOST, text_of
from spiders.json_rows import json_html, json_rows
from spiders.repeats import linked_rows
from spiders.rows import Row, base_of


def unconfirmed_rows(response: Response, list_: SourceList) -> list[Row]:
    """Rows of the longest list that an answer holds, links or JSON; none where a feed or a sitemap was declared."""
    if not isinstance(response, TextResponse) or list_.kind not in (*HTML_KINDS, "json_list"):
        return []
    text = text_of(response)[:MOST]
    if rows := json_rows(text, response.url):
        return rows
    html = json_html(text)
    return linked_rows(Selector(html or text or "<html></html>"), list_.url if html else base_of(response))
