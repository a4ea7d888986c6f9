"""Tells whether a sentence starts the initiative or something under it, or newly recognises entities."""

import re

from tracker.tag.chinese import is_target
from tracker.tag.utterances import STRUCK, Utterance

NAMED_TIME = re.compile(
    r"今年|年内|明年|20\d\d年|[一二三四]季度|\d+月|\b(?:this|next) (?:year|month)|\bin (?:20\d\d|[A-Z][a-z]+ber|January|February|March|April|May|June|July|August)"
)
COUNTED = re.compile(r"[\d一二三四五六七八九十百两]+(?:多|余)?(?:家|个|座|批|项|户)|首批|新一批|第.批|\b\d+\b|new batch|first batch|list")
SET_UP = re.compile(r"(?:决定|同意|批准)(?:成立|组建|设立|支持)")
FOR_IT = re.compile(r"支撑|服务|面向|赋能|围绕")
CHOSEN = re.compile(r"(?:入选|获批|获评|跻身|成为)[^，。]{0,12}(?:首批|国家|全国|第.批)|创建(?:成为)?(?:全国)?首[家个批]|列入[^，。]{0,6}(?:首批|第.批|名单)")
FARTHEST = {"zh": 40, "en": 60}
CARRIED_ON = ("开展", "展开", "实施")
ORDERED = re.compile(r"(?:组织|联合|部署|正式|首次|今天|今日|昨天|近日|日前)[^，。]{0,6}$")
LASTING = re.compile(r"(?:持续|深入|继续|广泛)$")
FINISHED = re.compile(r"已$|已经$|正式$|全面$")


def launches(said: Utterance) -> bool:
    """True where the initiative, or a pilot or an action under it, is started now or at a named time."""
    if not _tells_news(said):
        return False
    return any(_launched_by(said, verb) for verb in said.patterns.launch.finditer(said.plain))


def _launched_by(said: Utterance, verb: re.Match[str]) -> bool:
    p, plain = said.patterns, said.plain
    if verb.end() <= said.hit.start:
        between, beyond = plain[verb.end() : said.hit.start], plain[said.hit.end : said.clause.end]
    else:
        between, beyond = plain[said.hit.end : verb.start()], plain[verb.end() :]
    if len(between) > FARTHEST[said.language]:
        return False
    if re.search(r"[，。；,;]" if said.language == "zh" else ";", between) and not _goes_on(said, between, verb):
        return False
    if verb[0] in CARRIED_ON and not _is_new(said, verb):
        return False
    if p.will.search(said.lead + plain[: verb.start()]) and not NAMED_TIME.search(said.text):
        return False
    return True


def _is_new(said: Utterance, verb: re.Match[str]) -> bool:
    """开展 says of old actions and new ones that they are carried out; only a notice or a list makes it news."""
    p, before = said.patterns, said.text[: verb.start()]
    action = p.action.search(said.plain, said.hit.end)
    return bool(action and (ORDERED.search(before) or p.issue.search(before)) and not LASTING.search(before))


def _goes_on(said: Utterance, between: str, verb: re.Match[str]) -> bool:
    """6G 第一阶段试验完成，已启动第二阶段试验: a later clause goes on with the same action."""
    action = said.patterns.action.search(between)
    return bool(action and FINISHED.search(said.plain[: verb.start()]) and action[0] in said.plain[verb.end() :])


def designates(said: Utterance) -> bool:
    """True where named or counted entities under the initiative are newly recognised, listed or set up."""
    p, plain = said.patterns, said.plain
    if set_up := SET_UP.search(plain, 0, said.hit.start):
        return bool(p.entity.search(plain, set_up.end()))
    if not _tells_news(said) or is_target(said):
        return False
    if chosen := CHOSEN.search(said.before + STRUCK + said.after):
        return not p.will.search(said.lead + said.before) and bool(chosen)
    if not COUNTED.search(plain) or not p.entity.search(plain[said.hit.start : said.hit.end + 40]):
        return False
    return any(_designated_by(said, verb) for verb in p.designate.finditer(plain, 0, said.hit.start))


def _tells_news(said: Utterance) -> bool:
    """News tells what happens; a report does where it looks back; a paper only plans."""
    return said.kind == "news" or (said.kind == "report" and (said.mood == "past" or said.language == "en"))


def _designated_by(said: Utterance, verb: re.Match[str]) -> bool:
    return not said.patterns.will.search(said.lead + said.plain[: verb.start()]) and not FOR_IT.search(
        said.plain[verb.end() : said.hit.start]
    )
