"""Query the earlier announcements that show what a new one changes, and no others of its initiative."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Text, bindparam, func, or_
from sqlalchemy import cast as cast_to
from sqlalchemy import select as columns
from sqlmodel import Session, col

from db.models import Announcement, DayCount
from db.queries.built_once import run, table_of
from db.queries.ordered import NEWEST_FIRST
from db.queries.stated import states_figures


class Span(NamedTuple):
    """The days on which an initiative was announced first and last with one act and stage."""

    act: str
    stage: str | None
    first: date
    last: date


class Stated(NamedTuple):
    """An announcement with its figures."""

    id: int | None
    timeline_day: date | None
    figures: list[dict[str, Any]]


_COUNT = table_of(DayCount)
_SPANS = (
    columns(_COUNT.c.act, _COUNT.c.stage, func.min(_COUNT.c.day), func.max(_COUNT.c.day))
    .where(
        _COUNT.c.initiative == bindparam("of"),
        _COUNT.c.day.is_not(None),
        # A row that counts the one announcement alone.
        or_(_COUNT.c.announcements > 1, _COUNT.c.newest != bindparam("but")),
    )
    .group_by(_COUNT.c.act, _COUNT.c.stage)
)
_OTHERS = (
    col(Announcement.initiative) == bindparam("of"),
    col(Announcement.withdrawn).is_(False),
    col(Announcement.id) != bindparam("but"),
)
_LAST_HEARD = columns(func.max(Announcement.first_seen_at)).where(*_OTHERS)


def spans(session: Session, initiative: str, but: int) -> list[Span]:
    """Return a row for each act and stage of an initiative's standing announcements of known days, but for one."""
    return [Span(*row) for row in run(session, _SPANS, of=initiative, but=but)]


def last_heard(session: Session, initiative: str, but: int) -> datetime | None:
    """Return when the newest standing announcement of an initiative, but for one, became known."""
    found: datetime | None = run(session, _LAST_HEARD, of=initiative, but=but).scalar()
    return found


def stating(
    session: Session, initiative: str, units: Iterable[str], until: date | None, most: int, but: int = 0
) -> list[Stated]:
    """Return the newest standing announcements, but for one, with a figure in any of the units, until a day.

    The end of a unit is enough: 万辆 is found by 辆. Those of no day count as the oldest. They come in the order of
    `db.queries.timeline.reported`.
    """
    figures, day = cast_to(col(Announcement.figures), Text), col(Announcement.timeline_day)
    # As JSON has it: characters beyond ASCII are escaped.
    ends = (json.dumps(unit)[1:] for unit in units)
    query = columns(col(Announcement.id), day, col(Announcement.figures)).where(*_OTHERS, states_figures())
    wanted = query.where(or_(*(figures.icontains(end, autoescape=True) for end in ends))).order_by(*NEWEST_FIRST)
    found: list[Stated] = []
    for of_days in [*([day <= until] if until else []), day.is_(None)]:
        if len(found) < most:
            rows = run(session, wanted.where(of_days).limit(most - len(found)), of=initiative, but=but)
            found += [Stated(*row) for row in rows]
    return found[::-1]
