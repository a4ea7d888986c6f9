"""Decides what a document says of an initiative: the strongest act, and the sentence that proves it."""

import re
from dataclasses import dataclass

from tracker.tag.lexicon import Patterns
from tracker.tag.modality import masked, stance
from tracker.tag.papers import issues

Span = tuple[int, int]
ACTS = ("issued", "launched", "designated", "pledged", "progress", "mentioned")
NAMED_TIME = re.compile(r"今年|年内|明年|20\d\d年|[一二三四]季度|\d+月|this year|next year|in 20\d\d|in (?:January|February|March|April|May|June|July|August|September|October|November|December)", re.I)
COUNTED = re.compile(r"[\d一二三四五六七八九十百两]+(?:多|余)?(?:家|个|座|批|项|户)|首批|新一批|第.批|[A-Z]?\b\d+ ")


@dataclass(frozen=True)
class Statement:
    """The strongest thing said: its act and the span of the sentence that says it, and of the hit in it."""

    act: str
    start: int
    end: int
    hit: Span


def act_of(sentence: str, hit: Span, p: Patterns, language: str, mood: str | None) -> str:
    """The act that `sentence` reports of the initiative at `hit`."""
    if issues(sentence, hit, p, language):
        return "issued"
    if launches(sentence, hit, p, language, mood):
        return "launched"
    if designates(sentence, hit, p, language):
        return "designated"
    return stance(sentence, hit, p, language, mood)


def launches(sentence: str, hit: Span, p: Patterns, language: str, mood: str | None) -> bool:
    """True where the initiative, or a pilot or an action under it, is started."""
    plain = masked(sentence, p)
    verbs = [m for m in p.launch.finditer(plain)]
    for verb in verbs:
        between = plain[verb.end():hit[0]] if verb.end() <= hit[0] else plain[hit[1]:verb.start()]
        if re.search(r"[，。；,;]" if language == "zh" else r"[;]", between) or len(between) > (40 if language == "zh" else 60):
            continue
        if language == "zh" and verb[0] in ("开展", "展开") and not p.action.search(plain[hit[1]:]):
            continue
        will = p.will.search(plain[:max(verb.start(), 0)])
        if will and not NAMED_TIME.search(sentence):
            continue
        return mood != "pledged"
    return False


def designates(sentence: str, hit: Span, p: Patterns, language: str) -> bool:
    """True where named or counted entities under the initiative are newly recognised."""
    plain = masked(sentence, p)
    for verb in p.designate.finditer(plain):
        if p.will.search(plain[:verb.start()]) :
            continue
        between = plain[verb.end():hit[0]]
        rest = plain[verb.start():]
        if verb.end() <= hit[0] and "。" not in between and p.entity.search(plain[hit[0]:hit[1] + 40]) and COUNTED.search(rest):
            return True
    return False
