"""Decide whether a text has a canonical term without making the canonical form of all of it, which takes long.

A pattern finds every place where the term may stand in the text as it is; the canonical form of the place decides.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from db.queries.sought import AnyOf, Sought, Term
from tracker.search.canonical import CJK, LONGEST_WORD, canonical
from tracker.text.normalize import QUOTES, SPACES, UNSEEN, originals, plain

AROUND = 4
"""So many signs beside a place show whether a word ends there."""
CUT = "ƻ"
"""A letter that no text has, in place of all that is cut off: half a word must not look like a whole one."""

_UNIT = re.compile(rf"(?P<gap>\|)|(?P<word> [^ ]+ ?)|(?P<plus>\+)|(?P<han>[{CJK}])")
_BETWEEN = r"[\W_]*"
_BETWEEN_HAN = f"[{re.escape(SPACES + QUOTES + UNSEEN)}]*"


def holds_as_it_is(sought: Sought, title: str, text: str) -> bool:
    """Decide whether a document matches, by its title and text as they are; what `scan` says, in less time."""
    if isinstance(sought, Term):
        has = _finder(sought.canonical)
        return has(title) or (not sought.title and has(text))
    if isinstance(sought, AnyOf):
        return any(holds_as_it_is(part, title, text) for part in sought.parts)
    wanted = all(holds_as_it_is(part, title, text) for part in sought.parts)
    return wanted and not any(holds_as_it_is(part, title, text) for part in sought.but_not)


def contains(text: str, term: str) -> bool:
    """Decide whether the canonical form of `text` contains `term`, which is canonical."""
    return _finder(term)(text)


@lru_cache(maxsize=1000)
def _finder(term: str) -> Callable[[str], bool]:
    place = _place(term)
    # Characters that are the same in every canonical form, with nothing to end at either side.
    is_literal = not re.search("[ |]", term) and plain(term) == term

    def has(text: str) -> bool:
        if is_literal and term in text:
            return True
        if place is None:
            return term in canonical(text)
        return any(term in canonical(_around(text, *found.span(1))) for found in place.finditer(text))

    return has


def _place(term: str) -> re.Pattern[str] | None:
    """Return a pattern for all places where a text may have the term; None if no pattern is safe."""
    pieces, before = [], ""
    if re.search(f"[{CUT}σς]", term):  # which sigma is the small one depends on what stands further away
        return None
    for unit in _UNIT.finditer(term):
        kind = unit.lastgroup or ""
        if kind == "word" and len(unit[0].strip()) >= LONGEST_WORD:
            return None
        if kind != "gap":
            between = _BETWEEN_HAN if before == kind == "han" else _BETWEEN if before else ""
            pieces.append(between + f"[{UNSEEN}]*".join(map(_any_form, unit[0].strip())))
        before = kind
    opens = r"(?<![A-Za-z0-9])" if term.startswith(" ") else ""
    closes = r"(?![A-Za-z0-9])" if term.endswith(" ") else ""
    # Places may overlap, so that each is only looked at.
    return re.compile(f"{opens}(?=({''.join(pieces)}){closes})", re.IGNORECASE)


def _any_form(sign: str) -> str:
    """Return a pattern for the characters that become `sign`: wide, traditional, capital."""
    forms = {sign, *originals(sign), *originals(sign.upper())}
    return f"[{''.join(map(re.escape, sorted(forms)))}]" if len(forms) > 1 else re.escape(sign)


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
