"""Prefilter lines that may name an initiative, at memory speed, so that only those are searched.

The bytes of a text are squeezed: small letters, and none of the bytes that blanks, hyphens and quotes are made of,
anywhere. The needles are squeezed alike, so the sieve lets too much through, never too little.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from ahocorasick_rs import BytesAhoCorasick, Implementation
from opencc import OpenCC

from tracker.text.mainland import spellings
from tracker.text.normalize import WIDE, Span

_IGNORED = "".join(sorted(" \t\r\n\f\v-\u2010\u2011\"'“”‘’「」\u00a0\u3000\u200b\u00ad")).encode()
_IGNORED_IN_LINES = _IGNORED.replace(b"\n", b"")
# A parser makes blanks of control characters.
_IGNORED_IN_MARKUP = _IGNORED + bytes(range(0x20)).translate(None, _IGNORED) + b"\x7f"
_ENOUGH = 24  # bytes of a needle: a longer one makes the automaton large and slow, and hardly finer
_SMALL = bytes(range(256)).lower()
_WIDE_BYTES = [(narrow.encode(), wide.encode().translate(None, _IGNORED)) for narrow, wide in WIDE.items()]
# Not of punctuation, which folding leaves as it is.
_FULL_WIDTH = {c: c + 0xFEE0 for c in range(0x21, 0x7F) if chr(c) not in WIDE}


@dataclass(frozen=True)
class Sieve:
    """A sieve whose `automaton` finds needles in squeezed bytes.

    Needle i counts only beside one of `beside[i]`, if there are any. Behind the needles, those that were to be kept
    apart follow.
    """

    automaton: BytesAhoCorasick
    beside: tuple[frozenset[bytes], ...]


def sieve(needles: Mapping[str, Collection[str]], apart: Sequence[bytes] = ()) -> Sieve:
    """Return a sieve for needles (folded, small letters) in the forms that they may have in raw bytes.

    Each is given with what its terms need beside it in a line, at least one of them; an empty collection means that it
    may stand alone. What is kept `apart` (squeezed) is found as well, and spares no needle that holds it.
    """
    needed = forms(needles)
    sought = [*needed, *apart]
    return Sieve(BytesAhoCorasick(sought, implementation=Implementation.DFA), tuple(needed.values()))


def forms(needles: Mapping[str, Collection[str]]) -> dict[bytes, frozenset[bytes]]:
    """Return the squeezed bytes that a sieve finds for needles, each with what it needs beside it (empty: nothing)."""
    needed: dict[bytes, frozenset[bytes]] = {}
    for text, beside in needles.items():
        others = frozenset(form for other in beside for form in _bytes(other))
        for form in _bytes(text):
            needed[form] = _either(needed.get(form, others), others)
    every = sorted(needed)
    automaton = BytesAhoCorasick(every, implementation=Implementation.ContiguousNFA)
    within = [{i for i, _, _ in automaton.find_matches_as_indexes(form, overlapping=True)} for form in every]
    enough = [i for i, held in enumerate(within) if len(held) == 1]
    beside_enough = {i: needed[every[i]] for i in enough}
    for form, held in zip(every, within, strict=True):
        for i in held & beside_enough.keys():
            beside_enough[i] = _either(beside_enough[i], needed[form])
    return {every[i]: beside for i, beside in beside_enough.items()}


def squeeze(text: str) -> bytes:
    """Return the bytes (UTF-8) of a text as `forms` has them."""
    return _squeeze(text.encode("utf-8", "surrogatepass"))


def widened(squeezed: bytes) -> bytes:
    """Return squeezed bytes with full-width punctuation, as a text that reading has punctuated or not."""
    for narrow, wide in _WIDE_BYTES:
        squeezed = squeezed.replace(narrow, wide)
    return squeezed


def squeeze_markup(raw: bytes) -> bytes:
    """Return the bytes (UTF-8) of a page as `needles_in` reads them, without what parsers take for blanks, too."""
    return raw.translate(_SMALL, _IGNORED_IN_MARKUP)


def needles_in(squeezed: bytes, sieve: Sieve) -> set[int]:
    """Return the numbers of the needles, and of those kept apart, that stand anywhere in a whole page."""
    return {needle for needle, _, _ in sieve.automaton.find_matches_as_indexes(squeezed, overlapping=True)}


def suffices(needle: int, squeezed: bytes, sieve: Sieve) -> bool:
    """Decide whether a whole page with this needle may name an initiative: it has what the needle needs beside it."""
    return not sieve.beside[needle] or any(other in squeezed for other in sieve.beside[needle])


def promising(text: str, sieve: Sieve | None) -> Iterator[Span]:
    """Yield the stretches of `text`, whole lines each, in which the sieve finds something; without one, all of it."""
    if sieve is None:
        yield Span(0, len(text))
        return
    raw = text.encode("utf-8", "surrogatepass")
    in_lines = raw.translate(_SMALL, _IGNORED_IN_LINES)
    hits = sieve.automaton.find_matches_as_indexes(in_lines.replace(b"\n", b""), overlapping=True)
    if not hits:
        return
    squeezed = in_lines.split(b"\n")
    squeezed_ends = list(accumulate(map(len, squeezed)))
    starts = [0, *(end + number for number, end in enumerate(accumulate(map(len, text.split("\n"))), 1))]
    # An endless line may hold a needle at every turn.
    tells = cache(lambda needle, line, end: _tells(sieve.beside[needle], squeezed[line : end + 1]))
    first = last = -1
    for needle, start, end in hits:
        line, line_of_end = bisect_right(squeezed_ends, start), bisect_right(squeezed_ends, end - 1)
        if line_of_end <= last or not tells(needle, line, line_of_end):
            continue
        if line > last:
            if last >= 0:
                yield Span(starts[first], starts[last + 1] - 1)
            first = line
        last = line_of_end
    if last >= 0:
        yield Span(starts[first], starts[last + 1] - 1)


def _tells(beside: frozenset[bytes], lines: Sequence[bytes]) -> bool:
    """Decide whether a needle's lines hold what it needs beside it; no gap of a term extends over lines."""
    return not beside or any(other in line for line in lines for other in beside)


def _either(one: frozenset[bytes], other: frozenset[bytes]) -> frozenset[bytes]:
    """Return what either needs; empty where one of them needs nothing."""
    return one | other if one and other else frozenset()


def _bytes(text: str) -> Iterator[bytes]:
    return (_squeeze(form.encode())[:_ENOUGH] for form in _forms(text))


def _squeeze(raw: bytes) -> bytes:
    return raw.translate(_SMALL, _IGNORED)


def _forms(text: str) -> Iterator[str]:
    """Yield the forms of a needle: simplified, in words and traditional characters of three places, full-width.

    Machines convert character by character and make 制造業 of what people write as 製造業.
    """
    words = spellings(text)
    signs = {one.translate(table) for one in words for table in _sign_by_sign()}
    written = words | signs | {place.convert(one) for one in words for place in _traditional()}
    for form in written:
        yield form
        yield form.replace("+", "＋")
    if any(c.isascii() for c in text):
        yield text.translate(_FULL_WIDTH)
        yield text.upper().translate(_FULL_WIDTH)


class _Signs(dict[int, str]):
    """A table for `str.translate` that looks up the traditional form of each character once."""

    def __init__(self, place: OpenCC) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, sign: int) -> str:
        self[sign] = self._place.convert(chr(sign))
        return self[sign]


@cache
def _sign_by_sign() -> list[_Signs]:
    return [_Signs(place) for place in _traditional()]


@cache
def _traditional() -> list[OpenCC]:
    return [OpenCC(variant) for variant in ("s2t", "s2tw", "s2hk")]
