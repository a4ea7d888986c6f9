"""Tells where a Chinese sentence names an initiative only in passing."""

import re

from tracker.tag.acts.utterances import Utterance

QUESTION = re.compile(r"请问|提问|答记者问|[？?]\s*$")
BY_IT = re.compile(r"[^，。]{0,15}为(?:驱动|牵引|抓手|契机|载体|主题|依托|突破口|背景|例)")
PARTNER = re.compile(r"与[^与]*$")
JOINT = re.compile(r"[^，]*(?:合作|对接|联动)")
OF_ALL = re.compile(r"对于?[^。]*$")
MEANING = re.compile(r"具有[^，。]*意义|意义重大")
TITLE_SAYS = re.compile(r"[^，。]{0,6}(?:提出|明确|指出|要求|强调)")
SEIZED = re.compile(r"(?:抓住|抢抓|把握|紧抓|抓牢)[^，。]*$")
OCCASION = re.compile(r"[^，。]{0,12}(?:机遇|契机|机会|窗口)")
# X 是……的重要方向, ……是发展 X 的关键: what something is, not what is done.
IS = re.compile(
    r"[^，。]{0,4}(?<![要还但别其就而只若凡不总真])是(?!否)[^，。；]*(?:方向|引擎|抓手|途径|选择|关键|基础|载体|赛道|代表|之路|需要|形态|领域|要求)"
)
IS_OF_IT = re.compile(r"(?<![要还但别其就而只若凡不总真])是(?!否)[^，。]*$")
PART_OF_IT = re.compile(r"[^，。；]{0,8}的[^，。；的]{1,12}(?=[，。；]|$)")
MEASURED = re.compile(r"[^，。]{0,6}(?:占|达|超|突破|增长)[^，。]{0,4}\d")
BRACKETS = len("《》")


def is_aside(said: Utterance) -> bool:
    """True where the initiative is asked about, or a means, a scene, a part or a partner of something else."""
    if QUESTION.search(said.text) or (said.kind == "news" and _recalled(said)):
        return True
    if "以" in said.before and BY_IT.match(said.after):
        return True
    if PARTNER.search(said.before) and JOINT.match(said.after):
        return True
    if IS.match(said.after) or (IS_OF_IT.search(said.before) and PART_OF_IT.match(said.after)):
        return True
    if SEIZED.search(said.before) and OCCASION.match(said.after):
        return True
    if OF_ALL.search(said.plain[: said.hit.start]) and MEANING.search(said.plain, said.hit.end):
        return True
    if MEASURED.match(said.after):
        return False
    settings = list(said.patterns.setting.finditer(said.before))
    return bool(settings) and not said.patterns.plan.search(said.before[settings[-1].end() :])


def _recalled(said: Utterance) -> bool:
    """Whether the name stands in the longer title of a paper that is called to mind and says nothing here."""
    title = said.title
    if not title or title.end - title.start <= said.hit.end - said.hit.start + BRACKETS:
        return False
    return not TITLE_SAYS.match(said.text, title.end) and bool(said.patterns.recall.search(said.plain))
