"""Decide which texts an edit of the declared initiatives can concern, without tagging them.

What `find` gives for a text can only change where a needle that changed stands in it, or where its sieve lets through
other lines than before. This is asked of the whole text in two coarse forms, which a needle in any spelling is part of:
too many texts are concerned, never too few.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from config.schema.initiative import Initiative
from tracker.tag.prefilter import forms, squeeze, widened
from tracker.tag.rules import Sought, needed_by, sought_in
from tracker.text.normalize import plain_words

# Folding and punctuating a text change none of the other characters; `wording` of stories leaves out the same.
_SIGNS = re.compile(r"[^\u3400-\u9fffa-z0-9.%]+")

# Of a text that consists of needles, so much is searched at once.
AT_ONCE = 2**16

Text = TypeVar("Text", str, bytes)
Initiatives = Mapping[str, Initiative]


@dataclass(frozen=True)
class Edit:
    """What texts are searched for by initiatives, and how that changed.

    `forms` finds the squeezed bytes of needles before and after, of which the first `changed` changed and the longest
    has `longest` bytes; `needles` are those that changed, folded and in small letters.
    """

    forms: BytesAhoCorasick
    changed: int
    longest: int
    needles: frozenset[str]

    def names_any(self, text: str) -> bool:
        """Decide whether a text may name an initiative at all, as declared before or after."""
        return bool(self._forms_in(text))

    def changes_lines(self, text: str) -> bool:
        """Decide whether terms may be looked for in other lines of a text than before."""
        return any(form < self.changed for form in self._forms_in(text))

    def _forms_in(self, text: str) -> set[int]:
        parts = _parts(widened(squeeze(text)), self.longest)
        found = (self.forms.find_matches_as_indexes(part, overlapping=True) for part in parts)
        return {form for some in found for form, _, _ in some}


def edit(old: Initiatives, new: Initiatives) -> Edit:
    """Compare the initiatives by which texts were tagged with those that are declared now."""
    before, after = sought_in(old.values()), sought_in(new.values())
    facts = {id_ for id_ in old.keys() | new.keys() if _facts(id_, old) != _facts(id_, new)}
    needles = {
        text
        for text in before.keys() | after.keys()
        if _meant(before.get(text, ())) != _meant(after.get(text, ()))
        or any(sought.initiative in facts for sought in (*before.get(text, ()), *after.get(text, ())))
    }
    were, are = forms(needed_by(before)), forms(needed_by(after))
    every = were.keys() | are.keys()
    changed = {widened(form) for form in every if were.get(form) != are.get(form)}
    others = {widened(form) for form in every} - changed
    sought = [*sorted(changed), *sorted(others)]
    automaton = BytesAhoCorasick(sought, implementation=Implementation.DFA)
    return Edit(automaton, len(changed), max(map(len, sought), default=0), frozenset(needles))


def bare(text: str) -> str:
    """Return a text in plain small letters, without blanks and punctuation: as far as all ways to read it agree."""
    return _SIGNS.sub("", plain_words(text).lower())


class AnyOf:
    """Finds whether any of some strings, folded and in small letters, stands in a text that is `bare`."""

    def __init__(self, strings: Iterable[str]) -> None:
        sought = {_SIGNS.sub("", text) for text in strings}
        # What has no plain letter is nowhere to be found, and so may be anywhere.
        self._always = "" in sought
        self._longest = max(map(len, sought), default=0)
        self._finder = AhoCorasick(sorted(sought - {""}), implementation=Implementation.ContiguousNFA)

    def __call__(self, bared: str) -> bool:
        """Decide whether any stands in a bare text."""
        parts = _parts(bared, self._longest)
        return self._always or any(self._finder.find_matches_as_indexes(part) for part in parts)


def _parts(text: Text, longest: int) -> Iterator[Text]:
    """Yield a text in parts, which overlap so far that one has whatever the text has of this length or less."""
    return (text[start : start + AT_ONCE + longest] for start in range(0, len(text), AT_ONCE))


def _meant(sought: Iterable[Sought]) -> list[tuple[object, ...]]:
    return [(one.needle, one.initiative, one.near_miss) for one in sought]


def _facts(id_: str, declared: Initiatives) -> tuple[object, ...]:
    """Return what an initiative's documents depend on besides terms: also what alerts for its parents report."""
    if id_ not in declared:
        return ()
    family, one = [id_], declared[id_]
    while (known := declared.get(family[-1])) and known.parent and known.parent not in family:
        family.append(known.parent)
    successor_of = sorted(other.id for other in declared.values() if other.successor == id_)
    return one.theme, one.measured_by, one.successor, tuple(successor_of), tuple(family)
