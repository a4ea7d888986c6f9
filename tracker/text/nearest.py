"""Find where a text contains a quote, or the wording nearest to it, and what differs between the two."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from tracker.text.normalize import Folded, Span, fold, plain, punctuated

ALIKE = 0.6
"""The least share of signs in common, in order, of a wording that is the quote altered and not another sentence."""
LONGEST_TEXT = 500_000
RUN = 4
"""The number of consecutive characters in common that show where the quote may be."""
MOST_SAME = 8
"""A run that the quote has more often says nothing about where it begins."""
BUCKET = 8
LEAST_SLACK = 20
_LEFT_OUT = re.compile(r"(?<!\s)\s*(?:…+|\.{3,}|\[…\]|\[\.\.\.\])\s*")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z]+|\S")
_WORD = re.compile(r"[A-Za-z0-9]")


class Place(NamedTuple):
    """The place of a quote, `text[start:end]`; `exact` if it is there character for character."""

    start: int
    end: int
    exact: bool


class Nearest(NamedTuple):
    """The wording that comes nearest: its place, what share it has in common, and each (ours, the quote's) piece."""

    start: int
    end: int
    likeness: float
    differences: tuple[tuple[str, str], ...]


def find(text: str, quote: str) -> Place | None:
    """Where `text` holds `quote`, signs folded (width, quotes, blanks, traditional characters), gaps shown by …."""
    if (at := text.find(quote)) >= 0:
        return Place(at, at + len(quote), exact=True)
    folded = _folded(text)
    place, first = 0, -1
    for part in _LEFT_OUT.split(quote):
        wanted = _folded(part).text.strip()
        if not wanted:
            continue
        at = folded.text.find(wanted, place)
        if at < 0:
            return None
        first, place = (at if first < 0 else first), at + len(wanted)
    if first < 0:
        return None
    return Place(*folded.original(first, place), exact=False)


def nearest(text: str, quote: str) -> Nearest | None:
    """Return the stretch of `text` that is most similar to `quote`; None where none has ALIKE in common with it."""
    folded, wanted = _folded(text[:LONGEST_TEXT]), _folded(quote).lower.strip()
    begin = _where(folded.lower, wanted)
    if begin is None:
        return None
    slack = max(LEAST_SLACK, len(wanted) // 4)
    start, end = max(0, begin - slack), min(len(folded.lower), begin + len(wanted) + slack)
    blocks = [
        block
        for block in SequenceMatcher(None, folded.lower[start:end], wanted, autojunk=False).get_matching_blocks()
        if block.size > 1
    ]
    if not blocks:
        return None
    first, last = _whole_words(folded, start + blocks[0].a, start + blocks[-1].a + blocks[-1].size)
    likeness = SequenceMatcher(None, folded.lower[first:last], wanted, autojunk=False).ratio()
    if likeness < ALIKE:
        return None
    span = folded.original(first, last)
    return Nearest(*span, round(likeness, 3), tuple(_differences(text[span.start : span.end], quote)))


def _folded(text: str) -> Folded:
    """Return a text folded, with punctuation beside Chinese in full width."""
    return fold(punctuated(text))


def _where(text: str, wanted: str) -> int | None:
    """Where most runs of signs say that `wanted` begins."""
    runs = defaultdict[str, list[int]](list)
    for at in range(len(wanted) - RUN + 1):
        runs[wanted[at : at + RUN]].append(at)
    telling = {run: begins for run, begins in runs.items() if len(begins) <= MOST_SAME}
    votes = Counter[int]()
    for at in range(len(text) - RUN + 1):
        for begin in telling.get(text[at : at + RUN], ()):
            votes[(at - begin) // BUCKET] += 1
    if not votes:
        return None
    bucket = min(votes, key=lambda one: (-votes[one] - votes[one + 1], one))
    return max(0, bucket * BUCKET)


def _whole_words(folded: Folded, start: int, end: int) -> Span:
    """Return the same stretch with the words whole in which it begins and ends."""
    text = folded.text
    while start > 0 and _WORD.match(text[start]) and _WORD.match(text[start - 1]):
        start -= 1
    while end < len(text) and _WORD.match(text[end - 1]) and _WORD.match(text[end]):
        end += 1
    return Span(start, end)


def _differences(ours: str, quote: str) -> Iterator[tuple[str, str]]:
    """Pairs of what the text has and what the quote has instead, by words, numbers and Chinese characters."""
    mine, theirs = (list(_TOKEN.finditer(plain(punctuated(one)))) for one in (ours, quote))
    words, other_words = ([one[0].lower() for one in some] for some in (mine, theirs))
    compared = SequenceMatcher(None, words, other_words, autojunk=False)
    for kind, start, end, other, other_end in compared.get_opcodes():
        pair = _cut(ours, mine[start:end]), _cut(quote, theirs[other:other_end])
        # What is folded away, such as a quotation mark, is no difference.
        if kind != "equal" and len({_folded(one).lower.strip() for one in pair}) > 1:
            yield pair


def _cut(text: str, tokens: list[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""
