"""Go through candidates newest first, one stretch of days after the other, so that not all have to be sorted."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from db.bigrams import PERIODS, period
from db.queries import search as queries
from db.queries.sought import Sought
from db.queries.timeline import Wanted

PASSED = 2000
"""So many documents are passed, at most, to see how many days a stretch should have."""
WIDER = 4
"""Each stretch is of so many times as many documents as the one before, which had too few candidates."""
MOST_PERIODS = 4
"""A stretch is of so many periods at most: the index goes through all that each of them has."""


def stretches(session: Session, sought: Sought, wanted: Wanted, documents: int) -> Iterator[list[tuple[int, str]]]:
    """Yield all candidates, newest first, in portions; the first one is of the newest `documents`, or of some more.

    A candidate is what `db.queries.search.newest_candidates` returns.
    """
    seen: set[int] = set()
    before: date | None = None
    while newest := queries.day_behind(session, wanted, before):
        within, start = _periods(newest, _oldest(session, wanted, before, newest, documents))
        found = queries.newest_candidates(session, sought, wanted, within, before)
        yield found
        seen.update(id_ for id_, _ in found)
        before, documents = start, documents * WIDER
    if queries.count(session, sought, wanted)[0] == len(seen):
        return
    # Those without a date, and those whose entry is of an older program and has no periods.
    yield [one for one in queries.newest_candidates(session, sought, wanted) if one[0] not in seen]


def _oldest(session: Session, wanted: Wanted, before: date | None, newest: date, documents: int) -> date:
    """Return about how far back the newest `documents` go."""
    passed = min(documents, PASSED)
    oldest = queries.day_behind(session, wanted, before, passed) or date.min
    days = (newest - oldest).days * documents // passed
    return newest - timedelta(min(days, (newest - date.min).days))


def _periods(newest: date, oldest: date) -> tuple[list[str], date]:
    """Return tokens of the shortest periods of which a few cover the days from one to another, and their first day."""
    for days in PERIODS:
        first = max(oldest.toordinal() // days, newest.toordinal() // days - MOST_PERIODS + 1)
        if first * days <= oldest.toordinal():
            break
    starts = [date.fromordinal(max(1, number * days)) for number in range(first, newest.toordinal() // days + 1)]
    return [period(start, days) for start in starts], starts[0]
