"""Find the days that a text names, absolute or relative, and resolve them against its publication day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

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
    "昨": -1,
    "今天": 0,
    "今日": 0,
    "今晚": 0,
    "今晨": 0,
    "明天": 1,
    "明日": 1,
}
SHIFTS |= {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

# Years that leave room for the days before and after, which no calendar has at its ends.
CALENDAR = range(1900, 3000)
YEARS = {"去年": -1, "今年": 0, "明年": 1}

YEAR = r"(?:19|20)\d\d"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
PATTERNS = {
    "zh": re.compile(
        rf"(?:(?P<year>{YEAR}\s*年|去年|今年|明年)\s*)?(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})"
        r"(?:\s*[日号]|(?=\s*[至到—\-－~]{1,2}\s*(?:\d{1,2}月)?\d{1,2}日))"
        r"(?:\s*(?:至|到|—|-|－|~)\s*(?:(?P<last_month>\d{1,2})月)?(?P<last_day>\d{1,2})日)?"
        r"|(?<![\d.、第前])(?<![^本当]月)(?P<day_alone>\d{1,2})日(?:(?:至|到|—)(?P<last_alone>\d{1,2})日)?(?!前|内|起|"
        r"本|报|元|均|常|电)"
        rf"|(?P<shift>{'|'.join(word for word in SHIFTS if not word.isascii() and len(word) > 1)}"
        r"|昨(?=[在于]|[（(]\d{1,2}[）)]日))"
        r"|(?<![至到])(?P<which>上|本|这)?(?:周|星期)(?P<weekday>[一二三四五六日天])(?!至|到|、|期)"
    ),
    "en": re.compile(
        rf"\b(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"(?:\s*(?:-|–|to|and(?=\s\d{{1,2}}(?:[,.;)]|\s(?:in|at|for|with|during)\b|$)))\s*(?P<last_day>\d{{1,2}})"
        rf"(?!\d))?(?:,?\s*\[?(?P<year>{YEAR})\]?)?"
        rf"|\b(?P<day_first>\d{{1,2}})(?:(?:st|nd|rd|th)?\s+|-)(?P<month_behind>{MONTH})(?:\s+(?P<year_behind>{YEAR}))"
        rf"?\b"
        rf"|\b(?P<shift>{'|'.join(word for word in SHIFTS if word.isascii())})\b"
        r"|\b(?:\w+day)\s(?:and|to|through|-|–)\s(?P<weekday_last>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b"
        r"|\b(?:on the (?!\d{1,2}(?:st|nd|rd|th)\b\s+(?:floor|day|anniversary|of|session|meeting|edition))|"
        r"(?:morning|afternoon|evening) of the |from the \d{1,2}(?:st|nd|rd|th) to the )"
        r"(?P<day_alone>\d{1,2})(?:st|nd|rd|th)\b"
        r"|\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b",
        re.IGNORECASE,
    ),
}
WHOLE = re.compile(r"((?:19|20)\d\d)(?:-|/|年)(\d{1,2})(?:-|/|月)(\d{1,2})(?!\d)")
HEAD = 400
DATELINE = re.compile(r"\s*(?:电|電|讯|訊)")
EXPLAINED = re.compile(r"[ ,，（(]{1,3}")
AHEAD = timedelta(days=180)
LONGEST_MONTH = 31
OCTOBER = 10
TOLD_WITHIN = 1500
# A year that is no target, no end of a plan and no part of a name.
TOLD_YEAR = re.compile(
    r"(?<![\d到在—–-])(?<!年和)(?<!(?<!截)至)(?<![到至—–-] )((?:19|20)\d\d)"
    r"(?:\s?年(?!前|底|远景|目标|至|到|-)|(?=[全中世]\S{1,16}(?:大会|论坛|峰会|年会)))|"
    r"(?<![\d(-])(?<!by )(?<!until )(?<!through )(?<!to )(?<!toward )(?<!before )(?<!China )(?<!ountry )"
    r"(?<!by the end of )"
    r"\b((?:19|20)\d\d)\b(?![-年–])"
)
# As of the end of 2024, 2024年经济运行情况: told in the year after.
ENDED_YEAR = re.compile(
    r"(?:截至\s?(?=\d{4}\s?年[底末])|\b[Aa]s of the end of |(?=\d{4}年(?:全年)?(?:国民)?经济运行情况))"
    r"((?:19|20)\d\d)(?!\d)"
)
PLANNED_FROM = re.compile(r"(?<!\d)(20\d\d)(?:年)?(?:-|—|–|─|至|~){1,2}20\d\d年?[)）]")
TOLD_BY_TODAY = {"shift", "weekday", "weekday_last"}


@dataclass(frozen=True)
class Day:
    """A day that stands at `start:end`; of several days, the last."""

    start: int
    end: int
    day: date


def days(text: str, language: str, published: date | None, year: int | None = None) -> Iterator[Day]:
    """Yield the days named in `text`; those that need a publication date are left out without one.

    "Tuesday" and 周二 are the latest before or on the day of publication, 26日 likewise; a month and a day
    without a year are the nearest, at most half a year ahead. A dateline (北京3月13日电) is the day of what follows
    it; where nobody knows the day of publication, the first whole date of the text's head is, else the year is that of
    publication, if `year` tells it, or the latest that the text names.
    """
    matches = list(PATTERNS[language].finditer(text))
    today = published or _first_date(text, matches[0].end() if matches else HEAD)
    for match, following in zip_longest(matches, matches[1:]):
        part = {name: value for name, value in match.groupdict().items() if value}
        if part.keys() & TOLD_BY_TODAY and following and _beside(text, match, following):
            continue
        dateline = DATELINE.match(text, match.end())
        # A dateline is never of a day to come, however late a site reprints it.
        ahead = timedelta(days=1) if dateline else AHEAD
        if found := _found(part, today, ahead) or (None if today else _in_told_year(part, text, year)):
            yield Day(match.start(), match.end(), found)
            if dateline or today is None:
                today = found


def _found(part: dict[str, str], today: date | None, ahead: timedelta) -> date | None:
    """The day that a match tells, None for one that is in no calendar or that nothing lets one tell."""
    try:
        found = None if part.keys() & TOLD_BY_TODAY else _dated(part, today, ahead)
        return found or (_relative(part, today) if today else None)
    except (ValueError, OverflowError):
        return None


def _in_told_year(part: dict[str, str], text: str, year: int | None) -> date | None:
    """A month and a day in `year`, else in the latest that a text names as past or present.

    In November and December that may be the year to come: the one before it, where that is named, too.
    """
    # Nothing was told in a year to come: that one is a target.
    years = {year} if year else {told for told in _told_years(text) if told <= date.today().year}
    if not years:
        return _in_first_year(part, text)
    latest = max(years)
    try:
        found = _dated(part, date(latest, 12, 31), AHEAD)
    except ValueError:
        return None
    if found and found.month > OCTOBER and latest - 1 in years:
        return found.replace(year=latest - 1)
    return found


def _told_years(text: str) -> set[int]:
    """The years that the beginning of a text names as past or present, or that came after one which has ended."""
    years = {int(m[1] or m[2]) for m in TOLD_YEAR.finditer(text, 0, TOLD_WITHIN)}
    return years | {int(m[1]) + 1 for m in ENDED_YEAR.finditer(text, 0, TOLD_WITHIN)}


def _in_first_year(part: dict[str, str], text: str) -> date | None:
    """A month and a day in the first year of a plan (2021-2023年), if not so late that it may be the year before."""
    plan = PLANNED_FROM.search(text, 0, TOLD_WITHIN)
    try:
        found = _dated(part, date(int(plan[1]), 12, 31), AHEAD) if plan else None
    except ValueError:
        return None
    return found if found and found.month < OCTOBER and found <= date.today() else None


def _first_date(text: str, end: int) -> date | None:
    """The whole date at the head of a text, 2025-08-01 or 2025年8月1日, if no other day is named before it."""
    found = WHOLE.search(text, 0, min(end, HEAD))
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def _beside(text: str, match: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a date stands beside a "today", which it then explains: today, October 29."""
    dated = "month" in following.groupdict() and following["month"]
    return bool(dated) and bool(EXPLAINED.fullmatch(text, match.end(), following.start()))


def _dated(part: dict[str, str], published: date | None, ahead: timedelta) -> date | None:
    """A day with its month, at most `ahead` of publication; None for a day alone, or where nothing tells the year."""
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
    return near if near <= published + ahead else date(published.year - 1, month, day)


def _relative(part: dict[str, str], published: date) -> date | None:
    if "shift" in part:
        return published + timedelta(days=SHIFTS[part["shift"].lower()])
    if "weekday_last" in part:
        return _weekday(part["weekday_last"], "", published)
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
