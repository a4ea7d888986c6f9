"""Query what was announced lately, across all initiatives, story by story."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, String, and_, bindparam, case, cast, func, select
from sqlmodel import Session, col

from db.models import Announcement, Document
from db.queries.among import among
from db.queries.announced import KEPT_QUERIES, SELECTED, Announced, announced
from db.queries.timeline import Wanted, standing


class Told(NamedTuple):
    """A document of a story: its source, time, address, language, and the number of its paper."""

    source: str
    published: datetime | None
    url: str
    language: str
    number: str | None


class Sorted(NamedTuple):
    """A story, and the day that sorts it: the newest day of its announcements that are wanted."""

    day: date | None
    story: int


class StoryMark(NamedTuple):
    """What shows whether a story's row has changed: its standing announcements; `day` sorts the story.

    `announcements` has of each its number, "+" if it is wanted itself and "-" if not, and its digest. They are one
    word, which takes half the time of a row for each.
    """

    story: int
    day: date | None
    announcements: str

    @property
    def has_digests(self) -> bool:
        """Return whether each has a digest; an older program wrote none."""
        ended = f"{self.announcements},"
        return "+," not in ended and "-," not in ended

    @property
    def wanted(self) -> Iterator[int]:
        """Yield the numbers of those that are wanted."""
        return (int(one.partition("+")[0]) for one in self.announcements.split(",") if "+" in one)


def latest_stories(session: Session, wanted: Wanted) -> list[tuple[Announced, bool]]:
    """The standing announcements of the newest `wanted.most` stories that have one that is wanted, newest story first.

    Each is returned with whether it is wanted itself.
    """
    return told_of(session, wanted, newest_stories(session, wanted))


def told_of(session: Session, wanted: Wanted, stories: Iterable[Sorted]) -> list[tuple[Announced, bool]]:
    """The same of these stories, in their order."""
    return announcements_of(session, story_marks(session, wanted, stories))


def announcements_of(session: Session, marks: Sequence[StoryMark]) -> list[tuple[Announced, bool]]:
    """The standing announcements of the marked stories in their order, each with whether it is wanted."""
    told: dict[int, list[Announced]] = {mark.story: [] for mark in marks}
    for row in session.connection().execute(_OF_STORIES, {"stories": list(told)}).all():
        told[row.story_id].append(announced(row))
    wanted = {id_ for mark in marks for id_ in mark.wanted}
    return [(one, one.id in wanted) for some in told.values() for one in some]


def newest_stories(session: Session, wanted: Wanted, *, whole_days: bool = False) -> list[Sorted]:
    """The newest stories that have an announcement that is wanted; of one day those first that were begun last.

    They are `wanted.most`, or with `whole_days` as many more as the last day has.

    An index gives the announcements, the newest first, so that no more are read than these stories have; a database
    that groups them reads all.
    """
    dated, undated_ones = _by_day(wanted)
    portion = max(2 * wanted.most, 100) if wanted.most else 1000
    found: list[Sorted] = []
    seen: set[int] = set()
    with session.connection().execute(dated, execution_options={"yield_per": portion}) as rows:
        for of, some in groupby(chain.from_iterable(rows.partitions()), itemgetter(0)):
            of_day = {story for _, story in some} - seen
            found += (Sorted(of, story) for story in sorted(of_day, reverse=True))
            seen |= of_day
            if wanted.most is not None and len(found) >= wanted.most:
                return found if whole_days else found[: wanted.most]
    if wanted.since or wanted.until:
        return found
    undated = {story for _, story in session.connection().execute(undated_ones)} - seen
    return [*found, *(Sorted(None, story) for story in sorted(undated, reverse=True))][: wanted.most]


def stories_behind(session: Session, wanted: Wanted, place: Sorted | None) -> list[Sorted]:
    """The newest `wanted.most` stories behind a place in their list, or from its beginning."""
    if place is None:
        return newest_stories(session, wanted)
    found = _dated_behind(session, wanted, place.day, place.story) if place.day else []
    if (wanted.most is None or len(found) < wanted.most) and not (wanted.since or wanted.until):
        undated = (one for one in newest_stories(session, replace(wanted, most=None)) if one.day is None)
        found += [one for one in undated if place.day or one.story < place.story]
    return found[: wanted.most]


def _dated_behind(session: Session, wanted: Wanted, day: date, story: int) -> list[Sorted]:
    """The newest stories behind one of this day, `wanted.most` or some more; all of them if there are fewer."""
    until, most = min(day, wanted.until or day), wanted.most
    while True:
        most = most and 2 * most
        found = newest_stories(session, replace(wanted, until=until, most=most))
        # A story with a later announcement stands further up, on that one's day.
        asked = {"stories": [one.story for one in found], "day": day}
        above = set(session.connection().execute(_later(wanted), asked).scalars())
        behind = [one for one in found if one.story not in above and (one.day != day or one.story < story)]
        if most is None or len(found) < most or len(behind) >= (wanted.most or 0):
            return behind


def story_marks(session: Session, wanted: Wanted, stories: Iterable[Sorted]) -> list[StoryMark]:
    """The marks of stories, in their order."""
    days = {one.story: one.day for one in stories}
    told: dict[int, str] = dict(session.connection().execute(_marks_of(wanted), {"stories": list(days)}).all())
    return [StoryMark(story, day, told.get(story, "")) for story, day in days.items()]


def telling(session: Session, stories: Iterable[int]) -> dict[int, list[Told]]:
    """The documents of stories, by story, earliest published first."""
    told: dict[int, list[Told]] = {}
    for story, *document in session.connection().execute(_TELLING, {"stories": list(stories)}).all():
        told.setdefault(story, []).append(Told(*document))
    return told


def newest_find(session: Session) -> datetime | None:
    """Return when the latest announcement was found."""
    newest = select(col(Announcement.first_seen_at)).order_by(col(Announcement.first_seen_at).desc()).limit(1)
    return session.execute(newest).scalar()


# Queries are made once: to make one takes as long as to read some rows.
_TELLING: Select[Any] = (
    select(Document.story_id, Document.source, Document.published, Document.url, Document.language, Document.number)  # type: ignore[call-overload]
    .where(among(col(Document.story_id), "stories"))
    .order_by(col(Document.published).nulls_last(), col(Document.id))
)


_STANDING = (col(Announcement.withdrawn).is_(False), among(col(Announcement.story_id), "stories"))
_OF_STORIES: Select[Any] = SELECTED.where(*_STANDING).order_by(col(Announcement.id))


@lru_cache(KEPT_QUERIES)
def _marks_of(wanted: Wanted) -> Select[Any]:
    is_wanted = case((and_(*standing(wanted)), "+"), else_="-")
    word = cast(col(Announcement.id), String) + is_wanted + col(Announcement.digest)
    query = Select[Any](col(Announcement.story_id), func.aggregate_strings(word, ","))
    return query.where(*_STANDING).group_by(col(Announcement.story_id))


@lru_cache(KEPT_QUERIES)
def _later(wanted: Wanted) -> Select[Any]:
    """Return the query for the stories, of some, that have a wanted announcement after a day."""
    later = col(Announcement.timeline_day) > bindparam("day", type_=Date)
    return select(col(Announcement.story_id)).where(
        *standing(wanted), among(col(Announcement.story_id), "stories"), later
    )


@lru_cache(KEPT_QUERIES)
def _by_day(wanted: Wanted) -> tuple[Select[Any], Select[Any]]:
    """Return the queries for wanted announcements with a day, the newest first, and for those without one."""
    day = col(Announcement.timeline_day)
    query: Select[Any] = select(Announcement.timeline_day, Announcement.story_id)  # type: ignore[call-overload]
    query = query.where(*standing(wanted))
    return query.where(day.is_not(None)).order_by(day.desc()), query.where(day.is_(None))
