"""Parse a stored page into a document: by its source's layouts, otherwise by the general method; pure, never raises."""

from config.schema.source import Source
from db.models import Document, Page
from spiders.charsets import decode
from spiders.markup import page_of
from tracker.bounded.process import BoundedError
from tracker.parse.annex_lines import lines_below
from tracker.parse.document_number import number_of
from tracker.parse.general.article import Article
from tracker.parse.json_pages import ODD
from tracker.parse.layouts import Laid, fitting
from tracker.parse.scripted import with_written
from tracker.parse.second_reading import changed, unfit
from tracker.text.language import language_of
from tracker.text.normalize import storable

GENERAL = "general"
ELSEWHERE = "the text is in images or files"


def parse(page: Page, content: bytes, source: Source | None, *, thorough: bool = False) -> Document:
    """Read one page. What cannot be read is None or empty, and `problem` says so; `layout` says which method was used.

    A page of which a layout reads less than other readers, or that matches no layout any longer, has a problem that
    begins with compare.CHANGED; `thorough` runs all readers. `published` is the visible date, with the zone that is
    printed or in a meta, otherwise that of metas, of the address, of the list, with its precision; `publisher` the 来源
    as printed, otherwise the cell of the issuing body, otherwise a meta; `body` the issuing body as printed.
    """
    document = _blank(page)
    try:
        _fill(document, page, content, source, thorough=thorough)
    except Exception as error:  # untrusted pages find what no test did; the page stays and is counted
        document.problem = told("read", error)
    return document


def unread(page: Page, error: Exception) -> Document:
    """Return the document of a page that could not be read because of `error`: empty, with the problem."""
    document = _blank(page)
    document.problem = told("read", error)
    return document


def _blank(page: Page) -> Document:
    document = Document(source=page.source, key=page.key, url=page.url, page_id=page.id)
    document.first_seen_at, document.backfilled = page.fetched_at, page.backfilled
    return document


def told(done: str, error: Exception) -> str:
    """Say in one line why a page cannot be read or tagged; an error from the worker already includes its kind."""
    said = str(error) if isinstance(error, BoundedError) else f"{type(error).__name__}: {error}"
    return storable(f"cannot be {done}: {said}".split("\n")[0])[:300]


def _fill(document: Document, page: Page, content: bytes, source: Source | None, *, thorough: bool) -> None:
    article = Article(page_of(_markup(page, content)), page.url, page.listed_date)
    found = fitting(article, source.layouts) if source else None
    if found:
        document.layout = f"layout {found[0]}"
        _from_layout(document, found[1])
    else:
        document.layout = GENERAL
        document.text = article.text
    document.text = "\n".join((document.text, *lines_below(article.blocks, document.text)))
    _fill_up(document, article, page.listed_title)
    document.language = language_of(document.text or document.title or "", source.language if source else "zh")
    document.problem = _problem(document, pictured=bool(found))
    if document.problem is None and source and source.layouts:
        document.problem = changed(document, found[1], article, thorough=thorough) if found else unfit(source)


def _markup(page: Page, content: bytes) -> str:
    text = decode(content, page.content_type)
    return with_written(next((markup for read in ODD if (markup := read(text))), text))


def _from_layout(document: Document, laid: Laid) -> None:
    layout = laid.layout
    document.text = laid.text
    document.title = laid.picked(layout.title)
    document.publisher = laid.publisher
    document.number = laid.picked(layout.number)
    document.body = laid.picked(layout.body)
    if stamp := laid.published:
        document.published, document.precision = stamp


def _fill_up(document: Document, article: Article, listed_title: str | None) -> None:
    """Fill what the layout does not point at by the general method."""
    document.title = document.title or article.title or listed_title
    document.publisher = document.publisher or article.publisher
    document.body = document.body or article.labelled("body")
    document.number = document.number or article.labelled("number") or number_of(document.text)
    if document.published is None and (stamp := article.published):
        document.published, document.precision = stamp


def _problem(document: Document, *, pictured: bool) -> str | None:
    missing = [name for name, there in (("title", document.title), ("text", document.text or pictured)) if not there]
    if not missing and not document.text:
        return ELSEWHERE
    return f"no {' and no '.join(missing)} found" if missing else None
