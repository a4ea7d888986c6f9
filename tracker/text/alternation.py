"""Write a pattern of any of some words."""

import re
from collections.abc import Callable, Iterable


def any_of(words: Iterable[str], written: Callable[[str], str] = re.escape) -> str:
    """Return a pattern of any of some words, the longest first; without words, one that matches nothing."""
    return "|".join(map(written, sorted(words, key=len, reverse=True))) or "(?!)"
