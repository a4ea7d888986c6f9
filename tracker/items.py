"""Splits a round-up into its items, so that nothing is read across them."""

import re
from itertools import pairwise

Span = tuple[int, int]

LINE = re.compile(r"[^\n]+")
NUMBERED = re.compile(
    r"\s*[*#>]*\s*(?:\d{1,2}|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,2})\s*[、.．）)](?!\d)"
)
ENDED = re.compile(r"[。！？!?；;.…：:，,*]\s*$")
LONGEST_HEADLINE = 45
FEWEST_ITEMS = 2


def items(text: str) -> list[Span]:
    """The items of a round-up, as spans of the text; a text that is none is one item.

    A round-up is a text whose paragraphs are numbered (1、2、3、, each a closed report), or one that
    alternates short headlines with single paragraphs.
    """
    lines = [m.span() for m in LINE.finditer(text) if m.group().strip()]
    starts = _numbered(text, lines) or _headed(text, lines)
    if len(starts) < FEWEST_ITEMS:
        return [(0, len(text))]
    edges = [*starts, len(text)]
    found = list(pairwise(edges))
    if text[: starts[0]].strip():
        found.insert(0, (0, starts[0]))
    return found


def _numbered(text: str, lines: list[Span]) -> list[int]:
    """Starts of paragraphs numbered 1, 2, 3 ... that hold a whole report each (a paper's tasks do not count)."""
    starts = [
        start for start, end in lines if NUMBERED.match(text, start, end) and text[start:end].count("。")
    ]
    return starts if len(starts) * 2 > len(lines) else []


def _headed(text: str, lines: list[Span]) -> list[int]:
    """Starts of headlines, where short lines without an end and paragraphs take turns."""
    heads = [start for start, end in lines if _is_head(text[start:end])]
    bodies = [
        start for start, end in lines if not _is_head(text[start:end]) and end - start > LONGEST_HEADLINE
    ]
    paired = [a[0] for a, b in pairwise(lines) if a[0] in set(heads) and b[0] in set(bodies)]
    return paired if len(paired) >= FEWEST_ITEMS and len(paired) + 1 >= len(bodies) else []


def _is_head(line: str) -> bool:
    return len(line.strip()) <= LONGEST_HEADLINE and not ENDED.search(line)
