"""Ask the cascade of acts about one sentence, as it is and without some rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from config.schema.words import Words
from tracker.explain.naming import Rule
from tracker.explain.switching import without, words_without
from tracker.explain.tracing import Trace, recorded, traced, traced_apart
from tracker.tag.acts import NEWS, act_of
from tracker.tag.acts.rule_tables import deciding_row, stance
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule as Row
from tracker.tag.reading import Reading

# The modules that hold the patterns of acts.
OF_ACTS = ("tracker.tag.acts", "tracker.tag.reading", "tracker.tag.news_papers")
NO_RULES: frozenset[Rule] = frozenset()
# What `act_of` asks, in its order.
QUESTIONS: tuple[Callable[[TargetContext], Any], ...] = (*NEWS.values(), stance)
VIEWS = ("asserted", "plain", "clause")


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
        self._words, self._reading, self._prepare = words, reading, prepare
        self._prepared = Trace()
        with traced(self._prepared, OF_ACTS):
            self._context = prepare(noting(words, reading))
            self._asked = [*_ask(self._context)] if self._context else []
        self.act = _first_act([one.answer for one in self._asked]) if self._context else "mentioned"
        self.trace = Trace()
        for trace in (*(one.trace for one in self._asked), self._prepared):
            self.trace.take(trace)

    def act_without(self, rules: frozenset[Rule]) -> str:
        """Return the act if `rules` match nothing."""
        patterns = words_without(self._reading.patterns, rules)
        with without(rules):
            if self._context is None or not rules.isdisjoint(self._prepared.modules):
                said = self._prepare(replace(self._reading, patterns=patterns))
                return act_of(said) if said else "mentioned"
            said = replace(self._context, patterns=patterns)
            # They are cached. None of the missing rules matters to them.
            vars(said).update({name: vars(self._context)[name] for name in VIEWS})
            return self._act_of_view(said, rules)

    def row_without(self, rules: Iterable[Rule] = ()) -> Row | None:
        """Return the row by which the sentence reports its act, if `rules` match nothing."""
        if self._context is None:
            return None
        with without(rules):
            return deciding_row(self.act, self._context)

    def _act_of_view(self, said: TargetContext, rules: frozenset[Rule]) -> str:
        answers = []
        for number, ask in enumerate(QUESTIONS):
            known = self._asked[number] if number < len(self._asked) else None
            answers.append(known.answer if known and rules.isdisjoint(known.trace.modules) else ask(said))
            if answers[-1]:
                break
        return _first_act(answers)

    def traced_without(self, rules: frozenset[Rule]) -> Trace:
        """Return the rules that match if `rules` do not."""
        trace = Trace()
        with traced(trace, OF_ACTS), without(rules):
            said = self._prepare(noting(self._words, self._reading, rules))
            _ = said and act_of(said)
        return trace


def noting(words: Words, reading: Reading, rules: frozenset[Rule] = NO_RULES) -> Reading:
    """Return a reading without some words, in which the other words record what matches."""
    declared = getattr(words, reading.language)
    return replace(reading, patterns=recorded(words_without(reading.patterns, rules), declared, reading.language))


def _ask(said: TargetContext) -> Iterator[_Asked]:
    """Ask as `act_of` does; trace each question apart from the views of the sentence, which are computed first."""
    _ = said.asserted, said.plain, said.clause
    for ask in QUESTIONS:
        with traced_apart() as trace:
            answer = ask(said)
        yield _Asked(ask, answer, trace)
        if answer:
            return


def _first_act(answers: list[Any]) -> str:
    """Return the act of the last question, the only one that was answered."""
    last = answers[-1]
    return last if isinstance(last, str) else list(NEWS)[len(answers) - 1]
