"""Make a layout of what two articles of a source have in common, if they do."""

from collections.abc import Sequence
from typing import Any

from parsel import Selector

from config.schema.source import Layout
from spiders.dates import find_date
from tracker.parse.general.article import Article
from tracker.parse.layouts import fitting
from tracker.sources.selectors import marks_in_soup, pointing, ways

_DATE_MOST = 120


def layout(articles: Sequence[Article]) -> dict[str, Any] | None:
    """Return a layout by which all the articles give what the general method finds in them.

    None if there are fewer than two, or if no container has the text of all: then the general method is used.
    """
    text = _text(articles) if len(articles) > 1 else None
    if text is None:
        return None
    facts = {"text": [text], "title": _title(articles), "date": _date(articles)}
    return {name: value for name, value in facts.items() if value}


def _text(articles: Sequence[Article]) -> str | None:
    container = articles[0].container
    for select in ways(marks_in_soup(container), plain=False) if container else ():
        if all(article.text and _read(article, select) == article.text for article in articles):
            return select
    return None


def _read(article: Article, select: str) -> str | None:
    found = fitting(article, (Layout(text=(select,)),))
    return found[1].text if found else None


def _title(articles: Sequence[Article]) -> str | None:
    def right(at: int, text: str) -> bool:
        return bool(text) and " ".join(text.split()) == articles[at].title

    return pointing(_bodies(articles), right, plain=False)


def _date(articles: Sequence[Article]) -> str | None:
    def right(at: int, text: str) -> bool:
        return len(text) <= _DATE_MOST and find_date(text) == articles[at].published is not None

    return pointing(_bodies(articles), right, plain=False)


def _bodies(articles: Sequence[Article]) -> list[Selector]:
    return [(article.root.css("body") or [article.root])[0] for article in articles]
