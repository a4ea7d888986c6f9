"""Query one page of a long list: the rows after a position, and their number up to a limit."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Date, Integer, Row, Select, String, and_, bindparam, func, or_, tuple_
from sqlalchemy import select as columns
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, select

from db.models import Announcement, Document, Page
from db.queries.announced import KEPT_QUERIES, MARKS, Mark
from db.queries.found_documents import document_conditions
from db.queries.ordered import NEWEST_FIRST, OLDEST_FIRST
from db.queries.stated import states_targets
from db.queries.timeline import Wanted, standing


class Place(NamedTuple):
    """The position of an announcement in a list that begins with the newest day: its day, and its number."""

    day: date | None
    id: int


class Listed(NamedTuple):
    """The rows of a list: wanted rows, limited to these numbers if there are any, changed after a moment."""

    wanted: Wanted
    ids: tuple[int, ...] = ()
    changed_since: datetime | None = None


def marks_behind(session: Session, listed: Listed, place: Place | None, most: int) -> list[Mark]:
    """The marks of the newest `most` standing announcements behind a place, or from the beginning."""
    pages = _pages(listed)
    found: list[Row[Any]] = []
    given = {"day": place.day, **_on_its_day(session, place.id)} if place else {}
    if place is None or place.day is not None:
        query = pages.behind if place else pages.first
        found = [*session.connection().execute(query, {**given, "most": most})]
    if len(found) < most:
        # Those of no known day come last.
        query = pages.undated_behind if place and place.day is None else pages.undated
        found += session.connection().execute(query, {**given, "most": most - len(found)})
    return [Mark._make(row) for row in found]


def _on_its_day(session: Session, id_: int) -> dict[str, str]:
    """Return the place of an announcement among those of its day; if it is gone, that before all of them."""
    found = session.connection().execute(_ON_ITS_DAY, {"id": id_}).one_or_none()
    return dict.fromkeys(PLACED, "") if found is None else found._asdict()


PLACED = ("cited_source", "cited_key", "initiative")
_ON_ITS_DAY = columns(*(col(getattr(Announcement, name)) for name in PLACED)).where(
    col(Announcement.id) == bindparam("id")
)


class _Pages(NamedTuple):
    """The queries for a list: its beginning, what is behind a place, and the same of those of no known day."""

    first: Select[Any]
    behind: Select[Any]
    undated: Select[Any]
    undated_behind: Select[Any]


@lru_cache(KEPT_QUERIES)
def _pages(listed: Listed) -> _Pages:
    day, *on_it = OLDEST_FIRST
    query = MARKS.where(*_announcements(listed)).limit(bindparam("most", type_=Integer))
    newest, undated = query.order_by(*NEWEST_FIRST), query.where(day.is_(None)).order_by(*NEWEST_FIRST[1:])
    place = tuple(bindparam(name, type_=String) for name in PLACED)
    # Compared as tuples, which is where an index is entered; "or" has it read from its beginning.
    return _Pages(
        newest.where(day.is_not(None)),
        newest.where(tuple_(*OLDEST_FIRST) < tuple_(bindparam("day", type_=Date), *place)),
        undated,
        undated.where(tuple_(*on_it) < tuple_(*place)),
    )


def announcements_from(session: Session, after: int, most: int) -> list[Announcement]:
    """The first `most` standing announcements with numbers above `after`."""
    id_ = col(Announcement.id)
    query = select(Announcement).where(id_ > after, col(Announcement.withdrawn).is_(False))
    return list(session.exec(query.order_by(id_).limit(most)))


def documents_from(session: Session, after: int, most: int) -> list[Document]:
    """The first `most` documents with numbers above `after`, with their texts."""
    id_ = col(Document.id)
    return list(session.exec(select(Document).where(id_ > after).order_by(id_).limit(most)))


class InStory(NamedTuple):
    """The number of a document, and that of its story."""

    id: int
    story_id: int | None


def stories_from(session: Session, after: int, most: int) -> list[InStory]:
    """The same without all that else is stored of them."""
    id_ = col(Document.id)
    query = columns(id_, col(Document.story_id)).where(id_ > after).order_by(id_).limit(most)
    return [InStory._make(row) for row in session.connection().execute(query)]


def count_announcements(session: Session, listed: Listed, most: int) -> int:
    """Count the announcements, up to `most`."""
    found = select(Announcement.id).where(*_announcements(listed)).limit(most).subquery()
    return session.exec(select(func.count()).select_from(found)).one()


def newest_finds(
    session: Session, wanted: Wanted, before: tuple[datetime, int] | None, most: int
) -> list[Announcement]:
    """Return the announcements that were found last, or before a moment and number."""
    found, id_ = col(Announcement.first_seen_at), col(Announcement.id)
    query = select(Announcement).where(*standing(wanted))
    if before:
        query = query.where(or_(found < before[0], and_(found == before[0], id_ < before[1])))
    return list(session.exec(query.order_by(found.desc(), id_.desc()).limit(most)))


class Stating(NamedTuple):
    """The fields of an announcement that a list of targets shows."""

    id: int
    initiative: str
    body: str | None
    day: date | None
    timeline_day: date | None
    figures: list[dict[str, Any]]


def stating_targets(session: Session, wanted: Wanted, most: int) -> list[Stating]:
    """Return what the newest announcements that set a target state, without making models of them."""
    query = _with_targets(wanted, most).with_only_columns(*(getattr(Announcement, name) for name in Stating._fields))
    return [Stating._make(row) for row in session.connection().execute(query)]


def with_targets(session: Session, wanted: Wanted, most: int) -> list[Announcement]:
    """Return the newest announcements that set a target."""
    return list(session.exec(_with_targets(wanted, most)))


def _with_targets(wanted: Wanted, most: int) -> Any:
    newest = (NEWEST_FIRST[0].nulls_last(), *NEWEST_FIRST[1:])
    return select(Announcement).where(*standing(wanted), states_targets()).order_by(*newest).limit(most)


def documents_behind(session: Session, listed: Listed, before: int | None, most: int) -> list[Document]:
    """Return the `most` documents with the highest numbers, or of those below `before`, without their texts."""
    id_ = col(Document.id)
    query = select(Document).where(*_documents(listed)).options(defer(cast(InstrumentedAttribute[Any], Document.text)))
    if before is not None:
        query = query.where(id_ < before)
    return list(session.exec(query.order_by(id_.desc()).limit(most)))


def count_documents(session: Session, listed: Listed, most: int) -> int:
    """Count the documents, up to `most`."""
    found = select(Document.id).where(*_documents(listed)).limit(most).subquery()
    return session.exec(select(func.count()).select_from(found)).one()


def _announcements(listed: Listed) -> list[Any]:
    conditions = standing(listed.wanted)
    if listed.ids:
        conditions.append(col(Announcement.id).in_(listed.ids))
    if listed.changed_since:
        conditions.append(col(Announcement.changed_at) > listed.changed_since)
    return conditions


def _documents(listed: Listed) -> list[Any]:
    conditions = document_conditions(listed.wanted)
    if listed.ids:
        conditions.append(col(Document.id).in_(listed.ids))
    if listed.changed_since:
        pages = select(Page.id).where(col(Page.fetched_at) > listed.changed_since)
        conditions.append(col(Document.page_id).in_(pages))
    return conditions
