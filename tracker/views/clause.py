"""Extract from a quote the clause that names an initiative."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from config.schema.initiative import Initiative

LONGEST = 240
"""A clause of more screen columns, two for a Chinese character, is cut around the name."""
# A clause ends at these. An English comma stands between items as often as between clauses, and no sentence ends
# with a month, a title, an initial or a number's sign.
_ENDS = re.compile(
    r"[，；。！？\n]|[;!?]|"
    r"(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bSept)(?<!\bSep)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!\bMr)(?<!\bMs)(?<!\bDr)"
    r"(?<!\bNo)(?<!\b[A-Z])\.(?=\s|$)"
)
# Where and when a report was written: BEIJING, Aug. 26 (Xinhua) --
_DATELINE = re.compile(r"^[A-Z][A-Z ]{2,30}, [A-Z][a-z]{2,8}\.? \d{1,2} (?:\([A-Za-z ]{3,20}\) )?(?:--|—|–) ")
# 为落实《……》，某部印发……: the purpose comes first, then what was done.
_PURPOSE = re.compile("为了?|根据|按照")
SHORT = 8
"""A shorter text after a purpose is a day, not what was done."""
_LATIN = re.compile(r"[A-Za-z0-9]")
_PIECES = re.compile(r"\[([^\[\]]*)\]|(…+)|([^\[…]+)")
_LOOSE = r"[\s\-”“\"'’‘]*"


@lru_cache(maxsize=2000)
def clause(quote: str, initiative: Initiative | None) -> str:
    """Return the clause of `quote` that names the initiative, or the first clause if none contains its name.

    If the clause only states the purpose of an action, the action is included.
    """
    dateline = _DATELINE.match(quote)
    body = quote[dateline.end() :] if dateline else quote
    named = _names(initiative).search(body) if initiative else None
    start, end = named.span() if named else (0, 0)
    first = max((found.end() for found in _ENDS.finditer(body, 0, start)), default=0)
    last = next((found.start() for found in _ENDS.finditer(body, end) if found.start() > first), len(body))
    if _PURPOSE.match(body, first) and body.startswith("，", last):
        done = (found.start() for found in _ENDS.finditer(body, last + 1) if found.start() - last > SHORT)
        last = next(done, len(body))
    return _short(body, first, last, start, end)


def _short(quote: str, first: int, last: int, start: int, end: int) -> str:
    most = LONGEST if quote[first:last].isascii() else LONGEST // 2
    begin, stop = first, last
    if last - first > most:
        begin = _word_begin(quote, max(first, start - max(most - (end - start), 0) // 2), start)
        stop = _word_end(quote, min(last, max(begin + most, end)), end)
    text = " ".join(quote[begin:stop].split())
    return f"{'…' if begin > first else ''}{text}{'…' if stop < last else ''}"


def _word_begin(quote: str, at: int, most: int) -> int:
    """Return the first position from `at` on where a word begins."""
    while 0 < at < most and _LATIN.match(quote[at - 1]) and _LATIN.match(quote[at]):
        at += 1
    return at


def _word_end(quote: str, at: int, least: int) -> int:
    """Return the last position up to `at` where a word ends."""
    while least < at < len(quote) and _LATIN.match(quote[at - 1]) and _LATIN.match(quote[at]):
        at -= 1
    return at


@lru_cache(maxsize=256)
def _names(initiative: Initiative) -> re.Pattern[str]:
    """Return names and terms as one loose pattern, which only has to find them for display."""
    terms = (initiative.names.zh, initiative.names.en, *initiative.zh, *initiative.en)
    return re.compile("|".join(_pattern(term) for term in sorted(terms, key=len, reverse=True)), re.IGNORECASE)


def _pattern(term: str) -> str:
    return "".join(_written(piece) for piece in _PIECES.finditer(term))


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
