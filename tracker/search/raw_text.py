"""Find canonical terms in texts as they are, without making the canonical form of all of a text, which takes long.

A pattern gives every place where a term may stand; the canonical form of the place decides.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from db.queries.sought import AnyOf, Sought, Term
from tracker.search.canonical import CJK, LONGEST_WORD, canonical
from tracker.text.normalize import UNSEEN, originals, plain

AROUND = 4
"""So many signs beside a place show whether a word ends there."""
CUT = "ƻ"
"""A letter that no text has, in place of all that is cut off: half a word must not look like a whole one."""

_UNIT = re.compile(rf"(?P<gap>\|)|(?P<word> [^ ]+ ?)|(?P<plus>\+)|(?P<han>[{CJK}])")
_BETWEEN = r"[\W_]*"


def matcher(sought: Sought) -> Callable[[str, str], bool]:
    """Return what decides whether a document matches, by its title and text as they are."""
    if isinstance(sought, Term):
        is_in = finder(sought.canonical).is_in
        if sought.title:
            return lambda title, _: is_in(title)
        return lambda title, text: is_in(text) or is_in(title)
    parts = [matcher(part) for part in sought.parts]
    if isinstance(sought, AnyOf):
        return lambda title, text: any(part(title, text) for part in parts)
    absent = [matcher(part) for part in sought.but_not]
    return lambda title, text: (
        all(part(title, text) for part in parts) and not any(part(title, text) for part in absent)
    )


@lru_cache(maxsize=1000)
def finder(term: str) -> "Finder":
    """Return what finds a canonical term, with its patterns, which are made once."""
    return Finder(term)


class Finder:
    """Finds one canonical term in texts as they are."""

    def __init__(self, term: str) -> None:
        self.term = term
        self.usual = term.replace("  ", " ").strip()
        signs = set(self.usual)
        # Capitals, and what is not seen between Chinese characters, are in every pattern.
        self.other_forms = re.sub("[A-Z]", "", "".join(map(_other_forms, signs - {" ", "|"})))
        self.other_forms += UNSEEN if " " in term else ""
        # Characters that are the same in every canonical form, with nothing to end at either side.
        self.is_literal = not re.search("[ |]", term) and plain(term) == term
        # Which sigma is the small one depends on what stands further away; of a cut word the rest is missing.
        words = [word for word in re.split("[ |+]", term) if len(word) >= LONGEST_WORD]
        self.needs_all = bool(words or re.search(f"[{CUT}σς]", term))

    def is_in(self, text: str) -> bool:
        """Decide whether the canonical form of the text contains the term."""
        if self.is_literal and self.usual in text:
            return True
        if self.needs_all:
            return self.term in canonical(text)
        return next(self.places(text), None) is not None

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each place of the term in a text that contains it; one right beside may be wrong."""
        looked, pattern = text, self._pattern_for(text)
        if text.isascii():
            looked = text.lower()
        found = pattern.search(looked)
        while found:
            right = self.term in canonical(_around(looked, *found.span()))
            if right:
                yield found.span()
            found = pattern.search(looked, found.end() if right else found.start() + 1)

    def _pattern_for(self, text: str) -> re.Pattern[str]:
        if text.isascii():
            return self._english
        for form in self.other_forms:
            if form in text:
                return self._any_form
        return self._plain

    @cached_property
    def _english(self) -> re.Pattern[str]:
        return self._pattern("", re.escape)

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return self._pattern("", lambda sign: f"[{sign}{sign.upper()}]" if "a" <= sign <= "z" else re.escape(sign))

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        return self._pattern(f"[{UNSEEN}]*", lambda sign: f"[{re.escape(sign + _other_forms(sign))}]")

    def _pattern(self, inside: str, form: Callable[[str], str]) -> re.Pattern[str]:
        """Return a pattern for all places where a text may have the term, each sign in a form, with gaps in words."""
        forms: list[str] = []
        for unit in _UNIT.finditer(self.term):
            if unit.lastgroup != "gap":
                signs = list(map(form, unit[0].strip()))
                forms += [(_BETWEEN if forms else "") + signs[0], *(inside + sign for sign in signs[1:])]
        # Behind the first character, since a pattern that begins with one is searched several times as fast.
        opens = r"(?<![A-Za-z0-9][\s\S])" if self.term.startswith(" ") else ""
        closes = r"(?![A-Za-z0-9])" if self.term.endswith(" ") else ""
        letters = re.sub(rf"[{CJK}\x00-\x7f]", "", self.term)
        return re.compile("".join([forms[0], opens, *forms[1:], closes]), re.IGNORECASE if letters else re.NOFLAG)


def _other_forms(sign: str) -> str:
    """Return the characters that become `sign` in a canonical form: wide, traditional, capital."""
    capital = sign.upper() if len(sign.upper()) == 1 else ""
    return "".join((capital, originals(sign), originals(capital), "\N{KELVIN SIGN}" if sign == "k" else ""))


def _around(text: str, start: int, end: int) -> str:
    """Return the place and AROUND signs at each side, not counting those that are not seen."""
    count = 0
    while start and count < AROUND:
        start -= 1
        count += text[start] not in UNSEEN
    count = 0
    while end < len(text) and count < AROUND:
        count += text[end] not in UNSEEN
        end += 1
    return f"{CUT if start else ''}{text[start:end]}{CUT if end < len(text) else ''}"
