"""Decide whether readings find less than they used to: by chance, or because a site has changed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from math import comb
from typing import NamedTuple

LEAST_BEFORE = 10
WINDOWS = (3, 5, 10, 20)
# It is over when the newest five, whatever comes before them, are normal.
WELL_AGAIN = 5
ORDINARY = 0.01
# A shorter text is a caption, or the shell of a page.
SHORT = 40
# By chance alone, a window is so low once in a thousand years of readings.
YEARS = 1000
DAYS = 365.25


class Reading(NamedTuple):
    """What reading found in one page, fetched at `at`; `length` is that of its text in characters."""

    list_id: str | None
    at: datetime
    titled: bool
    dated: bool
    length: int
    fitted: bool
    changed: bool = False


FIELDS: dict[str, Callable[[Reading], bool]] = {
    "title": lambda reading: reading.titled,
    "date": lambda reading: reading.dated,
    "text": lambda reading: reading.length >= SHORT,
    "layout": lambda reading: reading.fitted,
    "all that other readers find": lambda reading: not reading.changed,
}
"""The fields whose fill rates are watched. A layout that fits no more leaves the others filled, because the
general way of reading takes over, so that whether one fits is watched as well, and whether it reads all that others see
in the page (tracker.parse.second_reading)."""


class Fall(NamedTuple):
    """A field that earlier readings found in the share `before`, and the newest ones in the share `now`."""

    field: str
    before: float
    now: float
    since: datetime


def falls(readings: Sequence[Reading], broken_since: datetime | None = None) -> list[Fall]:
    """Return the fields that fell among `readings`, newest first.

    The newest are compared with earlier ones, or with those before `broken_since` if a fall is known, so that a long
    fall does not become its own standard.
    """
    before = [reading for reading in readings if broken_since and reading.at < broken_since]
    fallen = (_fall(field, readings, before) for field in FIELDS)
    return [fall for fall in fallen if fall]


def _fall(field: str, readings: Sequence[Reading], before: Sequence[Reading]) -> Fall | None:
    """Return the fall of a field, by the smallest window that shows it; None if the newest readings are normal."""
    filled = FIELDS[field]
    for size in WINDOWS:
        window, rest = readings[:size], before or readings[size:]
        if len(rest) < LEAST_BEFORE or len(window) < size:
            return None
        hits = sum(map(filled, window))
        if hits == size:
            continue
        rate = _rate(filled, rest)
        if _at_most(hits, size, rate) * YEARS * _a_year(rest) < 1:
            recent = sum(map(filled, readings[:WELL_AGAIN]))
            if len(readings) >= WELL_AGAIN and _at_most(recent, WELL_AGAIN, rate) >= ORDINARY:
                return None
            share = sum(map(filled, rest)) / len(rest)
            return Fall(field, share, hits / size, min(r.at for r in window if not filled(r)))
    return None


def _rate(filled: Callable[[Reading], bool], readings: Sequence[Reading]) -> float:
    """Estimate how probably a field is filled: even a field that has never failed may fail (rule of succession)."""
    return (sum(map(filled, readings)) + 1) / (len(readings) + 2)


def _at_most(hits: int, size: int, rate: float) -> float:
    """Return the probability of at most this number of hits in `size` tries (binomial distribution)."""
    return sum(comb(size, n) * rate**n * (1 - rate) ** (size - n) for n in range(hits + 1))


def _a_year(readings: Sequence[Reading]) -> float:
    """Return how many readings a year brings at this pace."""
    days = (readings[0].at - readings[-1].at).total_seconds() / 86400
    return len(readings) * DAYS / max(days, 1.0)
