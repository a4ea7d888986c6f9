"""Query what was announced lately, across all initiatives, story by story."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import and_
from sqlmodel import Session, col, select

from db.models import Announcement, Document
from db.queries.announced import SELECTED, Announced, announced
from db.queries.stories import portions
from db.queries.timeline import Wanted, standing


class Told(NamedTuple):
    """A document of a story: its source, time, address, language, and the number of its paper."""

    source: str
    published: datetime | None
    url: str
    language: str
    number: str | None


def latest_stories(session: Session, wanted: Wanted) -> list[tuple[Announced, bool]]:
    """The standing announcements of the newest `wanted.most` stories that have one that is wanted, newest story first.

    Each is returned with whether it is wanted itself.
    """
    stories = _newest_stories(session, wanted)
    query = SELECTED.add_columns(and_(*standing(wanted)).label("wanted"))
    query = query.where(col(Announcement.withdrawn).is_(False))
    told: dict[int, list[tuple[Announced, bool]]] = {story: [] for story in stories}
    for some in portions(stories):
        of_some = query.where(col(Announcement.story_id).in_(some)).order_by(col(Announcement.id))
        for row in session.execute(of_some):
            told[row.story_id].append((announced(row), bool(row.wanted)))
    return [one for story in stories for one in told[story]]


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
    """Return when the latest announcement was found."""
    newest = select(Announcement.first_seen_at).order_by(col(Announcement.first_seen_at).desc()).limit(1)
    return session.exec(newest).first()


def _newest_stories(session: Session, wanted: Wanted) -> list[int]:
    """The newest stories that have an announcement that is wanted; of one day those first that were begun last.

    An index gives the announcements, the newest first, so that no more are read than these stories have; a database
    that groups them reads all.
    """
    day = col(Announcement.timeline_day)
    query = select(day, Announcement.story_id).where(*standing(wanted))
    newest = query.where(day.is_not(None)).order_by(day.desc())
    portion = max(2 * wanted.most, 100) if wanted.most else 1000
    found: list[int] = []
    seen: set[int] = set()
    with session.exec(newest.execution_options(yield_per=portion)) as rows:
        for _, some in groupby(rows, lambda row: row[0]):
            of_day = {story for _, story in some} - seen
            found += sorted(of_day, reverse=True)
            seen |= of_day
            if wanted.most is not None and len(found) >= wanted.most:
                return found[: wanted.most]
    undated = {story for _, story in session.exec(query.where(day.is_(None)))} - seen
    return (found + sorted(undated, reverse=True))[: wanted.most]
