"""Classify a figure's period and whether it is a result or a target."""

import re
from dataclasses import dataclass, field
from datetime import date

from tracker.tag.engine import Rule
from tracker.tag.figures.plans import PLANS, TO_COME, TimeContext
from tracker.tag.figures.quantity_context import InSentence
from tracker.tag.sentences import Sentence
from tracker.text.numbers.amounts import Quantity
from tracker.text.periods import Period

CLAUSE = re.compile(r"[，,；;]")


@dataclass
class Setting:
    """What the sentences read so far say of time and of plan or fact; a sentence that says neither changes nothing."""

    published: date | None
    last: Period | None = None
    mood: Rule | None = None
    unasked: list[Sentence] = field(default_factory=list)

    def read(self, sentence: Sentence) -> None:
        """Read one more sentence; whether it is about plans is asked when a figure depends on it."""
        self.unasked.append(sentence)
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

    def kind(self, sentence: Sentence, period: Period | None) -> str:
        """Return `target` for a time to come and for a plan, else `result`; `sentence` is the one read last."""
        rows = (PLANS.first(InSentence(one)) for one in reversed(self.unasked))
        self.mood = next((row for row in rows if row), self.mood)
        self.unasked.clear()
        row = TO_COME.first(TimeContext(sentence, period, self.published)) or self.mood
        return "result" if row is None or row.against else "target"
