"""Query what was announced lately, across all initiatives, story by story."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, func
from sqlmodel import Session, col, select

from db.models import Announcement, Document
from db.queries.timeline import Wanted, standing


class Told(NamedTuple):
    """A document of a story: its source, time, address, language, and the number of its paper."""

    source: str
    published: datetime | None
    url: str
    language: str
    number: str | None


def latest_stories(session: Session, wanted: Wanted) -> list[tuple[Announcement, bool]]:
    """Return the announcements of the newest `wanted.most` stories that have a wanted one, newest story first.

    Each is returned with whether it is wanted itself.
    """
    found = _stories(wanted).subquery()
    query = (
        select(Announcement, and_(*standing(wanted)).label("wanted"))
        .join(found, col(Announcement.story_id) == found.c.story_id)
        .where(col(Announcement.withdrawn).is_(False))
        .order_by(found.c.day.desc().nulls_last(), found.c.story_id.desc(), col(Announcement.id))
    )
    return [(announcement, bool(is_wanted)) for announcement, is_wanted in session.exec(query)]


def telling(session: Session, wanted: Wanted) -> dict[int, list[Told]]:
    """Return the documents of the same stories, by story, earliest publication first."""
    found = _stories(wanted).subquery()
    shown = (Document.source, Document.published, Document.url, Document.language, Document.number)
    rows = session.execute(
        select(Document.story_id, *shown)  # type: ignore[call-overload]
        .join(found, col(Document.story_id) == found.c.story_id)
        .order_by(col(Document.published).nulls_last(), col(Document.id))
    )
    told: dict[int, list[Told]] = {}
    for story, *document in rows:
        told.setdefault(story, []).append(Told(*document))
    return told


def newest_find(session: Session) -> datetime | None:
    """Return when the latest announcement was found."""
    newest = select(Announcement.first_seen_at).order_by(col(Announcement.first_seen_at).desc()).limit(1)
    return session.exec(newest).first()


def _stories(wanted: Wanted) -> Any:
    """Return the newest stories that have a wanted announcement, each with the newest day of these."""
    day = func.max(col(Announcement.timeline_day)).label("day")
    query = select(Announcement.story_id, day).where(*standing(wanted)).group_by(col(Announcement.story_id))
    return query.order_by(day.desc().nulls_last(), col(Announcement.story_id).desc()).limit(wanted.most)
