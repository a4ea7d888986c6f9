"""Find the rule that decides an answer, by switching off the matching rules one after another."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tracker.explain.naming import Rule

Run = Callable[[frozenset[Rule]], Any]
"""Returns the answer without some rules."""


Stages = Sequence[Sequence[Rule]]
"""The rules that matched, stage by stage in the order in which they are asked, each at its first match."""
Found = Callable[[frozenset[Rule]], Stages]
"""Returns the rules that match if some do not."""


class Verdict(NamedTuple):
    """Hold the deciding rule and the answer without it; no rule if the answer stays the same without all of them.

    `besides` are those that have to be removed with it before the answer changes, if several suffice.
    """

    rule: Rule | None
    without: Any
    besides: tuple[Rule, ...] = ()


def decide(answer: Any, stages: Stages, run: Run, found: Found) -> Verdict:
    """Find the deciding rule in the first stage without which the answer changes, or else in all stages together.

    It is the first rule of the stage without which the answer changes. If each of several rules suffices, no single
    rule changes it: they are removed one by one, the last first, and the one at which the answer changes decides. Rules
    behind those of the first stage, or of all stages, that are asked only without them, are removed before.
    """
    for at, stage in enumerate(stages):
        if every := _enough(answer, stage, run, _first(found) if at == 0 else _nothing):
            return _first_alone(answer, stage, run) or _last_straw(answer, every, run)
    every = _enough(answer, _joined(stages), run, lambda rules: _joined(found(rules)))
    return _last_straw(answer, every, run) if every else Verdict(None, answer)


def _first(found: Found) -> Callable[[frozenset[Rule]], Sequence[Rule]]:
    return lambda rules: found(rules)[0]


def _nothing(_: frozenset[Rule]) -> Sequence[Rule]:
    return ()


def _joined(stages: Stages) -> list[Rule]:
    return [rule for stage in stages for rule in stage]


def _enough(
    answer: Any, rules: Sequence[Rule], run: Run, found: Callable[[frozenset[Rule]], Sequence[Rule]]
) -> list[Rule]:
    """Return the rules, and those that match only without them, once the answer changes without all; else none."""
    every = list(rules)
    while every and run(frozenset(every)) == answer:
        more = [rule for rule in found(frozenset(every)) if rule not in every]
        if not more:
            return []
        every += more
    return every


def _first_alone(answer: Any, rules: Sequence[Rule], run: Run) -> Verdict | None:
    each = ((rule, run(frozenset((rule,)))) for rule in rules)
    return next((Verdict(rule, other) for rule, other in each if other != answer), None)


def _last_straw(answer: Any, every: Sequence[Rule], run: Run) -> Verdict:
    changed, unchanged = 0, len(every)
    while unchanged - changed > 1:
        middle = (changed + unchanged) // 2
        if run(frozenset(every[middle:])) == answer:
            unchanged = middle
        else:
            changed = middle
    return Verdict(every[changed], run(frozenset(every[changed:])), tuple(every[unchanged:]))


def alone(answer: Any, stages: Stages, run: Run) -> list[tuple[Rule, Any]]:
    """Return every rule whose removal alone changes the answer, with that answer."""
    each = ((rule, run(frozenset((rule,)))) for rule in _joined(stages))
    return [(rule, other) for rule, other in each if other != answer]
