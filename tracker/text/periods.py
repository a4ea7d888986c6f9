"""Find the periods that figures belong to, and write them in EDTF (ISO 8601-2)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.text.numbers.numerals import number
from tracker.text.printed_day import MONTHS

Parts = dict[str, str | None]
Month = tuple[int, int]


@dataclass(frozen=True)
class Period:
    """A span of months as a text names it; `upto` marks what was reached by its end (截至9月底, by 2027)."""

    start: int
    end: int
    first: Month
    last: Month
    upto: bool

    def written(self) -> str:
        """Return `2024`, `2024-08`, `2024-01/2024-02`, `2021/2025`; `../2025-09` for what was reached by its end."""
        years = self.first[1] == 1 and self.last[1] == len(MONTHS)
        first, last = (str(y) if years else f"{y}-{m:02}" for y, m in (self.first, self.last))
        if self.upto:
            return f"../{last}"
        return last if first == last else f"{first}/{last}"


_WRITTEN_END = re.compile(r"(?:^|/)((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?$")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?+"
)
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
# The first years of five-year plans.
PLANS = {"十三五": 2016, "十四五": 2021, "十五五": 2026, "13": 2016, "14": 2021, "15": 2026}
FEW = "two|three|four|five|six|seven|eight|nine|ten|eleven"

IN_CHINESE = re.compile(
    r"""(?<![较比\d])(?<![较比]\s)(?=\d|[今本去上明]年|前|[上下]半年|第?[一二三四]季度|[“"]?十[三四五]五)
    (?:(?<![与是超为])(?<![高低快]于[“"])(?<![较比与是超为][“"])[“"]?(?P<plan>十[三四五]五)[”"]?(?:时期|期间|以来|末)
      |(?:(?P<year>(?:19|20)\d\d)年|(?P<relative>[今本去上明]年))?(?:以来|全年)?\s?
       (?:前(?P<months>\d{1,2}|[二三四五六七八九十]{1,2})个?月
         |(?P<from>\d{1,2})月?[-—–~～至到](?P<to>\d{1,2})月|(?P<month>\d{1,2})月(?!\d{1,2}日)
         |(?P<half>[上下])半年|(?P<quarters>前三季度)|第?(?P<quarter>[一二三四])季度)?份?(?P<close>底|末)?)
    """,
    re.VERBOSE,
)
IN_ENGLISH = re.compile(
    rf"""(?<!than\s)(?<!from\s)(?<!\b\d\s)(?<!\b\d\d\s)\b(?=[jfmasondthli2]|1[345]th)
    (?:(?P<plan>1[345])th\sFive-Year\sPlan\speriod
      |(?:(?:the\s)?first\s(?P<months>{FEW}|\d{{1,2}})\smonths
         |(?P<from>{MONTH})\s?(?:-|–|to|and|through)\s?(?P<to>{MONTH})|(?P<month>{MONTH})(?!\s\d{{1,2}}\b)
         |(?:the\s)?(?P<half>first|second)\shalf|(?:the\s)?(?P<quarters>first\sthree\squarters)
         |(?:the\s)?(?P<quarter>first|second|third|fourth)\squarter)?
       (?:,\s|\sof\s|\sin\s|\s)?(?:\b(?P<year>20[0-5]\d)\b(?!\s[a-z]{{4,}}s\b)|(?P<relative>(?:this|last|next)\syear))?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
UPTO = re.compile(r"(?:截至|截止|到|至)\s?$|(?:\b(?:as of|by|until)(?: the end of)?|\bend of) $", re.IGNORECASE)
UPTO_WITHIN = 20


def periods(text: str, published: date | None) -> list[Period]:
    """Return the periods that a text names, in reading order.

    Without a year, a month or a quarter is the last one before publication; if that is unknown, it is left out.
    """
    found = []
    for pattern in (IN_CHINESE, IN_ENGLISH):
        for m in pattern.finditer(text):
            span = _plan(m["plan"]) if m["plan"] else _span(m.groupdict(), published)
            if span:
                close = UPTO.search(text, max(0, m.start() - UPTO_WITHIN), m.start()) or m.groupdict().get("close")
                found.append(Period(*m.span(), *span, upto=bool(close)))
    return sorted(found, key=lambda period: period.start)


def _plan(name: str) -> tuple[Month, Month]:
    return (PLANS[name], 1), (PLANS[name] + 4, len(MONTHS))


def _span(parts: Parts, published: date | None) -> tuple[Month, Month] | None:
    months = _months(parts)
    year = _year(parts, months, published)
    first, last = months or (1, len(MONTHS))
    if year is None or not 1 <= first <= last <= len(MONTHS):
        return None
    return (year, first), (year, last)


def _months(parts: Parts) -> tuple[int, int] | None:
    """Return the first and the last month of a part of a year; None if the text names none."""
    if count := parts["months"]:
        return 1, int(number(count))
    if parts["from"] or parts["month"]:
        return _month(parts["from"] or parts["month"]), _month(parts["to"] or parts["month"])
    if half := parts["half"]:
        return (1, 6) if half.lower() in {"上", "first"} else (7, 12)
    if parts.get("quarters"):
        return 1, 9
    if quarter := parts["quarter"]:
        last = 3 * QUARTERS[quarter.lower()]
        return last - 2, last
    return None


def _month(written: str | None) -> int:
    name = written or ""
    return int(name) if name.isdecimal() else MONTHS[name[:3].lower()]


def _year(parts: Parts, months: tuple[int, int] | None, published: date | None) -> int | None:
    if parts["year"]:
        return int(parts["year"])
    if published is None or (parts["relative"] is None and months is None):
        return None
    word = (parts["relative"] or "").lower()
    if word:
        return published.year + (word[0] in "明n") - (word[0] in "去上l")
    return published.year - (months is not None and months[1] > published.month)


def last_day(written: str | None) -> date | None:
    """Return the last day of a period as `Period.written` writes it; None if it is invalid."""
    found = _WRITTEN_END.search(written or "")
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or len(MONTHS))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
