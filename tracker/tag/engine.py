"""Decide by rows: a row has a name and examples, and states what comes before and after an initiative's name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from tracker.tag.notation import compiled, needed

if TYPE_CHECKING:
    from tracker.tag.acts.target_context import TargetContext

Scope = Literal["clause", "sentence", "written clause", "written", "asserted", "title", "outside"]
"""Where a pattern looks.

It looks in the clause or the sentence around the name, without titles and denials; in the same as written; in the
sentence without denials; or around the 《title》 that contains the name, as written ("title") or without other titles
and denials ("outside").
"""
CLAUSE: Scope = "clause"
SENTENCE: Scope = "sentence"
WRITTEN_CLAUSE: Scope = "written clause"
WRITTEN: Scope = "written"
ASSERTED: Scope = "asserted"
TITLE: Scope = "title"
OUTSIDE: Scope = "outside"
OF_TITLES = (TITLE, OUTSIDE)

Cue = Callable[["TargetContext"], bool | re.Match[str] | None]
"""A question about a sentence and the name in it: a `Near`, or a function, which may return its match as a yes."""
FEWEST_EXAMPLES = 2


class _View(NamedTuple):
    """The text before the name; a text with the bounds of the part after the name; and the whole text."""

    before: str
    text: str
    start: int
    end: int
    whole: str


def _view(said: "TargetContext", scope: Scope) -> _View | None:
    if scope in OF_TITLES:
        if said.title is None:
            return None
        start, end = said.title
        text = said.text if scope == TITLE else said.outside
        return _View(text[:start], text, end, len(text), said.text[start:end])
    text = said.plain if scope in (CLAUSE, SENTENCE) else said.asserted if scope == ASSERTED else said.text
    start, end = said.clause if scope in (CLAUSE, WRITTEN_CLAUSE) else (0, len(text))
    return _View(text[start : said.hit.start], text, said.hit.end, end, text[start:end])


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

    def __call__(self, said: "TargetContext") -> bool:
        """Decide whether its patterns match."""
        return self.find(said) is not None

    def find(self, said: "TargetContext") -> list[re.Match[str]] | None:
        """Return the matches of its patterns, or None where one does not match."""
        if not (self.before or self.after or self.text):
            return []
        first, second = self.scopes
        here = _view(said, first)
        there = here if first == second else _view(said, second)
        if here is None or there is None:
            return None
        found = []
        if self.before:
            found.append(compiled(f"({self.before})$", said.language).search(here.before))
        if self.after:
            found.append(compiled(self.after, said.language).match(there.text, there.start, there.end))
        if self.text:
            found.append(compiled(self.text, said.language).search(here.whole))
        matches = [match for match in found if match]
        return matches if len(matches) == len(found) else None

    @cached_property
    def scopes(self) -> tuple[Scope, Scope]:
        """Return the scopes of `before` and `after`."""
        return self.scope if isinstance(self.scope, tuple) else (self.scope, self.scope)

    def patterns(self, language: str) -> Iterator[tuple[re.Pattern[str], bool]]:
        """Yield its patterns, compiled, each with whether it is searched for.

        A pattern that is not is tried at one place alone.
        """
        if self.before:
            yield compiled(f"({self.before})$", language), True
        if self.after:
            yield compiled(self.after, language), False
        if self.text:
            yield compiled(self.text, language), True


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
        """Return the language of the texts that it reads."""
        return self.name.partition(".")[0]

    def every_pattern(self) -> Iterator[tuple[re.Pattern[str], bool]]:
        """Yield the patterns of the row and of its questions, as `patterns` gives them."""
        for near in (self, *self.when, *self.unless):
            if isinstance(near, Near):
                yield from near.patterns(self.language)

    def find(self, said: "TargetContext") -> list[re.Match[str]] | None:
        """Return the matches of its patterns, empty without patterns, or None where the row does not match."""
        found = super().find(said)
        if found is None:
            return None
        for cue in self.when:
            answer = getattr(cue, "find", cue)(said)
            if answer is None or answer is False:
                return None
            found += answer if isinstance(answer, list) else [answer] if isinstance(answer, re.Match) else []
        return None if any(cue(said) for cue in self.unless) else found


class Table:
    """Rows in the order in which they are tried; raise ValueError for a row without its own name or two examples."""

    def __init__(self, *groups: Iterable[Rule]) -> None:
        self.rows: Sequence[Rule] = tuple(row for group in groups for row in group)
        seen: set[str] = set()
        for row in self.rows:
            if row.name in seen:
                raise ValueError(f"two rows are called {row.name}: give one of them another name")
            if len(set(row.examples)) < FEWEST_EXAMPLES:
                raise ValueError(f"{row.name} has {len(set(row.examples))} examples: give it {FEWEST_EXAMPLES}")
            seen.add(row.name)

    def first(self, said: "TargetContext") -> Rule | None:
        """Return the first row that matches for a name in its sentence."""
        before, after = self._gates
        may = before.open(said.text[: said.hit.start]) & after.open(said.text[said.hit.end :])
        while may:
            lowest = may & -may
            row = self.rows[lowest.bit_length() - 1]
            if row.find(said) is not None:
                return row
            may ^= lowest
        return None

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
        before = [needed(row.before, row.language) for row in self.rows]
        # A name may extend over the end of a title.
        after = [needed("" if set(row.scopes) & set(OF_TITLES) else row.after, row.language) for row in self.rows]
        return _Gate(before), _Gate(after)


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
        found = self._finder.find_matches_as_indexes(text.encode("utf-8", "surrogatepass"), overlapping=True)
        may = self._always
        for place in {place for place, _, _ in found}:
            may |= self._rows[place]
        return may
