"""Query one page of a long list: the rows after a position, and their number up to a limit."""

from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, Text, and_, func, or_
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, col, select

from db.models import Announcement, Document, Page
from db.queries.search import document_conditions
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


def announcements_behind(session: Session, listed: Listed, place: Place | None, most: int) -> list[Announcement]:
    """Return the newest `most` announcements after a position, or from the beginning."""
    day, id_ = col(Announcement.timeline_day), col(Announcement.id)
    query = select(Announcement).where(*_announcements(listed), *([_behind(place)] if place else []))
    return list(session.exec(query.order_by(day.desc().nulls_last(), id_.desc()).limit(most)))


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
        told = select(Document.story_id).join(Page, col(Page.id) == Document.page_id)
        since = told.where(col(Page.fetched_at) > listed.changed_since, col(Document.story_id).is_not(None))
        found = col(Announcement.first_seen_at) > listed.changed_since
        conditions.append(or_(found, col(Announcement.story_id).in_(since)))
    return conditions


def _documents(listed: Listed) -> list[Any]:
    conditions = document_conditions(listed.wanted)
    if listed.ids:
        conditions.append(col(Document.id).in_(listed.ids))
    if listed.changed_since:
        pages = select(Page.id).where(col(Page.fetched_at) > listed.changed_since)
        conditions.append(col(Document.page_id).in_(pages))
    return conditions


def _behind(place: Place) -> ColumnElement[bool]:
    day, id_ = col(Announcement.timeline_day), col(Announcement.id)
    if place.day is None:
        return and_(day.is_(None), id_ < place.id)
    return or_(day < place.day, and_(day == place.day, id_ < place.id), day.is_(None))
