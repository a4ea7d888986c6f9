"""Compute the development of an initiative from the acts of each day, however often they were announced."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session

from db.queries.timeline import Acts, reported_on
from tracker.development.states import Dated, Development, development


def development_of(
    session: Session, initiative: str, days: Sequence[Acts], successor: Sequence[Acts], today: date
) -> Development:
    """Return the `development` of an initiative from its `acts_by_day` and those of its successor.

    The result is the same as from all announcements. The order of announcements within a day matters only on the days
    on which something came first, so the announcements of those days alone are looked up one by one.
    """
    turning = turning_days(days)
    told: list[Dated] = [*reported_on(session, initiative, turning)] if turning else []
    told += (one for one in days if one.timeline_day not in turning)
    return development(told, successor, today)


def turning_days(days: Iterable[Acts]) -> set[date]:
    """Return the days on which each act and stage came first, and the first day of results after each of those.

    Results count only after a stronger act, so that their first day is not always the one that matters.
    """
    found: dict[tuple[str, str | None], date] = {}
    results = list[date]()
    for one in days:
        if one.timeline_day:
            found.setdefault((one.act, one.stage), one.timeline_day)
            if one.act == "progress":
                results.append(one.timeline_day)
    firsts = set(found.values())
    behind = (next((day for day in results if day >= first), None) for first in firsts)
    return firsts | {day for day in behind if day}


def summed(days: Iterable[Acts]) -> int:
    """Return the number of announcements in these days."""
    return sum(one.times for one in days)
