"""Find the marks of plans and results in an English sentence; the one nearest to the name decides."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.tag.acts.cues import Words
from tracker.tag.acts.target_context import TargetContext, strike
from tracker.tag.acts.tense import tenses_en as en
from tracker.tag.acts.tense.english import STILL, before, behind, is_reckoned, settings, without_what_is_beside
from tracker.tag.engine import Rule, Table
from tracker.tag.notation import compiled

DECIDED = Table(en.DECIDED)
REPORTED, PLANS, RESULTS = Table(en.REPORTED), Table(en.PLANS), Table(en.RESULTS)
BEFORE_PLANS, TO_AN_END, EFFORTS = Table(en.BEFORE_PLANS), Table(en.TO_AN_END), Table(en.EFFORTS)
NO_MARK_BEFORE, NO_MARK = Table(en.WITH_NO_MARK_BEFORE), Table(en.WITH_NO_MARK)

# Within so many characters behind "will" a verb belongs to it: "will have built", "will continue to".
INSIDE = 14
# Hopes to have 100 centers: the verb is no auxiliary.
TO_HAVE = re.compile(r"(?<=\bto )have\b")
IS_ED = re.compile(r"(?:is|are)\b.*(?:ed|ilt|wn|aken)$")
# Will be stabilized and expanded; should be made stronger, and industries upgraded.
BE_DONE = re.compile(r"\b(?:will|shall|should|must|to) (?:\w+ly )?be \w+")
SAYS = ("said", "pointed", "noted", "stressed")


class Mark(NamedTuple):
    """Where a text plans or reports something, and by which row; at one place a report is the last."""

    start: int
    act: str
    row: Rule
    match: re.Match[str]


def by_marks(said: TargetContext) -> Rule | None:
    """Return the row by which a sentence plans, reports or only names the initiative."""
    if row := DECIDED.first(said):
        return row
    text = before(said)
    marks = [*_marks(said, text), *(Mark(m.end(), row.gives, row, m) for row, m in _found(EFFORTS, said, text))]
    last = max(marks, key=_place, default=None)
    if last and last.start >= max(settings(said), default=0):
        return last.row.by(last.match)
    if row := NO_MARK_BEFORE.first(said):
        return row
    first = min(_marks(said, behind(said)), key=_place, default=None)
    return first.row.by(first.match) if first else NO_MARK.first(said)


def _place(mark: Mark) -> tuple[int, str]:
    return mark.start, mark.act


def _found(table: Table, said: TargetContext, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield every match of the words or the pattern of each row."""
    for row in table.rows:
        (words,) = row.when or (None,)
        pattern = words.pattern(said) if isinstance(words, Words) else compiled(row.text, row.language)
        yield from ((row, match) for match in pattern.finditer(text))


def _marks(said: TargetContext, text: str) -> Iterator[Mark]:
    """Yield where `text` plans and where it reports; after a plan only an auxiliary reports something done."""
    reported = [*_found(REPORTED, said, text)]
    yield from (Mark(m.start(), row.gives, row, m) for row, m in reported)
    for _, m in reported:
        text = text[: m.start()] + "□" * len(m[0]) + text[m.end() :]
    text = strike(TO_HAVE, text)
    plans = [] if is_reckoned(said, text) else [*_found(PLANS, said, strike(STILL, text))]
    planned = [m.start() for _, m in plans]
    yield from (Mark(m.start(), row.gives, row, m) for row, m in plans)
    if planned:
        text = without_what_is_beside(text, planned)
    for row, m in _results(said, text, planned=bool(planned)):
        if not any(0 <= m.start() - start < INSIDE for start in planned):
            yield Mark(m.start(), row.gives, row, m)
    yield from _before_plans(said, text[: min(planned, default=len(text))])


def _results(said: TargetContext, text: str, *, planned: bool) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield the results in `text`.

    These are none: "upgraded" after "will be made stronger", "continue to" of a plan, and what only says something.
    """
    p, be_done = said.patterns, BE_DONE.search(text)
    for row, m in _found(RESULTS, said, text):
        verb = m.groupdict().get("verb")
        if verb and (p.issue.fullmatch(verb) or p.urge.fullmatch(verb) or verb in SAYS):
            continue
        to_be_done = row.when and be_done and m.start() > be_done.start() and m[0].endswith("ed")
        if not to_be_done and not (planned and m[0].lower() == "continue to"):
            yield row, m


def _before_plans(said: TargetContext, text: str) -> Iterator[Mark]:
    """Yield the marks of `text`, before a plan, that a verb without an auxiliary makes."""
    p, to_an_end = said.patterns, TO_AN_END.first(said)
    for row, m in _found(BEFORE_PLANS, said, text):
        verbs = m.groupdict()
        if "acted" in verbs:
            yield Mark(m.start("acted"), row.gives, row, m)
        elif not any(words.fullmatch(verbs["verb"]) for words in (p.say, p.urge, p.issue)):
            decides = to_an_end if to_an_end and IS_ED.match(m[0]) else row
            yield Mark(m.start(), decides.gives, decides, m)
