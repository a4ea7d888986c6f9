"""Query what was announced lately, across all initiatives, story by story."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from db.models import Announcement, Document
from db.queries.stories import portions
from db.queries.timeline import Wanted, standing

PER_STORY = 4
"""So many announcements are looked at first for each story that is wanted: a story has one or two, seldom many."""


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
    place = {story: at for at, story in enumerate(_stories(session, wanted))}
    query = select(Announcement, and_(*standing(wanted)).label("wanted"))
    query = query.where(col(Announcement.withdrawn).is_(False))
    rows = [
        row for some in portions(place) for row in session.exec(query.where(col(Announcement.story_id).in_(some))).all()
    ]
    rows.sort(key=lambda row: (place[row[0].story_id], row[0].id or 0))
    return [(announcement, bool(is_wanted)) for announcement, is_wanted in rows]


def telling(session: Session, wanted: Wanted) -> dict[int, list[Told]]:
    """The documents of the same stories, by story, earliest published first."""
    shown = (Document.source, Document.published, Document.url, Document.language, Document.number)
    query = columns(Document.story_id, *shown)  # type: ignore[call-overload]
    query = query.order_by(col(Document.published).nulls_last(), col(Document.id))
    told: dict[int, list[Told]] = {}
    for some in portions(_stories(session, wanted)):
        for story, *document in session.execute(query.where(col(Document.story_id).in_(some))):
            told.setdefault(story, []).append(Told(*document))
    return told


def newest_find(session: Session) -> datetime | None:
    """Return when the latest announcement was found."""
    newest = select(Announcement.first_seen_at).order_by(col(Announcement.first_seen_at).desc()).limit(1)
    return session.exec(newest).first()


def _stories(session: Session, wanted: Wanted) -> list[int]:
    """The newest stories that have an announcement that is wanted: by its day, the newest first, unknown ones last.

    Announcements are read backwards from an index by day until there are enough stories.
    """
    day, story = col(Announcement.timeline_day), col(Announcement.story_id)
    query = columns(story).where(*standing(wanted)).order_by(day.desc().nulls_last(), story.desc())
    found: dict[int, None] = {}
    seen, portion = 0, None if wanted.most is None else PER_STORY * wanted.most
    while True:
        rows = session.execute(query.offset(seen).limit(portion)).scalars().all()
        found |= dict.fromkeys(rows)
        if wanted.most is None or portion is None or len(rows) < portion or len(found) >= wanted.most:
            return list(found)[: wanted.most]
        seen += portion
        portion *= 4
