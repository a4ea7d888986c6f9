"""Query initiatives over time."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import func
from sqlalchemy.orm import InstrumentedAttribute, defer
from sqlmodel import Session, and_, col, select

from db.models import Announcement, Document, Mention


@dataclass(frozen=True)
class Wanted:
    """A selection of announcements or documents; an empty field does not restrict. `most` counts from the newest.

    `found_after` is the moment after which they were found.
    """

    initiatives: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    acts: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    other_sources: tuple[str, ...] = ()
    """Those that did not tell it."""
    language: str | None = None
    most: int | None = None
    found_after: datetime | None = None
    found_until: datetime | None = None


def standing(wanted: Wanted) -> list[Any]:
    """Return the conditions for a wanted announcement that is not withdrawn."""
    day, found = col(Announcement.timeline_day), col(Announcement.first_seen_at)
    conditions: list[Any] = [col(Announcement.withdrawn).is_(False)]
    if wanted.initiatives:
        conditions.append(col(Announcement.initiative).in_(wanted.initiatives))
    if wanted.acts:
        conditions.append(col(Announcement.act).in_(wanted.acts))
    if wanted.stages:
        conditions.append(col(Announcement.stage).in_(wanted.stages))
    if wanted.bodies:
        conditions.append(col(Announcement.body).in_(wanted.bodies))
    if wanted.since:
        conditions.append(day >= wanted.since)
    if wanted.until:
        conditions.append(day <= wanted.until)
    if wanted.found_after:
        conditions.append(found > wanted.found_after)
    if wanted.found_until:
        conditions.append(found < wanted.found_until)
    if told := told_by(wanted):
        stories = select(Document.story_id).where(col(Document.story_id).is_not(None), *told)
        conditions.append(col(Announcement.story_id).in_(stories))
    return conditions


def told_by(wanted: Wanted) -> list[Any]:
    """Return the conditions for a document with the wanted source, tier and language."""
    conditions: list[Any] = []
    if wanted.sources:
        conditions.append(col(Document.source).in_(wanted.sources))
    if wanted.other_sources:
        conditions.append(col(Document.source).not_in(wanted.other_sources))
    if wanted.language:
        conditions.append(col(Document.language) == wanted.language)
    return conditions


def announcements(session: Session, wanted: Wanted) -> list[tuple[Announcement, Document]]:
    """Return the matching announcements, oldest first, each with the document of its quote."""
    day = col(Announcement.timeline_day)
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    query = query.where(*standing(_from_day(session, wanted))).options(
        defer(cast(InstrumentedAttribute[Any], Document.text))
    )
    # Rows of one day are in an order that does not depend on when they came.
    place = (col(Document.source), col(Document.key), col(Announcement.initiative))
    rows = session.exec(query.order_by(day.desc(), *(column.desc() for column in place)).limit(wanted.most))
    return [(announcement, document) for announcement, document in rows][::-1]


def _from_day(session: Session, wanted: Wanted) -> Wanted:
    """Narrow the selection to the first day from which one initiative alone has enough rows.

    An index has the days of one initiative in order; those of several would all have to be fetched and sorted.
    """
    if wanted.most is None or len(wanted.initiatives) < 2:
        return wanted
    day, days = col(Announcement.timeline_day), [wanted.since]
    for initiative in wanted.initiatives:
        of_one = select(day).where(*standing(replace(wanted, initiatives=(initiative,))))
        days.append(session.exec(of_one.order_by(day.desc()).offset(wanted.most - 1).limit(1)).first())
    return replace(wanted, since=max((day for day in days if day), default=None))


def story_documents(session: Session, story_id: int, initiative: str) -> list[Document]:
    """Return the members of a story that mention the initiative, earliest publication first."""
    query = select(Document).join(Mention, col(Mention.document_id) == Document.id)
    query = query.where(Document.story_id == story_id, Mention.initiative == initiative)
    return list(session.exec(query.order_by(col(Document.published), col(Document.source), col(Document.key))))


class Reported(NamedTuple):
    """The fields of an announcement that states and series are made of."""

    id: int | None
    act: str
    timeline_day: date | None
    first_seen_at: datetime
    figures: list[dict[str, Any]]
    stage: str | None = None


def reported(session: Session, initiative: str, but: int | None = None) -> list[Reported]:
    """Return the announcements of an initiative, except for one, oldest first."""
    columns = select(  # type: ignore[call-overload]
        Announcement.id,
        Announcement.act,
        Announcement.timeline_day,
        Announcement.first_seen_at,
        Announcement.figures,
        Announcement.stage,
    )
    columns = columns.join(Document, col(Announcement.document_id) == Document.id)
    wanted = columns.where(Announcement.initiative == initiative, col(Announcement.withdrawn).is_(False))
    rows = session.exec(wanted.order_by(col(Announcement.timeline_day), col(Document.source), col(Document.key)))
    return [Reported(*row) for row in rows if row[0] != but]


@dataclass(frozen=True)
class Standing:
    """The number of announcements of one initiative, with first and last day."""

    announcements: int
    first: date | None
    last: date | None


def standings(session: Session) -> dict[str, Standing]:
    """Return number, first and last day for every initiative that was announced."""
    day = col(Announcement.timeline_day)
    query = select(Announcement.initiative, func.count(), func.min(day), func.max(day))
    rows = session.exec(query.where(col(Announcement.withdrawn).is_(False)).group_by(Announcement.initiative))
    return {initiative: Standing(count, first, last) for initiative, count, first, last in rows}


def announced_by_paper(session: Session, number: str) -> int | None:
    """Return the announcement of the initiative named first in the earliest document with a paper's number, if any."""
    wanted = (
        select(Announcement.id)
        .join(Document, col(Document.story_id) == Announcement.story_id)
        .join(Mention, and_(Mention.document_id == Document.id, Mention.initiative == Announcement.initiative))
        .where(Document.number == number, col(Announcement.withdrawn).is_(False))
    )
    return session.exec(wanted.order_by(col(Document.published), col(Mention.start)).limit(1)).first()


def announcement_with_document(session: Session, id_: int) -> tuple[Announcement, Document] | None:
    """Return one announcement by its number, with the document of its quote.

    The number of a merged announcement returns the one that it is now part of.
    """
    id_ = became(session, id_)
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    return session.exec(query.where(Announcement.id == id_)).one_or_none()


def became(session: Session, id_: int) -> int:
    """Return the number of the announcement that one is now part of: usually its own."""
    seen = {id_}
    while (into := session.exec(select(Announcement.merged_into).where(Announcement.id == id_)).first()) is not None:
        if into in seen:
            break
        seen.add(into)
        id_ = into
    return id_


def sureness(session: Session, initiatives: tuple[str, ...]) -> dict[str, int]:
    """Count announcements whose day texts state (`stated`), and those whose day they do not."""
    stated = col(Announcement.day).is_not(None)
    query = select(stated, func.count()).where(*standing(Wanted(initiatives))).group_by(stated)
    return {"stated" if is_stated else "reported": count for is_stated, count in session.exec(query)}
