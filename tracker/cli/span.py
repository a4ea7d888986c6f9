"""Reads the days that people ask for: 7d, yesterday, 2025, 2025-08, 2025-08-26."""

import re
from datetime import date, timedelta

from tracker.cli.frame import Complaint, day

_AGO = re.compile(r"(\d{1,4})([dwmy])")
_PART = re.compile(r"(\d{4})(?:-(\d{1,2}))?")
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
FORMS = "write 7d, 2w, yesterday, 2025, 2025-08 or 2025-08-26"


def since(typed: str | None, today: date) -> date | None:
    """The first day that is asked for; complain where it is none."""
    return _read(typed, today, last=False)


def until(typed: str | None, today: date) -> date | None:
    """The last day that is asked for: the last of a year or month; complain where it is none."""
    return _read(typed, today, last=True)


def both(first: str | None, last: str | None, today: date) -> tuple[date | None, date | None]:
    """First and last day; complain where they are the wrong way round."""
    start, end = since(first, today), until(last, today)
    if start and end and start > end:
        raise Complaint(f"--since {first} lies after --until {last}; swap them")
    return start, end


def _read(typed: str | None, today: date, *, last: bool) -> date | None:
    if typed is None:
        return None
    words = {"today": 0, "yesterday": 1}
    if typed.lower() in words:
        return today - timedelta(days=words[typed.lower()])
    if ago := _AGO.fullmatch(typed.lower()):
        return day(str(date.fromordinal(max(1, today.toordinal() - int(ago[1]) * DAYS[ago[2]]))))
    if part := _PART.fullmatch(typed):
        return _end_of(part, typed, last)
    try:
        return day(typed)
    except Complaint as error:
        raise Complaint(f"{typed[:30]!r} is no day; {FORMS}") if "is no day" in str(error) else error from None


def _end_of(part: re.Match[str], typed: str, last: bool) -> date | None:
    year, month = int(part[1]), int(part[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        raise Complaint(f"{typed!r} is no month; {FORMS}")
    first = day(f"{year}-{month:02}-01")
    if first is None or not last:
        return first
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
