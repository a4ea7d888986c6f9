"""Answer a query: how many documents, in which order, and rows for the first ones."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlmodel import Session

from db.models import Document
from db.queries import search as queries
from db.queries.search import Sought
from db.queries.timeline import Wanted
from tracker.search.scan import scan
from tracker.search.snippets import snippet

MOST_COUNTED = 2001
MOST_RANKED = {"sqlite": 2000, "postgresql": 150}
"""So many documents are put in order by relevance; of more, those with the terms in their titles come first."""
PEOPLE = ("document", "day", "source", "title", "snippet", "initiatives", "url")


@dataclass(frozen=True)
class Answer:
    """The first rows, the number of documents (possibly `more` than `total`), and their order."""

    rows: list[dict[str, Any]]
    total: int
    more: bool
    order: str


def answer(session: Session, sought: Sought, wanted: Wanted) -> Answer:
    """Return the first `wanted.most` documents that match and are wanted."""
    if not queries.is_indexed(session):
        ids = _scanned(session, sought, wanted, MOST_COUNTED)
        return _answer(session, sought, ids[: wanted.most], len(ids), "newest first")
    total = queries.count(session, sought, wanted, MOST_COUNTED)
    if total <= MOST_RANKED[session.get_bind().dialect.name]:
        return _answer(session, sought, queries.by_relevance(session, sought, wanted), total, "best first")
    ids = queries.titles_first(session, sought, wanted)
    return _answer(session, sought, ids, total, "those with it in the title first, then the newest")


def newest(session: Session, sought: Sought, wanted: Wanted) -> list[dict[str, Any]]:
    """Return the `wanted.most` documents published last that match and are wanted."""
    indexed = queries.is_indexed(session)
    ids = queries.newest(session, sought, wanted) if indexed else _scanned(session, sought, wanted, wanted.most)
    return _answer(session, sought, ids, len(ids), "newest first").rows


def count(session: Session, sought: Sought, wanted: Wanted) -> int:
    """Count all matching documents."""
    wanted = replace(wanted, most=None)
    if queries.is_indexed(session):
        return queries.count(session, sought, wanted)
    return len(_scanned(session, sought, wanted))


def by_month(session: Session, sought: Sought, wanted: Wanted) -> list[dict[str, Any]]:
    """Count the documents published in each month, oldest first; a year if the month is unknown, otherwise null."""
    if queries.is_indexed(session):
        return [{"month": month, "documents": number} for month, number in queries.by_month(session, sought, wanted)]
    documents = queries.documents(session, _scanned(session, sought, wanted))
    months = Counter(_month(document) for document in documents)
    return [{"month": month, "documents": months[month]} for month in sorted(months, key=lambda month: month or "")]


def _answer(session: Session, sought: Sought, ids: list[int], total: int, order: str) -> Answer:
    terms = [term.canonical for term in queries.terms(sought)]
    named = queries.initiatives_of(session, ids)
    rows = [_row(document, named[document.id or 0], terms) for document in queries.documents(session, ids)]
    more = total == MOST_COUNTED
    return Answer(rows, total - more, more, order)


def _row(document: Document, initiatives: list[str], terms: list[str]) -> dict[str, Any]:
    published = document.published_in_beijing
    return {
        "document": document.id,
        "day": published[:10] if published else None,
        "published": published,
        "publisher": document.publisher,
        "found_at": document.first_seen_at,
        "source": document.source,
        "title": document.title,
        "snippet": snippet(document.title, document.text, terms),
        "initiatives": initiatives,
        "language": document.language,
        "number": document.number,
        "url": document.url,
    }


def _scanned(session: Session, sought: Sought, wanted: Wanted, most: int | None = None) -> list[int]:
    found = (id_ for id_, title, text in queries.wanted_texts(session, wanted) if scan(sought, title, text))
    return list(islice(found, most))


def _month(document: Document) -> str | None:
    published = document.published_in_beijing
    return published[:7] if published else None
