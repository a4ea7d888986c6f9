"""Explain why two documents report one announcement, or do not: the tests, the evidence with points, the veto."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from db.models import Document, Mention
from tracker.explain.catalogue import ROOT
from tracker.explain.deciding import Verdict, decide
from tracker.explain.naming import Rule, pattern_name
from tracker.explain.switching import bound
from tracker.stories import compare, headed, one_occasion, score, veto
from tracker.stories.blocking import blocking_keys
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.names import Names

# The modules whose functions of two items are tests.
MODULES = (compare, one_occasion, veto, headed, score)
COMPARE = compare.same
# The whole comparison, and the functions that decide whether it is made.
NO_TESTS = ("same", "may_be_weighed", "comparable")


class _Test(NamedTuple):
    """Hold a function that decides something about two items, and all names under which modules bind it."""

    rule: Rule
    place: str
    function: Callable[..., bool]
    holders: tuple[tuple[dict[str, Any], str], ...]


class _Pair(NamedTuple):
    """Hold two items, one of each document, and whether they report one announcement."""

    one: Fingerprint
    other: Fingerprint
    same: bool
    score: int


def explain_stories(
    documents: Sequence[Document], mentions: Sequence[Sequence[Mention]], names: Names
) -> dict[str, Any]:
    """Explain the two items of two documents that are linked, or are nearest to being linked.

    Returns `{urls, items, same, rule, place, without, besides, tests, score, enough, evidence: {name: points}, keys}`.
    `tests` are those that answer yes, in the order in which they are asked. `keys` are the blocking keys that both
    items have: without one they are never compared.
    """
    one, other = (
        fingerprint_items(document, list(said), names) for document, said in zip(documents, mentions, strict=True)
    )
    best = max((_pair(a, b) for a, b in product(one, other)), key=lambda pair: (pair.same, pair.score))
    tests = {test.rule: test for test in _tests()}
    said = _said(best, tests, frozenset())
    verdict = _verdict(best, tests, said)
    keys = sorted(set(blocking_keys(best.one)) & set(blocking_keys(best.other)))
    name = verdict.rule.name if verdict.rule else f"stories.default.{'one' if best.same else 'apart'}"
    return {
        "urls": [document.url for document in documents],
        "items": [best.one.headline, best.other.headline],
        "same": best.same,
        "rule": name,
        "place": tests[verdict.rule].place if verdict.rule else _place(COMPARE),
        "without": verdict.without if verdict.rule else None,
        "besides": [rule.name for rule in verdict.besides],
        "tests": [{"rule": rule.name, "place": tests[rule].place} for rule in said],
        "score": best.score,
        "enough": score.ENOUGH,
        "evidence": _points(best.one, best.other),
        "keys": keys,
    }


def _pair(one: Fingerprint, other: Fingerprint) -> _Pair:
    return _Pair(one, other, COMPARE(one, other), sum(_points(one, other).values()))


def _points(one: Fingerprint, other: Fingerprint) -> dict[str, int]:
    """Return the points of each piece of evidence, the largest first, without evidence that is absent."""
    points = {name: score.POINTS[name] * int(level) for name, level in score.evidence(one, other).items()}
    return dict(sorted(((name, n) for name, n in points.items() if n), key=lambda item: (-abs(item[1]), item[0])))


def _said(pair: _Pair, tests: dict[Rule, _Test], gone: frozenset[Rule]) -> list[Rule]:
    """Return the tests that answer yes for two items if some are missing, in the order in which they are asked."""
    said: list[Rule] = []
    with _instead(tests.values(), lambda test: _noting(test, said, gone)):
        COMPARE(pair.one, pair.other)
    return list(dict.fromkeys(said))


def _verdict(pair: _Pair, tests: dict[Rule, _Test], said: Sequence[Rule]) -> Verdict:
    """Return the test that decides: the first of those that answered yes without which the answer changes."""

    def run(gone: frozenset[Rule]) -> bool:
        with _instead((tests[rule] for rule in gone), lambda _: _never):
            return COMPARE(pair.one, pair.other)

    return decide(pair.same, [said], run, lambda gone: [_said(pair, tests, gone)])


def _never(*_: Any) -> bool:
    return False


def _noting(test: _Test, said: list[Rule], gone: frozenset[Rule]) -> Callable[..., bool]:
    def noted(*items: Any) -> bool:
        # A test comes before those that it asks itself.
        at = len(said)
        yes = test.rule not in gone and test.function(*items)
        if yes:
            said.insert(at, test.rule)
        return yes

    return noted


@contextmanager
def _instead(tests: Any, function: Callable[[_Test], Callable[..., bool]]) -> Iterator[None]:
    changes = [(holder, function(test), test.function) for test in tests for holder in test.holders]
    with bound(changes):
        yield


def _tests() -> Iterator[_Test]:
    """Yield every function of two items that returns yes or no, once."""
    found: dict[Callable[..., bool], list[tuple[dict[str, Any], str]]] = {}
    for module in MODULES:
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__name__ not in NO_TESTS and _is_test(value):
                found.setdefault(value, []).append((vars(module), name))
    for function, holders in found.items():
        rule = Rule(pattern_name(function.__module__, function.__name__))
        yield _Test(rule, _place(function), function, tuple(holders))


def _is_test(function: Callable[..., Any]) -> bool:
    signature = inspect.signature(function)
    needed = [one for one in signature.parameters.values() if one.default is one.empty]
    return signature.return_annotation is bool and [one.annotation for one in needed] == [Fingerprint, Fingerprint]


def _place(function: Callable[..., Any]) -> str:
    code = inspect.unwrap(function).__code__
    return f"{Path(code.co_filename).relative_to(ROOT)}:{code.co_firstlineno}"
