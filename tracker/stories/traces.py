"""The traces by which items of one story find each other without comparing all with all."""

import zlib
from itertools import islice, pairwise

from tracker.stories.signature import Signature
from tracker.stories.words import bands

DAYS = 4
MOST_PAIRS = 8


def traces(signature: Signature) -> set[str]:
    """What an item is found by: its exact text, number, papers, words, pairs of figures, initiatives by day.

    Days fall into two rows of overlapping stretches, so that two items published within two days of each
    other share a trace for each initiative that both mention.
    """
    found = {f"x:{signature.exact}", *bands(signature.words)}
    if signature.number:
        found.add(f"n:{_short(signature.number)}")
    found |= {f"p:{_short(paper)}" for paper in signature.papers}
    found |= {f"v:{_short(f'{a:g} {b:g}')}" for a, b in islice(pairwise(signature.values), MOST_PAIRS)}
    if day := signature.day:
        rows = {"a": day.toordinal() // DAYS, "b": (day.toordinal() + DAYS // 2) // DAYS}
        found |= {f"{row}{n}:{initiative}" for row, n in rows.items() for initiative in signature.initiatives}
    return found


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
