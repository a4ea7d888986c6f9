"""Query one page of a long list: the rows after a position, and their number up to a limit."""

from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Text, and_, func, literal, or_, tuple_
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, select

from db.models import Announcement, Document, Page
from db.queries.announced import SELECTED, Announced, announced
from db.queries.found_documents import document_conditions
from db.queries.timeline import Wanted, standing


class Place(NamedTuple):
    """The position of an announcement in a list that begins with the newest day."""

    day: date | None
    id: int


class Listed(NamedTuple):
    """The rows of a list: wanted rows, limited to these numbers if there are any, changed after a moment."""

    wanted: Wanted
    ids: tuple[int, ...] = ()
    changed_since: datetime | None = None


def announcements_behind(session: Session, listed: Listed, place: Place | None, most: int) -> list[Announced]:
    """The newest `most` standing announcements behind a place, or from the beginning."""
    day, id_ = col(Announcement.timeline_day), col(Announcement.id)
    query = SELECTED.where(*_announcements(listed))
    found: list[Announced] = []
    if place is None or place.day is not None:
        # Compared as pairs, which is where an index is entered; "or" has it read from its beginning.
        behind = [tuple_(day, id_) < tuple_(literal(place.day), literal(place.id))] if place else [day.is_not(None)]
        rows = session.execute(query.where(*behind).order_by(day.desc(), id_.desc()).limit(most))
        found = [announced(row) for row in rows]
    if len(found) < most:
        # Those of no known day come last.
        below = [id_ < place.id] if place and place.day is None else []
        undated = query.where(day.is_(None), *below).order_by(id_.desc()).limit(most - len(found))
        found += (announced(row) for row in session.execute(undated))
    return found


def announcements_from(session: Session, after: int, most: int) -> list[Announcement]:
    """The first `most` standing announcements with numbers above `after`."""
    id_ = col(Announcement.id)
    query = select(Announcement).where(id_ > after, col(Announcement.withdrawn).is_(False))
    return list(session.exec(query.order_by(id_).limit(most)))


def documents_from(session: Session, after: int, most: int) -> list[Document]:
    """The first `most` documents with numbers above `after`, with their texts."""
    id_ = col(Document.id)
    return list(session.exec(select(Document).where(id_ > after).order_by(id_).limit(most)))


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


def with_targets(session: Session, wanted: Wanted, most: int) -> list[Announcement]:
    """Return the newest announcements that set a target."""
    has_target = sql_cast(col(Announcement.figures), Text).like('%"kind": "target"%')
    newest = (col(Announcement.timeline_day).desc().nulls_last(), col(Announcement.id).desc())
    return list(session.exec(select(Announcement).where(*standing(wanted), has_target).order_by(*newest).limit(most)))


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
