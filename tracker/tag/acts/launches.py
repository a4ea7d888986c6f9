"""Tells whether a sentence starts the initiative, or a pilot, a programme or an action under it."""

import re
from itertools import chain

from tracker.tag.acts.utterances import Utterance

NAMED_TIME = re.compile(
    r"今年|年内|明年|20\d\d年|[一二三四]季度|\d+月|\b(?:this|next) (?:year|month)"
    r"|\bin (?:20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)"
)
FARTHEST = {"zh": 40, "en": 60}
PARTED = {"zh": re.compile(r"[，。；,;]"), "en": re.compile(r";")}
CARRIED_ON = ("开展", "展开", "实施")
ORDERED = re.compile(r"(?:组织|联合|部署|正式|首次|今天|今日|昨天|近日|日前)[^，。]{0,6}$")
LASTING = re.compile(r"(?:持续|深入|继续|广泛)$")
TO_LAUNCH = re.compile(r"\b(?:will|shall|to)(?: \w+ly)? launch\b")
BACKGROUND = re.compile(r"\b(?:which|that) (?:was|were)(?: first)? $")
# 启动实施两年来 looks back on a start.
AGO = re.compile(r"(?:实施)?(?:\d+|[一二两三四五六七八九十]+)[个多]*[年月](?:多)?来|(?:实施)?以来")
FINISHED = re.compile(r"(?:已|已经|正式|全面)$")


def launches(said: Utterance) -> bool:
    """True where the start is reported, or announced for a named time."""
    verbs = chain(said.patterns.launch.finditer(said.plain), TO_LAUNCH.finditer(said.plain))
    return said.tells_news and any(_launched_by(said, verb) for verb in verbs)


def _launched_by(said: Utterance, verb: re.Match[str]) -> bool:
    plain, hit = said.plain, said.hit
    between = plain[verb.end() : hit.start] if verb.end() <= hit.start else plain[hit.end : verb.start()]
    if len(between) > FARTHEST[said.language]:
        return False
    if PARTED[said.language].search(between) and not _goes_on(said, between, verb):
        return False
    if AGO.match(plain, verb.end()) or BACKGROUND.search(plain[: verb.start()]):
        return False
    if verb[0] in CARRIED_ON and not _is_new(said, verb):
        return False
    planned = TO_LAUNCH.fullmatch(verb[0]) or said.patterns.will.search(said.lead + plain[: verb.start()])
    return not planned or bool(NAMED_TIME.search(said.text))


def _is_new(said: Utterance, verb: re.Match[str]) -> bool:
    """开展 says of old actions and new ones that they are carried out; only a notice or a list makes it news."""
    p, before = said.patterns, said.text[: verb.start()]
    action = p.action.search(said.plain, said.hit.end)
    return bool(action and (ORDERED.search(before) or p.issue.search(before)) and not LASTING.search(before))


def _goes_on(said: Utterance, between: str, verb: re.Match[str]) -> bool:
    """6G 第一阶段试验完成，已启动第二阶段试验: a later clause goes on with the same action."""
    action = said.patterns.action.search(between) if verb.start() > said.hit.start else None
    return bool(action and FINISHED.search(said.plain[: verb.start()]) and action[0] in said.plain[verb.end() :])
