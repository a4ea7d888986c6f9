"""Cut texts in canonical form (`tracker.search.canonical`) into the tokens that both databases index.

A text has each of its words, each Chinese character, each pair of adjacent ones, and the plus: 人工智能+ gives 人 工 智
能 人工 工智 智能 +. Where they stand is not kept, since that would take three times as much room: a text that has every
token of a longer term may not contain the term, and has to be looked at.

The day of the publication, and longer periods, are tokens, too: the newest documents are found without sorting all.
"""

import re
from datetime import UTC, date, datetime
from operator import add

_WORD = re.compile(r" ([^ ]+) ")
_UNIT = re.compile(r"(?P<gap>\|)|(?P<word> [^ ]+ ?)|(?P<plus>\+)|(?P<han>[^ |+]+)")
PREFIXES = (2, 3)
"""So many letters of a word are a token of their own on PostgreSQL, written with a `*`: what prefixes are found by."""
IN_TITLE = "^"
"""Begins a token of a title on SQLite, where one column has all tokens."""
IN_TIME = "+"
"""Begins a token of a period: no word has a plus."""
PERIODS = (1, 4, 16, 64, 256, 1024)
"""The lengths of periods in days, of which each is divided into four of the one before."""


def tokens(canonical: str) -> set[str]:
    """Return the tokens of a text."""
    # Every word has a blank at each side, so every second piece is one.
    pieces = canonical.split(" ")
    found, han = set(pieces[1::2]), "|".join(pieces[::2])
    found.update(han)
    found.discard("|")
    for run in re.split("[|+]", han):
        found.update(map(add, run, run[1:]))
    return found


def period(day: date, days: int) -> str:
    """Return the token of the period of so many days, one of PERIODS, that contains a day of UTC."""
    return f"{IN_TIME}{days}.{day.toordinal() // days}"


def periods(published: datetime | None) -> list[str]:
    """Return the tokens of the periods of a publication; none without a date."""
    return [period(published.astimezone(UTC).date(), days) for days in PERIODS] if published else []


def marked(title: str, text: str, published: datetime | None) -> str:
    """Return the tokens of a document for FTS5, separated by blanks: of all of it, of its title, and of its time."""
    in_title = (IN_TITLE + token for token in tokens(title))
    return " ".join([*tokens(f"{title}|{text}"), *in_title, *periods(published)])


def distinct(canonical: str, published: datetime | None) -> list[str]:
    """Return the tokens as PostgreSQL's array has them, with beginnings of words."""
    words = _WORD.findall(canonical)
    begun = {f"{word[:length]}*" for word in words for length in PREFIXES if len(word) >= length}
    return sorted(begun | tokens(canonical) | set(periods(published)))


def expression(term: str, *, title: bool) -> str:
    """Write the FTS5 expression for the texts, or titles, that have all tokens of a canonical term."""
    whole, begun = _parts(term)
    mark = IN_TITLE if title else ""
    wanted = [f'"{mark}{token}"' for token in dict.fromkeys(whole)]
    return " AND ".join([*wanted, f'"{mark}{begun}" *'] if begun else wanted)


def needed(term: str) -> list[str]:
    """Return the tokens of `distinct` that every text with this canonical term has."""
    whole, begun = _parts(term)
    return [*whole, f"{begun[: max(PREFIXES)]}*"] if begun else whole


def is_one_token(term: str, *, any_beginning: bool) -> bool:
    """Decide whether a text that has the one token of a canonical term also contains the term.

    Beginnings of words are tokens if the index finds any beginning, as FTS5 does, or if they are as long as PREFIXES.
    """
    whole, begun = _parts(term)
    if begun:
        return not whole and (any_beginning or len(begun) in PREFIXES)
    return len(whole) == 1


def _parts(term: str) -> tuple[list[str], str]:
    """Return the tokens of a term, in order, and the beginning of a word with which it ends, if it does."""
    whole: list[str] = []
    begun = ""
    for unit in _UNIT.finditer(term):
        if han := unit["han"]:
            whole += map(add, han, han[1:]) if len(han) > 1 else han
        elif unit["word"] and not unit[0].endswith(" "):
            begun = unit[0].strip()
        elif not unit["gap"]:
            whole.append(unit[0].strip())
    return whole, begun
