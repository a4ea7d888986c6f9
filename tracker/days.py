"""Finds the days that a text names, absolute or relative, and resolves them against its publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
WEEKDAYS |= {name: number for number, name in enumerate("一二三四五六日")} | {"天": 6}
SHIFTS = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "今天": 0,
    "今日": 0,
    "今晚": 0,
    "今晨": 0,
    "明天": 1,
    "明日": 1,
}
SHIFTS |= {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

YEARS = {"去年": -1, "今年": 0, "明年": 1}

YEAR = r"(?:19|20)\d\d"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
PATTERNS = {
    "zh": re.compile(
        rf"(?:(?P<year>{YEAR}\s*年|去年|今年|明年)\s*)?(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日"
        r"(?:\s*(?:至|到|—|-|－|~)\s*(?:(?P<last_month>\d{1,2})月)?(?P<last_day>\d{1,2})日)?"
        r"|(?<![\d.月、第前])(?P<day_alone>\d{1,2})日(?:(?:至|到|—)(?P<last_alone>\d{1,2})日)?(?!前|内|起|本|报|元|均|常|电)"
        rf"|(?P<shift>{'|'.join(word for word in SHIFTS if not word.isascii())})"
        r"|(?<![至到])(?P<which>上|本|这)?(?:周|星期)(?P<weekday>[一二三四五六日天])(?!至|到|、|期)"
    ),
    "en": re.compile(
        rf"\b(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"(?:\s*(?:-|–|to)\s*(?P<last_day>\d{{1,2}})(?!\d))?(?:,?\s*\[?(?P<year>{YEAR})\]?)?"
        rf"|\b(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_behind>{MONTH})(?:\s+(?P<year_behind>{YEAR}))?\b"
        rf"|\b(?P<shift>{'|'.join(word for word in SHIFTS if word.isascii())})\b"
        r"|\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b",
        re.IGNORECASE,
    ),
}
AHEAD = timedelta(days=180)
LONGEST_MONTH = 31


@dataclass(frozen=True)
class Day:
    """A day that stands at `start:end`; of several days, the last."""

    start: int
    end: int
    day: date


def days(text: str, language: str, published: date | None) -> Iterator[Day]:
    """Yield the days named in `text`; those that need a publication date are left out without one.

    "Tuesday" and 周二 are the latest before or on the day of publication, 26日 likewise; a month and a day
    without a year are the nearest, at most half a year ahead.
    """
    for match in PATTERNS[language].finditer(text):
        part = {name: value for name, value in match.groupdict().items() if value}
        try:
            found = _dated(part, published) if "weekday" not in part and "shift" not in part else None
            found = found or (published and _relative(part, published))
        except ValueError:  # no such day in the calendar, so no day at all
            continue
        if found:
            yield Day(match.start(), match.end(), found)


def _dated(part: dict[str, str], published: date | None) -> date | None:
    """A day with its month; None for a day alone, and for one without a year where nothing tells the year."""
    name = part.get("last_month") or part.get("month") or part.get("month_behind")
    if name is None:
        return None
    month = int(name) if name.isdigit() else MONTHS[name[:3].lower()]
    day = int(part.get("last_day") or part.get("day") or part["day_first"])
    year = part.get("year") or part.get("year_behind") or ""
    if year[:4].isdigit():
        return date(int(year[:4]), month, day)
    if published is None:
        return None
    if year:
        return date(published.year + YEARS[year], month, day)
    near = date(published.year, month, day)
    return near if near <= published + AHEAD else date(published.year - 1, month, day)


def _relative(part: dict[str, str], published: date) -> date | None:
    if "shift" in part:
        return published + timedelta(days=SHIFTS[part["shift"].lower()])
    if "weekday" in part:
        return _weekday(part["weekday"], part.get("which", "").lower(), published)
    alone = part.get("last_alone") or part.get("day_alone")
    back = (published - timedelta(days=n) for n in range(LONGEST_MONTH + 1))
    return next((day for day in back if alone and day.day == int(alone)), None)


def _weekday(name: str, which: str, published: date) -> date:
    back = (published.weekday() - WEEKDAYS[name.lower()]) % 7
    if which == "next":
        return published + timedelta(days=7 - back)
    if which == "last":
        back = back or 7
    if which == "上" and back <= published.weekday():
        back += 7
    return published - timedelta(days=back)
