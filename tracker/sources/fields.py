"""Check an article: whether it can be fetched, and what is found in it."""

from collections.abc import Iterator

from config.schema.source import Source, SourceList
from db.models import Document
from spiders.rows import Row
from spiders.sift import is_article
from tracker.parse.parser import GENERAL, parse
from tracker.parse.second_reading import CHANGED
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.reach import bring_home
from tracker.sources.step import Step, charset_doubt

LITTLE = 30
"""Characters below which a text is doubted: the container may be the wrong one."""


def article_steps(source: Source, list_: SourceList, key: str, row: Row, ask: Asker) -> Iterator[Step]:
    """Try an article, then title, date, publisher and text as `parse` finds them."""
    try:
        page, answer = bring_home(ask, list_, key, row)
    except UnansweredError as error:
        trouble = error.trouble
        facts = {"article": row.url, "state": "error" if trouble.verdict == "empty" else trouble.verdict}
        yield Step("article", f"{trouble.verdict}: {trouble.name}", (f"{row.url}: {error}",), facts=facts)
        return
    moved = () if is_article(source, answer.url) else (f"redirected to {answer.url[:200]}, which is not an article",)
    seen = f"{answer.url}, HTTP {answer.status}, {len(answer.body)} bytes"
    yield Step("article", seen, (*moved, *charset_doubt(answer)), facts={"article": answer.url})
    # What the list says is left out, so that only the page itself counts.
    page.listed_title = page.listed_date = None
    yield from _fields(parse(page, answer.body, source, thorough=True), source, row)


def _fields(document: Document, source: Source, row: Row) -> Iterator[Step]:
    title, published = document.title, document.published_in_beijing
    wrong = () if title else (_instead("title", row.title),)
    yield Step("title", title or "none", wrong, facts={"title": title})
    if published:
        yield Step("date", f"{published}, to the {document.precision}", facts={"date": published})
    else:
        yield Step("date", "none", (_instead("date", row.date),))
    yield Step("publisher", document.publisher or "none printed", facts={"publisher": document.publisher})
    yield _text(document, source)
    yield from _compared(document)


def _compared(document: Document) -> Iterator[Step]:
    """Report what the matching layout misses that others find."""
    if document.layout != GENERAL:
        lost = (document.problem or "").removeprefix(CHANGED) if (document.problem or "").startswith(CHANGED) else ""
        wrong = (f"lost: {lost}",) if lost else ()
        yield Step("comparison", lost or "nothing that other readers find is lost", wrong, facts={"lost": lost})


def _instead(what: str, listed: str | None) -> str:
    return f"the page shows no {what}; " + (f"only the list does: {listed}" if listed else "nor does the list")


def _text(document: Document, source: Source) -> Step:
    text, wrong = document.text, []
    if source.layouts and document.layout == GENERAL:
        wrong.append(f"none of {len(source.layouts)} layouts fits; the general reader is used")
    if len(text) < LITTLE:
        wrong.append(f"under {LITTLE} characters; see whether layouts.text points at the whole text")
    seen = f"{len(text)} characters by {document.layout}, from {text[:20]!r} to {text[-20:]!r}"
    return Step("text", seen, tuple(wrong), facts={"characters": len(text), "layout": document.layout})
