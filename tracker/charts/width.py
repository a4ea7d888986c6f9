"""Estimates how wide words are in a picture, of which no font is known when it is drawn."""

from itertools import accumulate, takewhile

# What a letter of twelve units takes in width, at most that of a Chinese character.
LATIN, HAN, SIZE = 6.6, 12.0, 12


def width_of(words: str, size: int = SIZE) -> float:
    """The width of words in units, for letters of a size."""
    return sum(HAN if ord(sign) > 0x2E7F else LATIN for sign in words) * size / SIZE


def shortened(words: str, most: float, size: int = SIZE) -> str:
    """Words that are no wider than `most` units; what is left out is shown by an ellipsis."""
    if width_of(words, size) <= most:
        return words
    ends = accumulate(width_of(sign, size) for sign in words)
    fitting = sum(1 for _ in takewhile(lambda end: end + HAN * size / SIZE <= most, ends))
    return f"{words[:fitting].rstrip()}…"
