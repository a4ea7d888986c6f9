"""Decide which of the days that a text names may be the day of an act, and on which the text was written."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from tracker.tag.days import days_en, days_zh
from tracker.tag.days.day_context import (
    DayContext,
    is_above_the_report,
    is_after_a_word_for_another_day,
    is_ahead,
    is_alone,
    is_before_a_word_for_another_day,
    is_in_a_caption,
)
from tracker.tag.engine import Rule, Table
from tracker.tag.notation import compiled
from tracker.tag.reading import Reading
from tracker.text.normalize import Span

HEAD = 400
DATELINE = compiled(f"{days_zh.DATELINE}|{days_en.DATELINE}", "zh")
LEARNT = compiled(days_zh.LEARNT, "zh")

# Asked first, and without regard to the language.
NEVER = Table(
    [
        Rule("day.above-the-report", when=(is_above_the_report,), against=True,
             examples=("2025年9月2日 来源：某某在线 作者：\n国家能源局开会，部署了能源领域的一系列重点工作。",
                 "September 2, 2025\nThe ministry met in Beijing and set the course for the coming years.")),
        Rule("day.in-a-caption", when=(is_in_a_caption,), against=True,
             examples=("国家能源局开会，部署了能源领域的一系列重点工作。\n图为2025年3月3日拍摄的加氢站。",
                 "The ministry met in Beijing and set the course for years.\nA photo taken on Aug. 8 shows a car.")),
        Rule("day.alone", when=(is_alone,), against=True,
             examples=("August 27th. The ministry met.", "9月2日。 国家能源局开会。")),
        Rule("day.ahead", when=(is_ahead,), against=True,
             examples=("大会定于12月12日召开。", "The fair will be held on October 5.")),
    ]
)  # fmt: skip
# Asked last.
OF_WORDS = Table(
    [
        Rule("day.after-a-word-for-another", when=(is_after_a_word_for_another_day,), against=True,
             examples=("截至8月31日，共有三万辆。", "As of August 31, there were 300 plants.")),
        Rule("day.before-a-word-for-another", when=(is_before_a_word_for_another_day,), against=True,
             examples=("记者来到园区。8月2日出生的熊猫很受欢迎。",
                 "The rule applies from the start, August 1 onwards.")),
    ]
)  # fmt: skip
OF_LANGUAGE = {
    "zh": Table(days_zh.HEADS, days_zh.OF_THE_ACT, days_zh.OF_ANOTHER),
    "en": Table(days_en.HEADS, days_en.OF_THE_ACT, days_en.OF_ANOTHER),
}


def row_of(said: DayContext) -> Rule | None:
    """Return the row by which a day is, or is not, the day of an act; None if none says so, and it may be."""
    return NEVER.first(said) or OF_LANGUAGE[said.language].first(said) or OF_WORDS.first(said)


def is_dateline(text: str, place: int) -> bool:
    """Decide whether a day that ends at `place` is that of a dateline: 北京7月31日电, BEIJING, July 31 --."""
    return DATELINE.match(text, place) is not None


class Dates:
    """The days that a text names; what is asked of one is computed once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.days = [DayContext(reading, day) for day in reading.days]
        self._of_acts: dict[int, bool] = {}

    def within(self, span: Span) -> Iterator[DayContext]:
        """Yield the days that are named in a part of the text."""
        return (said for said in self.days if span.start <= said.day.start < span.end)

    def of_acts(self, span: Span) -> Iterator[DayContext]:
        """Yield those that may be days of acts.

        Heads, datelines and days to come are not, nor are days on which something ends, begins to hold or was looked
        at.
        """
        return (said for said in self.within(span) if self._is_of_an_act(said))

    def _is_of_an_act(self, said: DayContext) -> bool:
        known = self._of_acts.get(said.day.start)
        if known is None:
            row = row_of(said)
            known = self._of_acts[said.day.start] = row is None or not row.against
        return known

    def is_since(self, day: date, age: timedelta) -> bool:
        """Decide whether a day is at most so long before the text was written; True if that is unknown."""
        return self.written is None or self.written - age <= day

    @cached_property
    def written(self) -> date | None:
        """Return the day of the dateline, else that of publication.

        A reprint keeps the dateline: 北京7月31日电, 记者9日获悉.
        """
        text, published = self.reading.text, self.reading.published
        head = (d for d in self.reading.days if d.start < HEAD)
        named = (d.day for d in head if is_dateline(text, d.end) or LEARNT.match(text, d.end))
        return next((day for day in named if published and day <= published), published)
