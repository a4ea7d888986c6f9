"""Parse the days that people enter: 7d, yesterday, 2025, 2025-08, 2025-08-26."""

import re
import unicodedata
from datetime import date, timedelta

from tracker.text.calendar_years import CALENDAR

_AGO = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_PART = re.compile(r"(\d{4})(?:-(\d{1,2}))?", re.ASCII)
_WORDS = {"today": 0, "yesterday": 1}
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
FORMS = "write 7d, 2w, yesterday, 2025, 2025-08 or 2025-08-26"


def asked_day(typed: str, today: date, *, last: bool) -> date:
    """Return the day that was entered, the first or `last` of a year or month; raise ValueError, in one line.

    Width makes no difference: ２０２５ is 2025.
    """
    plain = unicodedata.normalize("NFKC", typed).strip().lower()
    if plain in _WORDS:
        return today - timedelta(days=_WORDS[plain])
    if ago := _AGO.fullmatch(plain):
        return _in_range(date.fromordinal(max(1, today.toordinal() - int(ago[1]) * DAYS[ago[2]])), typed)
    if part := _PART.fullmatch(plain):
        return _end_of(part, typed, last)
    try:
        day = date.fromisoformat(plain)
    except ValueError:
        raise ValueError(f"{typed[:30]!r} is not a day; {FORMS}") from None
    return _in_range(day, typed)


def _end_of(part: re.Match[str], typed: str, last: bool) -> date:
    year, month = int(part[1]), int(part[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        raise ValueError(f"{typed!r} is not a month; {FORMS}")
    if not year:
        raise ValueError(f"{typed!r} is not a day; {FORMS}")
    first = _in_range(date(year, month, 1), typed)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if last else first


def _in_range(day: date, typed: str) -> date:
    if day.year not in CALENDAR:
        raise ValueError(f"{typed[:30]!r} is out of range; write a day from {CALENDAR[0]} to {CALENDAR[-1]}")
    return day
