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
BRACKETS = len("《》")


def is_aside(said: Utterance) -> bool:
    """True where the initiative is asked about, or a means, a scene, a part or a partner of something else."""
    if QUESTION.search(said.text) or (said.kind == "news" and _recalled(said)):
        return True
    if "以" in said.before and BY_IT.match(said.after):
        return True
    if PARTNER.search(said.before) and JOINT.match(said.after):
        return True
    if OF_ALL.search(said.plain[: said.hit.start]) and MEANING.search(said.plain, said.hit.end):
        return True
    settings = list(said.patterns.setting.finditer(said.before))
    return bool(settings) and not said.patterns.plan.search(said.before[settings[-1].end() :])


def _recalled(said: Utterance) -> bool:
    """Whether the name stands in the longer title of a paper that is called to mind and says nothing here."""
    title = said.title
    if not title or title.end - title.start <= said.hit.end - said.hit.start + BRACKETS:
        return False
    return not TITLE_SAYS.match(said.text, title.end) and bool(said.patterns.recall.search(said.plain))
