"""Questions about what was announced lately, over all initiatives, a story at a time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, func
from sqlmodel import Session, col, select

from db.models import Announcement, Document
from db.queries.stories import portions
from db.queries.timeline import Wanted, standing


class Told(NamedTuple):
    """A document of a story: who told it, when, where, in which language, and the number that it bears."""

    source: str
    published: datetime | None
    url: str
    language: str
    number: str | None


def latest_stories(session: Session, wanted: Wanted) -> list[tuple[Announcement, bool]]:
    """The standing announcements of the newest `wanted.most` stories that have one that is wanted, newest story first.

    Each with whether it is wanted itself.
    """
    found = _stories(_from_day(session, wanted)).subquery()
    query = (
        select(Announcement, and_(*standing(wanted)).label("wanted"))
        .join(found, col(Announcement.story_id) == found.c.story_id)
        .where(col(Announcement.withdrawn).is_(False))
        .order_by(found.c.day.desc().nulls_last(), found.c.story_id.desc(), col(Announcement.id))
    )
    return [(announcement, bool(is_wanted)) for announcement, is_wanted in session.exec(query)]


def telling(session: Session, stories: Iterable[int]) -> dict[int, list[Told]]:
    """The documents of stories, by story, earliest published first."""
    shown = (Document.source, Document.published, Document.url, Document.language, Document.number)
    query = select(Document.story_id, *shown)  # type: ignore[call-overload]
    query = query.order_by(col(Document.published).nulls_last(), col(Document.id))
    told: dict[int, list[Told]] = {}
    for some in portions(stories):
        for story, *document in session.execute(query.where(col(Document.story_id).in_(some))):
            told.setdefault(story, []).append(Told(*document))
    return told


def newest_find(session: Session) -> datetime | None:
    """When we came to know of the announcement that we learned of last."""
    newest = select(Announcement.first_seen_at).order_by(col(Announcement.first_seen_at).desc()).limit(1)
    return session.exec(newest).first()


def _from_day(session: Session, wanted: Wanted) -> Wanted:
    """The same wish from the day on from which on there are as many stories as are asked for.

    An index gives the newest announcements; to find the newest stories among all, all would be grouped.
    """
    if wanted.most is None:
        return wanted
    day = col(Announcement.timeline_day)
    rows = session.exec(
        select(day, Announcement.story_id)
        .where(*standing(wanted), day.is_not(None))
        .order_by(day.desc())
        .execution_options(yield_per=max(2 * wanted.most, 100))
    )
    stories = set[int]()
    for on, story in rows:
        stories.add(story)
        if len(stories) == wanted.most:
            rows.close()
            return replace(wanted, since=on)
    return wanted


def _stories(wanted: Wanted) -> Any:
    """The newest stories that have an announcement that is wanted, each with the newest day of those."""
    day = func.max(col(Announcement.timeline_day)).label("day")
    query = select(Announcement.story_id, day).where(*standing(wanted)).group_by(col(Announcement.story_id))
    return query.order_by(day.desc().nulls_last(), col(Announcement.story_id).desc()).limit(wanted.most)
