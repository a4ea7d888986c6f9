"""Decide by rows: a row has a name and examples, and states what comes before and after a name or a day."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

from ahocorasick_rs import BytesAhoCorasick

from tracker.tag.notation import compiled, needed
from tracker.text.plurals import plural

Scope = Literal[
    "clause",
    "sentence",
    "written clause",
    "written",
    "asserted",
    "title",
    "outside",
    "own",
    "before",
    "beyond",
    "verb",
    "between",
]
"""Where a pattern looks.

It looks in the clause or the sentence around the name, without titles and denials; in the same as written; in the
sentence without denials alone; around the 《title》 that contains the name, as written ("title") or without titles and
denials ("outside"); in the clause without the name; around the verb that is tried, if there is one; or around and
between verb and name. Other contexts say themselves what "before", "own" and "beyond" are.
"""
CLAUSE: Scope = "clause"
SENTENCE: Scope = "sentence"
WRITTEN_CLAUSE: Scope = "written clause"
WRITTEN: Scope = "written"
ASSERTED: Scope = "asserted"
TITLE: Scope = "title"
OUTSIDE: Scope = "outside"
OWN: Scope = "own"
BEFORE: Scope = "before"
BEYOND: Scope = "beyond"
VERB: Scope = "verb"
BETWEEN: Scope = "between"
OF_VERBS = {VERB, BETWEEN}
OF_TITLES = {TITLE, OUTSIDE}
NOT_OF_THE_NAME = OF_TITLES | OF_VERBS

Cue = Callable[[Any], Any]
"""A question about a context: a `Near`, or a function. None and False are a no; a match, or what was found, a yes."""
FEWEST_EXAMPLES = 2
LANGUAGES = ("zh", "en")


class View(NamedTuple):
    """The text before the name; a text with the bounds of the part after the name; and the whole text."""

    before: str
    text: str
    start: int
    end: int
    whole: str


class Context(Protocol):
    """What rows look at: a name in its sentence, a day in a text, or a statement that is dated."""

    @property
    def language(self) -> str:
        """The language of the text."""

    @property
    def sides(self) -> tuple[str, str]:
        """The texts before and after the name that contain all that rows may find there."""

    @property
    def tries_a_verb(self) -> bool:
        """Whether a verb is tried."""

    def view(self, scope: Scope) -> View | None:
        """Return where patterns of a scope look, None if there is no such place."""


_Finder = Callable[[re.Pattern[str], View, View], re.Match[str] | None]


def _search_before(pattern: re.Pattern[str], here: View, _: View) -> re.Match[str] | None:
    return pattern.search(here.before)


def _match_after(pattern: re.Pattern[str], _: View, there: View) -> re.Match[str] | None:
    return pattern.match(there.text, there.start, there.end)


def _search_text(pattern: re.Pattern[str], here: View, _: View) -> re.Match[str] | None:
    return pattern.search(here.whole)


@dataclass(frozen=True)
class Near:
    """A pattern near a name: `before` ends right before it, `after` begins right after it, `text` is anywhere.

    Each is a pattern in the notation of `tracker.tag.notation`. Of two scopes the first is that of `before` and `text`,
    the second that of `after`.
    """

    _: KW_ONLY
    before: str = ""
    after: str = ""
    text: str = ""
    scope: Scope | tuple[Scope, Scope] = SENTENCE

    def __call__(self, said: Context) -> bool:
        """Decide whether its patterns match."""
        return self.find(said) is not None

    def find(self, said: Context) -> list[re.Match[str]] | None:
        """Return the matches of its patterns, or None where one does not match."""
        if self.is_of_a_verb and not said.tries_a_verb:
            return None
        if not self.has_patterns:
            return []
        first, second = self.scopes
        here = said.view(first)
        there = here if first == second else said.view(second)
        if here is None or there is None:
            return None
        found: list[re.Match[str]] = []
        for pattern, find in self._finders(said.language):
            match = find(pattern, here, there)
            if match is None:
                return None
            found.append(match)
        return found

    def _finders(self, language: str) -> list[tuple[re.Pattern[str], _Finder]]:
        """Return its patterns, compiled, with the function that applies each."""
        known = self._by_language.get(language)
        if known is None:
            ways = (
                (self.before and f"({self.before})$", _search_before),
                (self.after, _match_after),
                (self.text, _search_text),
            )
            known = [(compiled(pattern, language), find) for pattern, find in ways if pattern]
            self._by_language[language] = known
        return known

    @cached_property
    def _by_language(self) -> dict[str, list[tuple[re.Pattern[str], _Finder]]]:
        return {}

    @cached_property
    def scopes(self) -> tuple[Scope, Scope]:
        """Return the scopes of `before` and `after`."""
        return self.scope if isinstance(self.scope, tuple) else (self.scope, self.scope)

    @cached_property
    def has_patterns(self) -> bool:
        """Whether it has a pattern."""
        return bool(self.before or self.after or self.text)

    @cached_property
    def is_of_a_verb(self) -> bool:
        """Whether it looks around the verb that is tried, and matches nothing without one."""
        return not OF_VERBS.isdisjoint(self.scopes)

    def patterns(self, language: str) -> Iterator[tuple[re.Pattern[str], bool]]:
        """Yield its patterns, compiled, each with whether it is searched for.

        A pattern that is not is tried at one place alone.
        """
        for pattern, find in self._finders(language):
            yield pattern, find is not _match_after


@dataclass(frozen=True)
class Rule(Near):
    """A row: it matches if its patterns match, all of `when` hold and none of `unless`; then its stage gives the act.

    A row that is `against` the act keeps the stage from giving it. A name is `LANGUAGE.STAGE.WHAT`. Each of the
    examples, at least two, is a text in which this row is the first to match.
    """

    name: str
    _: KW_ONLY
    when: tuple[Cue, ...] = ()
    unless: tuple[Cue, ...] = ()
    against: bool = False
    examples: tuple[str, ...]

    @property
    def language(self) -> str:
        """Return the language of the texts that it reads, "" for a row that has no patterns and reads any."""
        first = self.name.partition(".")[0]
        return first if first in LANGUAGES else ""

    @property
    def gives(self) -> str:
        """Return the act of its stage."""
        return self.name.split(".")[1]

    def every_pattern(self) -> Iterator[tuple[re.Pattern[str], bool]]:
        """Yield the patterns of the row and of its questions, as `patterns` gives them."""
        for near in (self, *self.when, *self.unless):
            if isinstance(near, Near):
                yield from near.patterns(self.language)

    def find(self, said: Context) -> list[re.Match[str]] | None:
        """Return the matches of its patterns, empty without patterns, or None where the row does not match."""
        found = super().find(said) if self.has_patterns or self.is_of_a_verb else []
        if found is None:
            return None
        for ask in self._asked:
            answer = ask(said)
            if answer is None or answer is False:
                return None
            if answer is not True:
                found += answer if isinstance(answer, list) else [answer] if isinstance(answer, re.Match) else []
        return None if self.unless and any(cue(said) for cue in self.unless) else found

    def by(self, _: re.Match[str]) -> "Rule":
        """Return the row, which decides by a match that its stage found."""
        return self

    @cached_property
    def _asked(self) -> tuple[Cue, ...]:
        return tuple(getattr(cue, "find", cue) for cue in self.when)


@dataclass(frozen=True)
class FindingRule(Rule):
    """A row of a stage that looks for something, such as a day: `finds` returns what it is; without it, nothing is."""

    _: KW_ONLY
    finds: Callable[[Any], Any] | None = None


class Table:
    """Rows in the order in which they are tried; raise ValueError for a row without its own name or two examples."""

    def __init__(self, *groups: Iterable[Rule]) -> None:
        self.rows: Sequence[Rule] = tuple(row for group in groups for row in group)
        seen: set[str] = set()
        for row in self.rows:
            if row.name in seen:
                raise ValueError(f"two rows are called {row.name}: give one of them another name")
            if len(set(row.examples)) < FEWEST_EXAMPLES:
                has = plural(len(set(row.examples)), "example")
                raise ValueError(f"{row.name} has {has}: give it {FEWEST_EXAMPLES}")
            seen.add(row.name)

    def first(self, said: Context) -> Rule | None:
        """Return the first row that matches for a name in its sentence."""
        before, after = self._gates
        left, right = said.sides
        may = before.open(left) & after.open(right) & self._of_languages[said.language]
        if not said.tries_a_verb:
            may &= ~self._of_verbs
        while may:
            lowest = may & -may
            row = self.rows[lowest.bit_length() - 1]
            if row.find(said) is not None:
                return row
            may ^= lowest
        return None

    def affirms(self, said: Context) -> Rule | None:
        """Return the first row that matches; None if it is against what the table is for."""
        row = self.first(said)
        return None if row is None or row.against else row

    def denies(self, said: Context) -> bool:
        """Decide whether the first row that matches is against what the table is for."""
        row = self.first(said)
        return row is not None and row.against

    def prepare(self) -> None:
        """Compile in advance the patterns that are otherwise compiled when first needed."""
        _ = self._gates
        for row in self.rows:
            _ = list(row.every_pattern())

    def replaced(self, instead: Mapping[int, Rule]) -> "Table":
        """Return the same table with other rows in some places; these must not match where the replaced ones do not."""
        other = Table()
        other.rows = tuple(instead.get(place, row) for place, row in enumerate(self.rows))
        other._gates = self._gates
        return other

    @cached_property
    def _gates(self) -> "tuple[_Gate, _Gate]":
        # A verb stands before or after the name, and a name may extend over the end of a title.
        before = [needed(row.before if row.scopes[0] not in OF_VERBS else "", row.language) for row in self.rows]
        after = [needed(row.after if NOT_OF_THE_NAME.isdisjoint(row.scopes) else "", row.language) for row in self.rows]
        return _Gate(before), _Gate(after)

    @cached_property
    def _of_languages(self) -> dict[str, int]:
        """Return by language the rows that read it, as the bits of a number."""
        return {
            language: sum(1 << place for place, row in enumerate(self.rows) if row.language in (language, ""))
            for language in LANGUAGES
        }

    @cached_property
    def _of_verbs(self) -> int:
        """Return the rows that look around a verb, as the bits of a number."""
        return sum(1 << place for place, row in enumerate(self.rows) if row.is_of_a_verb)


class _Gate:
    """A filter that finds which rows may match, as the bits of a number, by the strings that they need."""

    def __init__(self, needs: Sequence[frozenset[str]]) -> None:
        self._always = sum(1 << place for place, strings in enumerate(needs) if not strings)
        rows: dict[str, int] = {}
        for place, strings in enumerate(needs):
            for one in strings:
                rows[one] = rows.get(one, 0) | 1 << place
        self._rows = list(rows.values())
        self._finder = BytesAhoCorasick([one.encode() for one in rows])

    def open(self, text: str) -> int:
        """Return the rows that need no string, or one that occurs in `text`."""
        if not self._rows:
            return self._always
        found = self._finder.find_matches_as_indexes(text.encode("utf-8", "surrogatepass"), overlapping=True)
        may = self._always
        for place in {place for place, _, _ in found}:
            may |= self._rows[place]
        return may
