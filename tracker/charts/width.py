"""Estimate the width of words in a picture, whose font is unknown when it is drawn."""

from itertools import accumulate, takewhile

# The widths of a Latin letter and of a Chinese character, at most, at a size of twelve units.
LATIN, HAN, SIZE = 6.6, 12.0, 12


def width_of(words: str, size: int = SIZE) -> float:
    """Return the width of words in units, for a font size."""
    return sum(HAN if ord(sign) > 0x2E7F else LATIN for sign in words) * size / SIZE


def shortened(words: str, most: float, size: int = SIZE) -> str:
    """Return words no wider than `most` units; an ellipsis replaces what is left out."""
    if width_of(words, size) <= most:
        return words
    ends = accumulate(width_of(sign, size) for sign in words)
    fitting = sum(1 for _ in takewhile(lambda end: end + HAN * size / SIZE <= most, ends))
    return f"{words[:fitting].rstrip()}…"
