"""Query initiatives over time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Integer, Select, bindparam, func, union_all
from sqlalchemy import select as columns
from sqlmodel import Session, and_, col, select

from db.models import Announcement, DayCount, Document, Mention, MonthCount
from db.queries.announced import (
    KEPT_QUERIES,
    SELECTED_WITH_CITED,
    Announced,
    Cited,
    announced_and_cited,
    with_cited,
)
from db.queries.built_once import run
from db.queries.ordered import NEWEST_FIRST, OLDEST_FIRST
from db.queries.stated import states_figures

LISTS = {"initiatives", "acts", "stages", "bodies", "sources", "other_sources"}
"""The fields of `Wanted` that hold several values."""
MOST_IN_TURN = 100
"""So many initiatives are looked at one by one; SQLite joins 500 queries at most."""


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
    """Sources that did not report it."""
    language: str | None = None
    most: int | None = None
    found_after: datetime | None = None
    found_until: datetime | None = None

    @property
    def values(self) -> dict[str, Any]:
        """Return the fields that restrict, by name."""
        return {name: value for name, value in vars(self).items() if value not in (None, (), "")}


def standing(wanted: Wanted) -> list[Any]:
    """Return the conditions for a wanted announcement that is not withdrawn."""
    return _standing(wanted.values)


def _standing(given: Mapping[str, Any]) -> list[Any]:
    """Return the conditions by the fields' names, with their values or with parameters for these."""
    conditions: list[Any] = [col(Announcement.withdrawn).is_(False)]
    conditions += [condition(given[name]) for name, condition in _OF_ANNOUNCEMENTS.items() if name in given]
    if told := _told_by(given):
        stories = select(Document.story_id).where(col(Document.story_id).is_not(None), *told)
        conditions.append(col(Announcement.story_id).in_(stories))
    return conditions


def told_by(wanted: Wanted) -> list[Any]:
    """Return the conditions for a document with the wanted source, tier and language."""
    return _told_by(wanted.values)


def _told_by(given: Mapping[str, Any]) -> list[Any]:
    return [condition(given[name]) for name, condition in _OF_DOCUMENTS.items() if name in given]


_OF_ANNOUNCEMENTS: dict[str, Callable[[Any], Any]] = {
    "initiatives": col(Announcement.initiative).in_,
    "acts": col(Announcement.act).in_,
    "stages": col(Announcement.stage).in_,
    "bodies": col(Announcement.body).in_,
    "since": col(Announcement.timeline_day).__ge__,
    "until": col(Announcement.timeline_day).__le__,
    "found_after": col(Announcement.first_seen_at).__gt__,
    "found_until": col(Announcement.first_seen_at).__lt__,
}
_OF_DOCUMENTS: dict[str, Callable[[Any], Any]] = {
    "sources": col(Document.source).in_,
    "other_sources": col(Document.source).not_in,
    "language": col(Document.language).__eq__,
}


def announcements(session: Session, wanted: Wanted) -> list[tuple[Announced, Cited]]:
    """Return the matching announcements, oldest first, each with the document of its quote."""
    if wanted.most is None or _is_in_order(wanted):
        return [announced_and_cited(row) for row in _newest(session, SELECTED_WITH_CITED, wanted)][::-1]
    return with_cited(session, [one.id for one in newest(session, wanted)][::-1])


def _is_in_order(wanted: Wanted) -> bool:
    """Decide whether an index has the wanted announcements in their order, so that none is read to be sorted."""
    return len(wanted.initiatives or wanted.bodies) == 1


class Placed(NamedTuple):
    """The number of an announcement, and its day."""

    id: int
    timeline_day: date | None


def newest(session: Session, wanted: Wanted) -> list[Placed]:
    """Return where the announcements that fit are, newest first in the order of `announcements`.

    Where no index has that order, more rows are sorted than shown, so this reads nothing but an index.
    """
    return [Placed._make(row) for row in _newest(session, _PLACED, wanted).all()]


_PLACED: Select[Any] = columns(Announcement.id, Announcement.timeline_day)  # type: ignore[call-overload]


def _newest(session: Session, query: Select[Any], wanted: Wanted) -> Any:
    values = _from_day(session, wanted).values
    return run(session, _newest_of(query, frozenset(values)), **values)


@lru_cache(KEPT_QUERIES)
def _newest_of(query: Select[Any], fields: frozenset[str]) -> Select[Any]:
    """Return the query for any selection by these fields: made once, for making one takes as long as its execution."""
    query = query.where(*_standing(_parameters(fields))).order_by(*NEWEST_FIRST)
    return query.limit(bindparam("most", type_=Integer)) if "most" in fields else query


def _parameters(fields: Iterable[str]) -> dict[str, BindParameter[Any]]:
    return {name: bindparam(name, expanding=name in LISTS) for name in fields}


def _from_day(session: Session, wanted: Wanted) -> Wanted:
    """Narrow the selection to the first day from which one initiative alone has enough rows.

    An index has the days of one initiative in order; those of several would all have to be fetched and sorted.
    """
    if wanted.most is None or not 2 <= len(wanted.initiatives) <= MOST_IN_TURN:
        return wanted
    values = wanted.values
    named = {f"initiative{number}": id_ for number, id_ in enumerate(values.pop("initiatives"))}
    day = run(session, _first_day(frozenset(values), len(named)), **values, **named).scalar()
    return replace(wanted, since=max((one for one in (wanted.since, day) if one), default=None))


@lru_cache(KEPT_QUERIES)
def _first_day(fields: frozenset[str], initiatives: int) -> Select[Any]:
    """Return the query for the latest of the days on which the newest `most` rows of so many initiatives end."""
    day, last = col(Announcement.timeline_day), bindparam("most", type_=Integer) - 1
    newest = columns(day).where(*_standing(_parameters(fields))).order_by(day.desc()).offset(last).limit(1)
    each = (col(Announcement.initiative) == bindparam(f"initiative{number}") for number in range(initiatives))
    ends = union_all(*(columns(newest.where(one).subquery().c.timeline_day) for one in each)).subquery()
    return columns(func.max(ends.c.timeline_day))


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
    corrected: list[dict[str, Any]] | None = None


def reported(session: Session, initiative: str, but: int | None = None) -> list[Reported]:
    """Return the standing announcements of an initiative, but for one, the oldest first."""
    return [Reported(*row) for row in session.exec(_reported(initiative)) if row[0] != but]


def _reported(initiative: str) -> Any:
    shown = select(  # type: ignore[call-overload]
        Announcement.id,
        Announcement.act,
        Announcement.timeline_day,
        Announcement.first_seen_at,
        Announcement.figures,
        Announcement.stage,
        Announcement.corrected,
    )
    wanted = shown.where(Announcement.initiative == initiative, col(Announcement.withdrawn).is_(False))
    return wanted.order_by(*OLDEST_FIRST)


class Acts(NamedTuple):
    """How often an initiative was announced on a day with one act and stage; `id` is that of one of these."""

    timeline_day: date | None
    act: str
    stage: str | None
    times: int
    stated: int
    """For how many of them the texts state the day."""
    id: int


def acts_by_day(session: Session, initiative: str) -> list[Acts]:
    """The standing announcements of an initiative by day, act and stage: without a day first, then the oldest."""
    one = DayCount
    shown = (one.day, one.act, one.stage, one.announcements, one.stated, one.newest)
    query = columns(*shown).where(col(one.initiative) == initiative)  # type: ignore[call-overload]
    in_order = (col(one.day).nulls_first(), col(one.act), col(one.stage).nulls_first())
    return [Acts._make(row) for row in session.connection().execute(query.order_by(*in_order))]


def reported_on(session: Session, initiative: str, days: Iterable[date]) -> list[Reported]:
    """Return the standing announcements of an initiative of some days, in the order of `reported`."""
    query = _reported(initiative).where(col(Announcement.timeline_day).in_(list(days)))
    return [Reported(*row) for row in session.exec(query)]


def newest_with_figures(session: Session, initiative: str, most: int) -> list[Reported]:
    """Return the newest standing announcements of an initiative that state figures, the oldest of them first."""
    newest = _reported(initiative).where(states_figures()).order_by(None).order_by(*NEWEST_FIRST)
    return [Reported(*row) for row in session.exec(newest.limit(most))][::-1]


def first_with_figures(session: Session, initiative: str) -> Reported | None:
    """Return the first standing announcement of an initiative of a known day that states a figure."""
    dated = _reported(initiative).where(states_figures(), col(Announcement.timeline_day).is_not(None))
    first = session.exec(dated.limit(1)).first()
    return Reported(*first) if first else None


@dataclass(frozen=True)
class Standing:
    """The number of announcements of one initiative, with first and last day."""

    announcements: int
    first: date | None
    last: date | None


def standings(session: Session) -> dict[str, Standing]:
    """Return number, first and last day for every initiative that was announced."""
    one = MonthCount
    query = columns(one.initiative, func.sum(one.announcements), func.min(one.first), func.max(one.last))  # type: ignore[call-overload]
    query = query.group_by(col(one.initiative))
    return {row[0]: Standing(*row[1:]) for row in session.execute(query)}


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
    found = session.exec(_WITH_DOCUMENT, params={"id": id_}).one_or_none()
    if found and found[0].merged_into is not None:
        return session.exec(_WITH_DOCUMENT, params={"id": became(session, id_)}).one_or_none()
    return found


_WITH_DOCUMENT = (
    select(Announcement, Document)
    .join(Document, col(Announcement.document_id) == Document.id)
    .where(Announcement.id == bindparam("id"))
)


def became(session: Session, id_: int) -> int:
    """Return the number of the announcement that one is now part of: usually its own."""
    seen = {id_}
    while (into := session.exec(select(Announcement.merged_into).where(Announcement.id == id_)).first()) is not None:
        if into in seen:
            break
        seen.add(into)
        id_ = into
    return id_
