"""Measure how fast pages are crawled and stored, against a bare Scrapy spider that follows the same links.

    python -m bench.crawl [--pages 200] [--rounds 3]

Both run as processes, on a site of this machine. The time for FEW pages is subtracted, so that starting does not count.
Of ours, that is `tracker crawl`: one list, every page stored in a transaction of its own, robots.txt obeyed, and
the shortest delay, which costs no processor time.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from sqlmodel import select

from bench.in_turn import Line, lines, show
from config import load
from db.connect import connect
from db.engine import reading
from db.models import Page
from tests.processes.daemons import enable
from tests.processes.running import TRACKER, Tracker
from tests.servers.site import Answer, Site, serve

FEW = 20
BAR = 1.5
HOST = "bench.example.org"
SOURCE = """
id: bench
name: {en: Bench, zh: 示例部}
tier: primary
language: zh
hosts: [HOST]
articles: {accept: '/art/'}
layouts: [{text: [div], title: 'h1::text', date: 'i::text'}]
lists: [{id: news, kind: listing, url: 'http://HOST/COUNT', rows: li, link: 'a::attr(href)'}]
manners: {every: 5, delay: 0.2}
evidence: {verified_on: 2026-11-24, confidence: high}
"""
BARE = """
import sys
import scrapy
from scrapy.crawler import CrawlerProcess

class Bare(scrapy.Spider):
    name = "bare"
    custom_settings = {"TELNETCONSOLE_ENABLED": False, "ROBOTSTXT_OBEY": True}

    async def start(self):
        yield scrapy.Request(sys.argv[1], meta={"proxy": sys.argv[2]})

    def parse(self, response):
        for link in response.css("li a::attr(href)").getall():
            yield response.follow(link, self.article, meta={"proxy": sys.argv[2]})

    def article(self, response):
        yield {"url": response.url, "body": response.body}

process = CrawlerProcess({"LOG_ENABLED": False})
process.crawl(Bare)
process.start()
"""


def site_of(site: Site, pages: int) -> None:
    """Publish lists of FEW and of all pages, which are different ones."""
    text = "<p>会议听取了今年前三季度粮食生产和市场供应情况的汇报。</p>" * 300
    for count in (FEW, pages):
        rows = "".join(f"<li><a href=/art/{count}-{n}>第{n}号通知公告</a></li>" for n in range(count))
        site.pages[f"{HOST}/{count}"] = Answer(f"<ul>{rows}</ul>")
        for number in range(count):
            page = f"<h1>第{number}号通知</h1><i>2026-11-03</i><div>{text}{number}</div>"
            site.pages[f"{HOST}/art/{count}-{number}"] = Answer(page)


def by_scrapy(site: Site, count: int) -> float:
    """Return the seconds that a bare spider takes."""
    return _seconds([sys.executable, "-c", BARE, f"http://{HOST}/{count}", site.url], dict(os.environ), Path.cwd())


def ours(site: Site, count: int) -> float:
    """Return the seconds that `tracker crawl` takes, with a fresh database; check that it stored the pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        enable(folder, load(), ())
        file = folder / "config" / "sources" / "bench.yaml"
        file.write_text(SOURCE.replace("HOST", HOST).replace("COUNT", str(count)), encoding="utf-8")
        settings = {"TRACKER_CONFIG": str(folder / "config"), "TRACKER_REPLICA": site.url}
        tracker = Tracker(folder, settings)
        took = _seconds([*TRACKER, "crawl", "bench"], tracker.environment, folder)
        engine = connect(tracker.environment["TRACKER_DATABASE"])
        with reading(engine) as session:
            assert len(session.exec(select(Page.id)).all()) == count
        engine.dispose()
    return took


def _seconds(command: list[str], environment: dict[str, str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(pages: int, rounds: int) -> list[Line]:
    """Measure both in turn."""
    taken: dict[str, list[float]] = {"Scrapy alone": [], "tracker crawl": []}
    with serve() as site:
        site_of(site, pages)
        for _ in range(rounds):
            for name, way in (("Scrapy alone", by_scrapy), ("tracker crawl", ours)):
                taken[name].append((way(site, pages) - way(site, FEW)) / (pages - FEW))
    return lines("crawl", "page", taken)


def short() -> list[Line]:
    """Measure what `make bench` shows."""
    return measure(120, 3)


def main() -> int:
    """Print the table, and judge."""
    options = argparse.ArgumentParser(prog="python -m bench.crawl", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--pages", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    found = measure(chosen.pages, chosen.rounds)
    show(found)
    return int(found[-1].ratio > BAR)


if __name__ == "__main__":
    sys.exit(main())
