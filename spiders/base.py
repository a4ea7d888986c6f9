"""The spider: reads a source's lists, fetches what is new, looks again at what is due, reads no article."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import scrapy
from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from sqlalchemy import Engine
from twisted.python.failure import Failure

from config.schema.source import Source, SourceList
from db.engine import reading, writing
from db.models import Page, now
from db.queries.pages import due_for_second_look, known_keys
from db.store.pages import finish_crawl
from spiders.arrivals import Arrival, Look, arrival
from spiders.discovery import first_page, further_page, shell_of
from spiders.failures import Trouble, trouble_of
from spiders.heads import conditions
from spiders.readers import READERS
from spiders.rows import Row, Rows, UnreadableError
from spiders.sift import articles, is_article, too_old
from spiders.tally import Tally

LISTS_FIRST = 10
REFUSED_ARTICLES = 3
MOST_PARTS = 40
GONE = (404, 410)


@dataclass(frozen=True)
class Walk:
    """Where the reading of a list stands: its `n`-th page, or a part of one; `first` is the list's address."""

    list_: SourceList
    first: str
    n: int = 1
    part: bool = False


class SourceSpider(scrapy.Spider):
    """One crawl of one source. Items of the lists in `backfilled` are listed, not told as news."""

    name = "source"

    def __init__(
        self,
        source: Source,
        engine: Engine,
        crawl_id: int,
        tally: Tally,
        backfilled: frozenset[str],
        limit: int | None,
    ) -> None:
        super().__init__(name=source.id)
        self.source = source
        self.engine = engine
        self.crawl_id = crawl_id
        self.tally = tally
        self.backfilled = backfilled
        self.limit = limit
        self.asked: set[str] = set()
        self.seen: dict[str, set[str]] = {list_.id: set() for list_ in source.lists}
        self.refused = 0

    async def start(self) -> AsyncIterator[Request]:
        """Ask for every list, by its shell where it has one, and for the pages that are due for a second look."""
        for list_ in self.source.lists:
            if shell := shell_of(list_):
                yield self._ask_list(shell, list_, self.open_list, {"list_": list_})
            else:
                for request in self._begin(list_, None, None):
                    yield request
        with reading(self.engine) as session:
            due = due_for_second_look(session, self.source.id, now())
        for page in due:
            yield self._look(page)

    def open_list(self, response: Response, list_: SourceList) -> Iterator[Request]:
        """Read the list's address off its shell."""
        self._answered(response)
        yield from self._begin(list_, response, None)

    def parse_list(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Ask for the articles of a list's page that we do not have, then for the list's further page."""
        self._answered(response)
        list_ = walk.list_
        try:
            found = READERS[list_.kind](response, list_)
        except UnreadableError as error:
            self.tally.problem("empty", f"list {list_.id} {error}")
            return
        rows = articles(self.source, found.rows)
        fresh = self._fresh(rows, list_)
        for key, row in fresh.items():
            yield from self._ask_article(key, row, list_)
        if not walk.part:
            for part in found.parts[:MOST_PARTS]:
                yield self._ask_list(part, list_, self.parse_list, {"walk": replace(walk, part=True)})
            if self._goes_on(rows, fresh, found, list_):
                yield from self._turn(replace(walk, n=walk.n + 1))
        self.seen[list_.id] |= rows.keys()

    def bring_home(self, response: Response, page: Page) -> Iterator[Arrival]:
        """Complete the page with what the site answered, unless that leads away from articles or is nothing."""
        self._answered(response)
        if not response.body or not is_article(self.source, response.url):
            self.tally.articles["empty" if not response.body else "moved"] += 1
            return
        self.tally.articles["stored"] += 1
        yield arrival(page, response)

    def look_again(self, response: Response, page: Page) -> Iterator[Arrival | Look]:
        """Note that a page is unchanged or gone, or bring home what it says now."""
        self.tally.articles["looks"] += 1
        if page.id is not None and (response.status == 304 or response.status in GONE):
            self._answered(response)
            yield Look(page.id, now(), gone=response.status in GONE)
        else:
            again = Page(
                **page.model_dump(include={"source", "list_id", "key", "listed_title", "listed_date"})
            )
            again.crawl_id = self.crawl_id
            yield from self.bring_home(response, again)

    def list_failed(self, failure: Failure) -> Iterator[Request]:
        """Go round a shell that does not answer; note that a list does not; stop where the site refuses us."""
        trouble = self._failed(failure)
        asked = failure.request.cb_kwargs  # type: ignore[attr-defined]
        list_ = asked["list_"] if "list_" in asked else asked["walk"].list_
        if trouble.refusal:
            self.tally.problem("blocked", f"list {list_.id}: {trouble.text}")
            raise CloseSpider("refused")
        if "list_" in asked:
            yield from self._begin(list_, None, trouble)
        elif asked["walk"].n == 1 or trouble.verdict != "empty":
            self.tally.problem(trouble.verdict, f"list {list_.id}: {trouble.text}")

    def article_failed(self, failure: Failure) -> None:
        """Count an article that did not come; stop where the site refuses one after the other."""
        trouble = self._failed(failure)
        self.tally.articles["unanswered" if trouble.verdict == "down" else "missed"] += 1
        self.refused += trouble.refusal
        if self.refused >= REFUSED_ARTICLES:
            self.tally.problem("blocked", f"articles: {trouble.text}")
            raise CloseSpider("refused")

    def closed(self, reason: str) -> None:
        """Write the verdict."""
        self.tally.end(reason)
        with writing(self.engine) as session:
            finish_crawl(session, self.crawl_id, *self.tally.verdict(), self.tally.counts())

    def _begin(self, list_: SourceList, shell: Response | None, trouble: Trouble | None) -> Iterator[Request]:
        try:
            yield from self._turn(Walk(list_, first_page(list_, shell)))
        except UnreadableError as error:
            verdict, text = (trouble.verdict, trouble.text) if trouble else ("empty", str(error))
            self.tally.problem(verdict, f"list {list_.id}: {text}")

    def _turn(self, walk: Walk) -> Iterator[Request]:
        address = walk.first if walk.n == 1 else further_page(walk.list_, walk.first, walk.n)
        if address:
            yield self._ask_list(address, walk.list_, self.parse_list, {"walk": walk})

    def _fresh(self, rows: dict[str, Row], list_: SourceList) -> dict[str, Row]:
        with reading(self.engine) as session:
            known = known_keys(session, self.source.id, rows)
        fresh = {k: r for k, r in rows.items() if k not in known | self.asked and not too_old(self.source, r)}
        self.tally.lists[list_.id].update(pages=1, rows=len(rows), known=len(known), new=len(fresh))
        return fresh

    def _goes_on(self, rows: dict[str, Row], fresh: dict[str, Row], found: Rows, list_: SourceList) -> bool:
        """Whether to read a list's further page: while pages bring something new; in a deep crawl, not too old."""
        if found.parts and not rows:
            return True
        moves = not rows.keys() <= self.seen[list_.id]
        wanted = (
            not all(too_old(self.source, row) for row in rows.values()) if self.tally.deep else bool(fresh)
        )
        return moves and wanted and not self.tally.limited

    def _ask_list(
        self, url: str, list_: SourceList, callback: Callable[..., Any], asked: dict[str, Any]
    ) -> Request:
        return Request(
            url,
            callback=callback,
            errback=self.list_failed,
            headers=self._headers(list_),
            cb_kwargs=asked,
            priority=LISTS_FIRST,
        )

    def _ask_article(self, key: str, row: Row, list_: SourceList) -> Iterator[Request]:
        if self.limit is not None and len(self.asked) >= self.limit:
            self.tally.limited = True
            return
        self.asked.add(key)
        page = Page(
            source=self.source.id,
            list_id=list_.id,
            key=key,
            url=row.url,
            listed_title=row.title,
            listed_date=row.date,
            backfilled=list_.id in self.backfilled,
            crawl_id=self.crawl_id,
        )
        headers = self._headers(list_)
        yield Request(
            row.url, self.bring_home, errback=self.article_failed, headers=headers, cb_kwargs={"page": page}
        )

    def _look(self, page: Page) -> Request:
        list_ = next((one for one in self.source.lists if one.id == page.list_id), self.source.lists[0])
        return Request(
            page.url,
            self.look_again,
            errback=self.article_failed,
            headers={**self._headers(list_), **conditions(page.response_head)},
            cb_kwargs={"page": page},
            meta={"handle_httpstatus_list": [304, *GONE]},
        )

    def _headers(self, list_: SourceList) -> dict[str, str]:
        return {"Referer": list_.url} if self.source.manners.referer == "list" else {}

    def _answered(self, response: Response) -> None:
        self.tally.answers[str(response.status)] += 1
        self.refused = 0

    def _failed(self, failure: Failure) -> Trouble:
        trouble = trouble_of(failure.value)
        self.tally.answers[trouble.name] += 1
        return trouble
