"""Find the rule by which a mention has its act."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from config.schema.words import Words
from tracker.acts import ACTS as KNOWN_ACTS
from tracker.explain.cascade import OF_ACTS, Cascade, noting
from tracker.explain.deciding import Found, Run, Stages, Verdict, decide
from tracker.explain.naming import Rule, default_name, pattern_name
from tracker.explain.switching import without, words_without
from tracker.explain.tracing import Trace, recording, traced
from tracker.tag.acts.rule_tables import act_of, deciding_row
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule as Row
from tracker.tag.news_papers import Hits, issued
from tracker.tag.reading import Reading
from tracker.tag.statements import OF_HEADLINES, OF_TITLED, Statement
from tracker.tag.tagger import NameRule
from tracker.text.normalize import Span

ACTS, STATEMENTS = "tracker.tag.acts", "tracker.tag.statements"
# The order in which the cascade asks, by the module that asks. The preparation of a sentence for all of them is last.
STAGES = (
    ("issued", (f"{ACTS}.issued", "tracker.tag.news_papers")),
    ("launched", (f"{ACTS}.launched",)),
    ("designated", (f"{ACTS}.designated",)),
    ("mentioned", (f"{ACTS}.mentioned",)),
    ("modality", (f"{ACTS}.modality", "tracker.tag.reading")),
    ("context", (f"{ACTS}.target_context",)),
    ("tense", (ACTS,)),
)
ORDER = ("issued", "launched", "designated", "mentioned", "tense", "modality", "context", "")
# The stage that gives an act, and is therefore asked first.
GIVES = {"progress": "tense", "pledged": "tense"}
# The grounds on which a constant decides by itself, and which constant.
BY_CONSTANT = {
    "its-words": (STATEMENTS, "ITS_WORDS"),
    "its-future": (STATEMENTS, "ITS_FUTURE"),
    "answer": (STATEMENTS, "ASKED"),
    "notice": (f"{ACTS}.issued.releases_zh", "NOTICE"),
    "of-notice": (STATEMENTS, "OF_NOTICE"),
}


@dataclass(frozen=True)
class Decision:
    """Hold the source of an act, the rules that matched in the order in which they are asked, and how they decide."""

    act: Any
    stages: Stages
    trace: Trace
    run: Run
    verdict: Verdict


def rule_namer(words: Words) -> NameRule:
    """Return a function that names the rule of a statement's act."""
    # Its parts are built now, and not at the first document.
    with traced(Trace(), OF_ACTS):
        return partial(_name_rule, words)


def _name_rule(words: Words, reading: Reading, initiative: str, statement: Statement, hits: Hits, titled: Hits) -> str:
    if statement.ground in BY_CONSTANT:
        return pattern_name(*BY_CONSTANT[statement.ground])
    if statement.ground == "title" and reading.kind in OF_TITLED:
        return of_titled(reading.kind)
    if row := row_of(reading, statement):
        return row.name
    rule = decision(words, reading, initiative, statement, hits, titled).verdict.rule
    return rule.name if rule else default_name("acts", statement.act)


def row_of(reading: Reading, statement: Statement) -> Row | None:
    """Return the row by which the sentence of a statement reports its act."""
    said = _context(reading, statement.hit)
    return deciding_row(statement.act, said) if said else None


def of_titled(kind: str) -> str:
    """Name the rule by which a document's kind gives the act of a title: `statements.of-titled.paper`."""
    return pattern_name(STATEMENTS, "OF_TITLED", (kind,))


def decision(
    words: Words, reading: Reading, initiative: str, statement: Statement, hits: Hits, titled: Hits
) -> Decision:
    """Decide how the act of a statement is found; its ground is a sentence, a title or the head of a report."""
    if statement.ground == "news-papers":
        return _decision_on_paper(words, reading, initiative, hits, titled)
    if statement.ground == "title":
        return _decision_on_title(words, reading, statement.act, titled[initiative])
    return decision_at(words, reading, statement.hit)


def decision_at(words: Words, reading: Reading, hit: Span) -> Decision:
    """Decide how the act of the sentence around one hit is found."""
    return _decision(words, reading, partial(_context, hit=hit))


def _context(reading: Reading, hit: Span) -> TargetContext | None:
    """Return the sentence around a hit, or None if it is a reporter's question."""
    return None if reading.is_question(hit.start) else reading.utterance(hit)


def _decision_on_title(words: Words, reading: Reading, act: str, titled: Any) -> Decision:
    hit = next(hit for hit in titled if act_of(reading.title_utterance(hit)) == act in OF_HEADLINES)
    return _decision(words, reading, lambda reading: reading.title_utterance(hit))


def _decision(words: Words, reading: Reading, prepare: Callable[[Reading], TargetContext | None]) -> Decision:
    """Decide how the act of a sentence is found."""
    with recording(OF_ACTS):
        return _decision_by(Cascade(words, reading, prepare))


def _decision_by(cascade: Cascade) -> Decision:
    if row := cascade.row_without():
        return Decision(
            cascade.act,
            _staged(cascade.act, cascade.trace),
            cascade.trace,
            cascade.act_without,
            _of_row(cascade, row),
        )

    def found(rules: frozenset[Rule]) -> Stages:
        return _staged(cascade.act, cascade.traced_without(rules))

    return _decided(cascade.act, cascade.trace, cascade.act_without, found)


def _of_row(cascade: Cascade, row: Row) -> Verdict:
    """Return the first row that holds as the verdict; `besides` are rows that hold without it, and go with it."""
    gone = [Rule(row.name)]
    while (act := cascade.act_without(frozenset(gone))) == cascade.act and (other := cascade.row_without(gone)):
        gone.append(Rule(other.name))
    return Verdict(gone[0], act, tuple(gone[1:]))


def _decision_on_paper(words: Words, reading: Reading, initiative: str, hits: Hits, titled: Hits) -> Decision:
    """Decide how the head of a report shows that the paper that it reports is a paper on an initiative."""
    trace, noted = Trace(), noting(words, reading)
    with traced(trace, OF_ACTS):
        issued(noted, hits, titled)

    def run(rules: frozenset[Rule]) -> str:
        patterns = words_without(reading.patterns, rules)
        with without(rules):
            told = issued(replace(reading, patterns=patterns), hits, titled)
        return "issued" if initiative in told else "not issued"

    def found(rules: frozenset[Rule]) -> Stages:
        more, noted = Trace(), noting(words, reading, rules)
        with traced(more, OF_ACTS), without(rules):
            issued(noted, hits, titled)
        return _staged("issued", more)

    return _decided("issued", trace, cache(run), found)


def _decided(act: str, trace: Trace, run: Run, found: Found) -> Decision:
    stages = _staged(act, trace)
    return Decision(act, stages, trace, run, decide(act, stages, run, found))


def _staged(act: str, trace: Trace) -> Stages:
    """Return the rules that matched: those of the stage that gives the act, then the other stages in their order."""
    first = GIVES.get(act, act)
    staged: dict[str, list[Rule]] = {stage: [] for stage in (first, *ORDER)}
    for rule, module in trace.modules.items():
        staged[stage_of(module)].append(rule)
    return list(staged.values())


@cache
def stage_of(module: str) -> str:
    """Return the stage of the cascade to which a module belongs; "" for a module outside the cascade."""
    return next((stage for stage, rooms in STAGES if module.startswith(rooms)), "")


def defaults() -> Iterator[str]:
    """Yield the names of rules that are not patterns."""
    yield from (default_name("acts", act) for act in KNOWN_ACTS)
    yield from (of_titled(kind) for kind in OF_TITLED)
