"""Tells what is planned from what is done: the word that governs an initiative in its sentence."""

import re
from dataclasses import dataclass

from tracker.tag.lexicon import Patterns

Span = tuple[int, int]
CLAUSES = {"zh": re.compile(r"[^，,：:；;。！？\n]+"), "en": re.compile(r"[^,;:\n]+")}
TITLES = re.compile(r"《[^》]*》")
TARGET = re.compile(r"(?:到|至|在)?20\d\d年(?:底|末)?(?:前|，|,|力争)|左右|以上$")
FIGURE = re.compile(r"\d[\d.,]*\s*(?:%|％|percent|per cent|[万亿千百]|个|家|辆|台|项|座|条|公里|million|billion|GW|MW)")


def masked(sentence: str, patterns: Patterns) -> str:
    """`sentence` at its length, with paper titles and words that only look like markers struck out."""
    def strike(match: re.Match[str]) -> str:
        return "□" * len(match[0])

    return patterns.blank.sub(strike, TITLES.sub(strike, sentence))


def stance(sentence: str, hit: Span, patterns: Patterns, language: str, mood: str | None) -> str:
    """`pledged`, `progress` or `mentioned`: what the sentence says of the initiative at `hit`."""
    plain = masked(sentence, patterns)
    if language == "en":
        return _english(plain, hit, patterns)
    return _chinese(plain, hit, patterns, mood)


def _chinese(plain: str, hit: Span, p: Patterns, mood: str | None) -> str:
    clauses = [m.span() for m in CLAUSES["zh"].finditer(plain)]
    own = next((k for k, (a, b) in enumerate(clauses) if a <= hit[0] < b), 0)
    a, b = clauses[own] if clauses else (0, len(plain))
    before, after = plain[a:hit[0]], plain[hit[1]:b]
    enumerated = before
    clause = before + after
    if p.setting.search(before):
        return "mentioned"
    will = bool(p.will.search(clause))
    done = bool(p.done.search(clause))
    if will and not done:
        return "pledged"
    if done and not will:
        return "progress"
    if will and done:
        return "pledged" if p.will.search(clause).start() < p.done.search(clause).start() else "progress"
    for k in [*range(own - 1, -1, -1)]:
        c = plain[clauses[k][0]:clauses[k][1]]
        w, d = p.will.search(c), p.done.search(c)
        if w and not d: 
            return "pledged"
        if d and not w:
            break
    for k in [*range(own - 1, -1, -1), *range(own + 1, len(clauses))]:
        c = plain[clauses[k][0]:clauses[k][1]]
        w, d = p.will.search(c), p.done.search(c)
        if d and not w and not p.plan.search(clause):
            return "progress"
        if w and not d:
            return "pledged"
        if d and not w:
            return "progress"
    if p.reached.search(after) and FIGURE.search(after) and mood != "pledged":
        return "progress"
    if p.plan.search(plain):
        return mood or "pledged"
    return "mentioned"


def _english(plain: str, hit: Span, p: Patterns) -> str:
    before = plain[:hit[0]]
    marks = [(m.end(), "pledged") for m in p.will.finditer(before)] + [(m.end(), "progress") for m in p.done.finditer(before)]
    marks += [(m.end(), "progress") for m in re.finditer(r"\b(?:[Ww]e|and|which|it|It)(?: \w+ly)? (?!need)\w+ed\b", before)]
    settings = [m.end() for m in p.setting.finditer(before)]
    if marks:
        return max(marks)[1]
    after = plain[hit[1]:]
    marks = [(m.start(), "pledged") for m in p.will.finditer(after)] + [(m.start(), "progress") for m in p.done.finditer(after)]
    if marks:
        return min(marks)[1]
    if p.plan.search(before):
        return "pledged"
    return "mentioned"
