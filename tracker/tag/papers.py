"""Tells whether a sentence reports that a paper on the initiative was put out."""

import re

from tracker.tag.lexicon import Patterns

Span = tuple[int, int]
TITLE = re.compile(r"《[^》]*》")


def issues(sentence: str, hit: Span, p: Patterns, language: str) -> bool:
    """True where `sentence` reports as news that a paper about the initiative at `hit` was issued."""
    if language == "en":
        return _english(sentence, hit, p)
    titles = [m.span() for m in TITLE.finditer(sentence)]
    own = next((t for t in titles if t[0] <= hit[0] < t[1]), None)
    outside = TITLE.sub(lambda m: "□" * len(m[0]), sentence)
    if own:
        return _titled(outside, own, p)
    return _untitled(sentence, outside, hit, p)


def _titled(outside: str, title: Span, p: Patterns) -> bool:
    clause_start = max(outside.rfind(c, 0, title[0]) for c in "，。；\n：") + 1
    before, after = outside[clause_start:title[0]], outside[title[1]:]
    if p.recall.search(before) and not p.issue.search(before):
        return False
    verb = list(p.issue.finditer(before))
    if verb:
        return not before[verb[-1].end():].startswith("的")
    next_clause = re.split(r"[，。；]", after)[0]
    return bool(p.issue.search(next_clause)) and not p.recall.search(outside[:title[0]] + next_clause)


def _untitled(sentence: str, outside: str, hit: Span, p: Patterns) -> bool:
    clause_start = max(outside.rfind(c, 0, hit[0]) for c in "，。；\n：") + 1
    ends = [x for x in (outside.find(c, hit[1]) for c in "，。；\n") if x >= 0]
    clause_end = min(ends, default=len(outside))
    before, after = outside[clause_start:hit[0]], outside[hit[1]:clause_end]
    about = re.search(r"(?:印发|发布|下发|公布|出台)[^，。]*关于", before)
    if about and p.paper.search(after):
        return True
    paper = p.paper.search(after)
    if paper and p.issue.search(after[paper.end():]) and not p.will.search(before + after) and not p.recall.search(outside[:hit[0]]):
        return True
    notice = re.search(r"(?:印发|发布|下发|发出)(?:了|有关|相关)*(?:通知|公告|通告)", outside[:hit[0]])
    return bool(notice and p.launch.search(outside[notice.end():hit[0]]))


def _english(sentence: str, hit: Span, p: Patterns) -> bool:
    verb = p.issue.search(sentence)
    paper = p.paper.search(sentence)
    return bool(verb and paper and abs(paper.start() - hit[0]) < 80 and not p.will.search(sentence[:hit[0]]))
