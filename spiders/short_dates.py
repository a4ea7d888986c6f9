"""Complete the dates of a list's rows that lack a year, or do not say which number is the month: 09-18, 28/08/2026."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from db.beijing import beijing_day
from spiders.dates import Stamp, date_in_url, find_date
from spiders.rows import Row

_OPEN, _CLOSE = r"[\s\[(（【]{0,3}", r"[\s\])）】]{0,3}"
_CLOCK = r"(?:\s{0,3}\d\d?[:：]\d\d(?:[:：]\d\d)?)?"
_NO_YEAR = re.compile(rf"{_OPEN}(\d\d?)\s?([-/.月])\s?(\d\d?)日?{_CLOSE}{_CLOCK}{_CLOSE}")
_SLASHED = re.compile(rf"{_OPEN}(\d\d?)\s?([-/.])\s?(\d\d?)\s?\2\s?((?:19|20)\d\d){_CLOSE}{_CLOCK}{_CLOSE}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MONTHS, _MOST = 12, 40


def short_date(text: str) -> str | None:
    """Return a text that is nothing but a date without a year (09-18, 9月18日 10:20), or with it last, tidied; or None.

    Of 1/5, which may count pages, or 1.5, which may be a number, one part has two digits at least.
    """
    if len(text) > _MOST or not (match := _NO_YEAR.fullmatch(text) or _SLASHED.fullmatch(text)):
        return None
    first, sign, second, *_ = match.groups()
    digits = len(first) + len(second)
    if match.re is _NO_YEAR and (not _day_of(2000, int(first), int(second)) or digits < {"月": 2, ".": 4}.get(sign, 3)):
        return None
    return " ".join(text.split())


def with_whole_dates(rows: Sequence[Row], today: date, near_of: Callable[[], date | None] = lambda: None) -> list[Row]:
    """Return the rows with whole dates instead of short ones.

    The year is the one that brings a date next to the one in the row's address, otherwise to that of the row before;
    the first row's next to that of the first dated row, otherwise to the day that `near_of` returns, or to `today`, the
    day of the crawl. No row is after that. Of 28/08/2026 and 05/09/2026, the first shows the order of the second; if no
    row does, the day comes first in a Chinese list. What stays unknown is None.
    """
    if not any(row.date and short_date(row.date) for row in rows):
        return list(rows)
    day_first = _day_first(rows)
    whole = [_whole(row.date or "", day_first=day_first) for row in rows]
    near = next(filter(None, whole), None) or near_of() or today
    completed = []
    for row, day in zip(rows, whole, strict=True):
        found = day or _without_year(row, near, today)
        near = found or near
        short = row.date and short_date(row.date)
        completed.append(replace(row, date=found.isoformat() if found else None) if short else row)
    return completed


def _day_first(rows: Sequence[Row]) -> bool | None:
    """Decide whether the day comes before the month in the rows' dates; None if that is unknown."""
    found = [match for row in rows if (match := _SLASHED.fullmatch(row.date or ""))]
    if any(int(match[1]) > _MONTHS for match in found):
        return True
    if any(int(match[3]) > _MONTHS for match in found):
        return False
    return True if any(_HAN.search(row.title or "") for row in rows) else None


def _whole(text: str, *, day_first: bool | None) -> date | None:
    if not (match := _SLASHED.fullmatch(text)):
        return _day(find_date(text)) if text else None
    if day_first is None and match[1] != match[3]:
        return None
    day, month = (match[1], match[3]) if day_first else (match[3], match[1])
    return _day_of(int(match[4]), int(month), int(day))


def _without_year(row: Row, near: date, today: date) -> date | None:
    match = _NO_YEAR.fullmatch(row.date or "")
    address = date_in_url(row.url) if match else None
    beside = beijing_day(address.moment) if address else near
    if not match:
        return None
    years = (_day_of(beside.year + apart, int(match[1]), int(match[3])) for apart in (-1, 0, 1))
    possible = [day for day in years if day and day <= today]
    return min(possible, key=lambda day: abs(day - beside), default=None)


def _day(stamp: Stamp | None) -> date | None:
    return beijing_day(stamp.moment) if stamp and stamp.precision not in ("month", "year") else None


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
