"""Rows by which figures are targets or results: by their time, and by the words of their sentence."""

from dataclasses import dataclass
from datetime import date

from tracker.tag.engine import Near, Rule, Table
from tracker.tag.figures.quantity_context import InSentence
from tracker.text.periods import Period

AHEAD_ZH = "将|力争|争取|目标|计划|拟|到20\\d\\d年|要(达到|超过|突破|建|推|培育)|明年|下一步"
DONE_ZH = "已|了|累计|截至|目前|同比|环比|今年以来|去年|建成"
AHEAD_EN = r"\b(will|would|aims?|plans?|targets?|by 20\d\d|strives?|goals?|expected to|should)\b"
DONE_EN = r"\b(has|had|have|grew|rose|increased|reached|was|were|established)\b"


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
