"""Ask the cascade of acts about one sentence, as it is and without some rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, NamedTuple

from config.schema.words import Words
from tracker.explain.naming import Rule
from tracker.explain.switching import without, words_without
from tracker.explain.tracing import Trace, recorded, recorded_like, traced, traced_apart
from tracker.tag.acts.rule_tables import NEWS, deciding_row, stance
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule as Row
from tracker.tag.reading import Reading

# The modules that hold the patterns of acts.
OF_ACTS = ("tracker.tag.acts", "tracker.tag.reading", "tracker.tag.news_papers")
NO_RULES: frozenset[Rule] = frozenset()
# What `act_of` asks, in its order.
QUESTIONS: tuple[Callable[[TargetContext], Any], ...] = (*NEWS.values(), stance)
VIEWS = ("asserted", "plain", "clause")
COMPARED = (*(one.name for one in fields(TargetContext) if one.name != "patterns"), *VIEWS)


class _Asked(NamedTuple):
    """Hold a question of the cascade, its answer, and the rules that matched meanwhile."""

    ask: Callable[[TargetContext], Any]
    answer: Any
    trace: Trace


class Cascade:
    """Compute the act of a sentence with the rules that matched, and its act without some of them.

    What cannot have changed is not computed again: the views of the sentence, and a question if none of the missing
    rules matched in it.
    """

    def __init__(self, words: Words, reading: Reading, prepare: Callable[[Reading], TargetContext | None]) -> None:
        self._reading, self._prepare = reading, prepare
        self._noting = noting(words, reading)
        self._known: dict[frozenset[Rule], tuple[str, Trace]] = {}
        self._prepared = Trace()
        with traced(self._prepared, OF_ACTS):
            self._context = prepare(self._noting)
            self._asked = [*_ask(_viewed(self._context))] if self._context else []
        self.act = _first_act([one.answer for one in self._asked]) if self._context else "mentioned"
        self.trace = Trace()
        for trace in (*(one.trace for one in self._asked), self._prepared):
            self.trace.take(trace)

    def act_without(self, rules: frozenset[Rule]) -> str:
        """Return the act if `rules` match nothing."""
        return self._run(rules)[0]

    def traced_without(self, rules: frozenset[Rule]) -> Trace:
        """Return the rules that match if `rules` do not."""
        return self._run(rules)[1]

    def row_without(self, rules: Iterable[Rule] = ()) -> Row | None:
        """Return the row by which the sentence reports its act, if `rules` match nothing."""
        if self._context is None:
            return None
        with without(rules):
            return deciding_row(self.act, self._context)

    def _run(self, rules: frozenset[Rule]) -> tuple[str, Trace]:
        if rules not in self._known:
            self._known[rules] = self._run_without(rules)
        return self._known[rules]

    def _run_without(self, rules: frozenset[Rule]) -> tuple[str, Trace]:
        trace, answers = Trace(), []
        fewer = words_without(self._reading.patterns, rules)
        reading = replace(self._noting, patterns=recorded_like(self._noting.patterns, fewer))
        with traced(trace, OF_ACTS), without(rules):
            said = self._said(reading, rules)
            if rules.isdisjoint(self._prepared.modules):
                trace.take(self._prepared)
            for answer, asked in self._answers(said, rules) if said else ():
                answers.append(answer)
                trace.take(asked)
        return _first_act(answers) if said else "mentioned", trace

    def _said(self, reading: Reading, rules: frozenset[Rule]) -> TargetContext | None:
        """Return the sentence by a reading without `rules`, with its views."""
        if self._context is None or not rules.isdisjoint(self._prepared.modules):
            said = self._prepare(reading)
            return _viewed(said) if said else None
        said = replace(self._context, patterns=reading.patterns)
        # They are cached. None of the missing rules matters to them.
        vars(said).update({name: vars(self._context)[name] for name in VIEWS})
        return said

    def _answers(self, said: TargetContext, rules: frozenset[Rule]) -> Iterator[tuple[Any, Trace]]:
        """Yield the answers to the questions up to the first that is answered, each with what matched in it."""
        same = self._context is not None and _is_same(said, self._context)
        for number, ask in enumerate(QUESTIONS):
            known = self._asked[number] if same and number < len(self._asked) else None
            if known and rules.isdisjoint(known.trace.modules):
                answer, trace = known.answer, known.trace
            else:
                trace = Trace()
                with traced_apart(trace):
                    answer = ask(said)
            yield answer, trace
            if answer:
                return


def noting(words: Words, reading: Reading, rules: frozenset[Rule] = NO_RULES) -> Reading:
    """Return a reading without some words, in which the other words record what matches."""
    declared = getattr(words, reading.language)
    return replace(reading, patterns=recorded(words_without(reading.patterns, rules), declared, reading.language))


def _ask(said: TargetContext) -> Iterator[_Asked]:
    """Ask as `act_of` does; trace each question apart from the views of the sentence, which are computed first."""
    for ask in QUESTIONS:
        trace = Trace()
        with traced_apart(trace):
            answer = ask(said)
        yield _Asked(ask, answer, trace)
        if answer:
            return


def _viewed(said: TargetContext) -> TargetContext:
    """Compute the views of a sentence, which are cached, before any question."""
    _ = [getattr(said, name) for name in VIEWS]
    return said


def _is_same(said: TargetContext, other: TargetContext) -> bool:
    """Decide whether two sentences with their views differ in nothing but the words by which they are read."""
    return all(getattr(said, name) == getattr(other, name) for name in COMPARED)


def _first_act(answers: list[Any]) -> str:
    """Return the act of the last question, the only one that was answered."""
    last = answers[-1]
    return last if isinstance(last, str) else list(NEWS)[len(answers) - 1]
