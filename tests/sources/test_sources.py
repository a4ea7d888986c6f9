"""Tests that every declared source is complete, and that the spiders crawl all of it from the replica."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from config import Config, ConfigError
from config.files import read_entry
from config.schema.source import Source
from spiders.keys import canonical_key
from tests.processes.running import Tracker
from tracker.demo.content import sites
from tracker.demo.server import serve

TOO_FAR_BACK = {"peoples-daily": 1}
"""Articles in an issue of the paper that is more days back than the declaration says to read."""


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One crawl of all enabled sources, by source."""
    with serve(stage=1) as replica:
        tracker = Tracker(tmp_path_factory.mktemp("sources"), {"TRACKER_REPLICA": replica.url})
        done = tracker.run("crawl", "--format", "json", code=None)
    return {crawl["source"]: crawl for crawl in json.loads(done.stdout)}


def shipped() -> dict[str, Source]:
    folder = Path(__file__).parents[2] / "config" / "sources"
    return {file.stem: read_entry(file, Source) for file in sorted(folder.glob("*.yaml"))}


SOURCES = shipped()
ENABLED = [id_ for id_, source in SOURCES.items() if source.enabled]


def test_there_are_sources_enough(config: Config) -> None:
    assert set(SOURCES) == set(config.sources)
    assert len(ENABLED) >= 22
    assert sum(len(SOURCES[id_].lists) for id_ in ENABLED) >= 45
    assert {list_.kind for id_ in ENABLED for list_ in SOURCES[id_].lists} == {
        "listing",
        "json_list",
        "jpaas",
        "feed",
        "sitemap",
        "paper",
    }


@pytest.mark.parametrize("id_", SOURCES)
def test_what_is_unsure_is_off_and_says_what_is_open(id_: str) -> None:
    source = SOURCES[id_]
    assert source.enabled == (source.evidence.confidence != "low")
    assert source.enabled or source.evidence.note.endswith("?")


@pytest.mark.parametrize("id_", SOURCES)
def test_articles_of_the_replica_are_articles_of_the_source(id_: str) -> None:
    source = SOURCES[id_]
    if id_ not in sites():
        assert not source.enabled, "has no replica"
        return
    for article in sites()[id_][1]:
        assert re.search(source.articles.accept, article.url)
        assert canonical_key(article.url, source.articles.key) in article.url


@pytest.mark.parametrize("id_", ENABLED)
def test_every_list_gives_rows_and_every_article_comes_home(crawls: dict[str, Any], id_: str) -> None:
    crawl = crawls[id_]
    assert (crawl["verdict"], crawl["reason"]) == ("ok", None)
    assert all(counts["rows"] for counts in crawl["counts"]["lists"].values())
    standing = [one for article in sites()[id_][1] if (one := article.at(1)) and one.lists]
    assert crawl["counts"]["articles"] == {"fetched": len(standing) - TOO_FAR_BACK.get(id_, 0)}


WRONG = [
    ("rows: li", "rows: 'li['", "not a CSS selector"),
    ("    rows: li\n", "", "needs `rows`"),
    ("kind: listing", "kind: json_list", "needs `link`"),
    ("kind: listing", "kind: paper", "needs `discover`"),
    ("kind: listing", "kind: gopher", "has to be 'listing'"),
    ("paging: {url: 'index_{n}.html'}", "paging: {url: index.html}", "paging.url needs {n}"),
    ("url: https://a.cn/n/", "url: https://b.cn/n/", "not among `hosts`"),
    ("url: https://a.cn/n/", "url: ftp://a.cn/n/", "not a web address"),
    ("hosts: [a.cn]", "hosts: [a.cn, '*.cn']", "*.cn is not a host"),
    ("accept: '/a/'", "accept: '/a('", "not a regular expression"),
    ("verified_on: 2026-11-01", "verified_on: yesterday", "has to be a day"),
    ("delay: 2", "delay: 0", "has to be 0.2 or more"),
    ("delay: 2", "dealy: 2", "did you mean 'delay'?"),
]
RIGHT = """\
id: a
name: {en: A, zh: 甲}
tier: primary
language: zh
hosts: [a.cn]
articles: {accept: '/a/'}
lists:
  - id: news
    kind: listing
    url: https://a.cn/n/
    rows: li
    paging: {url: 'index_{n}.html'}
manners: {delay: 2}
evidence: {verified_on: 2026-11-01, confidence: high}
"""


@pytest.mark.parametrize(("right", "wrong", "hint"), WRONG)
def test_a_wrong_declaration_is_refused_with_its_place(tmp_path: Path, right: str, wrong: str, hint: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(RIGHT, encoding="utf-8")
    read_entry(file, Source)
    file.write_text(RIGHT.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(hint)) as refusal:
        read_entry(file, Source)
    assert re.match(rf"{re.escape(str(file))}:\d+: entry 'a'", str(refusal.value))
