"""Finds the days that a text names, absolute or relative, and resolves them against its publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS = {d: n for n, d in enumerate("mon tue wed thu fri sat sun".split())}
HAN_WEEKDAYS = {d: n for n, d in enumerate("一二三四五六日")} | {"天": 6}
SHIFTS = {"今天": 0, "今日": 0, "今晚": 0, "今晨": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "前天": -2, "明天": 1, "明日": 1,
          "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
PATTERNS = {
    "zh": re.compile(
        r"(?:(?P<year>(?:19|20)\d\d)\s*年)?\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日(?:\s*(?:至|到|—|-|－|~)\s*(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日)?"
        r"|(?P<word>今天|今日|今晚|今晨|昨天|昨日|昨晚|前天|明天|明日)"
        r"|(?<![\d.月、第])(?P<only>\d{1,2})(?:日至(?P<only2>\d{1,2}))?日(?!前|内|起|本|报|元|均|常|电)"
        r"|(?P<week>上|本|这)?(?:周|星期)(?P<weekday>[一二三四五六日天])(?!至|到|、|期)"
    ),
    "en": re.compile(
        rf"\b{MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to)\s*(?P<d2>\d{{1,2}}))?(?!\d)(?:,?\s*\[?(?P<year>(?:19|20)\d\d)\]?)?"
        rf"|\b(?P<d_first>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH.replace('month', 'month_last')}(?:\s+(?P<year_last>(?:19|20)\d\d))?\b"
        r"|\b(?P<word>today|tonight|yesterday|tomorrow)\b"
        r"|\b(?:(?P<week>last|next|this)\s+)?(?P<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Day:
    """A day that stands at `start:end`; of several days, the last."""

    start: int
    end: int
    day: date


def days(text: str, language: str, published: date | None) -> Iterator[Day]:
    """Yield the days named in `text`; those that need a publication date are left out without one."""
    for match in PATTERNS[language].finditer(text):
        found = _resolve(match, language, published)
        if found is not None:
            yield Day(match.start(), match.end(), found)


def _resolve(match: re.Match[str], language: str, published: date | None) -> date | None:
    part = match.groupdict()
    if part["word"]:
        return published and published + timedelta(days=SHIFTS[part["word"].lower()])
    if part["weekday"]:
        return published and _weekday(part["weekday"], part["week"], published)
    try:
        if language == "zh":
            return _chinese(part, published)
        return _english(part, published)
    except ValueError:
        return None


def _chinese(part: dict[str, str | None], published: date | None) -> date | None:
    if part["only"]:
        return published and _latest_day(int(part["only2"] or part["only"]), published)
    month = int(part["m2"] or part["m"] or 0)
    return _dated(part["year"], month, int(part["d2"] or part["d"] or 0), published)


def _english(part: dict[str, str | None], published: date | None) -> date | None:
    name = part["month"] or part["month_last"] or ""
    day = int(part["d2"] or part["d"] or part["d_first"] or 0)
    return _dated(part["year"] or part["year_last"], MONTHS[name[:3].lower()], day, published)


def _dated(year: str | None, month: int, day: int, published: date | None) -> date | None:
    if year:
        return date(int(year), month, day)
    if published is None:
        return None
    near = date(published.year, month, day)
    return near if near <= published + timedelta(days=180) else date(published.year - 1, month, day)


def _latest_day(day: int, published: date) -> date | None:
    """The latest such day of a month that is not after publication."""
    for back in range(40):
        candidate = published - timedelta(days=back)
        if candidate.day == day:
            return candidate
    return None


def _weekday(name: str, which: str | None, published: date) -> date:
    wanted = HAN_WEEKDAYS[name] if name in HAN_WEEKDAYS else WEEKDAYS[name[:3].lower()]
    back = (published.weekday() - wanted) % 7
    if which and which.lower() == "next":
        return published + timedelta(days=7 - back)
    if which and which.lower() in ("last", "上"):
        back = back + 7 if which == "上" and wanted <= published.weekday() else back or 7
    return published - timedelta(days=back)
