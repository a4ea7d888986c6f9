"""Find the date that a page, a row or an address prints, with its precision, on Beijing's clock."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

from db.beijing import BEIJING
from spiders.zones import AMERICAN, ZONE, zone_of


class Stamp(NamedTuple):
    """A printed date: an aware UTC moment, and its printed precision (second, minute, day, month, year)."""

    moment: datetime
    precision: str


class ZonedStamp(Stamp):
    """A stamp whose zone is printed, so that its moment is sure."""


_CLOCK = r"(?P<hour>[01]?\d|2[0-3])[:：时](?P<minute>[0-5]\d)(?:[:：分](?P<second>[0-5]\d))?(?:\.\d{1,9})?"
_HALF = rf"\s?(?P<half>[AaPp]\.?[Mm]\b\.?)?\s{{0,3}}(?:{ZONE})?"
_TIME = (
    r"(?:(?:[\s,，|T\-–—·(]|&nbsp;){0,6}(?:at\s{1,3})?(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?\s*)?"
    + r"(?:(?P<part>[上下]午|凌晨|早上|中午|晚上?)\s?)?"
    + _CLOCK
    + _HALF
    + ")?"
)
_BEFORE = rf"(?<![\d:.]){_CLOCK}{_HALF}[)）]?,?\s+(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(?:on\s+)?"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
_NAME = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NTH = "(?:st|nd|rd|th)?"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = {sign: i for i, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs}
_HAN = r"[〇零○一二三四五六七八九]"
_HAN_DAY = r"[一二三四五六七八九十]{1,3}"

_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s*[-/.年]\s*{_MONTH}\s*[-/.月]\s*{_DAY}\s*[日号]?{_TIME}",
        rf"{_YEAR}\s+{_MONTH}\s*/\s*{_DAY}{_TIME}",
        rf"\b{_NAME}\s+{_DAY}{_NTH}(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)\b{_TIME}",
        rf"{_BEFORE}{_NAME}\s+{_DAY}{_NTH}(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)\b",
        rf"{_BEFORE}{_DAY}{_NTH}[\s-](?:of\s)?{_NAME}[\s,-]+(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_DAY}{_NTH}[\s-](?:of\s)?{_NAME}[\s,-]+(?P<year>(?:19|20)\d\d)\b{_TIME}",
        rf"{_YEAR}-{_NAME}-{_DAY}{_TIME}",
        rf"(?P<han_year>{_HAN}{{4}})年(?P<han_month>{_HAN_DAY})月(?P<han_day>{_HAN_DAY})日",
        rf"{_YEAR}\s*年\s*(?P<han_month>{_HAN_DAY})月\s*{_DAY}\s*日{_TIME}",
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月(?!\s*\d)",
    )
]
_NO_YEAR = re.compile(rf"(?<![\d.\-/年]){_MONTH}\s*[-/月]\s*{_DAY}\s*日?(?![\-/.年]){_TIME}")
_SHORT_YEAR = re.compile(rf"(?<![\d.\-/:])(?P<short>\d\d)-(?P<month>0[1-9]|1[0-2])-{_DAY}\s{{1,4}}{_CLOCK}(?!\d)")
_SLASHED = re.compile(
    r"(?<![\d/.\-])(?P<first>\d\d?)(?P<sign>[-/.])\s?(?P<other>\d\d?)(?P=sign)\s?(?P<last>\d\d(?:\d\d)?)(?![\d/\-])"
    + _TIME,
    re.IGNORECASE,
)
_WIDE = re.compile(r"[０-９．－／]")
_NARROW = str.maketrans("０１２３４５６７８９．－／", "0123456789.-/")
_LATER = ("下午", "中午", "晚", "晚上")
_EPOCH = re.compile(r"\s*(?:/Date\()?(1\d{9})(\d{3})?(?:[+-]\d{4})?(?:\)/)?\s*")


def find_date(text: str, year: int | None = None, *, english: bool | None = None) -> Stamp | None:
    """Return the first date in `text`, or None. With `year`, dates without a year (09-30 22:46) count too.

    Recognises 2026-08-26, 2026/8/26, 2026.8.26, 2026年8月26日, 2026年八月26日, 二〇二六年八月二十六日, Aug 26, 2026,
    26-Aug-2026, each with or without a time (17:30, 17:30:05, 5:30 PM, +08:00, EDT), 17:30 Aug 26, 2026, 2026年8月,
    26-08-26 17:30, and Unix seconds or milliseconds, also in full-width digits. On an `english` page also 8/26/26
    5:30 PM and 8/26/2026, if it is sure which number is the month; on a Chinese one (False) 6/8/2026, where the day
    comes first, as in Hong Kong.
    A ZonedStamp if a zone is printed.
    """
    text = text.translate(_NARROW) if _WIDE.search(text) else text
    if whole := _EPOCH.fullmatch(text):
        return ZonedStamp(datetime.fromtimestamp(int(whole[1]), UTC), "second")
    found = [(match.span(), match.groupdict()) for form in _FORMS for match in form.finditer(text)]
    if english is not None:
        found += [(match.span(), _slashed(match.groupdict(), english=english)) for match in _SLASHED.finditer(text)]
    for _, parts in sorted(found, key=lambda one: (one[0][0], -one[0][1])):
        if stamp := _stamp(parts):
            return stamp
    short = [match.groupdict() | {"year": f"20{match['short']}"} for match in _SHORT_YEAR.finditer(text) if not english]
    lacking = [match.groupdict() | {"year": str(year)} for match in _NO_YEAR.finditer(text) if year]
    return next(filter(None, map(_stamp, (*short, *lacking))), None)


def _slashed(found: dict[str, str | None], *, english: bool) -> dict[str, str | None]:
    """Say which number of 8/26/2026 is the month: the first by an American clock, otherwise the only one up to 12.

    If both are, it is the second on a Chinese page, and unknown on an `english` one.
    """
    first, second, year = (found[name] or "" for name in ("first", "other", "last"))
    if not (found["half"] or found["zone"] in AMERICAN):
        unsure = int(first) <= 12 and int(second) <= 12 and int(first) != int(second)
        if len(year) < 4 or (unsure and english and found["sign"] != "."):
            return found | {"year": None}
        first, second = (second, first) if unsure else sorted((first, second), key=int)
    century = "" if len(year) == 4 else "19" if year >= "70" else "20"
    return found | {"year": century + year, "month": first, "day": second}


def _stamp(found: dict[str, str | None]) -> Stamp | None:
    try:
        year, month, day = _calendar(found)
        hour, minute, second = (int(found.get(name) or 0) for name in ("hour", "minute", "second"))
        zone = found.get("zone")
        if half := found.get("half"):
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        elif found.get("part") in _LATER and hour < 11:
            hour += 12
        moment = datetime(year, month, day or 1, hour, minute, second, tzinfo=zone_of(zone) if zone else BEIJING)
    except ValueError:
        return None
    return (ZonedStamp if zone else Stamp)(moment.astimezone(UTC), _precision(found, day))


def _calendar(found: dict[str, str | None]) -> tuple[int, int, int]:
    if han := found.get("han_year"):
        year = int("".join(str(_DIGITS[sign]) for sign in han))
        return year, _han_number(found["han_month"] or ""), _han_number(found["han_day"] or "")
    name = found.get("name")
    if month_name := found.get("han_month"):
        return int(found["year"] or 0), _han_number(month_name), int(found["day"] or 0)
    month = _NAMES.index(name[:3].lower()) + 1 if name else int(found.get("month") or 0)
    return int(found["year"] or 0), month, int(found.get("day") or 0)


def _han_number(signs: str) -> int:
    tens, ten, ones = signs.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _precision(found: dict[str, str | None], day: int) -> str:
    if found.get("hour"):
        return "second" if found.get("second") else "minute"
    return "day" if day else "month"


_Y, _M, _D = r"(?P<year>(?:19[89]|20[0-4])\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_IN_URL = [
    re.compile(form)
    for form in (
        rf"(?<!\d){_Y}[-/_]?{_M}[-/_]?{_D}(?!\d)",
        rf"/{_Y}[-/](?P<month>1[0-2]|[1-9])[-/](?P<day>3[01]|[12]\d|[1-9])(?!\d)",
        rf"(?<!\d){_Y}{_M}{_D}\d{{6,}}",
        rf"/{_Y}[-/]?{_M}(?=/)",
    )
]


def date_in_url(url: str) -> Stamp | None:
    """Return the date in an address (/202608/26/, t20260826_1, /2026-08/26/): a day or a month, or None."""
    for form in _IN_URL:
        for match in form.finditer(url):
            if stamp := _stamp(match.groupdict()):
                return stamp
    return None
