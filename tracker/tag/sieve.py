"""Tells at memory speed which lines may name an initiative, so that only those are looked into.

The bytes of a text are squeezed: small letters, and none of the bytes that blanks, hyphens and quotes are made
of, wherever they stand. The needles are squeezed alike, so the sieve lets too much through, never too little.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from ahocorasick_rs import BytesAhoCorasick, Implementation
from opencc import OpenCC

from tracker.text import Span

_IGNORED = "".join(sorted(" \t\r\n\f\v-\"'“”‘’「」\u00a0\u3000\u200b\u00ad")).encode()
_ENOUGH = 18  # bytes of a needle: a longer one makes the automaton large and slow, and hardly finer
_SMALL = bytes(range(256)).lower()
_FULL_WIDTH = {c: c + 0xFEE0 for c in range(0x21, 0x7F)}


def sieve(texts: Iterable[str]) -> BytesAhoCorasick:
    """An automaton for `texts` (folded, small letters) and the other forms that they may have in raw bytes."""
    forms = {_squeeze(form.encode())[:_ENOUGH] for text in texts for form in _forms(text)}
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
    """A needle as it may be written: simplified, in the traditional characters of three places, full-width.

    Machines convert sign by sign and make 制造業 of what people write as 製造業.
    """
    signs = {"".join(map(place.convert, text)) for place in _traditional()}
    written = {text, *signs, *(place.convert(text) for place in _traditional())}
    for form in written:
        yield form
        yield form.replace("+", "＋")
    if any(c.isascii() for c in text):
        yield text.translate(_FULL_WIDTH)
        yield text.upper().translate(_FULL_WIDTH)


@cache
def _traditional() -> list[OpenCC]:
    return [OpenCC(variant) for variant in ("s2t", "s2tw", "s2hk")]
