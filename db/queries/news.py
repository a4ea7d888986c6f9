"""Query what was announced lately, across all initiatives, story by story."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, and_, bindparam, select
from sqlmodel import Session, col

from db.models import Announcement, Document
from db.queries.announced import KEPT_QUERIES, SELECTED, Announced, announced
from db.queries.stories import portions
from db.queries.timeline import Wanted, standing


class Told(NamedTuple):
    """A document of a story: its source, time, address, language, and the number of its paper."""

    source: str
    published: datetime | None
    url: str
    language: str
    number: str | None


class StoryMark(NamedTuple):
    """What shows whether a story's row has changed: its standing announcements.

    `announcements` has of each its number, its digest and whether it is wanted itself; `day` is the newest day of those
    that are.
    """

    story: int
    day: date | None
    announcements: tuple[tuple[int, str, bool], ...]


def latest_stories(session: Session, wanted: Wanted) -> list[tuple[Announced, bool]]:
    """The standing announcements of the newest `wanted.most` stories that have one that is wanted, newest story first.

    Each is returned with whether it is wanted itself.
    """
    return announcements_of(session, latest_marks(session, wanted))


def announcements_of(session: Session, marks: Sequence[StoryMark]) -> list[tuple[Announced, bool]]:
    """The standing announcements of the marked stories in their order, each with whether it is wanted."""
    told: dict[int, list[Announced]] = {mark.story: [] for mark in marks}
    for some in portions(told):
        for row in session.connection().execute(_OF_STORIES, {"stories": some}):
            told[row.story_id].append(announced(row))
    wanted = {id_ for mark in marks for id_, _, is_wanted in mark.announcements if is_wanted}
    return [(one, one.id in wanted) for some in told.values() for one in some]


def latest_marks(session: Session, wanted: Wanted) -> list[StoryMark]:
    """The marks of the stories of `latest_stories`, in the same order."""
    told: dict[int, list[Any]] = {story: [] for story in _newest_stories(session, wanted)}
    for some in portions(told):
        for story, *row in session.connection().execute(_marks_of_stories(wanted), {"stories": some}):
            told[story].append(row)
    return [
        StoryMark(story, _newest(rows), tuple((id_, digest, bool(is_wanted)) for id_, digest, _, is_wanted in rows))
        for story, rows in told.items()
    ]


def telling(session: Session, stories: Iterable[int]) -> dict[int, list[Told]]:
    """The documents of stories, by story, earliest published first."""
    told: dict[int, list[Told]] = {}
    for some in portions(stories):
        for story, *document in session.connection().execute(_TELLING, {"stories": some}):
            told.setdefault(story, []).append(Told(*document))
    return told


def newest_find(session: Session) -> datetime | None:
    """Return when the latest announcement was found."""
    newest = select(col(Announcement.first_seen_at)).order_by(col(Announcement.first_seen_at).desc()).limit(1)
    return session.execute(newest).scalar()


# Queries are made once: to make one takes as long as to read some rows.
_STORIES: BindParameter[list[int]] = bindparam("stories", expanding=True)
_TELLING: Select[Any] = (
    select(Document.story_id, Document.source, Document.published, Document.url, Document.language, Document.number)  # type: ignore[call-overload]
    .where(col(Document.story_id).in_(_STORIES))
    .order_by(col(Document.published).nulls_last(), col(Document.id))
)


_STANDING = (col(Announcement.withdrawn).is_(False), col(Announcement.story_id).in_(_STORIES))
_OF_STORIES: Select[Any] = SELECTED.where(*_STANDING).order_by(col(Announcement.id))


@lru_cache(KEPT_QUERIES)
def _marks_of_stories(wanted: Wanted) -> Select[Any]:
    shown = (Announcement.story_id, Announcement.id, Announcement.digest, Announcement.timeline_day)
    query: Select[Any] = select(*shown).add_columns(and_(*standing(wanted)))  # type: ignore[call-overload]
    return query.where(*_STANDING).order_by(col(Announcement.id))


def _newest(rows: Iterable[Any]) -> date | None:
    return max((day for _, _, day, is_wanted in rows if is_wanted and day), default=None)


@lru_cache(KEPT_QUERIES)
def _by_day(wanted: Wanted) -> tuple[Select[Any], Select[Any]]:
    """Return the queries for wanted announcements with a day, the newest first, and for those without one."""
    day = col(Announcement.timeline_day)
    query: Select[Any] = select(Announcement.timeline_day, Announcement.story_id)  # type: ignore[call-overload]
    query = query.where(*standing(wanted))
    return query.where(day.is_not(None)).order_by(day.desc()), query.where(day.is_(None))


def _newest_stories(session: Session, wanted: Wanted) -> list[int]:
    """The newest stories that have an announcement that is wanted; of one day those first that were begun last.

    An index gives the announcements, the newest first, so that no more are read than these stories have; a database
    that groups them reads all.
    """
    dated, undated_ones = _by_day(wanted)
    portion = max(2 * wanted.most, 100) if wanted.most else 1000
    found: list[int] = []
    seen: set[int] = set()
    with session.connection().execute(dated, execution_options={"yield_per": portion}) as rows:
        for _, some in groupby(rows, lambda row: row[0]):
            of_day = {story for _, story in some} - seen
            found += sorted(of_day, reverse=True)
            seen |= of_day
            if wanted.most is not None and len(found) >= wanted.most:
                return found[: wanted.most]
    if wanted.since or wanted.until:
        return found
    undated = {story for _, story in session.connection().execute(undated_ones)} - seen
    return (found + sorted(undated, reverse=True))[: wanted.most]
