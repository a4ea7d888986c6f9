"""Decide which figures can be compared, by their periods: eight months' output is not a change of a year's."""

import re
from typing import Protocol

from tracker.development.growth import RATE

MONTHS = 12
# 年产量 is the output of a year, though no year is named.
YEARLY = re.compile(
    r"(?<![\d今本去上明前近每])年(?:产|销|出口|用电|发电)|全年|\b(?:annual|yearly|full-year)\b", re.IGNORECASE
)
# The notation of `tracker.text.periods`: 2024, 2024-08, 2024-01/2024-08; ../2024-08 is a moment.
MOMENT = "../"

Month = tuple[int, int]


class Timed(Protocol):
    """Define a figure with its kind (`result` or `target`), its period and the clause that states it."""

    @property
    def kind(self) -> str:
        """Return whether it is a result or a target."""

    @property
    def period(self) -> str | None:
        """Return its period, in EDTF."""

    @property
    def what(self) -> str:
        """Return the clause that states it."""


def comparable(one: Timed, other: Timed, unit: str) -> bool:
    """Decide whether the difference between two figures of one measure is meaningful.

    Results of periods of different length are not compared, except rates that begin with the same month: the share of
    January to July, and that of January to August. A figure at one moment, or without a known period, is compared with
    all.
    """
    lengths = _length(one), _length(other)
    if one.kind != "result" or None in lengths or lengths[0] == lengths[1]:
        return True
    begin = [_ends(figure.period)[0] for figure in (one, other) if figure.period]
    return unit == RATE and len(begin) == len(lengths) and begin[0] == begin[1]


def _length(figure: Timed) -> int | None:
    """Return the length of its period in months; None for a moment and for an unknown period."""
    if not figure.period:
        return MONTHS if YEARLY.search(figure.what) else None
    if figure.period.startswith(MOMENT):
        return None
    first, last = _ends(figure.period)
    return (last[0] - first[0]) * MONTHS + last[1] - first[1] + 1


def _ends(period: str) -> tuple[Month, Month]:
    first, _, last = period.partition("/")
    return _month(first, 1), _month(last or first, MONTHS)


def _month(written: str, otherwise: int) -> Month:
    year, _, month = written.partition("-")
    return int(year or 0), int(month or otherwise)
