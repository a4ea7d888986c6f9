"""Keep the counts of announcements by day and month, in the transaction that writes the announcements.

What a flush touches is counted again, not added to: an index gives the few announcements of a day, and no order of
writes can leave a wrong sum.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, Insert, Select, bindparam, cast, delete, func, insert, inspect, null, select
from sqlmodel import Session, SQLModel, col

from db.models import Announcement, BodyCount, DayCount, MonthCount
from db.store.turns import take_turn

COUNTS = "counts"
"""The turn of those who count: on PostgreSQL, one must see what the one before wrote."""
COUNTED = ("initiative", "timeline_day", "act", "stage", "body", "day", "withdrawn")
"""The fields of an announcement that counts depend on."""


class _Place(NamedTuple):
    """Where an announcement is counted."""

    initiative: str
    day: date | None
    body: str | None


def keep_counts(session: Session) -> None:
    """Count again, after a flush, where its announcements were counted before it and where they are now."""
    written = (*session.new, *session.dirty, *session.deleted)
    places = {place for one in written if isinstance(one, Announcement) for place in _places(one)}
    if not places:
        return
    take_turn(session, COUNTS)
    for initiative, day in sorted({place[:2] for place in places}, key=str):
        _count_day(session, initiative, day)
    for initiative, month in sorted({(one.initiative, _month(one.day)) for one in places}, key=str):
        _count_month(session, initiative, month)
    for initiative, month, body in sorted({(one.initiative, _month(one.day), one.body) for one in places}, key=str):
        if body is not None:
            _count_body(session, initiative, month, body)


def count_all(session: Session) -> None:
    """Count all announcements, whatever the counts say now."""
    take_turn(session, COUNTS)
    for table, query in _all(session):
        session.execute(delete(table))
        session.execute(_inserted(table, query))


def miscounts(session: Session) -> list[tuple[str, str]]:
    """Return the counts that are not those of the announcements, each with what is wrong."""
    found = []
    for table, query in _all(session):
        stored = select(*(getattr(table, name) for name in _names(table)))
        have, should = (Counter(map(tuple, session.execute(one))) for one in (stored, query))
        for row in sorted({*(have - should), *(should - have)}, key=str):
            words = " ".join("-" if part is None else str(part) for part in row)
            found.append(
                (
                    f"{table.__tablename__} {words}",
                    "is stored, but is not what the announcements give"
                    if have[row] > should[row]
                    else "is not stored, but the announcements give it",
                )
            )
    return found


def _all(session: Session) -> tuple[tuple[type[SQLModel], Select[Any]], ...]:
    """Return the tables, each with the query for what it holds."""
    dialect = session.get_bind().dialect.name
    return (DayCount, days()), (MonthCount, months(dialect)), (BodyCount, bodies(dialect))


def days(*where: ColumnElement[bool]) -> Select[Any]:
    """Return the query for what `DayCount` holds, of all announcements or of some."""
    one = Announcement
    kinds = (col(one.initiative), col(one.timeline_day), col(one.act), col(one.stage))
    counts = (func.count(), func.count(col(one.day)), func.max(col(one.id)))
    query = Select[Any](*kinds, *counts)
    return query.where(col(one.withdrawn).is_(False), *where).group_by(*kinds)


def months(dialect: str) -> Select[Any]:
    """Return the query for what `MonthCount` holds."""
    one, month = Announcement, _month_of(dialect)
    kinds, day = (col(one.initiative), month, col(one.act), col(one.stage)), col(one.timeline_day)
    query = Select[Any](*kinds, func.count(), func.min(day), func.max(day))
    return query.where(col(one.withdrawn).is_(False)).group_by(*kinds)


def bodies(dialect: str) -> Select[Any]:
    """Return the query for what `BodyCount` holds."""
    month = _month_of(dialect)
    return _bodies(month).group_by(col(Announcement.initiative), month, col(Announcement.body))


def _month_of(dialect: str) -> ColumnElement[Any]:
    day = col(Announcement.timeline_day)
    of_sqlite = func.date(day, "start of month", type_=Date)
    return of_sqlite if dialect == "sqlite" else func.date(func.date_trunc("month", day), type_=Date)


def _bodies(month: ColumnElement[Any]) -> Select[Any]:
    one = Announcement
    query: Select[Any] = select(
        col(one.initiative), month, col(one.body), func.count(), func.max(col(one.timeline_day))
    )
    return query.where(col(one.withdrawn).is_(False), col(one.body).is_not(None))


def _places(announcement: Announcement) -> Iterator[_Place]:
    """Yield where an announcement was counted before a flush, and where it is now; nothing if no such field changed."""
    state: Any = inspect(announcement)
    histories = [state.attrs[name].history for name in COUNTED]
    is_new_or_gone = not state.persistent or announcement in state.session.deleted
    if not is_new_or_gone and not any(history.has_changes() for history in histories):
        return
    now = _Place(announcement.initiative, announcement.timeline_day, announcement.body)
    yield now
    before: list[Any] = [state.attrs[name].history.deleted for name in ("initiative", "timeline_day", "body")]
    yield _Place._make(old[0] if old else value for old, value in zip(before, now, strict=True))


def _count_day(session: Session, initiative: str, day: date | None) -> None:
    for statement in _of_day(day is not None):
        session.connection().execute(statement, {"of": initiative, "on": day})


def _count_month(session: Session, initiative: str, month: date | None) -> None:
    for statement in _of_month(month is not None):
        session.connection().execute(statement, {"of": initiative, **_span(month)})


def _count_body(session: Session, initiative: str, month: date | None, body: str) -> None:
    given = {"of": initiative, "by": body, **_span(month)}
    for statement in _of_body(month is not None):
        session.connection().execute(statement, given)


# Statements are made once: to make one takes longer than to execute it.
@cache
def _of_day(dated: bool) -> tuple[Any, ...]:
    """Return the statements that count a day again; `on` is the day."""
    stored = (col(DayCount.initiative) == bindparam("of"), _is(col(DayCount.day), dated))
    here = (col(Announcement.initiative) == bindparam("of"), _is(col(Announcement.timeline_day), dated))
    return delete(DayCount).where(*stored), _inserted(DayCount, days(*here))


@cache
def _of_month(dated: bool) -> tuple[Any, ...]:
    """Return the statements that count a month again, from its days, which are counted before."""
    one = DayCount
    stored = (col(MonthCount.initiative) == bindparam("of"), _is(col(MonthCount.month), dated))
    kinds = (col(one.initiative), col(one.act), col(one.stage))
    counts = (func.sum(one.announcements), func.min(one.day), func.max(one.day))
    month = bindparam("on", type_=Date) if dated else cast(null(), Date)
    query = Select[Any](kinds[0], month, *kinds[1:], *counts).where(kinds[0] == bindparam("of"))
    query = query.where(*_within(col(one.day), dated)).group_by(*kinds)
    return delete(MonthCount).where(*stored), _inserted(MonthCount, query)


@cache
def _of_body(dated: bool) -> tuple[Any, ...]:
    """Return the statements that count a body's month again, from the day `on` to the day before `end`."""
    stored = (col(BodyCount.initiative) == bindparam("of"), col(BodyCount.body) == bindparam("by"))
    within = _within(col(Announcement.timeline_day), dated)
    of_one = (col(Announcement.initiative) == bindparam("of"), col(Announcement.body) == bindparam("by"))
    query = _bodies(bindparam("on", type_=Date) if dated else cast(null(), Date)).where(*of_one, *within)
    query = query.group_by(col(Announcement.initiative), col(Announcement.body))
    return delete(BodyCount).where(*stored, _is(col(BodyCount.month), dated)), _inserted(BodyCount, query)


def _inserted(table: type[SQLModel], query: Select[Any]) -> Insert:
    return insert(table).from_select(_names(table), query)


def _names(table: type[SQLModel]) -> list[str]:
    return [name for name in table.model_fields if name != "id"]


def _within(day: Any, dated: bool) -> tuple[ColumnElement[bool], ...]:
    return (day >= bindparam("on"), day < bindparam("end")) if dated else (day.is_(None),)


def _is(column: Any, dated: bool) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column == bindparam("on") if dated else column.is_(None)
    return found


def _span(month: date | None) -> dict[str, date | None]:
    return {"on": month, "end": month and _month(month + timedelta(days=31))}


def _month(day: date | None) -> date | None:
    return day.replace(day=1) if day else None
