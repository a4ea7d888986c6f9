"""Query all initiatives, bodies and sources at once: number, first and last day, newest row."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Announcement, BodyCount, Crawl, Document, MonthCount


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


def act_spans(session: Session, initiatives: Collection[str] = ()) -> list[ActSpan]:
    """Return one row per initiative, act and stage, of all initiatives or of some."""
    one = MonthCount
    kinds = (col(one.initiative), col(one.act), col(one.stage))
    query = columns(*kinds, func.sum(one.announcements), func.min(one.first), func.max(one.last)).group_by(*kinds)
    return [ActSpan(*row) for row in session.execute(query.where(*_of(initiatives)))]


def months_since(session: Session, since: date, initiatives: Collection[str] = ()) -> list[tuple[str, date, int]]:
    """Count the announcements of each initiative, of all or of some, in each month from that of `since` on."""
    initiative, month = col(MonthCount.initiative), col(MonthCount.month)
    query = columns(initiative, month, func.sum(MonthCount.announcements)).group_by(initiative, month)
    found = session.execute(query.where(month >= since.replace(day=1), *_of(initiatives)))
    return [(row[0], row[1], row[2]) for row in found]


def months_of(session: Session, initiative: str) -> dict[date, int]:
    """Count the announcements of an initiative by month, from the first to the last that has any."""
    return dict(session.connection().execute(_MONTHS, {"of": initiative}).all())


_MONTHS = (
    Select[Any](col(MonthCount.month), func.sum(MonthCount.announcements))
    .where(col(MonthCount.initiative) == bindparam("of"), col(MonthCount.month).is_not(None))
    .group_by(col(MonthCount.month))
    .order_by(col(MonthCount.month))
)


def _of(initiatives: Collection[str]) -> list[Any]:
    return [col(MonthCount.initiative).in_(initiatives)] if initiatives else []


def body_spans(session: Session) -> list[BodySpan]:
    """Return one row per body and initiative."""
    body, initiative = col(BodyCount.body), col(BodyCount.initiative)
    query = columns(body, initiative, func.sum(BodyCount.announcements), func.max(BodyCount.last))
    return [BodySpan(*row) for row in session.execute(query.group_by(body, initiative))]


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
