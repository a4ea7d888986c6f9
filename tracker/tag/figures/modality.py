"""Classify a figure's period and whether it is a result or a target."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.tag.sentences import Sentence
from tracker.text.numbers.amounts import Quantity
from tracker.text.periods import Period

AHEAD = re.compile(
    r"将|力争|争取|目标|计划|拟|到20\d\d年|要(?:达到|超过|突破|建|推|培育)|明年|下一步|"
    r"\b(?:will|would|aims?|plans?|targets?|by 20\d\d|strives?|goals?|expected to|should)\b"
)
DONE = re.compile(
    r"已|了|累计|截至|目前|同比|环比|今年以来|去年|建成|"
    r"\b(?:has|had|have|grew|rose|increased|reached|was|were|established)\b"
)
CLAUSE = re.compile(r"[，,；;]")


@dataclass
class Setting:
    """What the sentences read so far say of time and of plan or fact; a sentence that says neither changes nothing."""

    published: date | None
    last: Period | None = None
    mood: str = "result"

    def read(self, sentence: Sentence) -> None:
        """Read one more sentence."""
        ahead, done = bool(AHEAD.search(sentence.said())), bool(DONE.search(sentence.said()))
        if ahead != done:
            self.mood = "target" if ahead else "result"
        if sentence.periods:
            self.last = sentence.periods[0]

    def period(self, sentence: Sentence, quantity: Quantity) -> Period | None:
        """Return the period that holds for a quantity: that of its clause, else the last one named, else the next.

        A period that an earlier sentence named does not hold for a plain count, which is mostly a stock.
        """
        text = sentence.text
        before = [p for p in sentence.periods if p.start < quantity.start]
        after = [p for p in sentence.periods if p.start >= quantity.end]
        if after and not CLAUSE.search(text, quantity.end, after[0].start):
            own = before and not CLAUSE.search(text, before[-1].end, quantity.start)
            return before[-1] if own else after[0]
        nearest = before[-1:] or after[:1]
        return nearest[0] if nearest else None if quantity.unit == "count" else self.last

    def kind(self, period: Period | None) -> str:
        """Return `target` for a time to come and for a plan, else `result`."""
        if period and self.published:
            today = (self.published.year, self.published.month)
            if period.first > today or (period.upto and period.last > today):
                return "target"
        return self.mood
