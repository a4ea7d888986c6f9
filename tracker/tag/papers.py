"""Tells whether a sentence reports as news that a paper on the initiative was put out."""

import re

from tracker.tag.utterances import TITLE, Utterance, strike
from tracker.text import Span

ABOUT = re.compile(r"(?:印发|发布|下发|公布|出台|制定)(?:了)?[^，。；]{0,8}关于")
NOTICE = re.compile(r"(?:印发|发布|下发|发出|公布)(?:了|有关|相关|关于)*(?:通知|公告|通告)")
NEXT_CLAUSE = re.compile(r"[，。；]")
LISTED = re.compile(r"名单|名录|\blist of\b")
NEAR = 80


def issues(said: Utterance) -> bool:
    """True where the sentence reports that a paper about the initiative was issued, and does not recall one."""
    if said.language == "en":
        return _english(said)
    title = next((m for m in TITLE.finditer(said.text) if m.start() <= said.hit.start < m.end()), None)
    outside = strike(TITLE, said.text)
    if title:
        return _titled(said, outside, Span(*title.span()))
    return _untitled(said) or _noticed(said)


def _titled(said: Utterance, outside: str, title: Span) -> bool:
    p = said.patterns
    if LISTED.search(said.text[slice(*title)]):
        return False
    before = re.split(r"[，。；：]", outside[: title.start])[-1]
    after = NEXT_CLAUSE.split(outside[title.end :])[0]
    recalled = p.recall.search(before)
    if verbs := list(p.issue.finditer(before)):
        attributed = before[verbs[-1].end() :].startswith("的")
        return not attributed and not (recalled and recalled.start() < verbs[0].start())
    recalled = p.recall.search(outside[: title.start] + after)
    return bool(p.issue.search(after)) and not recalled and not p.will.search(before)


def _untitled(said: Utterance) -> bool:
    p = said.patterns
    paper = p.paper.search(said.after)
    if paper is None or p.will.search(said.before + said.after):
        return False
    if ABOUT.search(said.before):
        return True
    return bool(p.issue.search(said.after, paper.end())) and not p.recall.search(said.plain[: said.hit.start])


def notice(sentence: str) -> bool:
    """Whether `sentence` says that a notice was issued, without its name: 印发通知."""
    return bool(NOTICE.search(sentence))


def _noticed(said: Utterance) -> bool:
    """发布通知，启动 X: the notice is named, and what it starts."""
    notice = NOTICE.search(said.plain, 0, said.hit.start)
    return bool(notice and said.patterns.launch.search(said.plain, notice.end(), said.hit.start))


def _english(said: Utterance) -> bool:
    """Verb and paper anywhere near the name, unless the name comes after what will be or what was listed."""
    p, before = said.patterns, said.plain[: said.hit.start]
    verb, paper = p.issue.search(said.plain), p.paper.search(said.text)
    if not verb or not paper or abs(paper.start() - said.hit.start) > NEAR:
        return False
    return not p.will.search(before) and not LISTED.search(before)
