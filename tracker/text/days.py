"""Find the days that a text names, absolute or relative, and resolve them against its publication day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.text.printed_day import MONTH, MONTHS, YEAR, printed_day
from tracker.text.undated import Undated

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

YEARS = {"去年": -1, "今年": 0, "明年": 1}

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
        rf"|\b(?P<day_first>\d{{1,2}})(?:(?:st|nd|rd|th)?\s+|-)(?P<month_behind>{MONTH})(?:,?\s+(?P<year_behind>{YEAR})"
        rf")"
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
HEAD = 400
DATELINE = re.compile(r"\s*(?:电|電|讯|訊)")
BRACKET = re.compile(r" ?[(（]")
EXPLAINED = re.compile(r"[ ,，（(]{1,3}")
AHEAD = timedelta(days=180)
LONGEST_MONTH = 31
WITH_MONTH = {"month", "month_behind"}
TOLD_BY_TODAY = {"shift", "weekday", "weekday_last"}


@dataclass(frozen=True)
class Day:
    """A day that is named at `start:end`; of several days, the last."""

    start: int
    end: int
    day: date


def days(text: str, language: str, published: date | None, year: int | None = None) -> Iterator[Day]:
    """Yield the days named in `text`; days that cannot be determined are left out.

    "Tuesday" and 周二 are the latest before or on the day of publication, as is 26日; a month and a day without a year
    are the nearest, at most half a year ahead. A dateline (北京3月13日电) is the day of what follows it. If the day of
    publication is unknown, the one printed at the head of the text counts, otherwise `year`, otherwise what the
    text itself dates, as far as that reaches (`tracker.text.undated`).
    """
    matches = list(PATTERNS[language].finditer(text))
    today = published or printed_day(text)
    undated = None if today else Undated.of(text, [(m.start(), m.end(), _found(_part(m), None)) for m in matches], year)
    for before, match, following in zip([None, *matches], matches, [*matches[1:], None], strict=False):
        part = _part(match)
        if part.keys() & TOLD_BY_TODAY and (
            (following and _beside(text, match, following)) or (before and _in_brackets(text, before, match))
        ):
            continue
        dateline = DATELINE.match(text, match.end())
        # A dateline is never in the future, however late a site reprints it.
        found = _found(part, today, timedelta(days=1) if dateline else AHEAD)
        if found is None and today is None and undated:
            found = _near(part, match.start(), undated)
        if found:
            yield Day(match.start(), match.end(), found)
            if dateline:
                today = found


def _part(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value}


def _found(part: dict[str, str], today: date | None, ahead: timedelta = AHEAD) -> date | None:
    """Return the day of a match, None for one that is in no calendar or cannot be determined."""
    try:
        found = None if part.keys() & TOLD_BY_TODAY else _dated(part, today, ahead)
        return found or (_relative(part, today) if today else None)
    except (ValueError, OverflowError):
        return None


def _near(part: dict[str, str], place: int, undated: Undated) -> date | None:
    """Return a day of a text without a day of publication, by its year or by a whole date near it."""
    told = part.keys() & TOLD_BY_TODAY
    if year := undated.year_at(place):
        return _found(part, date(year, 12, 31)) if part.keys() & WITH_MONTH else None
    known = undated.day_at(place)
    if known is None:
        return _counted_before(part, undated)
    if told:
        is_beside = "shift" not in part and not part.get("which")
        return known if is_beside and _found(part, known) == known else None
    if alone := part.get("last_alone") or part.get("day_alone"):
        # 1月19日发布, then 26日: of the same month, unless that would be earlier.
        return _found(part, known) if int(alone) == known.day else undated.later_in_month(known, int(alone))
    if "year" in part:
        return _found(part, known)
    return undated.closest(known, _in_years(part, known.year - 1, known.year, known.year + 1))


def _counted_before(part: dict[str, str], undated: Undated) -> date | None:
    until = undated.counted_until if part.keys() & WITH_MONTH else None
    return undated.soon_after_count(_in_years(part, until.year, until.year + 1)) if until else None


def _in_years(part: dict[str, str], *years: int) -> list[date]:
    """Return the day of a match in each of some years, in the order of these."""
    return [day for day in (_found(part, date(year, 12, 31)) for year in years) if day]


def _beside(text: str, match: re.Match[str], following: re.Match[str]) -> bool:
    """Decide whether a date is beside a "today", which it then explains: today, October 29."""
    dated = "month" in following.groupdict() and following["month"]
    return bool(dated) and bool(EXPLAINED.fullmatch(text, match.end(), following.start()))


def _in_brackets(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Decide whether a weekday explains the date before it: 10月17日（星期四）."""
    dated = before.groupdict().get("month") or before.groupdict().get("month_behind")
    return bool(dated) and bool(BRACKET.fullmatch(text, before.end(), match.start()))


def _dated(part: dict[str, str], published: date | None, ahead: timedelta) -> date | None:
    """Return a day with its month, at most `ahead` of publication; None for a day alone, or if the year is unknown."""
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
