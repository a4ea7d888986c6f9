"""Find the line breaks of a Chinese text that was broken at a fixed width, as wires and printed papers are."""

import re

from tracker.text.normalize import Span

# In columns, of which a Chinese character takes two.
WIDTHS = range(28, 131)
# No line begins with a comma or breaks a number: one may be this much shorter than the longest.
SHORTER = 8
FEWEST = 3
# Of the lines without an end, headlines may be shorter.
MOST_SHORTER = 0.3
# Lists of names have lines of one width as well, and no such sign in them.
OF_PROSE = re.compile("[，。、；]")
FEWEST_OF_PROSE = 0.3

LINE = re.compile(r"([^\n]+)(\n+)")
WIDE = re.compile("[\u1100-\uffef]")
ENDS = re.compile(r"[。！？；：.!?;:…][”’」』）)]*$")
GOES_ON = re.compile(r"\S")


def wrapped(text: str) -> list[Span]:
    """Return the line breaks of `text` that are inside sentences; none if its lines do not have one width."""
    pieces = text.split("\n")
    # Nearly all texts have a longer line, which this finds without counting columns.
    if len(pieces) <= FEWEST or max(map(len, pieces)) > WIDTHS.stop:
        return []
    longest = max(map(_columns, pieces))
    lines = ((match[1].rstrip(), Span(*match.span(2))) for match in LINE.finditer(text))
    inner = [(line, span) for line, span in lines if line and not ENDS.search(line)]
    full = [(line, span) for line, span in inner if _columns(line) >= longest - SHORTER]
    if longest not in WIDTHS or len(full) < max(FEWEST, (1 - MOST_SHORTER) * len(inner)):
        return []
    if sum(OF_PROSE.search(line) is not None for line, _ in full) < FEWEST_OF_PROSE * len(full):
        return []
    # Some wires write each break twice: paragraphs are then further apart.
    usual = min(span.end - span.start for _, span in full)
    return [span for _, span in full if span.end - span.start == usual and _is_chinese(text, span)]


def _columns(line: str) -> int:
    """Return the columns of a line without the blanks that fill it."""
    return len(line) - line.count(" ") + len(WIDE.findall(line))


def _is_chinese(text: str, span: Span) -> bool:
    """Decide whether a break has a Chinese character or sign beside it, and no indent behind it."""
    beside = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    return bool(WIDE.search(beside) and GOES_ON.match(text, span.end))
