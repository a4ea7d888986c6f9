"""Query all initiatives, bodies and sources at once: number, first and last day, newest row."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Announcement, Crawl, Document


class ActSpan(NamedTuple):
    """How often an initiative was announced with one act and stage, and the first and last day."""

    initiative: str
    act: str
    stage: str | None
    announcements: int
    first: date | None
    last: date | None


class BodySpan(NamedTuple):
    """How many announcements of one initiative a body made, and the last day."""

    body: str
    initiative: str
    announcements: int
    last: date | None


class SourceCount(NamedTuple):
    """The number of documents of a source, the newest publication, and how many could not be read properly."""

    source: str
    documents: int
    newest: datetime | None
    problems: int


def act_spans(session: Session) -> list[ActSpan]:
    """Return one row per initiative, act and stage."""
    day = col(Announcement.timeline_day)
    kinds = (col(Announcement.initiative), col(Announcement.act), col(Announcement.stage))
    query = columns(*kinds, func.count(), func.min(day), func.max(day))
    query = query.where(col(Announcement.withdrawn).is_(False))
    grouped = query.group_by(*kinds)
    return [ActSpan(*row) for row in session.execute(grouped)]


def days_since(session: Session, since: date) -> list[tuple[str, date, int]]:
    """Count the announcements of each initiative on each day from `since` on."""
    day = col(Announcement.timeline_day)
    query = select(Announcement.initiative, day, func.count())
    wanted = query.where(col(Announcement.withdrawn).is_(False), day >= since)
    rows = session.exec(wanted.group_by(col(Announcement.initiative), day))
    return [(initiative, on, count) for initiative, on, count in rows if on]


def body_spans(session: Session) -> list[BodySpan]:
    """Return one row per body and initiative."""
    query = select(Announcement.body, Announcement.initiative, func.count(), func.max(col(Announcement.timeline_day)))
    wanted = query.where(col(Announcement.withdrawn).is_(False), col(Announcement.body).is_not(None))
    rows = session.exec(wanted.group_by(col(Announcement.body), col(Announcement.initiative)))
    return [BodySpan(body or "", initiative, count, last) for body, initiative, count, last in rows]


def bodies_of(session: Session, announcements: Sequence[int]) -> dict[int, str | None]:
    """Return who made some announcements, by their numbers."""
    wanted = select(Announcement.id, Announcement.body).where(col(Announcement.id).in_(announcements))
    return {id_ or 0: body for id_, body in session.exec(wanted)}


def source_counts(session: Session) -> dict[str, SourceCount]:
    """Return the counts of each source."""
    query = select(
        Document.source, func.count(), func.max(col(Document.published)), func.count(col(Document.problem))
    ).group_by(col(Document.source))
    return {row[0]: SourceCount(*row) for row in session.exec(query)}


def last_crawls(session: Session) -> dict[str, datetime]:
    """Return when the last crawl of each source ended."""
    query = select(Crawl.source, func.max(col(Crawl.ended_at))).where(col(Crawl.ended_at).is_not(None))
    return {source: at for source, at in session.exec(query.group_by(col(Crawl.source))) if at}
