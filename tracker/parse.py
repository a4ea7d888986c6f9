"""Makes a document of a stored page: by its source's layouts, else the general way; pure, and never an exception."""

import re

from config.schema.source import Source
from db.models import Document, Page
from tracker.general.article import Article
from tracker.html import decode, page_of
from tracker.layouts import Laid, fitting
from tracker.odd import ODD

VERSION = "1"
"""Changes when the parser reads the same page otherwise; stored documents of another version are read again."""

GENERAL = "general"
ELSEWHERE = "the text is in images or files"
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号")
_NUMBER_LINES = 8
_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")


def parse(page: Page, content: bytes, source: Source | None) -> Document:
    """Read one page. What cannot be read is None or empty, and `problem` says so; `layout` says which way it went.

    `published` is the visible date, else that of metas, of the address, of the list, with its precision; `publisher`
    the 来源 as printed, else the issuing body's cell, else a meta; `body` the issuing body as printed.
    """
    document = Document(source=page.source, key=page.key, url=page.url, page_id=page.id)
    document.first_seen_at, document.backfilled = page.fetched_at, page.backfilled
    try:
        _fill(document, page, content, source)
    except Exception as error:  # untrusted pages find what no test did; the page stays and is counted
        document.problem = f"cannot be read: {type(error).__name__}: {error}"[:300]
    return document


def _fill(document: Document, page: Page, content: bytes, source: Source | None) -> None:
    article = Article(page_of(_markup(page, content)), page.url, page.listed_date)
    found = fitting(article, source.layouts) if source else None
    if found:
        document.layout = f"layout {found[0]}"
        _from_layout(document, found[1])
    else:
        document.layout = GENERAL
        document.text = article.text
    _fill_up(document, article, page.listed_title)
    document.language = _language(document, source)
    document.problem = _problem(document, pictured=bool(found))


def _markup(page: Page, content: bytes) -> str:
    text = decode(content, page.content_type)
    return next((markup for read in ODD if (markup := read(text))), text)


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
    """Read the general way what the layout does not point at."""
    document.title = document.title or article.title or listed_title
    document.publisher = document.publisher or article.publisher
    document.body = document.body or article.labelled("body")
    document.number = document.number or article.labelled("number") or _number(document.text)
    if document.published is None and (stamp := article.published):
        document.published, document.precision = stamp


def _number(text: str) -> str | None:
    """A document number that stands on a line of its own near the beginning, as in 国发〔2025〕11号."""
    lines = text.split("\n", _NUMBER_LINES)[:_NUMBER_LINES]
    return next((line for line in lines if _NUMBER.fullmatch(line)), None)


def _language(document: Document, source: Source | None) -> str:
    text = (document.text or document.title or "")[:5000]
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if not han and not latin:
        return source.language if source else "zh"
    return "zh" if han > latin else "en"


def _problem(document: Document, *, pictured: bool) -> str | None:
    missing = [name for name, there in (("title", document.title), ("text", document.text or pictured)) if not there]
    if not missing and not document.text:
        return ELSEWHERE
    return f"no {' and no '.join(missing)} found" if missing else None
