"""Keeps the counts of announcements by day and month, in the transaction that writes the announcements.

What a flush touches is counted again, not added to: an index gives the few announcements of a day, and no order of
writes can leave a wrong sum.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, Select, delete, func, insert, inspect, literal, select
from sqlmodel import Session, SQLModel, col

from db.models import Announcement, BodyCount, DayCount
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
    for initiative, month, body in sorted({(one.initiative, _month(one.day), one.body) for one in places}, key=str):
        if body is not None:
            _count_body(session, initiative, month, body)


def count_all(session: Session) -> None:
    """Count all announcements, whatever the counts say now."""
    take_turn(session, COUNTS)
    for table, query in ((DayCount, days()), (BodyCount, months(session.get_bind().dialect.name))):
        session.execute(delete(table))
        _insert(session, table, query)


def miscounts(session: Session) -> list[tuple[str, str]]:
    """Return the counts that are not those of the announcements, each with what is wrong."""
    found = []
    for table, query in ((DayCount, days()), (BodyCount, months(session.get_bind().dialect.name))):
        stored = select(*(getattr(table, name) for name in _names(table)))
        have, should = (Counter(map(tuple, session.execute(one))) for one in (stored, query))
        for row in sorted({*(have - should), *(should - have)}, key=str):
            words = " ".join("-" if part is None else str(part) for part in row)
            found.append((words, "is stored and not so" if have[row] > should[row] else "is so and not stored"))
    return found


def days(*where: ColumnElement[bool]) -> Select[Any]:
    """Return the query for what `DayCount` holds, of all announcements or of some."""
    one = Announcement
    kinds = (col(one.initiative), col(one.timeline_day), col(one.act), col(one.stage))
    counts = (func.count(), func.count(col(one.day)), func.max(col(one.id)))
    query = Select[Any](*kinds, *counts)
    return query.where(col(one.withdrawn).is_(False), *where).group_by(*kinds)


def months(dialect: str) -> Select[Any]:
    """Return the query for what `BodyCount` holds."""
    day = col(Announcement.timeline_day)
    of_sqlite = func.date(day, "start of month", type_=Date)
    month = of_sqlite if dialect == "sqlite" else func.date(func.date_trunc("month", day), type_=Date)
    return _bodies(month).group_by(col(Announcement.initiative), month, col(Announcement.body))


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
    stored = (col(DayCount.initiative) == initiative, _is(col(DayCount.day), day))
    session.execute(delete(DayCount).where(*stored))
    here = (col(Announcement.initiative) == initiative, _is(col(Announcement.timeline_day), day))
    _insert(session, DayCount, days(*here))


def _count_body(session: Session, initiative: str, month: date | None, body: str) -> None:
    stored = (col(BodyCount.initiative) == initiative, _is(col(BodyCount.month), month), col(BodyCount.body) == body)
    session.execute(delete(BodyCount).where(*stored))
    day = col(Announcement.timeline_day)
    within = (day >= month, day < _month(month + timedelta(days=31))) if month else (day.is_(None),)
    query = _bodies(literal(month, Date()))
    here = query.where(col(Announcement.initiative) == initiative, col(Announcement.body) == body, *within)
    _insert(session, BodyCount, here.group_by(col(Announcement.initiative), col(Announcement.body)))


def _insert(session: Session, table: type[SQLModel], query: Select[Any]) -> None:
    session.execute(insert(table).from_select(_names(table), query))


def _names(table: type[SQLModel]) -> list[str]:
    return [name for name in table.model_fields if name != "id"]


def _is(column: Any, value: date | None) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.is_(None) if value is None else column == value
    return found


def _month(day: date | None) -> date | None:
    return day.replace(day=1) if day else None
