"""Figures: which quantities of a text are said of which initiative, of which time, reached or aimed at."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.tag.owners import owned
from tracker.tag.periods import Period
from tracker.tag.quantities import Quantity
from tracker.tag.sentences import Hit, Sentence, sentences

AT_MOST = 5
PAPER = re.compile(r"《[^》]*》|[通公]知|[通公]告|opinions|guideline|plan|notice|measures", re.IGNORECASE)
RELEASED = re.compile(r"印发|发布|出台|公布|下发|\b(?:issued?|released?|unveiled|published)\b")
SAME_SUBJECT = re.compile(r"[\s*]*(?:其中|同期|of (?:them|these|the total)\b|among them)", re.IGNORECASE)
AHEAD = re.compile(
    r"将|力争|争取|目标|计划|拟|到20\d\d年|要(?:达到|超过|突破)|\bwill\b|\baims?\b|\bplans?\b|\btargets?\b|\bby 20\d\d\b|"
    r"\bstrives?\b|\bgoals?\b|\bexpected to\b|\bshould\b"
)
DONE = re.compile(
    r"已|了|累计|截至|目前|同比|环比|\bhas\b|\bhad\b|\bhave\b|\bgrew\b|\brose\b|increased|\breached\b|\bwas\b|\bwere\b"
)

Told = dict[str, list[dict[str, Any]]]


def figures(text: str, hits: Sequence[Hit], published: date | None) -> Told:
    """The figures that a text states of each initiative, at most five, in reading order.

    `hits` are (initiative, start, end) of the initiatives' names in the text. A figure is {"value", "unit"
    (`%`, `count` or as written), "what" (the clause that states it), "period" (EDTF, or None), "kind"
    ("result" or "target"), "year" (in which its period ends, or None)}.
    A headline rounds, so its figures count only where the text below states none.
    """
    told: Told = {}
    from_headings: Told = {}
    for sentence, quantity, owners, period in _attributed(text, sentences(text, hits, published)):
        for initiative in owners:
            into = from_headings if sentence.heading else told
            into.setdefault(initiative, []).extend(_figures(text, sentence, quantity, period, published))
    for initiative, rounded in from_headings.items():
        told.setdefault(initiative, rounded)
    return {initiative: _distinct(stated)[:AT_MOST] for initiative, stated in told.items()}


def _attributed(
    text: str, told: list[Sentence]
) -> Iterator[tuple[Sentence, Quantity, set[str], Period | None]]:
    """Every quantity that belongs to an initiative, with the period that holds for it."""
    last: set[str] = set()
    paper: set[str] = set()
    heading: Sentence | None = None
    item = None
    period: Period | None = None
    for sentence in told:
        if sentence.item != item:
            item, last, paper, period, heading = sentence.item, set(), set(), None, None
        if sentence.heading:
            heading = sentence
        paper = _paper(text, sentence, heading) or paper
        follows = bool(SAME_SUBJECT.match(text, sentence.start))
        known = last if follows else set()
        last = set() if not follows else last
        if sentence.periods:
            period = sentence.periods[0]
        for quantity, owners in owned(text, sentence):
            whose = (
                owners or (known if not sentence.hits else set()) or (paper if not sentence.hits else set())
            )
            last = last | owners
            if whose:
                yield sentence, quantity, whose, _period(sentence, quantity) or period


def _paper(text: str, sentence: Sentence, heading: Sentence | None) -> set[str]:
    """The initiatives of a paper whose release a sentence tells: named in its title, or else in the headline."""
    said = text[sentence.start : sentence.end]
    if sentence.heading or not (RELEASED.search(said) and PAPER.search(said)):
        return set()
    titles = [(sentence.start + m.start(), sentence.start + m.end()) for m in re.finditer("《[^》]*》", said)]
    titled = {i for i, start, _ in sentence.hits if any(a < start < b for a, b in titles)}
    named = {i for i, _, _ in sentence.hits}
    return (
        titled
        or ({i for i, _, _ in heading.hits} if heading else set())
        or (named if len(named) == 1 else set())
    )


def _period(sentence: Sentence, quantity: Quantity) -> Period | None:
    before = [p for p in sentence.periods if p.start < quantity.start]
    after = [p for p in sentence.periods if p.start >= quantity.end]
    return before[-1] if before else after[0] if after else None


def _figures(
    text: str, sentence: Sentence, quantity: Quantity, period: Period | None, published: date | None
) -> Iterator[dict[str, Any]]:
    year = period.last[0] if period else None
    what = _clause(text, sentence, quantity)
    for value in quantity.values:
        yield {
            "value": value,
            "unit": quantity.unit,
            "what": what,
            "period": period.written() if period else None,
            "kind": _kind(text[sentence.start : sentence.end], period, published),
            "year": year,
        }


def _kind(said: str, period: Period | None, published: date | None) -> str:
    if period and published and period.last > (published.year, published.month):
        return "target"
    return "target" if AHEAD.search(said) and not DONE.search(said) else "result"


def _clause(text: str, sentence: Sentence, quantity: Quantity) -> str:
    """The clause that states a quantity."""
    start = max(text.rfind(mark, sentence.start, quantity.start) for mark in "，,：:；\n") + 1
    ends = [at for mark in "，；。\n" if (at := text.find(mark, quantity.end, sentence.end)) >= 0]
    return text[max(start, sentence.start) : min(ends, default=sentence.end)].strip(" *　\n")


def _distinct(stated: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(f["value"], f["unit"]): f for f in reversed(stated)}.values())[::-1]
