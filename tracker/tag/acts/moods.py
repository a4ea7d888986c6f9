"""Weighs a Chinese passage, whose verbs have no tense: whether it looks back on results or ahead to plans."""

import re

from tracker.tag.acts.utterances import strike
from tracker.tag.lexicon import Patterns

AIMED = re.compile(r"(?:到|至|在|力争)20\d\d年|力争|目标(?:是|为|：)")
AT_LEAST = re.compile(r"\d[^\d，。；]{0,3}(?:以上|以内)|左右")
# Plans speak in round numbers, results in exact ones: 12.5, 1.07, 7.5%, 1382, 9000多.
EXACT = re.compile(
    r"(?<![\d.])(?:\d{2,9}\.\d|\d\.\d{2}|\d\.\d(?=[%％个])|[1-9]\d{1,8}[1-9](?![\d.年])|\d{1,9}[多余])"
    r"(?![^，。；]{0,6}(?:以上|左右))"
)
CLAUSE_END = re.compile(r"[，。；：！\n—]+")
# What is done once, and told of as readily when it has been.
ONCE = ("制定", "出台", "设立", "建立", "启动", "形成")
FIRM = 2
NUMBER = re.compile(r"\d")


def mood(text: str, p: Patterns) -> str:
    """What a passage does: "past" where it mainly looks back, "plan" where it looks ahead, else "".

    The weights were fitted to work reports, whose headings tell plans from results.
    """
    plain = strike(p.blank, text)
    past = 2 * (_count(p.done, plain) + _count(p.back, plain)) + _count(p.be, plain) + 3 * _count(EXACT, plain)
    aimed = _count(AIMED, plain) + _count(AT_LEAST, plain)
    wanted = _count(p.will, plain) + _count(p.urge, plain) + 2 * _count(p.ahead, plain)
    clauses = [clause.strip() for clause in CLAUSE_END.split(plain)]
    bare = sum(1 for clause in clauses if _is_bare(clause, p))
    leaning = past - 3 * aimed - wanted - bare + (len(clauses) - bare) // 3
    if abs(leaning) < FIRM:
        return ""
    return "past" if leaning > 0 else "plan"


def _is_bare(clause: str, p: Patterns) -> bool:
    """Whether a clause begins with a verb of plans and gives no number: 加快建设…, 积极推进…."""
    verb = p.plan.match(clause)
    return bool(verb and verb[0] not in ONCE and not NUMBER.search(clause) and not p.done.search(clause))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
