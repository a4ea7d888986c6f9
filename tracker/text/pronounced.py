"""Take out the pronunciations that a converter of pages has put between the characters of a text: 產(chǎn)業."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tracker.text.normalize import PRONOUNCED, Span


@dataclass(frozen=True)
class Unpronounced:
    """A text without pronunciations. Before its place `cuts[i]`, `taken[i]` characters of the original are left out."""

    text: str
    cuts: Sequence[int] = ()
    taken: Sequence[int] = ()

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the original that became `text[start:end]`, which is not empty."""
        return Span(self._back(start), self._back(end - 1) + 1)

    def _back(self, place: int) -> int:
        cut = bisect_right(self.cuts, place)
        return place + (self.taken[cut - 1] if cut else 0)


def unpronounced(text: str) -> Unpronounced:
    """Return `text` without the pronunciations in brackets, and what was left out."""
    found = list(PRONOUNCED.finditer(text))
    if not found:
        return Unpronounced(text)
    taken = list(accumulate(m.end() - m.start() for m in found))
    cuts = [m.start() - before for m, before in zip(found, [0, *taken], strict=False)]
    return Unpronounced(PRONOUNCED.sub("", text), cuts, taken)
