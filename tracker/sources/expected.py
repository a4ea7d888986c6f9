"""Compare saved pages of a source with what is expected of them; pure, so that tests need no site."""

from collections.abc import Iterator
from pathlib import Path

from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from config.files import read_entry
from config.schema.facts import Fact, Slug
from config.schema.source import Source
from db.models import Page
from spiders.readers import READERS
from spiders.sift import articles
from tracker.parse.parser import parse

EXPECTED = "expected.yaml"
_ENDS = 30
"""Characters that are compared at each end of a text."""


class ListExpected(Fact):
    """A saved list page and the number of its rows that are articles."""

    list: Slug
    file: str
    url: str
    content_type: str
    rows: int


class ArticleExpected(Fact):
    """A saved article and its fields: Beijing time as precise as printed, and both ends of its text."""

    file: str
    url: str
    content_type: str
    title: str | None
    published: str | None
    publisher: str | None
    begins: str
    ends: str


class Sample(Fact):
    """The contents of expected.yaml."""

    source: Slug
    lists: tuple[ListExpected, ...]
    articles: tuple[ArticleExpected, ...]


def read_sample(folder: Path) -> Sample:
    """Read what is expected of the pages in a folder; raise ConfigError if the file is invalid."""
    return read_entry(folder / EXPECTED, Sample)


def differences(folder: Path, source: Source) -> Iterator[str]:
    """Report every value that the current rules find to differ: the file, what is expected, what is found."""
    expected = read_sample(folder)
    lists = {list_.id: list_ for list_ in source.lists}
    for listed in expected.lists:
        answer = _answer(listed.url, listed.content_type, (folder / listed.file).read_bytes())
        list_ = lists[listed.list]
        rows = len(articles(source, READERS[list_.kind](answer, list_).rows))
        if rows != listed.rows:
            yield f"{listed.file}: {listed.rows} rows expected, {rows} found"
    for page in expected.articles:
        found = read_article((folder / page.file).read_bytes(), page.url, page.content_type, source)
        for name, value in found.items():
            if value != (wanted := getattr(page, name)):
                yield f"{page.file}: {name} {wanted!r} expected, {value!r} found"


def read_article(content: bytes, url: str, content_type: str, source: Source) -> dict[str, str | None]:
    """Return what `parse` finds in a page of the source, by the names of ArticleExpected."""
    page = Page(source=source.id, key=url, url=url, sha256="", content_type=content_type)
    document = parse(page, content, source)
    text = " ".join(document.text.split())
    return {
        "title": document.title,
        "published": document.published_in_beijing,
        "publisher": document.publisher,
        "begins": text[:_ENDS].strip(),
        "ends": text[-_ENDS:].strip(),
    }


def _answer(url: str, content_type: str, content: bytes) -> Response:
    headers = Headers({"Content-Type": content_type})
    return responsetypes.from_args(headers=headers, url=url, body=content)(url=url, headers=headers, body=content)
