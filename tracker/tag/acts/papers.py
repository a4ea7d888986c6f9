"""Tells whether a sentence reports as news that a paper on the initiative was put out."""

import re

from tracker.tag.acts.utterances import TITLE, Utterance, strike
from tracker.text import Span

ABOUT = re.compile(r"(?:印发|发布|下发|公布|出台|制定)了?[^，。；]{0,8}关于")
NOTICE = re.compile(r"(?:印发|发布|下发|发出|公布)(?:了|有关|相关|关于)*(?:通知|公告|通告)")
CLAUSE_START = re.compile(r"[，。；：]")
CLAUSE_END = re.compile(r"[，。；]")
# A review of several years: 2016年以来，印发了《…》.
SINCE = re.compile(r"[年月]来|以来|先后|相继|陆续")
# 22 standards have been released: a result.
MANY = re.compile(r"\d[^.,;]{0,50}\bstandards (?:have|had) been\b")
NEAR = 80


def issues(said: Utterance) -> bool:
    """True where a paper about the initiative was issued; one that is recalled, or lists names, does not count."""
    if said.language == "en":
        return _english(said)
    if said.dated_back:
        return False
    return _titled(said, said.title) if said.title else _untitled(said) or _noticed(said)


def notice(sentence: str) -> bool:
    """Whether `sentence` says that a notice was issued, without its name: 印发通知."""
    return bool(NOTICE.search(sentence))


def _titled(said: Utterance, title: Span) -> bool:
    p, outside = said.patterns, strike(TITLE, said.text)
    if p.listed.search(said.text[slice(*title)]) or SINCE.search(outside[: title.start]):
        return False
    before = CLAUSE_START.split(outside[: title.start])[-1]
    recalled = p.recall.search(before)
    if verbs := list(p.issue.finditer(before)):
        attributed = before[verbs[-1].end() :].startswith("的")
        return not attributed and not (recalled and recalled.start() < verbs[0].start())
    after = CLAUSE_END.split(outside[title.end :])[0]
    recalled = p.recall.search(outside[: title.start] + after)
    return bool(p.issue.search(after)) and not recalled and not p.will.search(before)


def _untitled(said: Utterance) -> bool:
    """印发关于 X 的通知, X 规划出台."""
    p = said.patterns
    paper = p.paper.search(said.after)
    if paper is None or p.will.search(said.before + said.after):
        return False
    if ABOUT.search(said.before):
        return True
    return bool(p.issue.search(said.after, paper.end())) and not p.recall.search(said.plain[: said.hit.start])


def _noticed(said: Utterance) -> bool:
    """发布通知，启动 X: the notice is named, and what it starts."""
    found = NOTICE.search(said.plain, 0, said.hit.start)
    return bool(found and said.patterns.launch.search(said.plain, found.end(), said.hit.start))


def _english(said: Utterance) -> bool:
    """Verb and paper anywhere near the name, unless the name comes after what will be or what was listed."""
    p, before = said.patterns, said.plain[: said.hit.start]
    paper = p.paper.search(said.text)
    if (
        not p.issue.search(said.plain)
        or not paper
        or MANY.search(said.plain)
        or abs(paper.start() - said.hit.start) > NEAR
    ):
        return False
    return not p.will.search(before) and not p.listed.search(before)
