"""Tests that the replica is consistent: linked addresses are served, served ones are linked, declared lists exist."""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest

import config
from tracker.demo.content import sites
from tracker.demo.page import Page
from tracker.demo.replica import Replica, pages

ARTICLE = re.compile(
    r"/art_[0-9a-f_]+\.html$|/t\d{8}_\d+\.html?$|/content_(?:WS)?[0-9a-f]+\.html?$|/\d{4}/\d{4}/c\d+-\d+\.html$"
    r"|/\d+\.shtml$|/[0-9a-f]{32}/c\.html$|/c_\d+\.htm$|/content\.s?html$|/WS[0-9a-f]{24}\.html$"
    r"|/detail-\w+\.shtml$|/p\.html$|/\d{20,}/index\.html$"
)
HREF = re.compile(r"href=[\"']?([^\"'\s>]+)|<(?:link|loc)>([^<]+)<")
STAGES = (1, 2)
FIRST_FIVE = ("miit", "ndrc", "gov-cn", "global-times", "english-gov-cn")
ARTICLES = [article for _, articles in sites().values() for article in articles]


def strings_in(value: object) -> Iterator[str]:
    """Yield every string inside JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings_in(inner)


def articles_linked(page: Page) -> Iterator[str]:
    """Yield every address of an article that a page links, including those inside JSON, feeds and data stores."""
    text = page.content.decode("utf-8-sig", "replace")
    told = list(strings_in(json.loads(text))) if "json" in page.type else [text]
    links = [part for piece in told for link in HREF.findall(piece) for part in link if part]
    for link in links + [piece for piece in told if " " not in piece]:
        if ARTICLE.search(urlsplit(unescape(link)).path):
            yield urljoin(page.url, unescape(link))


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_linked_is_served(stage: int) -> None:
    replica = Replica(stage)
    links = {link for page in pages(stage) for link in articles_linked(page)}
    assert len(links) > 100
    assert [link for link in links if replica.find(link) is None] == []


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_served_stands_in_a_list(stage: int) -> None:
    own = {article.url for article in ARTICLES}
    lists = (page for page in pages(stage) if page.url not in own)
    linked = {re.sub("^http:", "https:", link) for page in lists for link in articles_linked(page)}
    standing = {re.sub("^http:", "https:", article.url) for article in ARTICLES if article.at(stage)}
    assert standing - linked == set()


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(list_.url, id=f"{id_}/{list_.id}")
        for id_, source in config.load().sources.items()
        if id_ in sites()
        for list_ in source.lists
    ],
)
def test_every_declared_list_is_served(url: str) -> None:
    assert Replica().find(url) is not None


def test_there_is_enough_to_report() -> None:
    assert sum(len(sites()[name][1]) for name in FIRST_FIVE) >= 44
    assert min(len(articles) for _, articles in sites().values()) >= 2
    assert len({article.url for article in ARTICLES}) == len(ARTICLES)
