"""Cut snippets from a text around the terms that were sought."""

import re
from collections.abc import Sequence

from tracker.search.canonical import place
from tracker.text.normalize import plain

AROUND = 60
"""The number of characters that are shown before and after the first term."""
LOOKED_THROUGH = 200_000
"""If all terms are further back, the beginning is shown."""
_ENDS = "。！？!?；;\n"


def snippet(title: str | None, text: str, terms: Sequence[str]) -> str:
    """Return the context of the place with most of the canonical `terms`, or the beginning of the text without any.

    `title` is not repeated, so that a snippet is part of the text.
    """
    looked = plain(text[:LOOKED_THROUGH]).lower()
    found = sorted(span for term in terms for span in _spans(looked, term))
    if not found:
        return _one_line(text[: 2 * AROUND]) + ("…" if len(text) > 2 * AROUND else "") or (title or "")
    start, end, _ = max(found, key=lambda one: (len(_near(found, one)), -one[0]))
    first = _begin(looked, max(0, start - AROUND), start)
    last = min(len(looked), max(end, first + 2 * AROUND))
    return f"{'…' if first else ''}{_one_line(text[first:last])}{'…' if last < len(text) else ''}"


def _near(found: Sequence[tuple[int, int, str]], one: tuple[int, int, str]) -> set[str]:
    return {term for start, _, term in found if 0 <= start - one[0] < AROUND}


def _spans(looked: str, term: str, most: int = 20) -> list[tuple[int, int, str]]:
    spans = []
    for found in place(term).finditer(looked):
        spans.append((*found.span(), term))
        if len(spans) == most:
            break
    return spans


def _begin(text: str, earliest: int, start: int) -> int:
    """Return where the sentence begins, or a word, not before `earliest`."""
    if ends := [at for at in range(earliest, start) if text[at] in _ENDS]:
        return ends[-1] + 1
    blank = re.compile(r"(?<=[a-z0-9,]) ").search(text, earliest, start) if earliest else None
    return blank.end() if blank else earliest


def _one_line(text: str) -> str:
    return " ".join(text.split())
