"""Crawl a source: read its lists, fetch new articles with their annexes, and take due second looks."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from typing import Any, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response, TextResponse
from sqlalchemy import Engine
from twisted.python.failure import Failure

from config.schema.source import Source, SourceList
from db.engine import reading, writing
from db.models import Page, now
from db.queries.pages import cut_short, due_for_second_look
from db.store.pages import finish_crawl
from spiders.arrivals import Arrival, Look, again, annex, arrival, content_of, expected, is_astray
from spiders.discovery import Walk, declared_instead, first_page, shell_of
from spiders.failures import Trouble, told, trouble_of
from spiders.frontier import Frontier
from spiders.further import linked_rows
from spiders.heads import conditions
from spiders.jpaas import page_size
from spiders.listed import listed
from spiders.sift import fetchable
from spiders.tally import Tally

LISTS_FIRST, REFUSED_ARTICLES, MOST_PARTS = 10, 3, 40
GONE = (404, 410)


class SourceSpider(scrapy.Spider):
    """One crawl of one source. Items of the lists in `backfilled` are kept, but not reported as news."""

    name = "source"

    def __init__(
        self, *, source: Source, engine: Engine, frontier: Frontier, crawl_id: int, backfilled: frozenset[str]
    ) -> None:
        super().__init__(name=source.id)
        self.source, self.engine = source, engine
        self.frontier = frontier
        self.tally: Tally = frontier.tally
        self.crawl_id = crawl_id
        self.backfilled = backfilled
        self.refused = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Create it for Scrapy, which would only log a lost item or a fault in a spider."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.item_lost, signals.item_error)
        crawler.signals.connect(spider.spider_failed, signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Request every list, by its shell if it has one, pages due for a second look, and missing annexes."""
        for list_ in self.source.lists:
            shell = shell_of(list_)
            if shell:
                yield self._ask_list(shell, list_, self.open_list, {"list_": list_})
                continue
            for request in self._begin(list_):
                yield request
        with reading(self.engine) as session:
            due = due_for_second_look(session, self.source.id, now())
            left = cut_short(session, self.source.id, self.crawl_id, now())
        for page in due[: self.frontier.limit]:
            yield self._look(page)
        for page in left:
            for request in self._ask_annexes(page, content_of(self.engine, page)):
                yield request

    def open_list(self, response: Response, list_: SourceList) -> Iterator[Request]:
        """Read the list's address from its shell."""
        self._answered(response)
        yield from self._begin(list_, response)

    def parse_list(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Request the new articles on a list's page, then its parts and the next page."""
        self._answered(response)
        list_, answer = walk.list_, listed(self.source, response, walk)
        rows = answer.rows
        self.tally.malformed(list_.id, answer.malformed)
        if (answer.unconfirmed or not rows) and not answer.parts and (other := declared_instead(walk)):
            yield from self._turn(other)
            return
        if answer.problem:
            self.tally.list_problem(list_.id, *answer.problem)
        if answer.problem and not rows:
            return
        fresh = self.frontier.fresh(list_, rows)
        for key, row in fresh.items():
            page = expected(self.source.id, list_.id, key, row, self.crawl_id)
            page.backfilled = list_.id in self.backfilled
            yield self._ask_page(page, list_.url)
        if answer.unconfirmed:
            self.tally.lists[list_.id].update(unconfirmed=len(rows))
        if walk.part or answer.unconfirmed:
            return
        for part in [part for part in answer.parts if fetchable(self.source, part)][:MOST_PARTS]:
            yield self._ask_list(part, list_, self.parse_list, {"walk": replace(walk, part=True)})
        if self.frontier.goes_on(list_, rows, fresh):
            size = walk.size or (page_size(response, list_) if list_.kind == "jpaas" else 0)
            yield from self._turn(replace(walk, n=walk.n + 1, size=size))

    def bring_home(self, response: Response, page: Page, known: str = "") -> Iterator[Arrival | Request]:
        """Complete the page and request its annexes, unless the response is empty, astray, or above the day's quota."""
        self._answered(response)
        counts = self.tally.annexes if page.annex_of else self.tally.articles
        if not response.body or is_astray(self.source, response, page):
            counts["moved" if response.body else "hollow"] += 1
            return
        self.frontier.count(response.body, known)
        counts["fetched"] += 1
        yield arrival(page, response)
        if isinstance(response, TextResponse):
            yield from self._ask_annexes(page, response.body)

    def look_again(self, response: Response, page: Page) -> Iterator[Arrival | Look | Request]:
        """Record that a page is unchanged or gone, or store what it says now.

        A page is also gone if its address leads to something that is not an article, usually the home page. What an
        unchanged article links to is requested if it did not come the first time.
        """
        self.tally.articles["looks"] += 1
        unchanged = response.status == 304
        gone = response.status in GONE or (not unchanged and is_astray(self.source, response, page))
        if response.body and not gone:
            yield from self.bring_home(response, again(page, self.crawl_id), page.sha256)
            return
        self._answered(response)
        yield Look(page.id or 0, now(), gone=gone)
        if unchanged:
            yield from self._ask_annexes(page, content_of(self.engine, page))

    def look_failed(self, failure: Failure) -> Iterator[Look]:
        """Count the failure; a page that fails alone counts as checked."""
        page = failure.request.cb_kwargs["page"]  # type: ignore[attr-defined]
        self.article_failed(failure)
        if not self.tally.problems:
            yield Look(page.id, now())

    def list_failed(self, failure: Failure) -> Iterator[Request]:
        """Bypass a shell that does not answer; record a list that does not; stop if the site refuses."""
        trouble = self._failed(failure)
        asked = failure.request.cb_kwargs  # type: ignore[attr-defined]
        list_ = asked["list_"] if "list_" in asked else asked["walk"].list_
        if trouble.refusal:
            self.tally.list_problem(list_.id, "blocked", trouble.text)
            raise CloseSpider("refused")
        if "list_" in asked:
            yield from self._begin(list_, trouble=trouble)
        elif other := declared_instead(asked["walk"]):
            yield from self._turn(other)
        elif not trouble.of_host and (asked["walk"].n == 1 or trouble.verdict != "empty"):
            self.tally.list_problem(list_.id, trouble.verdict, trouble.text)

    def article_failed(self, failure: Failure) -> None:
        """Count an article or annex that did not come; stop if the site refuses articles one after the other."""
        trouble = self._failed(failure)
        name = "unanswered" if trouble.verdict == "down" else "missed"
        if failure.request.cb_kwargs["page"].annex_of:  # type: ignore[attr-defined]
            self.tally.annexes[name] += 1
            return
        self.tally.articles[name] += 1
        self.refused += trouble.refusal
        if self.refused >= REFUSED_ARTICLES:
            self.tally.problem("blocked", f"articles: {trouble.text}")
            raise CloseSpider("refused")

    def item_lost(self, failure: Failure) -> None:
        """Count an item that could not be written against the verdict."""
        self.tally.problem("lost", f"an item was lost: {told(failure.value)}")

    def spider_failed(self, failure: Failure) -> None:
        """Count a fault of our own in the verdict."""
        self.tally.problem("error", f"the spider failed: {told(failure.value)}")

    def closed(self, reason: str) -> None:
        """Write the verdict."""
        self.tally.end(reason)
        with writing(self.engine) as session:
            finish_crawl(session, self.crawl_id, *self.tally.verdict(), self.tally.counts())

    def _begin(
        self, list_: SourceList, shell: Response | None = None, trouble: Trouble | None = None
    ) -> Iterator[Request]:
        try:
            yield from self._turn(Walk(list_, first_page(list_, shell)))
        except ValueError as error:
            verdict, text = (trouble.verdict, trouble.text) if trouble else ("empty", str(error))
            self.tally.list_problem(list_.id, verdict, text)

    def _turn(self, walk: Walk) -> Iterator[Request]:
        if walk.address:
            yield self._ask_list(walk.address, walk.list_, self.parse_list, {"walk": walk})

    def _ask_page(self, page: Page, referer: str) -> Request:
        headers, asked = self._headers(referer), {"page": page}
        return Request(page.url, self.bring_home, headers=headers, errback=self.article_failed, cb_kwargs=asked)

    def _ask_annexes(self, page: Page, content: bytes) -> Iterator[Request]:
        """Request an article's further pages and the files that it links to, if they are not stored."""
        linked = {} if page.annex_of else linked_rows(page, content, self.source)
        rows = self.frontier.unknown(linked)
        for key, row in rows.items():
            yield self._ask_page(annex(page, key, row, self.crawl_id), page.url)

    def _look(self, page: Page) -> Request:
        list_ = next((one for one in self.source.lists if one.id == page.list_id), self.source.lists[0])
        return Request(
            page.url,
            self.look_again,
            errback=self.look_failed,
            headers={**self._headers(list_.url), **conditions(page.response_head)},
            cb_kwargs={"page": page},
            meta={"handle_httpstatus_list": [304, *GONE]},
        )

    def _ask_list(self, url: str, list_: SourceList, callback: Callable[..., Any], asked: dict[str, Any]) -> Request:
        return Request(
            url,
            callback,
            headers=self._headers(list_.url),
            errback=self.list_failed,
            cb_kwargs=asked,
            priority=LISTS_FIRST,
        )

    def _headers(self, referer: str) -> dict[str, str]:
        return {"Referer": referer} if self.source.manners.referer == "list" else {}

    def _answered(self, response: Response) -> None:
        self.tally.answers[str(response.status)] += 1
        self.refused = 0

    def _failed(self, failure: Failure) -> Trouble:
        trouble = trouble_of(failure.value)
        self.tally.answers[trouble.name] += 1
        if trouble.of_host:
            self.tally.host_problem(trouble.verdict, trouble.text)
        return trouble
