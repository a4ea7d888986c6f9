"""Define what spiders pass to the pipeline, and the pipeline: each arrival is one transaction."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from config.schema.source import Source
from db.connect import write
from db.engine import reading, writing
from db.models import Page, now
from db.queries.documents import page_and_content
from db.store.pages import add_page, confirm_page, lose_page
from spiders.further import is_further
from spiders.heads import request_head, response_head
from spiders.rows import Row
from spiders.sift import is_article


@dataclass(frozen=True)
class Arrival:
    """A fetched page with its content."""

    page: Page
    content: bytes


@dataclass(frozen=True)
class Look:
    """A second look at a page that is unchanged, or gone."""

    page_id: int
    at: datetime
    gone: bool = False


def expected(source: str, list_id: str, key: str, row: Row, crawl_id: int) -> Page:
    """Create the page of a row from what the list says; its content is still to come."""
    return Page(
        source=source,
        list_id=list_id,
        key=key,
        url=row.url,
        sha256="",
        listed_title=row.title,
        listed_date=row.date,
        crawl_id=crawl_id,
    )


def again(page: Page, crawl_id: int) -> Page:
    """Create a second page of the same row, for what the site answers now."""
    row = Row(page.url, page.listed_title, page.listed_date)
    second = expected(page.source, page.list_id or "", page.key, row, crawl_id)
    second.annex_of = page.annex_of
    return second


def annex(page: Page, key: str, row: Row, crawl_id: int) -> Page:
    """Create the page of a file that the article `page` links to, as news or backfilled like the article."""
    file = expected(page.source, page.list_id or "", key, row, crawl_id)
    file.annex_of, file.backfilled = page.key, page.backfilled
    return file


def arrival(page: Page, response: Response) -> Arrival:
    """Complete a page with the response of the site."""
    page.url, page.status = response.url, response.status
    page.content_type = (response.headers.get("Content-Type") or b"").decode("latin-1").replace("\x00", "")
    page.request_head = request_head(response.request) if response.request else ""
    page.response_head = response_head(response)
    page.fetched_at = page.checked_at = now()
    return Arrival(page, response.body)


def is_astray(source: Source, response: Response, page: Page) -> bool:
    """Decide whether a redirect led to neither an article nor a further page, or a page came in place of a file."""
    if not page.annex_of:
        return not is_article(source, response.url)
    return isinstance(response, HtmlResponse) and not (is_further(page.url) and response.url == page.url)


def content_of(engine: Engine, page: Page) -> bytes:
    """Return the content of a stored page."""
    with reading(engine) as session:
        _, content = page_and_content(session, page.id or 0)
    return zlib.decompress(content.zipped)


class Keep:
    """Write arrivals to the database at once, so that a killed crawl loses at most the one in progress."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create it for Scrapy; the spider has the database."""
        return cls(crawler.spider.engine)  # type: ignore[union-attr]

    def process_item(self, item: Arrival | Look) -> Arrival | Look:
        """Write one arrival, and repeat it if another crawl wrote the same page at the same moment."""
        try:
            self._write(item)
        except IntegrityError:
            self._write(item)
        return item

    def _write(self, item: Arrival | Look) -> None:
        # A page that a power cut undoes is fetched again.
        if isinstance(item, Arrival):
            with write(self.engine, durable=False) as connection:
                add_page(connection, item.page, item.content)
            return
        with writing(self.engine, durable=False) as session:
            if item.gone:
                lose_page(session, item.page_id, item.at)
            else:
                confirm_page(session, item.page_id, item.at)
