"""Take out what has no meaning between the characters of a text.

These are pronunciations that a converter of pages adds (產(chǎn)業), blanks between Chinese and digits (1 月), and the
line breaks inside sentences of a text that was broken at a fixed width.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tracker.text.normalize import PRONOUNCED, Span, punctuated
from tracker.text.wrapped import wrapped

_HAN = r"[\u4e00-\u9fff]"
_LEFT_OUT = re.compile(rf"{PRONOUNCED.pattern}|(?<={_HAN})[ \u00a0](?=\d)|(?<=[\d%])[ \u00a0](?={_HAN})")

# Lines of one width are filled up with blanks.
_AND_BLANKS = re.compile(rf"{_LEFT_OUT.pattern}|(?<={_HAN}|[，。、；：]) (?={_HAN}|[，。、；：])")


@dataclass(frozen=True)
class Condensed:
    """A condensed text. Before its place `cuts[i]`, `taken[i]` characters of the original are left out."""

    text: str
    cuts: Sequence[int] = ()
    taken: Sequence[int] = ()

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the original that became `text[start:end]`, which is not empty."""
        return Span(self._back(start), self._back(end - 1) + 1)

    def _back(self, place: int) -> int:
        cut = bisect_right(self.cuts, place)
        return place + (self.taken[cut - 1] if cut else 0)


def condensed(text: str) -> Condensed:
    """Return `text` without pronunciations, blanks beside digits and breaks inside sentences, and what was left out."""
    breaks = wrapped(text)
    left_out = _AND_BLANKS if breaks else _LEFT_OUT
    found = sorted((*(Span(*match.span()) for match in left_out.finditer(text)), *breaks))
    if not found:
        return Condensed(text)
    taken = list(accumulate(end - start for start, end in found))
    cuts = [start - before for (start, _), before in zip(found, [0, *taken], strict=False)]
    ends = [0, *(end for _, end in found)]
    kept = (text[end:start] for end, start in zip(ends, (*(start for start, _ in found), len(text)), strict=True))
    return Condensed("".join(kept), cuts, taken)


def as_read(text: str) -> str:
    """Return `text` as rules read it: condensed and punctuated."""
    return punctuated(condensed(text).text)
