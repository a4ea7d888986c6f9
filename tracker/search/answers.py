"""Answer a query: how many documents, in which order, and rows for the first ones."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

from sqlmodel import Session

from db.queries import search as queries
from db.queries.found_documents import Hit, hits, initiatives_of
from db.queries.search_index import is_indexed
from db.queries.sought import Sought, Term, in_titles, terms
from db.queries.timeline import Wanted
from tracker.search import finding
from tracker.search.raw_text import matcher
from tracker.search.snippets import snippet

MOST_COUNTED = 1001
"""So many documents are counted: one more than is said."""
MOST_COMPARED = 101
"""So many are counted if texts have to be looked at, or one more than are shown."""
TITLES_FIRST = "those with it in the title first, then the newest"
NEWEST_FIRST = "newest first"
PEOPLE = ("document", "day", "source", "title", "snippet", "initiatives", "url")


@dataclass(frozen=True)
class Answer:
    """The first rows, the number of documents (possibly `more` than `total`), and their order."""

    rows: list[dict[str, Any]]
    total: int
    more: bool
    order: str


def answer(session: Session, sought: Sought, wanted: Wanted) -> Answer:
    """Return the first `wanted.most` documents that match and are wanted; all of them without that number."""
    most = _most(sought, wanted)
    if not is_indexed(session):
        newest = list(islice(_scanned(session, sought, wanted), max(most, wanted.most or 0) if most else None))
        ids, total, order = newest[: wanted.most], min(len(newest), most or len(newest)), NEWEST_FIRST
    else:
        total, found = finding.counted(session, sought, wanted, most)
        titles = finding.newest_first(session, in_titles(sought), wanted) if total else iter(())
        ids, order = list(islice(_each_once(islice(titles, wanted.most), found), wanted.most)), TITLES_FIRST
    more = most is not None and total == most
    return Answer(_rows(session, sought, ids), total - more, more, order)


def newest(session: Session, sought: Sought, wanted: Wanted) -> list[dict[str, Any]]:
    """Return the `wanted.most` documents published last that match and are wanted."""
    return _rows(session, sought, _newest(session, sought, wanted))


def with_most(session: Session, sought: list[Term], wanted: Wanted) -> list[int]:
    """Return the documents that have most of the terms, at most `wanted.most`; of equals those stored last.

    Of a term that very many have, only the MOST_COUNTED that were published last count.
    """
    held = Counter[int]()
    for term in sought:
        held.update(_newest(session, term, replace(wanted, most=MOST_COUNTED)))
    return sorted(held, key=lambda id_: (-held[id_], -id_))[: wanted.most]


def count(session: Session, sought: Sought, wanted: Wanted) -> int:
    """Count all matching documents."""
    wanted = replace(wanted, most=None)
    if not is_indexed(session):
        return sum(1 for _ in _scanned(session, sought, wanted))
    if queries.is_exact(session, sought):
        return queries.count(session, sought, wanted)[0]
    return len(finding.every(session, sought, wanted))


def by_month(session: Session, sought: Sought, wanted: Wanted) -> list[dict[str, Any]]:
    """Count the documents published in each month, oldest first; a year if the month is unknown, otherwise null."""
    if not is_indexed(session):
        months = Counter(queries.months(session, list(_scanned(session, sought, wanted))))
    elif queries.is_exact(session, sought):
        months = Counter(queries.by_month(session, sought, wanted))
    else:
        ids = [one.id for one in finding.every(session, sought, wanted)]
        months = Counter(queries.months(session, ids))
    return [{"month": month, "documents": months[month]} for month in sorted(months, key=lambda month: month or "")]


def _most(sought: Sought, wanted: Wanted) -> int | None:
    """Return how many documents are counted: the same on each database, whether or not it has to look at texts."""
    if wanted.most is None:
        return None
    return MOST_COUNTED if queries.is_of_tokens(sought) else min(MOST_COUNTED, max(MOST_COMPARED, wanted.most + 1))


def _each_once(*some: Iterator[int]) -> Iterator[int]:
    seen: set[int] = set()
    for id_ in chain(*some):
        if id_ not in seen:
            seen.add(id_)
            yield id_


def _newest(session: Session, sought: Sought, wanted: Wanted) -> list[int]:
    found = finding.newest_first if is_indexed(session) else _scanned
    return list(islice(found(session, sought, wanted), wanted.most))


def _rows(session: Session, sought: Sought, ids: list[int]) -> list[dict[str, Any]]:
    canonical = [term.canonical for term in terms(sought)]
    named = initiatives_of(session, ids)
    return [_row(hit, named[hit.id], canonical) for hit in hits(session, ids)]


def _row(hit: Hit, initiatives: list[str], canonical: list[str]) -> dict[str, Any]:
    published = hit.published_in_beijing
    return {
        "document": hit.id,
        "day": published[:10] if published else None,
        "published": published,
        "publisher": hit.publisher,
        "found_at": hit.first_seen_at,
        "source": hit.source,
        "title": hit.title,
        "snippet": snippet(hit.title, hit.text, canonical),
        "initiatives": initiatives,
        "language": hit.language,
        "number": hit.number,
        "url": hit.url,
    }


def _scanned(session: Session, sought: Sought, wanted: Wanted) -> Iterator[int]:
    """Yield the wanted documents that match, newest first, without an index."""
    matches = matcher(sought)
    return (one.id for one in queries.newest_texts(session, wanted) if matches(one.title, one.text))
