"""Which figures can be compared by the time that they are of: eight months' output is no change of a year's."""

import re
from typing import Protocol

from tracker.development.measure import RATE

MONTHS = 12
# 年产量 is that of a year, though no year is named.
YEARLY = re.compile(
    r"(?<![\d今本去上明前近每])年(?:产|销|出口|用电|发电)|全年|\b(?:annual|yearly|full-year)\b", re.IGNORECASE
)
# The notation of `tracker.text.periods`: 2024, 2024-08, 2024-01/2024-08; ../2024-08 is a moment.
MOMENT = "../"

Month = tuple[int, int]


class Timed(Protocol):
    """A figure with its kind (`result` or `target`), its period and the clause that states it."""

    @property
    def kind(self) -> str:
        """Whether it was reached."""

    @property
    def period(self) -> str | None:
        """Of which time it is, in EDTF."""

    @property
    def what(self) -> str:
        """The clause that states it."""


def comparable(one: Timed, other: Timed, unit: str) -> bool:
    """Whether the difference between two figures of one measure says anything.

    Results of periods of different length are not compared, but for rates from the same month on: the share of
    January to July, and that of January to August. What stood at a moment, or at a time that nothing tells, is compared
    with all.
    """
    lengths = _length(one), _length(other)
    if one.kind != "result" or None in lengths or lengths[0] == lengths[1]:
        return True
    begin = [_ends(figure.period)[0] for figure in (one, other) if figure.period]
    return unit == RATE and len(begin) == len(lengths) and begin[0] == begin[1]


def _length(figure: Timed) -> int | None:
    """In months; None for a moment, and where nothing tells."""
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
