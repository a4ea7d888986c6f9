"""Periods that figures belong to, as a text names them, in the notation of EDTF (ISO 8601-2)."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.tag.numerals import CHINESE_DIGITS, chinese


@dataclass(frozen=True)
class Period:
    """A span of months where a text names it; `upto` marks a stock at its end (截至9月底, as of September)."""

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    upto: bool

    def written(self) -> str:
        """`2024`, `2024-08`, `2024-01/2024-02`, `2021/2025`; `../2025-09` for what was reached by its end."""
        (a, m), (b, n) = self.first, self.last
        whole = m == 1 and n == 12
        end = str(b) if whole else f"{b}-{n:02}"
        if self.upto:
            return f"../{end}"
        if self.first == self.last or (whole and a == b):
            return end
        return f"{a}/{b}" if whole else f"{a}-{m:02}/{end}"


MONTHS = "january february march april may june july august september october november december".split()
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
COUNTED = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven".split(), 2)}
PLANS = {"十三五": 2016, "十四五": 2021, "十五五": 2026, "13": 2016, "14": 2021, "15": 2026}
N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"

CHINESE_PERIOD = re.compile(
    rf"""(?<![较比])(?P<upto>截至|截止|到|至)?\s?(?:(?P<year>(?:19|20)\d\d)年|(?P<relative>今年|本年|去年|上年|明年))?(?:以来|全年|年)?\s?
    (?:前(?P<months>{N})个?月|(?P<from>\d{{1,2}})(?:月)?[-—–~～至到](?P<to>\d{{1,2}})月|(?P<month>\d{{1,2}})月(?!\d{{1,2}}日)
      |(?P<half>[上下])半年|(?P<quarters>前三季度)|第?(?P<quarter>[一二三四])季度)?份?(?P<close>底|末)?
    |“?(?P<plan>十[三四五]五)”?(?:时期|期间|以来|末)""",
    re.VERBOSE,
)
ENGLISH_PERIOD = re.compile(
    rf"""(?P<upto>(?:as\sof|by|until)(?:\sthe\send\sof)?\s|(?:at\s)?the\send\sof\s)?
    (?:(?:the\s)?first\s(?P<months>{"|".join(COUNTED)}|\d+)\smonths|(?P<from>{MONTH})\s?(?:-|–|to|and|through)\s?(?P<to>{MONTH})
      |(?P<month>{MONTH})(?!\s\d{{1,2}}\b)|(?:the\s)?(?P<half>first|second)\shalf
      |(?:the\s)?(?P<quarter>first|second|third|fourth)\squarter)?
    (?:\s?(?:,|of|in)?\s?)?(?:\b(?P<year>20[0-5]\d)\b(?!\s[a-z]{(4,)}s\b)|(?P<relative>this\syear|last\syear|next\syear))?
    |(?P<plan>1[345])th\sFive-Year\sPlan\speriod""",
    re.VERBOSE | re.IGNORECASE,
)


def periods(text: str, published: date | None) -> list[Period]:
    """The periods that a text names, in reading order; a month without a year is the last one before publication."""
    found = []
    for pattern in (CHINESE_PERIOD, ENGLISH_PERIOD):
        for m in pattern.finditer(text):
            period = _period(m, published) if m.group().strip() else None
            if period:
                found.append(period)
    return sorted(found, key=lambda p: p.start)


def _period(m: re.Match[str], published: date | None) -> Period | None:
    part = m.groupdict()
    if part["plan"]:
        first = PLANS[part["plan"]]
        return Period(m.start(), m.end(), (first, 1), (first + 4, 12), upto=False)
    months = _months(part)
    if months is None and not (part["year"] or part["relative"]):
        return None
    first, last = months or (1, 12)
    year = _year(part, last if months else 1, published)
    if year is None or not 1 <= first <= last <= 12:
        return None
    upto = bool(part["upto"]) or bool(part.get("close"))
    return Period(m.start(), m.end(), (year, first), (year, last), upto)


def _months(part: dict[str, str | None]) -> tuple[int, int] | None:
    if part["months"]:
        return 1, _count(part["months"])
    if part["from"] and part["to"]:
        return _month(part["from"]), _month(part["to"])
    if part["month"]:
        return _month(part["month"]), _month(part["month"])
    if part["half"]:
        return (1, 6) if part["half"].lower() in {"上", "first"} else (7, 12)
    if part.get("quarters"):
        return 1, 9
    if part["quarter"]:
        quarter = QUARTERS[part["quarter"].lower()]
        return 3 * quarter - 2, 3 * quarter
    return None


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(written.lower()[:3]))


def _count(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written[0] in CHINESE_DIGITS or written[0] == "十":
        return chinese(written)
    return COUNTED[written.lower()]


def _year(part: dict[str, str | None], last_month: int, published: date | None) -> int | None:
    if part["year"]:
        return int(part["year"])
    if published is None:
        return None
    word = (part["relative"] or "").lower()
    if word:
        return published.year + (-1 if word[:1] in "去上l" else 1 if word[:1] in "明n" else 0)
    return published.year if last_month <= published.month else published.year - 1
