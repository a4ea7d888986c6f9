"""Go through candidates newest first, one stretch of days after the other, so that not all have to be sorted."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from db.bigrams import period
from db.queries import search as queries
from db.queries.sought import Sought
from db.queries.timeline import Wanted

MOST_PERIODS = 4
"""A stretch is of so many days at most, otherwise of months or years: the index compares each of them."""
PASSED = 2000
"""So many documents are passed, at most, to see how many days a stretch should have."""
WIDER = 4
"""Each stretch is of so many times as many documents as the one before, which had too few candidates."""
DAY, MONTH, YEAR = 8, 6, 4


def stretches(session: Session, sought: Sought, wanted: Wanted, documents: int) -> Iterator[list[int]]:
    """Yield all candidates, newest first, in portions; the first one is of the newest `documents`, or of some more."""
    seen: set[int] = set()
    before: date | None = None
    while newest := queries.day_behind(session, wanted, before):
        within, start = _periods(newest, _oldest(session, wanted, before, newest, documents))
        found = queries.candidates_of(session, sought, wanted, within, before)
        yield found
        seen.update(found)
        before, documents = start, documents * WIDER
    # Those without a date, and those whose entry is of an older program and has no periods.
    yield [id_ for id_ in queries.newest_candidates(session, sought, wanted) if id_ not in seen]


def _oldest(session: Session, wanted: Wanted, before: date | None, newest: date, documents: int) -> date:
    """Return about how far back the newest `documents` go."""
    passed = min(documents, PASSED)
    oldest = queries.day_behind(session, wanted, before, passed) or date.min
    days = (newest - oldest).days * documents // passed
    return newest - timedelta(min(days, (newest - date.min).days))


def _periods(newest: date, oldest: date) -> tuple[list[str], date]:
    """Return tokens of periods from one day back to another, if so few reach so far, and the first day of all."""
    for digits in (DAY, MONTH, YEAR):
        starts = [_first_day(newest, digits)]
        while starts[-1] > oldest and len(starts) < MOST_PERIODS:
            starts.append(_first_day(starts[-1] - timedelta(1), digits))
        if starts[-1] <= oldest or digits == YEAR:
            break
    return [period(start, digits) for start in starts], starts[-1]


def _first_day(day: date, digits: int) -> date:
    return day.replace(month=1, day=1) if digits == YEAR else day.replace(day=1) if digits == MONTH else day
