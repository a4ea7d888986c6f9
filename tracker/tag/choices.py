"""Tells whether a sentence reports that entities under the initiative were newly recognised, listed or set up."""

import re

from tracker.tag.chinese import is_target
from tracker.tag.utterances import STRUCK, Utterance, tells_news

SET_UP = re.compile(r"(?:决定|同意|批准)(?:成立|组建|设立|支持)")
# Of the initiative's own clause: 武汉入选首批……试点城市, 创建首家……工厂.
CHOSEN = re.compile(
    r"(?:入选|获批|获评|跻身|成为)[^，。]{0,12}(?:首批|国家|全国|第.批)|创建(?:成为)?(?:全国)?首[家个批]|列入[^，。]{0,6}(?:首批|第.批|名单)"
)
LIST = re.compile(r"首批|新一批|第.{1,3}批|名单|名录|典型案例|\bnew\b|\blist\b|\bbatch\b|\bfirst\b", re.IGNORECASE)
LIST_OUT = re.compile(r"(?:名单|名录)[^，。]{0,6}(?:公布|发布|出炉|揭晓|确定|印发)")
LIST_TITLE = re.compile(r"(?:印发|发布|公布|下发)[^，。]{0,4}《[^》]*(?:名单|名录)[^》]*》")
COUNTED = re.compile(r"\d|[一二三四五六七八九十两]+(?:家|个|座|批|项|户)|首批|新一批")
NOT_NEW = re.compile(r"显示|累计|截至|已有|支撑|服务|面向|赋能|围绕|[。；;]")
# Thirteen new zones were approved: the passive of English stands behind the name.
PASSIVE = re.compile(r"[^.;]{0,40}\b(?:were|was|been)\b")
NEW = re.compile(r"\b(?:new|more|first|another|batch)\b", re.IGNORECASE)
FARTHEST = 40


def designates(said: Utterance) -> bool:
    """True where the choice is new; a target, a plan or a running total is none."""
    p, plain = said.patterns, said.plain
    if set_up := SET_UP.search(plain, 0, said.hit.start):
        return bool(p.entity.search(plain, set_up.end()))
    if not tells_news(said) or is_target(said):
        return False
    if LIST_TITLE.search(said.text) or LIST_OUT.match(said.after) or LIST_OUT.search(said.after):
        return not p.recall.search(said.before)
    if CHOSEN.search(said.before + STRUCK + said.after):
        return not p.will.search(said.lead + said.before)
    if not p.entity.search(plain[said.hit.start : said.hit.end + FARTHEST]):
        return False
    return _is_chosen(said) or _was_chosen(said)


def _is_chosen(said: Utterance) -> bool:
    """Whether a word of choosing with a number, or one of publishing with a list, governs the initiative."""
    p, plain = said.patterns, said.plain
    end = said.clause.end
    for verb in [*p.designate.finditer(plain, 0, said.hit.start), *p.issue.finditer(plain, 0, said.hit.start)]:
        between = plain[verb.end() : said.hit.start]
        if p.will.search(said.lead + plain[: said.hit.start]) or NOT_NEW.search(between):
            continue
        sign = COUNTED if p.designate.fullmatch(verb[0]) else LIST
        if sign.search(plain[verb.end() : end]):
            return True
    return False


def _was_chosen(said: Utterance) -> bool:
    p, plain = said.patterns, said.plain
    passive = PASSIVE.match(plain, said.hit.end)
    if said.language != "en" or not passive or not NEW.search(plain, 0, said.hit.end):
        return False
    return bool(p.designate.match(plain[passive.end() :].lstrip()))
