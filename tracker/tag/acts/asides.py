"""Tells where a Chinese sentence names an initiative only in passing."""

import re
from collections.abc import Callable

from tracker.tag.acts.utterances import Utterance

QUESTION = re.compile(r"请问|提问|答记者问|[？?]\s*$")
TOLD_OF = re.compile(r"(?:介绍|通报|回顾)[^，。]*$")
HOW_IT_IS = re.compile(r"[^，。]{0,8}(?:情况|进展|成效)")
BY_IT = re.compile(r"[^，。]{0,15}为(?:驱动|牵引|抓手|契机|载体|主题|依托|突破口|背景|例)")
PARTNER = re.compile(r"与[^与]*$")
JOINT = re.compile(r"[^，]*(?:合作|对接|联动)")
OF_ALL = re.compile(r"对于?[^。]*$")
MEANING = re.compile(r"具有[^，。]*意义|意义重大")
SEIZED = re.compile(r"(?:抓住|抢抓|把握|紧抓|抓牢)[^，。]*$")
OCCASION = re.compile(r"[^，。]{0,12}(?:机遇|契机|机会|窗口)")
BEING = r"(?<![要还但别其就而只若凡不总真])是(?!否)"
WHAT = "方向|引擎|抓手|途径|选择|关键|基础|载体|赛道|代表|之路|需要|形态|领域|要求"
IS = re.compile(rf"[^，。]{{0,4}}{BEING}[^，。；]*(?:{WHAT})")
IS_OF_IT = re.compile(rf"{BEING}[^，。]*$")
PART_OF_IT = re.compile(r"[^，。；]{0,20}的[^，。；的]{1,12}(?=[，。；]|$)")
MEASURED = re.compile(r"[^，。]{0,6}(?:占|达|超|突破|增长)[^，。]{0,4}\d")
TITLE_SAYS = re.compile(r"[^，。]{0,6}(?:提出|明确|指出|要求|强调)")
THEME = re.compile(r"案例[。；：]?$|(?:申报|推荐)的[^，。]{0,20}项目|可(?:独立|单独|直接)?(?:推荐|申报)")
BRACKETS = len("《》")


def is_aside(said: Utterance) -> bool:
    """True where the initiative is asked about, or a means, a scene, a part or a partner of something else."""
    return any(finds(said) for finds in ASIDES)


def _asks(said: Utterance) -> bool:
    """请问 X, 介绍 X 情况时指出."""
    told_of = TOLD_OF.search(said.before) and HOW_IT_IS.match(said.after)
    return bool(QUESTION.search(said.text) or told_of)


def _recalls(said: Utterance) -> bool:
    """Whether the name stands in the longer title of a paper that is called to mind and says nothing here."""
    title = said.title
    if said.kind != "news" or not title or title.end - title.start <= said.hit.end - said.hit.start + BRACKETS:
        return False
    return not TITLE_SAYS.match(said.text, title.end) and bool(said.patterns.recall.search(said.plain))


def _uses(said: Utterance) -> bool:
    """以 X 为抓手, 抓住 X 机遇."""
    as_means = "以" in said.before and BY_IT.match(said.after)
    return bool(as_means or (SEIZED.search(said.before) and OCCASION.match(said.after)))


def _joins(said: Utterance) -> bool:
    """与 X 联动."""
    return bool(PARTNER.search(said.before) and JOINT.match(said.after))


def _defines(said: Utterance) -> bool:
    """X 是……的重要方向, ……是发展 X 的关键: what something is, not what is done."""
    return bool(IS.match(said.after) or (IS_OF_IT.search(said.before) and PART_OF_IT.match(said.after)))


def _weighs(said: Utterance) -> bool:
    """对于发展 X 具有重要意义."""
    return bool(OF_ALL.search(said.plain[: said.hit.start]) and MEANING.search(said.plain, said.hit.end))


def _sets(said: Utterance) -> bool:
    """面向 X, 包括 X; what is measured itself is more than a setting."""
    settings = list(said.patterns.setting.finditer(said.before))
    if not settings or MEASURED.match(said.after):
        return False
    return not said.patterns.plan.search(said.before[settings[-1].end() :])


def _calls(said: Utterance) -> bool:
    """What a call for entries may be about, and who may enter."""
    return said.kind == "paper" and bool(THEME.search(said.text))


ASIDES: tuple[Callable[[Utterance], bool], ...] = (
    _asks,
    _recalls,
    _uses,
    _joins,
    _defines,
    _weighs,
    _sets,
    _calls,
)
