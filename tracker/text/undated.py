"""Decide the year of days in a text without a day of publication: by what it dates near them, or unknown."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.text.captions import is_in_caption
from tracker.text.normalize import Span, index_at, sentences
from tracker.text.printed_day import MONTH, MONTHS

HEAD = 400
# A month and a day are within this time of the whole date beside them; otherwise their year may be different.
CLOSE = timedelta(days=120)
AROUND = 24
# The day on which something ends, takes effect, is compared or was inspected: not a day of news.
ELSEWHERE_BEFORE = re.compile(
    r"(?:截至|截止|自|从|由|到|至|[与和同]|比|较)\s?$"
    r"|\b(?:since|from|by|until|till|before|as of|through|than|with|effective|starting|beginning)(?: on)? $"
    r"|\b(?:into|take|takes|took|in) (?:effect|force)(?: on| from)? $",
    re.IGNORECASE,
)
ELSEWHERE_AFTER = re.compile(
    r"\s?(?:起|以来|之?前|止|到期|(?:开始|正式|全面)?(?:施行|实施|实行|执行|生效))"
    r"|,? (?:shows|(?:will )?(?:takes?|took|come|came) (?:into )?(?:effect|force))",
)
# A year that is not a target and later than the whole date at the head, which is then long past.
LATER_YEAR = re.compile(r"(?<![\d到至在—–-])(?:20\d\d)(?=年(?!前|底|远景|目标))|(?<=\bin )20\d\d\b|(?<=\bof )20\d\d\b")
# 2024世界智能制造大会11月20日开幕; on May 16, the 2026 Wuxi Conference opened: the year is in the name of the event. A
# work report is that of the year in which it is given: 3月13日，市政府发布2025年的工作报告.
EVENT = re.compile(
    r"(?<!\d)(20\d\d)\s?年的?(?=政府工作报告|工作报告)|"
    r"(?<!\d)((?:19|20)\d\d)\s?年?(?=[全中世国][^\s，。；]{1,16}(?:大会|论坛|峰会|年会))|"
    # A press conference on the figures of a part of a year is held in that year, one on those of the year in the next.
    r"(?<!\d)(20\d\d)年(?=(?:上半年|[一二三1-3]季度|前三季度|前[\d一二三四五六七八九十]{1,2}个?月)"
    r"[^，。；]{0,20}发布会)|"
    r"(?<![\d-])((?:19|20)\d\d) (?=(?:(?:[A-Z][\w'&-]*|of|on|for|and|[\"“”]\w[\w +-]{1,24}[\"”]) ){0,8}"
    r"(?:Conference|Forum|Summit|Congress|Expo|Exhibition|Convention)\b)"
)
# What is counted up to a month (截至2024年9月底, as of June 2025) is reported within weeks, that of a year also later.
COUNTED = re.compile(
    rf"截[至止](?:到)?(?P<year>20\d\d)\s?年(?:(?P<month>1[0-2]|[1-9])\s?月(?!\s?\d)|(?P<half>上半年))|"
    # 发布2025年经济运行情况; 2025年，我国工业增加值同比增长5.9%: after the end of that year.
    r"(?P<year_over>20\d\d)年，(?:我国|全国|中国)[^。；]{2,40}?(?:同?比)?增长\d|"
    r"发布[^，。；\d]{0,4}(?P<whole_year>20\d\d)年(?:全年)?(?:国民|全国|工业|规模以上工业)?(?:经济|企业)?"
    r"(?:运行情况|利润情况|统计公报)|"
    rf"\b(?:(?:as of|at) (?:the )?end of|as of|from {MONTH} (?:to|through)|{MONTH}-) ?(?P<month_named>{MONTH}),? "
    rf"(?P<year_behind>20\d\d)\b",
    re.IGNORECASE,
)
# How far behind the beginning of a day the event may be named: on May 16, the 2026 Wuxi Conference.
EVENT_BEHIND = 24


@dataclass(frozen=True)
class Undated:
    """A text whose day of publication is unknown, but perhaps not its `year`.

    `whole` are the dates that it names with their years and `events` the years in the names of events, by place, as far
    as they may show when it was written; `opening` is the date at its head, which holds up to the place `until`.
    """

    sentences: list[Span]
    whole: Sequence[tuple[int, date]]
    events: Sequence[tuple[int, int]]
    opening: date | None
    until: int
    year: int | None
    counted_until: date | None
    """The end of the last month up to which it counts something."""

    @classmethod
    def of(cls, text: str, named: Iterable[tuple[int, int, date | None]], year: int | None) -> "Undated":
        """Collect what a text names: (start, end, the day if its year is beside it)."""
        spans = sentences(text)
        told = [(start, day) for start, end, day in named if day and not _is_elsewhere(text, start, end)]
        whole = [(start, day) for start, day in told if not is_in_caption(text, start, spans[index_at(spans, start)])]
        opening = next((day for start, day in whole if start < HEAD), None)
        later = (m.start() for m in LATER_YEAR.finditer(text) if opening and int(m[0]) > opening.year)
        events = [(m.start(), int(m[m.lastindex or 1])) for m in EVENT.finditer(text)]
        counted = max((_end_of_month(found) for found in COUNTED.finditer(text)), default=None)
        return cls(spans, whole, events, opening, next(later, len(text)), year, counted)

    def year_at(self, place: int) -> int | None:
        """Return the year of the page, otherwise that of an event named in the sentence before `place` or beside it."""
        if self.year:
            return self.year
        sentence, at = self._sentence(place), bisect_left(self.events, (place, 0))
        before = [year for start, year in self.events[max(0, at - 1) : at] if start >= sentence.start]
        behind = [year for start, year in self.events[at : at + 1] if start < min(place + EVENT_BEHIND, sentence.end)]
        return next(iter(before + behind), None)

    def day_at(self, place: int) -> date | None:
        """Return the nearest whole date in the sentence of `place`, otherwise the one at the head of the text."""
        sentence, at = self._sentence(place), bisect_left(self.whole, place, key=lambda named: named[0])
        beside = [named for named in self.whole[max(0, at - 1) : at + 1] if sentence.start <= named[0] < sentence.end]
        if beside:
            return min(beside, key=lambda named: abs(named[0] - place))[1]
        return self.opening if place < self.until else None

    @staticmethod
    def closest(known: date, found: Sequence[date]) -> date | None:
        """Return the one of the days `found` that is closest to `known`; None if all are far from it."""
        day = min(found, key=lambda day: abs(day - known), default=None)
        return day if day and abs(day - known) <= CLOSE else None

    def soon_after_count(self, found: Iterable[date]) -> date | None:
        """Return the one of the days `found` that is in the weeks after the month up to which the text counts."""
        until = self.counted_until
        return next((day for day in found if until and until < day <= until + CLOSE), None)

    @staticmethod
    def later_in_month(known: date, day: int) -> date | None:
        """Return the `day` of the month of `known`, if it is later and in the calendar."""
        try:
            return known.replace(day=day) if day > known.day else None
        except ValueError:
            return None

    def _sentence(self, place: int) -> Span:
        return self.sentences[index_at(self.sentences, place)]


def _end_of_month(found: re.Match[str]) -> date:
    year = int(found["year"] or found["whole_year"] or found["year_over"] or found["year_behind"])
    named = found["month_named"]
    month = MONTHS[named[:3].lower()] if named else 6 if found["half"] else int(found["month"] or 12)
    return date(year, month, monthrange(year, month)[1])


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - AROUND) : start]
    return bool(ELSEWHERE_BEFORE.search(before) or ELSEWHERE_AFTER.match(text, end))
