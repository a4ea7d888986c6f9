"""Compare what a layout reads of a page with what others find: the general method, and on a sample trafilatura."""

import re
import zlib
from collections.abc import Iterator
from importlib import import_module

from config.schema.source import Source
from db.models import Document
from tracker.parse.general.article import Article
from tracker.parse.layouts import Laid

CHANGED = "looks changed: "
"""How the problem of a document begins that a layout reads less of than others see."""

_ONE_IN = 16
_MARKUP_MOST = 500_000
_MISSED_LEAST = 100
_TAIL = 30
"""Characters at the end of a sentence that show whether it is there; other text of its line may precede it."""
_CODE = re.compile(r"\bdocument\.\w+|\b(?:var|let|const)\s+\w+\s*=|\bfunction\s*\(|</?[a-zA-Z][^<>]*>|[{}]|\);")
_SENTENCE = re.compile(r"[^。！？；\n]{8,300}[。！？；]|[^.!?。\n]{20,300}[.!?](?=\s|$)")
_APART = re.compile(r"[\s\u200b\ufeff|]+")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章条])\S"
)


def unfit(source: Source) -> str:
    """Report that a source has layouts, and none of them matches a page."""
    count = len(source.layouts)
    return f"{CHANGED}layout (none of {count} fits)" if count > 1 else f"{CHANGED}layout (it does not fit)"


def changed(document: Document, laid: Laid, article: Article, *, thorough: bool = False) -> str | None:
    """Report which fields the layout misses that others find, or None.

    The general method runs on every page; trafilatura on one page in _ONE_IN, chosen by the page's key and the layout,
    so that the result does not depend on the order of reading; with `thorough` on every page.
    """
    lost = [*_title(document, laid), *_date(laid), *_publisher(document, laid, article)]
    for text in _others(document, laid, article, thorough=thorough):
        lost += _text(document.text, text)
    return CHANGED + "; ".join(dict.fromkeys(lost)) if lost else None


def _title(document: Document, laid: Laid) -> Iterator[str]:
    if document.title and _CODE.search(document.title):
        yield "title (contains code)"
    elif laid.layout.title and not laid.picked(laid.layout.title):
        yield "title (not where the layout points)"


def _date(laid: Laid) -> Iterator[str]:
    if laid.layout.date and laid.published is None:
        yield "date (not where the layout points)"


def _publisher(document: Document, laid: Laid, article: Article) -> Iterator[str]:
    """Return a publisher that the page prints under a label, outside its text, and that the layout's picks miss."""
    if laid.layout.publisher and laid.publisher is None:
        lines = set(document.text.split("\n"))
        printed = (fact for fact in article.labels if fact.kind == "publisher")
        if any(article.blocks[fact.at].text not in lines for fact in printed):
            yield "publisher (printed elsewhere)"


def _others(document: Document, laid: Laid, article: Article, *, thorough: bool) -> Iterator[str]:
    yield article.text
    key = f"{document.key} {laid.layout.model_dump_json()}"
    if thorough or zlib.crc32(key.encode()) % _ONE_IN == 0:
        yield _by_trafilatura(article)


def _by_trafilatura(article: Article) -> str:
    markup = article.root.get()
    if len(markup) > _MARKUP_MOST:
        return ""
    # Imported on demand: most pages are not in the sample, and most commands read no pages.
    extract = import_module("trafilatura").extract
    return extract(markup, fast=True, include_comments=False) or ""


def _text(ours: str, theirs: str) -> Iterator[str]:
    flat = _flat(ours)
    said = [_flat(sentence) for sentence in _SENTENCE.findall(theirs)]
    missed = sum(len(sentence) for sentence in said if sentence[-_TAIL:] not in flat)
    if missed >= _MISSED_LEAST and missed * 2 > sum(map(len, said)):
        yield "text (under half of what others see)"
    if any(_HEADING.match(line) and _flat(line) not in flat for line in theirs.split("\n")):
        yield "heading (others see one that the text does not hold)"


def _flat(text: str) -> str:
    """Remove what readers differ in: white space, and the bars between cells."""
    return _APART.sub("", text)
