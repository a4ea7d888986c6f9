"""Cuts the clause out of a quote in which an initiative is named."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from config.schema.initiative import Initiative

LONGEST = 120
"""A clause of more characters is cut round the name."""
LONGEST_WORD = 20
# A clause ends at these; an English comma stands between items as often as between clauses.
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "No", "Mr", "Ms", "Dr")
_NO_END = "".join(rf"(?<!\b{word})" for word in _SHORT)
_ENDS = re.compile(rf"[，；。！？\n]|[;!?]|(?<!\b[A-Z]){_NO_END}\.(?=\s|$)")
_PIECES = re.compile(r"\[([^\[\]]*)\]|(…+)|([^\[…]+)")
_LOOSE = r"[\s\-”“\"'’‘]*"


def clause(quote: str, initiative: Initiative | None) -> str:
    """The clause of `quote` that names the initiative; the first where no name of its own stands there."""
    named = _names(initiative).search(quote) if initiative else None
    start, end = named.span() if named else (0, 0)
    first = max((found.end() for found in _ENDS.finditer(quote, 0, start)), default=0)
    last = next((found.start() for found in _ENDS.finditer(quote, end) if found.start() > first), len(quote))
    return _short(quote, first, last, start, end)


def _short(quote: str, first: int, last: int, start: int, end: int) -> str:
    room = max(LONGEST - (end - start), 0)
    begin = first if last - first <= LONGEST else max(first, start - room // 2)
    stop = min(last, max(begin + LONGEST, end))
    if stop < last and (blank := quote.rfind(" ", max(end, stop - LONGEST_WORD), stop)) > 0 and _is_word(quote[stop]):
        stop = blank
    text = " ".join(quote[begin:stop].split())
    return f"{'…' if begin > first else ''}{text}{'…' if stop < last else ''}"


@lru_cache(maxsize=256)
def _names(initiative: Initiative) -> re.Pattern[str]:
    """Names and terms as one pattern, as loosely as a search for the eye has to be."""
    terms = (initiative.names.zh, initiative.names.en, *initiative.zh, *initiative.en)
    return re.compile("|".join(_pattern(term) for term in sorted(terms, key=len, reverse=True)), re.IGNORECASE)


def _pattern(term: str) -> str:
    return "".join(_written(piece) for piece in _PIECES.finditer(term))


def _is_word(sign: str) -> bool:
    """Whether a sign may stand within an English word, which is not cut."""
    return sign.isascii() and sign.isalnum()


def _written(piece: re.Match[str]) -> str:
    if piece[2]:
        return r"[^。！？\n]{0,60}?"
    alternatives = piece[3].split("\0") if piece[3] else piece[1].split("|")
    return "(?:" + "|".join(_loosely(one) for one in sorted(alternatives, key=len, reverse=True)) + ")"


def _loosely(text: str) -> str:
    return _LOOSE.join(_signs(text.split()))


def _signs(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word.isascii() and word.isalnum():
            yield re.escape(word)
        else:
            yield from ("[+＋]" if sign in "+＋" else re.escape(sign) for sign in word)
