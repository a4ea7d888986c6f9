"""Record which rules match while a text is read, in the order of their first matches."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from config.schema.words import Lexicon, Phrases
from tracker.explain import table_rows
from tracker.explain.catalogue import ROOMS, Holder, Matcher, catalogue
from tracker.explain.naming import Rule, word_rule
from tracker.explain.switching import bound, rebuilt
from tracker.tag.lexicon import Patterns

MOST_KEPT = 3
NONE: Iterator[re.Match[str]] = iter(())
Namer = Callable[[re.Match[str]], Rule]
_last_namers: dict[str, tuple[Lexicon[Phrases], Mapping[str, Namer]]] = {}


@dataclass
class Trace:
    """Hold the rules that matched: by rule, the module that first asked, and the first matches."""

    modules: dict[Rule, str] = field(default_factory=dict)
    matches: dict[Rule, list[re.Match[str]]] = field(default_factory=dict)

    def note(self, rule: Rule, matches: Sequence[re.Match[str]], module: str) -> None:
        """Record that a rule matched."""
        kept = self.matches.setdefault(rule, [])
        self.modules.setdefault(rule, module)
        if len(kept) < MOST_KEPT:
            kept += matches

    def matches_beside(self, rule: Rule) -> list[re.Match[str]]:
        """Return the matches of a rule, and of rules in the same row of a table: the words before and behind."""
        row, _, last = rule.name.rpartition(".")
        of_row = [one for one in self.matches if last.isdigit() and one.name.rpartition(".")[0] == row]
        kept = [match for one in of_row if one.name.rpartition(".")[2].isdigit() for match in self.matches[one][:1]]
        return kept if len(kept) > 1 else self.matches.get(rule, [])

    def take(self, other: "Trace") -> None:
        """Add what another trace has and this one lacks."""
        for rule, module in other.modules.items():
            self.modules.setdefault(rule, module)
            self.matches.setdefault(rule, other.matches[rule])


# What recorders write into during tracing. They are bound in modules, so there is only one.
_now: list[Trace] = []
_recording: list[tuple[str, ...]] = []


class Recorder:
    """Wrap a pattern: behave as it does, and record what matches."""

    __slots__ = ("name_of", "pattern")

    def __init__(self, pattern: re.Pattern[str], name_of: Namer) -> None:
        self.pattern = pattern
        self.name_of = name_of

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pattern, name)

    def search(self, *where: Any) -> re.Match[str] | None:
        """Search as a pattern does."""
        return self._noted(self.pattern.search(*where))

    def match(self, *where: Any) -> re.Match[str] | None:
        """Match as a pattern does."""
        return self._noted(self.pattern.match(*where))

    def fullmatch(self, *where: Any) -> re.Match[str] | None:
        """Match in full as a pattern does."""
        return self._noted(self.pattern.fullmatch(*where))

    def finditer(self, *where: Any) -> Iterator[re.Match[str]]:
        """Find matches as a pattern does."""
        return iter(self._note_all(*where)) if self.pattern.search(*where) else NONE

    def findall(self, *where: Any) -> list[Any]:
        """Find all matches as a pattern does."""
        self._note_all(*where)
        return self.pattern.findall(*where)

    def sub(self, instead: Any, text: str, count: int = 0) -> str:
        """Replace matches as a pattern does."""
        if not self.pattern.search(text):
            return text
        self._note_all(text)
        return self.pattern.sub(instead, text, count)

    def split(self, text: str, most: int = 0) -> list[Any]:
        """Split as a pattern does."""
        self._note_all(text)
        return self.pattern.split(text, most)

    def _noted(self, match: re.Match[str] | None) -> re.Match[str] | None:
        if match is not None and _now:
            _now[-1].note(self.name_of(match), [match], sys._getframe(2).f_globals["__name__"])
        return match

    def _note_all(self, *where: Any) -> list[re.Match[str]]:
        matches = list(self.pattern.finditer(*where))
        if _now:
            module = sys._getframe(2).f_globals["__name__"]
            for match in matches:
                _now[-1].note(self.name_of(match), [match], module)
        return matches


@contextmanager
def traced(trace: Trace, rooms: tuple[str, ...] = ROOMS) -> Iterator[None]:
    """Record which patterns of the modules of `rooms` match in a block, and the words of those `recorded`."""
    with recording(rooms), traced_apart(trace):
        yield


@contextmanager
def recording(rooms: tuple[str, ...]) -> Iterator[None]:
    """Put recorders in the places of the patterns of `rooms` for all that is traced in a block, once however often."""
    if rooms in _recording:
        yield
        return
    _recording.append(rooms)
    try:
        with bound(_recorders(rooms)):
            yield
    finally:
        _recording.pop()


@contextmanager
def traced_apart(trace: Trace) -> Iterator[None]:
    """Where patterns are recorded, record what matches in a block into one trace, and into no other."""
    _now.append(trace)
    try:
        yield
    finally:
        _now.pop()


def recorded(patterns: Patterns, declared: Lexicon[Phrases], language: str) -> Patterns:
    """Return the compiled words of a language, in a form that records what matches."""
    names = _namers(declared, language)
    # Recorders behave like patterns.
    return patterns.model_copy(update={kind: Recorder(getattr(patterns, kind), names[kind]) for kind in names})


def recorded_like(noted: Patterns, patterns: Patterns) -> Patterns:
    """Return `patterns` in a form that records, with the recorders of `noted` for the words that are the same."""
    recorders: dict[str, Recorder] = vars(noted)
    changed = {kind: pattern for kind, pattern in patterns if pattern is not recorders[kind].pattern}
    return noted.model_copy(update={kind: Recorder(changed[kind], recorders[kind].name_of) for kind in changed})


def _namers(declared: Lexicon[Phrases], language: str) -> Mapping[str, Namer]:
    """Return the functions that name the words of a language by kind; those of the last declarations are kept."""
    kept = _last_namers.get(language)
    if kept is None or kept[0] is not declared:
        kept = declared, {kind: _namer(language, kind, phrases) for kind, phrases in declared}
        _last_namers[language] = kept
    return kept[1]


def _namer(language: str, kind: str, phrases: Phrases) -> Namer:
    rules = {phrase.lower(): word_rule(language, kind, phrase) for phrase in phrases}
    return lambda match: rules[match[0].lower()]


def _note_row(rule: Rule, module: str, matches: Sequence[re.Match[str]]) -> None:
    if _now:
        _now[-1].note(rule, matches, module)


def _always(rule: Rule, _: re.Match[str]) -> Rule:
    return rule


def _recorder(rule: Rule, matcher: Matcher, module: str) -> Recorder | table_rows.Recorder:
    if isinstance(matcher, re.Pattern):
        return Recorder(matcher, partial(_always, rule))
    return table_rows.Recorder(matcher, partial(_note_row, rule, module))


@cache
def _recorders(rooms: tuple[str, ...]) -> list[tuple[Holder, Any, Any]]:
    """Return what modules bind during tracing, and what they bind otherwise."""
    known = catalogue()
    ways: dict[Any, dict[Any, Any]] = {}
    for rule, places in known.places.items():
        for constant, way in (place for place in places if place[0].module.startswith(rooms)):
            ways.setdefault(constant, {})[way] = _recorder(rule, known.patterns[rule], constant.module)
    return [
        (holder, rebuilt(known.values[constant], instead), known.values[constant])
        for constant, instead in ways.items()
        for holder in known.holders[constant]
    ]
