"""Questions about initiatives over time."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.models import Announcement, Document, Mention


@dataclass(frozen=True)
class Wanted:
    """Which announcements a reader asks for; None asks for all. `most` counts from the newest."""

    initiatives: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    act: str | None = None
    body: str | None = None
    source: str | None = None
    language: str | None = None
    most: int | None = None


def announcements(session: Session, wanted: Wanted) -> list[tuple[Announcement, Document]]:
    """The announcements that fit, oldest first, each with the document that its quote stands in."""
    day = col(Announcement.timeline_day)
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    query = query.where(col(Announcement.withdrawn).is_(False))
    if wanted.initiatives:
        query = query.where(col(Announcement.initiative).in_(wanted.initiatives))
    if wanted.since:
        query = query.where(day >= wanted.since)
    if wanted.until:
        query = query.where(day <= wanted.until)
    if wanted.act:
        query = query.where(Announcement.act == wanted.act)
    if wanted.body:
        query = query.where(Announcement.body == wanted.body)
    for column, value in ((Document.source, wanted.source), (Document.language, wanted.language)):
        if value:
            query = query.where(col(Announcement.story_id).in_(_stories(column, value)))
    # What is of one day stands in an order that does not depend on when it came.
    place = (col(Document.source), col(Document.key), col(Announcement.initiative))
    rows = session.exec(query.order_by(day.desc(), *(column.desc() for column in place)).limit(wanted.most))
    return [(announcement, document) for announcement, document in rows][::-1]


def _stories(column: str, value: str) -> Any:
    return select(Document.story_id).where(column == value, col(Document.story_id).is_not(None))


def story_documents(session: Session, story_id: int, initiative: str) -> list[Document]:
    """The members of a story that mention the initiative, earliest published first."""
    query = select(Document).join(Mention, col(Mention.document_id) == Document.id)
    query = query.where(Document.story_id == story_id, Mention.initiative == initiative)
    return list(session.exec(query.order_by(col(Document.published), col(Document.source), col(Document.key))))


def member_counts(session: Session, initiatives: tuple[str, ...]) -> dict[tuple[int, str], int]:
    """How many documents stand behind each (story, initiative)."""
    query = (
        select(Document.story_id, Mention.initiative, func.count())
        .join(Mention, col(Mention.document_id) == Document.id)
        .group_by(col(Document.story_id), col(Mention.initiative))
    )
    if initiatives:
        query = query.where(col(Mention.initiative).in_(initiatives))
    return {(story or 0, initiative): count for story, initiative, count in session.exec(query)}


class Reported(NamedTuple):
    """As much of an announcement as states and series are made of."""

    id: int | None
    act: str
    timeline_day: date | None
    first_seen_at: datetime
    figures: list[dict[str, Any]]


def reported(session: Session, initiative: str, but: int | None = None) -> list[Reported]:
    """The standing announcements of an initiative, but for one, the oldest first."""
    columns = select(  # type: ignore[call-overload]
        Announcement.id,
        Announcement.act,
        Announcement.timeline_day,
        Announcement.first_seen_at,
        Announcement.figures,
    )
    columns = columns.join(Document, col(Announcement.document_id) == Document.id)
    wanted = columns.where(Announcement.initiative == initiative, col(Announcement.withdrawn).is_(False))
    rows = session.exec(wanted.order_by(col(Announcement.timeline_day), col(Document.source), col(Document.key)))
    return [Reported(*row) for row in rows if row[0] != but]


@dataclass(frozen=True)
class Standing:
    """How much we have of one initiative, and from when to when."""

    announcements: int
    first: date | None
    last: date | None


def standings(session: Session) -> dict[str, Standing]:
    """For every initiative that was announced: how often, first and last day."""
    day = col(Announcement.timeline_day)
    query = select(Announcement.initiative, func.count(), func.min(day), func.max(day))
    rows = session.exec(query.where(col(Announcement.withdrawn).is_(False)).group_by(Announcement.initiative))
    return {initiative: Standing(count, first, last) for initiative, count, first, last in rows}


def announcement_with_document(session: Session, id_: int) -> tuple[Announcement, Document] | None:
    """One announcement by its number, with the document that its quote stands in.

    A number of one that was merged gives the one that it turned out to be.
    """
    id_ = became(session, id_)
    query = select(Announcement, Document).join(Document, col(Announcement.document_id) == Document.id)
    return session.exec(query.where(Announcement.id == id_)).one_or_none()


def became(session: Session, id_: int) -> int:
    """The number of the announcement that one turned out to be: mostly its own."""
    seen = {id_}
    while (into := session.exec(select(Announcement.merged_into).where(Announcement.id == id_)).first()) is not None:
        if into in seen:
            break
        seen.add(into)
        id_ = into
    return id_
