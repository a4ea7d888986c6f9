"""Tells whether a sentence reports that entities under the initiative were newly recognised, listed or set up."""

import re

from tracker.tag.acts.chinese import is_target
from tracker.tag.acts.utterances import STRUCK, Utterance

SET_UP = re.compile(r"(?:决定|同意|批准)(?:成立|组建|设立|支持)")
# In the initiative's own clause: 武汉入选首批……试点城市, 创建首家……工厂.
CHOSEN = re.compile(
    r"(?:入选|获批|获评|跻身|成为)[^，。]{0,12}(?:首批|国家|全国|第.批)"
    r"|创建(?:成为)?(?:全国)?首[家个批]|列入[^，。]{0,6}(?:首批|第.批|名单)"
)
WON = re.compile(r"\d+[家个座项户][^，。]*$")
HAS_WON = re.compile(r"[^，。]{0,12}(?:胜出|获批|上榜|通过认定|通过验收)")
BATCH = re.compile(r"首批|新一批|第.{1,3}批|\bnew\b|\bbatch\b|\bfirst\b", re.IGNORECASE)
COUNTED = re.compile(r"\d|[一二三四五六七八九十两]+(?:家|个|座|批|项|户)|首批|新一批")
RUNNING = re.compile(r"截至|累计|迄今|[年月]来|以来")
NOT_NEW = re.compile(r"显示|累计|截至|已有|支撑|服务|面向|赋能|围绕|[。；;]")
# Thirteen new zones were approved: the passive of English stands behind the name.
PASSIVE = re.compile(r"[^.;]{0,40}\b(?:were|was|been)\s+")
MORE = re.compile(r"\b(?:new|more|first|another|batch)\b", re.IGNORECASE)
NAMED_AS = re.compile(r"\b(?:(?:were|was)(?: \w+ly)?|been newly) $")
NEARBY = 60
FARTHEST = 40
LIST_OUT = 8


def designates(said: Utterance) -> bool:
    """True where the choice is new; a target, a plan or a running total is none."""
    p, plain = said.patterns, said.plain
    if set_up := SET_UP.search(plain, 0, said.hit.start):
        return bool(p.entity.search(plain, set_up.end()))
    if not said.tells_news or is_target(said):
        return False
    if _lists(said):
        return not p.recall.search(said.before)
    if _wins(said):
        return not p.will.search(said.lead + said.before)
    nearby = said.hit.start if said.language == "zh" else max(0, said.hit.start - NEARBY)
    if not p.entity.search(plain[nearby : said.hit.end + FARTHEST]):
        return False
    return _is_chosen(said) or _was_chosen(said)


def _wins(said: Utterance) -> bool:
    """成都入选首批 X 城市, 20个 X 胜出."""
    won = WON.search(said.before) and HAS_WON.match(said.after)
    return bool(won or CHOSEN.search(said.before + STRUCK + said.after))


def _lists(said: Utterance) -> bool:
    """印发《X 名单》, X 名单公布."""
    p = said.patterns
    if said.title and p.listed.search(said.text[slice(*said.title)]):
        return bool(p.issue.search(said.plain))
    listed = p.listed.search(said.after)
    return bool(listed and p.issue.search(said.after, listed.end(), listed.end() + LIST_OUT))


def _is_chosen(said: Utterance) -> bool:
    """Whether a word of choosing with a number, or one of publishing with a list, governs the initiative."""
    p, plain, start = said.patterns, said.plain, said.hit.start
    if p.will.search(said.lead + plain[:start]):
        return False
    chosen = any(_governs(said, verb) and COUNTED.search(plain, verb.end()) for verb in p.designate.finditer(plain))
    return chosen or any(_governs(said, verb) and _has_list(said, verb) for verb in p.issue.finditer(plain))


def _governs(said: Utterance, verb: re.Match[str]) -> bool:
    between = said.plain[verb.end() : said.hit.start]
    so_far = RUNNING.search(said.plain, 0, verb.start())
    return verb.end() <= said.hit.start and not so_far and not NOT_NEW.search(between)


def _has_list(said: Utterance, verb: re.Match[str]) -> bool:
    object_ = said.plain[verb.end() : said.clause.end]
    return bool(BATCH.search(object_) or said.patterns.listed.search(object_))


def _was_chosen(said: Utterance) -> bool:
    """Two new X were approved; 30 enterprises were newly listed as X."""
    named = said.patterns.designate.finditer(said.plain, 0, said.hit.start)
    if any(NAMED_AS.search(said.plain, 0, verb.start()) for verb in named):
        return True
    passive = PASSIVE.match(said.plain, said.hit.end)
    if said.language != "en" or not passive or not MORE.search(said.plain, 0, said.hit.end):
        return False
    return bool(said.patterns.designate.match(said.plain, passive.end()))
