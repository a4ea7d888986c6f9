"""Tests that `tracker sources check` tries a source with the spiders' own readers and reports what looks wrong."""

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest
import yaml
from backports import zstd
from sqlalchemy import Engine

from config.schema.source import Source
from db.engine import reading, writing
from db.models import Host, now
from db.store.hosts import take_turn
from spiders.most import MOST_BYTES
from tests.factories import declared
from tests.factories.declared import HOST
from tests.processes.running import Tracker
from tests.servers.site import Answer, Site, serve
from tracker.demo.server import serve as serve_replica
from tracker.sources.asking import asker
from tracker.sources.check import check
from tracker.sources.step import Step

LONG = "工业和信息化部印发行动方案，提出到2027年建成一批标志性场景，培育一批骨干企业。"
PAGE = f"<html><body><h1>行动方案印发</h1><i>2026-11-20 10:00</i><div id=t><p>{LONG}</p></div></body></html>"
LAYOUT = {"text": ["#t"], "title": "h1", "date": "i"}
NEWS, FIRST = f"{HOST}/news/", f"{HOST}/a/1.html"


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        site.pages |= {NEWS: declared.listing(1, 2), FIRST: Answer(PAGE), f"{HOST}/a/2.html": Answer(PAGE)}
        yield site


def steps(site: Site, **more: Any) -> dict[str, Step]:
    """Return what a check of the made-up source says, by step."""
    source = Source.model_validate(declared.source(**more))
    return {step.name.split()[0]: step for step in check(source, asker(source, "x", site.url))}


def test_a_source_that_works_has_nothing_wrong(site: Site) -> None:
    tried = steps(site, layouts=[LAYOUT])
    assert [step.wrong for step in tried.values()] == [()] * len(tried)
    assert tried["list"].seen == "HTTP 200, 2 rows, 2 articles, 2 with a date, newest 2026-11-20"
    assert tried["title"].seen == "行动方案印发"
    assert tried["date"].seen == "2026-11-20T10:00, to the minute"
    assert tried["text"].seen.startswith(f"{len(LONG)} characters by layout 1")


ZEROS = bytes(40_000_000)
PACKED = {
    "gzip": gzip.compress(ZEROS),
    "deflate": zlib.compress(ZEROS),
    "br": brotli.compress(ZEROS, quality=1),
    "zstd": zstd.compress(ZEROS),
    "gzip, gzip": gzip.compress(gzip.compress(ZEROS)),
}
BOMBS = [
    (Answer(content, headers={"Content-Encoding": name}), "more than 33554432 bytes when unpacked")
    for name, content in PACKED.items()
]
LISTS = [
    (Answer("<ul></ul>"), "no rows"),
    (Answer("<li><a href=/b/1.html>标题</a></li>"), "1 of 1 rows do not match articles.accept"),
    (Answer("<li><a href=/a/1.html>标题</a> <span>昨天</span></li>"), "`date` finds no date in any row, only '昨天'"),
    (Answer("<li><a href=/a/1.html>标题</a></li>".encode("gbk")), "charset: the content is not in utf-8"),
    (Answer("", 403), "HTTP 403"),
    (Answer("", 503), "HTTP 503"),
    (Answer("", 302, headers={"Location": f"https://{HOST}/news/"}), "endless redirects"),
    (Answer("", 302, headers={"Location": "http://169.254.169.254/"}), "leaves the source's hosts"),
    (Answer("", 302, headers={"Location": f"https://{HOST}:8443/"}), "asks for a port other than 80 and 443"),
    (Answer("", 302, headers={"Location": "file:///etc/passwd"}), "leaves the source's hosts"),
    *BOMBS,
    (Answer(bytes(33554433)), "more than 33554432 bytes"),
    (Answer("<li>", headers={"Content-Encoding": "lzma"}), "a content encoding that is not known ('lzma')"),
    (Answer("<li>", headers={"Content-Encoding": "gzip"}), "not complete gzip: Not a gzipped file"),
    (Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<li>"), "RemoteProtocolError"),
    (Answer(raw=b"nonsense\r\n\r\n"), "RemoteProtocolError"),
    (Answer(b"\x00\x01", type="image/png"), "is not text"),
]


@pytest.mark.parametrize("printed", ["11-20", "[11-20]", "11月20日", "20/11/2025"])
def test_dates_that_a_crawl_completes_are_dates(site: Site, printed: str) -> None:
    site.pages[NEWS] = Answer(f"<li><a href=/a/1.html>标题</a> <span>{printed}</span></li>")
    tried = steps(site)["list"]
    assert (tried.wrong, tried.facts["dated"], tried.facts["newest"][5:]) == ((), 1, "11-20")


@pytest.mark.parametrize(("answer", "wrong"), LISTS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_list_that_is_wrong_says_so(site: Site, answer: Answer, wrong: str) -> None:
    site.pages[NEWS] = answer
    assert wrong in " ".join(steps(site)["list"].wrong)


def test_a_list_that_was_cut_off_is_read_as_far_as_it_goes(site: Site) -> None:
    rows = "".join(f"<li><a href=/a/{n}.html>标题</a> <span>2026-11-20</span></li>" for n in range(2000))
    site.pages[NEWS] = Answer(gzip.compress(rows.encode())[:-20], headers={"Content-Encoding": "gzip"})
    assert steps(site)["list"].seen.startswith("HTTP 200, ")


def test_a_bomb_is_not_unpacked_whole(site: Site) -> None:
    """Half a gigabyte in a few hundred bytes, of which never more than a few times the size of a page is held."""
    packer, zeros = brotli.Compressor(quality=1), bytes(2**24)
    content = b"".join(packer.process(zeros) for _ in range(32)) + packer.finish()
    site.pages[NEWS] = Answer(content, headers={"Content-Encoding": "br"})
    tracemalloc.start()
    try:
        assert "when unpacked" in " ".join(steps(site)["list"].wrong)
        assert tracemalloc.get_traced_memory()[1] < 6 * MOST_BYTES
    finally:
        tracemalloc.stop()


ARTICLES = [
    (Answer("", 404), "article", "HTTP 404"),
    (Answer("", 302, headers={"Location": f"https://{HOST}/b/9.html"}), "article", "which is not an article"),
    (Answer(PAGE.replace("<i>2026-11-20 10:00</i>", "")), "date", "only the list does: [2026-11-20]"),
    (Answer(PAGE.replace("id=t", "id=u")), "text", "none of 1 layouts fits"),
    (Answer(PAGE.replace("h1>", "h2>")), "comparison", "lost: title (not where the layout points)"),
    (Answer(PAGE.replace("<h1>", "<h1>var t = ")), "comparison", "lost: title (contains code)"),
    (Answer(PAGE.replace(LONG, "短。")), "text", "under 30 characters"),
]


@pytest.mark.parametrize(("answer", "step", "wrong"), ARTICLES, ids=[wrong for *_, wrong in ARTICLES])
def test_an_article_that_is_wrong_says_so(site: Site, answer: Answer, step: str, wrong: str) -> None:
    site.pages |= {FIRST: answer, f"{HOST}/b/9.html": Answer(PAGE)}
    assert wrong in " ".join(steps(site, layouts=[LAYOUT])[step].wrong)


def test_robots_are_obeyed_and_reported(site: Site) -> None:
    site.pages[f"{HOST}/robots.txt"] = Answer("User-agent: *\nDisallow: /news/", type="text/plain")
    tried = steps(site)
    assert tried["robots"].wrong == (f"https://{NEWS}",)
    assert tried["list"].wrong == ("robots.txt forbids it",)
    assert site.times("/news/") == 0


def test_a_site_that_refuses_is_asked_no_more(site: Site) -> None:
    site.pages[NEWS] = Answer("", 403)
    second = {**declared.LISTED, "id": "more", "url": f"https://{HOST}/more/"}
    source = Source.model_validate(declared.source(declared.LISTED, second))
    assert [step.over for step in check(source, asker(source, "x", site.url))][-1]
    assert site.times("/more/") == 0


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f.1", "2130706433", "169.254.169.254", "no.invalid"])
def test_private_addresses_are_not_asked(host: str) -> None:
    listed = {**declared.LISTED, "url": f"http://{host}/"}
    source = Source.model_validate(declared.source(listed, hosts=[host]))
    last = list(check(source, asker(source, "x", None)))[-1]
    assert last.name == f"address {host}"
    assert "not a public address" in last.wrong[0] or "has no address" in last.wrong[0]


def test_every_shipped_source_passes_on_the_replica(tmp_path: Path) -> None:
    with serve_replica() as replica:
        told = Tracker(tmp_path).json("sources", "check", "--replica", replica.url)
    assert len(told) >= 22
    assert [source for source in told if not source["ok"]] == []


def test_the_command_has_an_exit_code_for_each_result(tmp_path: Path, site: Site) -> None:
    (tmp_path / "sources").mkdir()
    file = tmp_path / "sources" / "example.yaml"
    file.write_text(yaml.safe_dump(declared.source()), encoding="utf-8")
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path), "TRACKER_REPLICA": site.url})
    assert "WRONG" not in tracker.run("sources", "check", "example").stdout
    site.pages[NEWS] = Answer("<ul></ul>")
    done = tracker.run("sources", "check", "example", code=1)
    assert "  WRONG list news: HTTP 200, 0 rows" in done.stdout
    assert "        ! no rows: an empty list is an error, not an empty day" in done.stdout
    assert "did you mean example (Example · 例)?" in tracker.run("sources", "check", "exemple", code=2).stderr


def test_a_check_leaves_alone_a_host_that_asked_a_crawl_to(site: Site, engine: Engine) -> None:
    source = Source.model_validate(declared.source())
    site.pages[NEWS] = Answer("later", status=429, headers={"Retry-After": "3600"})
    first, second = (list(check(source, asker(source, "x", site.url, engine))) for _ in range(2))
    assert "429" in first[-1].wrong[0]
    assert "is paused until" in second[-1].wrong[0]
    assert site.times(NEWS) == 1


def test_a_check_takes_turns_with_the_crawls_of_a_host(site: Site, engine: Engine) -> None:
    source = Source.model_validate(declared.source())
    ask = asker(source, "x", site.url, engine)
    ask.settings["DELAYS"] = {"": 0.4}
    before = now()
    with writing(engine) as session:
        assert take_turn(session, HOST, 0.4, before)
    ask.ask(f"https://{NEWS}")
    with reading(engine) as session:
        asked_at = session.get_one(Host, HOST).asked_at
    assert asked_at is not None
    assert asked_at - before >= timedelta(seconds=0.8)  # robots.txt, and the list
