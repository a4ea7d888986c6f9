"""Tells at memory speed which paragraphs may name an initiative, so that only those are folded and looked into.

The text's bytes are squeezed (small letters; no blanks, hyphens, straight quotes) and searched for every
needle squeezed alike, and for its traditional and full-width forms, which squeezing leaves as they are.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, product

from ahocorasick_rs import BytesAhoCorasick, Implementation

from tracker.text import Span, characters

_IGNORED = b" \t\r\n\f\v-\"'"
_SMALL = bytes(range(256)).lower()
_FULL_WIDTH = {c: c + 0xFEE0 for c in range(0x21, 0x7F)}
_WINDOW = 3


def sieve(texts: Iterable[str]) -> BytesAhoCorasick:
    """An automaton for `texts` (folded, small letters) and the other forms that they may have in raw bytes."""
    forms = {_squeeze(form.encode()) for text in texts for form in _forms(text)}
    automaton = BytesAhoCorasick(sorted(forms), implementation=Implementation.ContiguousNFA)
    enough = [f for f in sorted(forms) if len(automaton.find_matches_as_indexes(f, overlapping=True)) == 1]
    return BytesAhoCorasick(enough, implementation=Implementation.DFA)


def promising(text: str, automaton: BytesAhoCorasick) -> Iterator[Span]:
    """The stretches of `text`, whole lines each, in which the automaton finds something."""
    raw = text.encode("utf-8", "surrogatepass")
    hits = automaton.find_matches_as_indexes(_squeeze(raw))
    if not hits:
        return
    squeezed_ends = list(accumulate(len(_squeeze(line)) for line in raw.split(b"\n")))
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    first = last = -1
    for _, start, end in hits:
        line, line_of_end = bisect_right(squeezed_ends, start), bisect_right(squeezed_ends, end - 1)
        if line > last:
            if last >= 0:
                yield Span(starts[first], starts[last + 1] - 1)
            first = line
        last = line_of_end
    yield Span(starts[first], starts[last + 1] - 1)


def _squeeze(raw: bytes) -> bytes:
    return raw.translate(_SMALL, _IGNORED)


def _forms(text: str) -> Iterator[str]:
    yield text
    if any(c.isascii() for c in text):
        yield text.translate(_FULL_WIDTH)
        yield text.upper().translate(_FULL_WIDTH)
    others = _other_forms()
    first = next((i for i, c in enumerate(text) if c in others), None)
    if first is not None:
        start = max(0, min(first - 1, len(text) - _WINDOW))
        window = text[start : start + _WINDOW]
        yield from map("".join, product(*([c, *others.get(c, ())] for c in window)))


@cache
def _other_forms() -> dict[str, list[str]]:
    """The traditional forms of a simplified character and the wide forms of + and ×."""
    forms: dict[str, list[str]] = defaultdict(list)
    for code, plain in characters().items():
        if plain in "+×" or code >= 0x4E00 and not 0xFF00 <= code:
            forms[plain].append(chr(code))
    return dict(forms)
