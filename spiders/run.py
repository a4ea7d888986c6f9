"""Run crawls: each source once, all in this process, each with a verdict in the database."""

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from sqlalchemy import Engine

from config import Settings
from config.schema.source import Source
from db.engine import reading, writing
from db.models import Crawl, now
from db.queries.pages import crawled_lists, wants_deep
from db.store.pages import finish_crawl, start_crawl
from spiders.base import SourceSpider
from spiders.frontier import Frontier
from spiders.probe import unreachable
from spiders.proxies import Proxies
from spiders.quota import Quota
from spiders.settings import host_delays, process_settings, source_settings
from spiders.tally import Tally

SPIDERS: dict[str, type[SourceSpider]] = {}
"""Spider classes of sources, by id, that a declaration cannot describe."""


class _Process(AsyncCrawlerProcess):
    """A crawling process that remembers which signal ended it; Scrapy has no other way to learn that."""

    ended_by = 0

    def _signal_shutdown(self, signum: int, _: Any) -> None:
        self.ended_by = signum
        super()._signal_shutdown(signum, _)


def crawl(
    sources: Sequence[Source],
    engine: Engine,
    settings: Settings,
    replica: str | None = None,
    limit: int | None = None,
    declared: Iterable[Source] = (),
    frontiers: list[Frontier] | None = None,
) -> list[Crawl]:
    """Crawl sources side by side and return their finished crawls, with verdicts, in the order of `sources`.

    `replica` is the address that answers for all sites; `limit` is the most new articles of a source; `declared` are
    all sources, which may share hosts. `frontiers` receives that of each crawl as it starts, for observers. A process
    can do this once, because a Twisted reactor starts once.
    """
    proxies = Proxies.of(settings.proxy)
    unreached = {} if replica else unreachable(sources, proxies)
    delays = host_delays([*sources, *(source for source in declared if source.enabled)])
    process = _Process(process_settings(replica, proxies))
    for name in ("scrapy", "twisted"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    begun, running = [], []
    for source in sources:
        crawler = Crawler(
            SPIDERS.get(source.id, SourceSpider),
            source_settings(source, settings.contact, settings.crawl_seconds, replica, delays, proxies),
        )
        room = limit if replica else _room(source, settings.crawl_seconds, limit)
        job = _job(source, engine, room, settings.source_megabytes)
        begun.append(job["crawl_id"])
        quota = job["frontier"].quota
        if source.id in unreached:
            _leave(engine, job["crawl_id"], "down", unreached[source.id])
        elif quota.is_spent:
            _leave(engine, job["crawl_id"], "full", quota.reason)
        else:
            process.crawl(crawler, **job)
            running.append(job["frontier"])
            if frontiers is not None:
                frontiers.append(job["frontier"])
    process.start()
    for frontier in running:
        frontier.tally.ended_by = process.ended_by if frontier.tally.stopped else 0
    return [_ended(engine, crawl_id) for crawl_id in begun]


def told(crawl: Crawl) -> str:
    """Summarise in a few words what a crawl did."""
    lists, articles, annexes = (crawl.counts.get(name, {}) for name in ("lists", "articles", "annexes"))
    rows, new, bad = (sum(counts.get(name, 0) for counts in lists.values()) for name in ("rows", "new", "malformed"))
    malformed = f", {bad} row{'s' * (bad != 1)} without an address" if bad else ""
    looks = f", {articles['looks']} looked at again" if articles.get("looks") else ""
    files = f" and {annexes['fetched']} annex{'es' * (annexes['fetched'] != 1)}" if annexes.get("fetched") else ""
    found = f"{len(lists)} list{'s' * (len(lists) != 1)}, {rows} row{'s' * (rows != 1)}"
    return f"{found}, {new} new, {articles.get('fetched', 0)} fetched{files}{looks}{malformed}"


def _room(source: Source, seconds: int, limit: int | None) -> int:
    """Return how many articles fit into a third of a crawl's time; a long first crawl is spread over several."""
    most = max(int(seconds / 3 / source.manners.delay), 1)
    return most if limit is None else min(most, limit)


def _job(source: Source, engine: Engine, limit: int | None, megabytes: int) -> dict[str, Any]:
    """Return the instructions for the spider: how far to read, and what is already stored."""
    lists = {list_.id: Counter[str]() for list_ in source.lists}
    with reading(engine) as session:
        deep = wants_deep(session, source.id, now())
        backfilled = frozenset(lists) - crawled_lists(session, source.id, now())
        quota = Quota.of(session, source.id, megabytes, now())
    with writing(engine) as session:
        crawl_id = start_crawl(session, source.id).id
    frontier = Frontier(source, engine, Tally(deep, lists), quota, limit)
    return {
        "source": source,
        "engine": engine,
        "frontier": frontier,
        "crawl_id": crawl_id,
        "backfilled": backfilled,
    }


def _leave(engine: Engine, crawl_id: int, verdict: str, reason: str) -> None:
    """End a crawl without a request to the site."""
    with writing(engine) as session:
        finish_crawl(session, crawl_id, verdict, reason, {})


def _ended(engine: Engine, crawl_id: int) -> Crawl:
    with writing(engine) as session:
        crawl = session.get_one(Crawl, crawl_id)
        if crawl.verdict is None:
            finish_crawl(session, crawl_id, "error", "the crawl did not start", {})
    return crawl
