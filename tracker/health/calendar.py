"""Which days a Chinese office works: weekends, public holidays, and the weekend days that make up for them."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays


def days_between(after: date, until: date) -> Iterator[date]:
    """The days after `after`, up to and with `until`."""
    for n in range(1, (until - after).days + 1):
        yield after + timedelta(days=n)


@cache
def is_workday(day: date) -> bool:
    """Whether offices work in mainland China, by the State Council's arrangement of the year.

    The arrangement comes out each November; for a year without one the holidays of the law count alone.
    """
    return _china().is_working_day(day)


@cache
def _china() -> HolidayBase:
    return country_holidays("CN")
