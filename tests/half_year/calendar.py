"""The oracle's own calendar, by brute force: for each quarter of an hour, what a clock on the wall shows."""

from bisect import bisect_right
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tests.half_year.people import Person
from tests.half_year.world import END, START

QUARTER = timedelta(minutes=15)
QUARTERS = [START + n * QUARTER for n in range((END - START + timedelta(days=40)) // QUARTER)]


@cache
def ends(rate: str, zone: str, hour: int, weekday: int) -> list[datetime]:
    """Return the moments of digests: on each day that has one, the first that is not before its hour."""
    found, done = [], set()
    for moment in QUARTERS:
        wall = moment.astimezone(ZoneInfo(zone))
        day = wall.date()
        fits = (
            rate == "daily" or (rate == "weekly" and day.weekday() == weekday) or (rate == "monthly" and day.day == 1)
        )
        if fits and wall.hour >= hour and day not in done:
            done.add(day)
            found.append(moment)
    # If the simulation begins after that hour, its first day has no end: the one found does not count.
    return [end for end in found if end > START or end.astimezone(ZoneInfo(zone)).hour == hour]


def next_end(person: Person, at: datetime) -> datetime:
    """The first end of a period that is later than `at`."""
    known = ends(person.rate, person.zone, person.hour, person.weekday)
    return known[bisect_right(known, at)]


def is_quiet(person: Person, at: datetime) -> bool:
    """Whether the clock on the wall shows a quiet hour."""
    if person.quiet is None:
        return False
    first, last = person.quiet
    hours = set(range(first, last)) if first < last else {*range(first, 24), *range(last)}
    return at.astimezone(ZoneInfo(person.zone)).hour in hours


def quiet_end(person: Person, at: datetime) -> datetime:
    """The first quarter of an hour after `at` that is not quiet."""
    return next(moment for moment in QUARTERS[bisect_right(QUARTERS, at) :] if not is_quiet(person, moment))


def wall_day(person: Person, at: datetime) -> str:
    """The day that the calendar on the wall shows."""
    return f"{at.astimezone(ZoneInfo(person.zone)):%Y-%m-%d}"
