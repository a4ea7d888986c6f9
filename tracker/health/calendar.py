"""Decide which days Chinese authorities work: weekends, public holidays, and make-up workdays."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


def days_between(after: date, until: date) -> Iterator[date]:
    """Yield the days after `after`, up to and including `until`."""
    for n in range(1, (until - after).days + 1):
        yield after + timedelta(days=n)


@cache
def is_workday(day: date) -> bool:
    """Decide whether a day is a workday in mainland China, by the State Council's arrangement of the year.

    The arrangement is published each November; for a year without one, only the statutory holidays count.
    """
    return _china().is_working_day(day)


@cache
def _china() -> "HolidayBase":
    # Most processes judge no day, and the library takes 3 MB.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("CN")
