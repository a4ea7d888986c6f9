"""Switch patterns off, or put recorders in their places, for as long as a block runs."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

from tracker.explain.catalogue import Constant, Holder, catalogue
from tracker.explain.naming import Rule
from tracker.explain.table_rows import NOTHING, Way, changed
from tracker.tag.engine import Table
from tracker.tag.lexicon import NEVER, Patterns


def without(rules: Iterable[Rule]) -> AbstractContextManager[None]:
    """Let the patterns among `rules` match nothing in a block, and the rows hold nowhere."""
    patterns = catalogue().patterns
    return put({rule: NEVER if isinstance(patterns.get(rule), re.Pattern) else NOTHING for rule in rules})


def opposite(rule: Rule) -> AbstractContextManager[None]:
    """Let a row decide the opposite in a block, where it is the first to match."""
    row: Any = catalogue().patterns[rule]
    return put({rule: replace(row, against=not row.against)})


@contextmanager
def put(instead: Mapping[Rule, Any]) -> Iterator[None]:
    """Put others in the places of patterns and rows.

    This changes the modules themselves: no other thread may read texts meanwhile. All changes are undone when the block
    ends, also by an exception.
    """
    known = catalogue()
    switched: dict[Constant, dict[Way, Any]] = {}
    for rule, other in instead.items():
        for constant, way in known.places.get(rule, ()):
            switched.setdefault(constant, {})[way] = other
    changes: list[tuple[Holder, Any, Any]] = []
    for constant, ways in switched.items():
        holders = known.holders[constant]
        namespace, name = holders[0]
        # The current value, recorders included.
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
    """Return `value` with the values at some ways replaced."""
    if way in instead:
        return instead[way]
    if isinstance(value, Table):
        within = {other[len(way) :]: one for other, one in instead.items() if other[: len(way)] == way}
        return changed(value, within) if within else value
    if isinstance(value, (tuple, list)):
        return type(value)(rebuilt(item, instead, (*way, index)) for index, item in enumerate(value))
    if isinstance(value, Mapping):
        return {key: rebuilt(item, instead, (*way, key)) for key, item in value.items()}
    return value


def words_without(patterns: Patterns, rules: Iterable[Rule]) -> Patterns:
    """Return the compiled words of a language without the phrases among `rules`.

    A phrase is removed with the shorter ones that it contains, which would otherwise match in its place: 已有 with 已.
    """
    dropped: dict[str, list[str]] = {}
    for rule in rules:
        if rule.kind in type(patterns).model_fields:
            dropped.setdefault(rule.kind, []).append(rule.phrase.lower())
    if not dropped:
        return patterns
    fewer = {kind: Lacking(getattr(patterns, kind), phrases) for kind, phrases in dropped.items()}
    return patterns.model_copy(update=fewer)  # they behave like patterns


class Lacking:
    """Match a pattern of words without some of them, which is faster to build than a new pattern is to compile.

    The longest word is tried first if several begin at one place, so that after a match of a removed word the next
    place is tried.
    """

    __slots__ = ("dropped", "pattern")

    def __init__(self, pattern: re.Pattern[str], dropped: Sequence[str]) -> None:
        self.pattern = pattern
        self.dropped = dropped

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pattern, name)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Search as a pattern does."""
        found = self.pattern.search(text, start, end)
        while found and not self._stays(found):
            found = self.pattern.search(text, found.start() + 1, end)
        return found

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match as a pattern does."""
        found = self.pattern.match(text, start, end)
        return found if found and self._stays(found) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match in full as a pattern does."""
        found = self.pattern.fullmatch(text, start, end)
        return found if found and self._stays(found) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Find all matches as a pattern does."""
        while found := self.search(text, start, end):
            yield found
            start = found.end()

    def sub(self, instead: Callable[[re.Match[str]], str], text: str, _count: int = 0) -> str:
        """Replace every match as a pattern does, with the result of a function."""
        pieces, end = [], 0
        for found in self.finditer(text):
            pieces += [text[end : found.start()], instead(found)]
            end = found.end()
        return "".join([*pieces, text[end:]])

    def _stays(self, found: re.Match[str]) -> bool:
        return not any(found[0].lower() in phrase for phrase in self.dropped)
