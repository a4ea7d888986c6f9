"""Make pages of announcements, of documents and of search results, for the API and the files beside pages alike."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlmodel import Session

from config import Config
from db.beijing import beijing_today
from db.queries import listing as queries
from db.queries.announced import Announced, Mark, told_with
from db.queries.news import Sorted
from tracker.contract.filters import AskedError, Listing, Search, listed, wanted
from tracker.contract.models.listings import Announcements, Documents, SearchHits, Stories
from tracker.contract.rows import announcements as told
from tracker.contract.rows import documents as read
from tracker.search import answers
from tracker.search.language import QueryError, read_query
from tracker.web.api.cursors import read_number, read_place, write_cursor
from tracker.web.api.responses import json_bytes
from tracker.web.kept import Store
from tracker.web.kept_rows import kept_rows, keys_of

MOST_COUNTED = 10_000
MOST_SOUGHT = 1000
"""The most documents that a search shows on all its pages."""


def announcements_page(session: Session, config: Config, listing: Listing) -> Announcements:
    """Return a page of announcements, the newest day first."""
    shown, around = _listed(session, config, listing)
    return Announcements(**around, items=told.announcements(session, config, _with(session, shown)))


def stories_page(session: Session, config: Config, listing: Listing) -> Stories:
    """Return a page of stories, the newest day first."""
    place = read_place(listing.cursor)
    behind = Sorted(place.day, place.id) if place else None
    rows, more = told.stories(session, config, wanted(listing, config, beijing_today(), listing.limit), behind)
    return Stories(items=rows, next=write_cursor(*more) if more else None)


def announcements_json(session: Session, config: Config, listing: Listing, store: Store) -> bytes:
    """Return the same as JSON, of rows that are kept in `store` or made now."""
    shown, around = _listed(session, config, listing)
    rows = kept_rows(
        store,
        keys_of(shown, "json"),
        lambda missing: _rows(session, config, [shown[position] for position in missing]),
    )
    return b'%b,"items":[%b]}' % (json_bytes(around)[:-1], b",".join(rows))


def _listed(session: Session, config: Config, listing: Listing) -> tuple[list[Mark], dict[str, Any]]:
    """Return what a page of announcements shows, and its fields besides the rows."""
    asked, place = listed(listing, config, beijing_today()), read_place(listing.cursor)
    found = queries.marks_behind(session, asked, place, listing.limit + 1)
    shown, more = found[: listing.limit], len(found) > listing.limit
    return shown, {
        "next": write_cursor(shown[-1].timeline_day, shown[-1].id) if more else None,
        **_total(listing, lambda: queries.count_announcements(session, asked, MOST_COUNTED + 1)),
    }


def _with(session: Session, marks: Sequence[Mark]) -> list[Announced]:
    found = told_with(session, (mark.id for mark in marks))
    return [found[mark.id][0] for mark in marks]


def _rows(session: Session, config: Config, marks: Sequence[Mark]) -> Iterator[bytes]:
    return map(json_bytes, told.fields(session, config, _with(session, marks)))


def documents_page(session: Session, config: Config, listing: Listing) -> Documents:
    """Return a page of documents without their texts, the latest stored first."""
    asked, before = listed(listing, config, beijing_today()), read_number(listing.cursor)
    found = queries.documents_behind(session, asked, before, listing.limit + 1)
    shown, more = found[: listing.limit], len(found) > listing.limit
    return Documents(
        items=read.documents(session, shown),
        next=write_cursor(shown[-1].id) if more else None,
        **_total(listing, lambda: queries.count_documents(session, asked, MOST_COUNTED + 1)),
    )


def search_page(session: Session, config: Config, query: Search) -> SearchHits:
    """Return a page of documents that match a search."""
    first = read_number(query.cursor, MOST_SOUGHT) or 0
    last = min(first + query.limit, MOST_SOUGHT)
    asked = wanted(query, config, beijing_today(), last)
    try:
        sought = read_query(query.q)
    except QueryError as error:
        raise AskedError("q", str(error)) from None
    found = answers.answer(session, sought, asked)
    more = last < MOST_SOUGHT and (found.more or found.total > last)
    return SearchHits(
        items=read.hits(found.rows[first:]),
        order=found.order,
        next=write_cursor(last) if more else None,
        total=found.total,
        total_is_capped=found.more,
    )


def _total(listing: Listing, count: Callable[[], int]) -> dict[str, Any]:
    if listing.count == "none":
        return {"total": None, "total_is_capped": False}
    total = count()
    return {"total": min(total, MOST_COUNTED), "total_is_capped": total > MOST_COUNTED}
