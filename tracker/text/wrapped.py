"""Find the line breaks of a Chinese text that was broken at a fixed width, as wires and printed papers are."""

import re

from tracker.text.normalize import Span

# In columns, of which a Chinese character takes two.
WIDTHS = range(40, 131)
SHORTER = 8
"""A line may be this much shorter than the longest: no line begins with a comma or breaks a number."""
FEWEST = 3
MOST_OTHERS = 0.3
"""The part of the lines without an end that may be shorter: headlines."""

_BREAKS = re.compile(r"\n+")
_WIDE = re.compile("[\u1100-\uffef]")
_ENDS = re.compile(r"[。！？；：.!?;:…][”’」』）)]*$")
_GOES_ON = re.compile("[^\\s\u3000]")


def wrapped(text: str) -> list[Span]:
    """Return the line breaks of `text` that are inside sentences; none if its lines do not have one width."""
    if text.count("\n") < FEWEST or max(map(len, text.split("\n"))) > WIDTHS.stop:
        return []
    breaks = list(_BREAKS.finditer(text))
    starts = [0, *(one.end() for one in breaks)]
    inner = [
        (_columns(line), Span(*one.span()))
        for start, one in zip(starts, breaks, strict=False)
        if (line := text[start : one.start()].rstrip()) and not _ENDS.search(line)
    ]
    longest = max((columns for columns, _ in inner), default=0)
    full = [span for columns, span in inner if columns >= longest - SHORTER]
    if longest not in WIDTHS or len(full) < max(FEWEST, (1 - MOST_OTHERS) * len(inner)):
        return []
    # Some wires write each break twice: paragraphs are then further apart.
    usual = min(span.end - span.start for span in full)
    return [span for span in full if span.end - span.start == usual and _is_chinese(text, span)]


def _columns(line: str) -> int:
    return len(line) + len(_WIDE.findall(line))


def _is_chinese(text: str, span: Span) -> bool:
    """Decide whether a break has a Chinese character or sign beside it, and no indent behind it."""
    beside = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    return bool(_WIDE.search(beside) and _GOES_ON.match(text, span.end))
