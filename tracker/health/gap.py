"""Learn from the days of publication how long a source may be silent."""

import statistics
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tracker.health.calendar import days_between, is_workday

Period = tuple[date, date]

# Fewer intervals are not enough; older than the newest hundred are no longer typical.
LEAST_WAITS = 10
MOST_WAITS = 100
# Random intervals (an exponential distribution) exceed their mean by eight deviations once in e^9, some 8000 times; the
# extra day is because intervals are whole days.
DEVIATIONS = 8
GRACE = 1
UNLEARNED = 30.0


@dataclass(frozen=True)
class Rhythm:
    """How something is published, in workdays; a day off counts as the part `off` of one, between 0 and 1.

    `usual` is the mean interval, None if the history is too short; after `limit` it has been silent for too long.
    """

    off: float = 0.0
    usual: float | None = None
    limit: float = UNLEARNED


def learn(days: Collection[date], blind: Iterable[Period] = ()) -> Rhythm:
    """Learn the rhythm from the days that brought something; intervals during a `blind` period are ignored."""
    known = sorted(set(days))[-MOST_WAITS - 1 :]
    if len(known) <= LEAST_WAITS:
        return Rhythm()
    off = _weight_of_a_day_off(known)
    periods = list(blind)
    waits = [wait(off, *pair) for pair in pairwise(known) if not _overlaps(pair, periods)]
    if len(waits) < LEAST_WAITS:
        return Rhythm(off)
    usual = statistics.fmean(waits)
    # The fewer the intervals, the less is known about their spread.
    scatter = statistics.stdev(waits) * (1 + 3 / len(waits))
    return Rhythm(off, usual, usual + GRACE + DEVIATIONS * scatter)


def wait(off: float, after: date, until: date) -> float:
    """Count workdays after `after`, up to and including `until`, where a day off counts `off`."""
    return sum(1.0 if is_workday(day) else off for day in days_between(after, until))


def _weight_of_a_day_off(known: list[date]) -> float:
    """Return how probable an item is on a day off, relative to a workday."""
    span = list(days_between(known[0], known[-1]))
    share = {}
    for works in (True, False):
        of_kind = [day for day in span if is_workday(day) is works]
        hits = set(of_kind) & set(known)
        share[works] = len(hits) / len(of_kind) if of_kind else 0.0
    return min(1.0, share[False] / share[True]) if share[True] else 1.0


def _overlaps(pair: Period, periods: Iterable[Period]) -> bool:
    return any(start <= pair[1] and end >= pair[0] for start, end in periods)
