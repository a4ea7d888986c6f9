"""Find the period of a figure and, by rows, whether it is a result or a target."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tracker.tag.engine import Near, Rule, Table
from tracker.tag.figures.quantity_context import InSentence
from tracker.tag.sentences import Sentence
from tracker.text.normalize import Span
from tracker.text.numbers.amounts import Quantity
from tracker.text.periods import Period

# 争取中央资金9亿元: got, unless the passage says otherwise.
AHEAD_ZH = (
    "将|力争|争取(?![^，。；]{0,20}(资金|投资|债券|国债|额度))|目标|计划|拟|到20\\d\\d年|要(达到|超过|突破|建|推|培育)|"
    "明年|下一步|有望|预计"
)
DONE_ZH = "已|了|累计|截至|目前|同比|环比|今年以来|去年|建成"
AHEAD_EN = r"\b(will|would|aims?|plans?|targets?|by 20\d\d|strives?|goals?|expected to|should)\b"
DONE_EN = r"\b(has|had|have|grew|rose|increased|reached|was|were|established)\b"
CLAUSE = re.compile(r"[，,；;]")
# 1.5 trillion yuan by 2025 and 3.5 trillion yuan by 2035: each has its own year behind it.
RIGHT_BEHIND = re.compile(r"(?: [a-z]{2,12})? (?:by|in|for|as of)(?: the end of)? ")


@dataclass(frozen=True)
class TimeContext(InSentence):
    """A period of time that holds for a figure in a sentence, perhaps none, and when the text was published."""

    period: Period | None
    published: date | None


def is_to_come(said: TimeContext) -> bool:
    """The figure is of a time after the publication."""
    if not (said.period and said.published):
        return False
    today = (said.published.year, said.published.month)
    return said.period.first > today or bool(said.period.upto and said.period.last > today)


TO_COME = Table(
    [
        Rule("target.time-to-come", when=(is_to_come,),
             examples=("到2030年，新建智能工厂500家。", "The museum shows 90 humanoid robots by the end of 2027.")),
    ]
)  # fmt: skip
# A sentence that says neither, or both, is as the one before it.
PLANS = Table(
    [
        Rule("zh.target.planned", text=AHEAD_ZH, unless=(Near(text=DONE_ZH),),
             examples=("力争新型储能装机达到1.8亿千瓦。", "景区拟购置人形机器人20台。")),
        Rule("zh.target.reached", text=DONE_ZH, unless=(Near(text=AHEAD_ZH),), against=True,
             examples=("累计建成智能工厂500家。", "这家医院去年用了人形机器人12台。")),
        Rule("en.target.planned", text=AHEAD_EN, unless=(Near(text=DONE_EN),),
             examples=("The number of smart factories will exceed 28,000.",
                 "The choir plans to hire 12 humanoid robots.")),
        Rule("en.target.reached", text=DONE_EN, unless=(Near(text=AHEAD_EN),), against=True,
             examples=("NEV sales rose 30 percent.", "The police say that 40 humanoid robots were stolen.")),
    ]
)  # fmt: skip


OF_MOODS = {row.name: row for row in PLANS.rows}
MOODS = {"plan": OF_MOODS["zh.target.planned"], "past": OF_MOODS["zh.target.reached"]}


@dataclass
class Setting:
    """What the sentences read so far say of time and of plan or fact; a sentence that says neither changes nothing.

    `passage` gives the mood of the passage around a place ("plan", "past" or "") in a report, whose parts look back or
    ahead whatever the sentence before them says.
    """

    published: date | None
    passage: Callable[[Span], str] | None = None
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
            return before[-1] if own and not _has_its_own(sentence, quantity, after[0]) else after[0]
        nearest = before[-1:] or after[:1]
        return nearest[0] if nearest else None if quantity.unit == "count" else self.last

    def kind(self, sentence: Sentence, period: Period | None) -> str:
        """Return `target` for a time to come and for a plan, else `result`; `sentence` is the one read last."""
        self.mood = self._told(sentence)
        self.unasked.clear()
        row = TO_COME.first(TimeContext(sentence, period, self.published)) or self.mood
        return "result" if row is None or row.against else "target"

    def _told(self, sentence: Sentence) -> Rule | None:
        """Return the row of the sentence, else of its passage in a report, else of the last sentence that has one."""
        if not self.unasked:
            return self.mood
        if own := PLANS.first(InSentence(sentence)):
            return own
        if self.passage and (row := MOODS.get(self.passage(Span(sentence.start, sentence.end)))):
            return row
        rows = (PLANS.first(InSentence(one)) for one in reversed(self.unasked[:-1]))
        return next((row for row in rows if row), self.mood)


def _has_its_own(sentence: Sentence, quantity: Quantity, period: Period) -> bool:
    """Decide whether a period right behind a quantity is its own: an earlier quantity takes the period before it."""
    text = sentence.text
    earlier = [q.end for q in sentence.quantities if q.end <= quantity.start]
    joined = bool(earlier) and not CLAUSE.search(text, earlier[-1], quantity.start)
    return joined and RIGHT_BEHIND.fullmatch(text, quantity.end, period.start) is not None
