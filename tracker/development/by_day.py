"""Tells the development of an initiative from what was done on each day, however often it was announced."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session

from db.queries.timeline import Acts, reported_on
from tracker.development.states import Dated, Development, development


def development_of(
    session: Session, initiative: str, days: Sequence[Acts], successor: Sequence[Acts], today: date
) -> Development:
    """What `development` tells of all announcements, from `acts_by_day` of the initiative and of its successor.

    Only on the days on which something came first does it matter which announcement stands before which: those alone
    are looked up one by one.
    """
    turning = turning_days(days)
    told: list[Dated] = [*reported_on(session, initiative, turning)] if turning else []
    told += (one for one in days if one.timeline_day not in turning)
    return development(told, successor, today)


def turning_days(days: Iterable[Acts]) -> set[date]:
    """The days on which an act and stage came first, and of results the first behind each of those as well.

    Results count as such only once something stronger stands, so that their first day is not always the one.
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
    """How many announcements these are."""
    return sum(one.times for one in days)
