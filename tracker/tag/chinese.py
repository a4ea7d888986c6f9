"""Tells in a Chinese sentence what is planned from what is done and from what is merely named."""

import re

from tracker.tag.utterances import Utterance

TARGET = re.compile(r"(?:到|至|在|力争)20\d\d年|左右|力争|\d以上")
GROWTH = re.compile(r"(?:增长|提高|提升|增加|下降|上升)(?:了|约|近|超|超过)?\s*\d")
FIGURE = re.compile(r"\d|[一二三四五六七八九十百]+(?:家|个|项|座)")
COPULA = re.compile(r"(?<![要还但别其就而一二三四五六七八九十若凡不总真])是(?!否)")
PARTNER = re.compile(r"与[^与]*$")
JOINT = re.compile(r"[^，]*(?:合作|对接|联动)")


def stance(said: Utterance) -> str:
    """`pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    if is_setting(said):
        return "mentioned"
    p, own = said.patterns, said.before + said.after
    will, done = bool(p.will.search(own)), was_done(said, own)
    if will != done:
        return "pledged" if will else "progress"
    return _by_neighbours(said, own)


def was_done(said: Utterance, clause: str) -> bool:
    """True where `clause` has a mark of something done, or reports growth by a figure and no target."""
    if said.patterns.done.search(clause):
        return True
    return bool(GROWTH.search(clause)) and not TARGET.search(said.plain) and said.mood != "plan"


def is_setting(said: Utterance) -> bool:
    """True where the initiative is only a means, a scene, a part or a partner of what the sentence is about."""
    p = said.patterns
    settings = list(p.setting.finditer(said.before))
    if settings and not p.plan.search(said.before[settings[-1].end() :]):
        return True
    return bool(PARTNER.search(said.before) and JOINT.match(said.after))


def _by_neighbours(said: Utterance, own: str) -> str:
    p = said.patterns
    earlier = said.lead + said.plain[: said.clause.start]
    if TARGET.search(said.plain):
        return "pledged"
    will, done = _last(p.will, earlier), _last(p.done, earlier)
    if will > done:
        return "pledged"
    planned = p.plan.search(said.before)
    if done >= 0 and said.mood != "plan":
        return "progress"
    if planned:
        return "progress" if said.mood == "past" else "pledged"
    if COPULA.search(said.before):
        return "mentioned"
    if p.will.search(said.plain):
        return "pledged"
    return _by_mood(said, own)


def _by_mood(said: Utterance, own: str) -> str:
    p = said.patterns
    if said.mood == "plan":
        return "pledged" if p.plan.search(said.plain) or p.reached.search(own) else "mentioned"
    if p.reached.search(said.after) or p.plan.search(said.after) or p.done.search(said.plain):
        return "progress"
    if p.plan.search(said.plain):
        return "progress" if said.mood == "past" else "pledged"
    return "mentioned"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def mood(paragraph: str, said_of: "re.Pattern[str]", done: "re.Pattern[str]") -> str:
    """What a paragraph does as a whole: "past" where it only reports, "plan" where it only plans, else ""."""
    past = len(done.findall(paragraph)) + len(GROWTH.findall(paragraph))
    plan = len(said_of.findall(paragraph)) + len(TARGET.findall(paragraph))
    if past > 2 * plan:
        return "past"
    return "plan" if plan > 2 * past else ""
