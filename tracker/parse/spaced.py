"""Compile printed labels into patterns that match however they are spaced: 来源, 来 源, 来　　源."""

import re


def names_of(words: str) -> list[str]:
    """Split a list of names at blanks; an underscore stands for a blank inside a name."""
    return [word.replace("_", " ") for word in words.split()]


def any_of(names: list[str]) -> str:
    """Return a pattern for any of the names, the longest first, with blanks allowed between Chinese characters."""
    return "|".join(map(_spaced, sorted(names, key=len, reverse=True)))


def _spaced(name: str) -> str:
    return re.escape(name) if name.isascii() else r"\s*".join(map(re.escape, name))
