"""Switch patterns off, or put recorders in their places, for as long as a block runs."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from config.schema.words import Lexicon, Phrases
from tracker.explain.catalogue import Constant, Holder, Way, catalogue
from tracker.explain.naming import Rule
from tracker.tag.lexicon import NEVER, Patterns, alternation


@contextmanager
def without(rules: Iterable[Rule]) -> Iterator[None]:
    """Let the patterns among `rules` match nothing.

    The modules themselves change meanwhile: no other thread may read texts then. Nothing stays when the block ends,
    whatever ends it.
    """
    known = catalogue()
    switched: dict[Constant, dict[Way, Any]] = {}
    for rule in rules:
        for constant, way in known.places.get(rule, ()):
            switched.setdefault(constant, {})[way] = NEVER
    changes: list[tuple[Holder, Any, Any]] = []
    for constant, ways in switched.items():
        holders = known.holders[constant]
        namespace, name = holders[0]
        # As it is now, recorders included.
        value = namespace[name]
        changes += [(holder, rebuilt(value, ways), value) for holder in holders]
    with bound(changes):
        yield


@contextmanager
def bound(changes: Iterable[tuple[Holder, Any, Any]]) -> Iterator[None]:
    """Bind names of modules to the first of two values, and to the second again when the block ends."""
    changed = list(changes)
    try:
        for (namespace, name), value, _ in changed:
            namespace[name] = value
        yield
    finally:
        for (namespace, name), _, value in changed:
            namespace[name] = value


def rebuilt(value: Any, instead: Mapping[Way, Any], way: Way = ()) -> Any:
    """`value` with what stands at some ways replaced."""
    if way in instead:
        return instead[way]
    if isinstance(value, (tuple, list)):
        return type(value)(rebuilt(item, instead, (*way, index)) for index, item in enumerate(value))
    if isinstance(value, Mapping):
        return {key: rebuilt(item, instead, (*way, key)) for key, item in value.items()}
    return value


def words_without(patterns: Patterns, declared: Lexicon[Phrases], rules: Iterable[Rule]) -> Patterns:
    """The compiled words of a language without the phrases among `rules`.

    A phrase goes with the shorter ones that it contains, which would else stand in its place: 已有 with 已.
    """
    dropped: dict[str, set[str]] = {}
    for rule in rules:
        if rule.kind:
            dropped.setdefault(rule.kind, set()).add(rule.phrase)
    language = next((rule.language for rule in rules if rule.kind), "")
    return patterns.model_copy(
        update={
            kind: _alternation(getattr(declared, kind), frozenset(phrases), language)
            for kind, phrases in dropped.items()
        }
    )


@cache
def _alternation(phrases: Phrases, dropped: frozenset[str], language: str) -> Any:
    gone = {part for part in phrases for whole in dropped if part.lower() in whole.lower()}
    return alternation(tuple(phrase for phrase in phrases if phrase not in gone), language)
