"""Tells in a Chinese sentence what is planned from what is done and from what is merely named."""

import re

from tracker.tag.lexicon import Patterns
from tracker.tag.utterances import TITLE, Utterance, strike

AIMED = re.compile(r"(?:到|至|在|力争)20\d\d年|左右|力争")
AT_LEAST = re.compile(r"\d[\d.]*[^\d，。；]{0,3}(?:以上|以内)")
GROWTH = re.compile(r"(?:增长|提高|提升|增加|下降|上升)(?:了|约|近|超|超过)?\s*\d")
# Plans speak in round numbers, results in exact ones.
EXACT = re.compile(r"(?:\d{2,}\.\d+|\d\.\d{2,}|\d\.\d(?=[%％个]))(?!\d)(?![^，。；]{0,3}(?:以上|左右))")
# 明确了 tells what was said, not what was done.
SAID = re.compile(r"(?:提出|明确|部署|强调|要求)了")
MADE = re.compile(r"(?:培育|建设|打造|创建|布局|推广|遴选|支持)(?:超过|超|近|约)?\d")
FIRM = 2


def stance(said: Utterance) -> str:
    """`pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    if is_setting(said):
        return "mentioned"
    own = said.before + said.after
    will, done = is_planned(said.patterns, own), was_done(said, own)
    if will != done:
        return "pledged" if will else "progress"
    return _by_neighbours(said, own)


def mood(text: str, p: Patterns) -> str:
    """What a stretch of text does as a whole: "past" where it mainly reports, "plan" where it mainly plans."""
    plain = strike(p.blank, text)
    past = 2 * _count(p.done, plain) + 2 * _count(GROWTH, plain) + _count(EXACT, plain)
    plan = 2 * _count(p.will, plain) + 2 * _count(AIMED, plain) + _count(AT_LEAST, plain)
    if past - plan >= FIRM:
        return "past"
    return "plan" if plan > past else ""


def is_planned(p: Patterns, text: str) -> bool:
    """True where `text` has a word of what is to come or is wanted."""
    return bool(p.will.search(text) or p.urge.search(text))


def was_done(said: Utterance, clause: str) -> bool:
    """True where `clause` has a mark of something done, or reports growth by a figure and no target."""
    p = said.patterns
    told = SAID.sub("", clause)
    if p.done.search(told) or p.be.search(told):
        return True
    if is_target(said) or said.mood == "plan":
        return False
    return bool(GROWTH.search(clause)) or (said.kind == "news" and bool(MADE.search(said.before)))


def is_target(said: Utterance) -> bool:
    """True where the sentence states a target; what reaches "300 and more" in a look back is a result."""
    return bool(AIMED.search(said.plain) or (said.mood != "past" and AT_LEAST.search(said.plain)))


def _by_neighbours(said: Utterance, own: str) -> str:
    p = said.patterns
    if is_target(said):
        return "pledged"
    earlier = said.lead + said.plain[: said.clause.start]
    will, done = max(_last(p.will, earlier), _last(p.urge, earlier)), max(_last(p.done, earlier), _last(p.be, earlier))
    if will > done:
        return "pledged"
    if done >= 0 and said.mood != "plan":
        return "progress"
    if p.plan.search(said.before):
        return "progress" if said.mood == "past" else "pledged"
    if COPULA.search(said.before):
        return "mentioned"
    return "pledged" if is_planned(p, said.plain) else _by_mood(said, own)


def _by_mood(said: Utterance, own: str) -> str:
    p = said.patterns
    planned = p.plan.search(said.plain)
    if said.mood == "plan":
        return "pledged" if planned or p.reached.search(own) else "mentioned"
    if p.reached.search(said.after) or p.plan.search(said.after) or p.done.search(said.plain):
        return "progress"
    if planned:
        return "progress" if said.mood == "past" else "pledged"
    return "mentioned"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


COPULA = re.compile(r"(?<![要还但别其就而一二三四五六七八九十若凡不总真])是(?!否)")
QUESTION = re.compile(r"请问|提问|答记者问|[？?]\s*$")
PARTNER = re.compile(r"与[^与]*$")
JOINT = re.compile(r"[^，]*(?:合作|对接|联动)")
BY_IT = re.compile(r"[^，。]{0,15}为(?:驱动|牵引|抓手|契机|载体|主题|依托|突破口|背景|例)")
MEANS = re.compile(r"对于?[^。]*$")
MEANING = re.compile(r"具有[^，。]*意义|意义重大")
SAYS = re.compile(r"[^，。]{0,6}(?:提出|明确|指出|要求|强调)")


def is_setting(said: Utterance) -> bool:
    """True where the initiative is only asked about, or a means, a scene, a part or a partner of something else."""
    if QUESTION.search(said.text) or (said.kind == "news" and _recalled(said)):
        return True
    if "以" in said.before and BY_IT.match(said.after):
        return True
    if PARTNER.search(said.before) and JOINT.match(said.after):
        return True
    if MEANS.search(said.plain[: said.hit.start]) and MEANING.search(said.plain, said.hit.end):
        return True
    p = said.patterns
    settings = list(p.setting.finditer(said.before))
    return bool(settings) and not p.plan.search(said.before[settings[-1].end() :])


def _recalled(said: Utterance) -> bool:
    """Whether the name stands in the title of a paper that is called to mind and says nothing here."""
    title = next((m for m in TITLE.finditer(said.text) if m.start() < said.hit.start < m.end()), None)
    if not title or len(title[0]) <= said.hit.end - said.hit.start + len("《》") or SAYS.match(said.text, title.end()):
        return False
    return bool(said.patterns.recall.search(said.plain))
