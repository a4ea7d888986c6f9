"""Mark in a quote what rules matched."""

import re
from collections.abc import Iterable

from tracker.tag.acts.target_context import STRUCK
from tracker.text.normalize import plain_words

# The text that a pattern skips between the words that it asks for is not marked.
LONGEST = 40


def marked(quote: str, matches: Iterable[re.Match[str]]) -> str:
    """Return `quote` with brackets around the matches in it: 要[发挥]全国统一大市场[支撑作用]."""
    text = plain_words(quote)
    spans = {span for match in matches if (span := _place(text, match))}
    for start, end in sorted(spans, reverse=True):
        quote = f"{quote[:start]}[{quote[start:end]}]{quote[end:]}"
    return quote


def _place(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the place in a text of a match that was found in it, or in a piece of it with words struck out."""
    words = plain_words(match[0])
    if not words.strip() or len(words) > max(LONGEST, len(text) // 2):
        return None
    whole = _pattern(plain_words(match.string)).search(text)
    if whole:
        return whole.start() + match.start(), whole.start() + match.end()
    found = _pattern(words).search(text)
    return found.span() if found else None


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(".".join(map(re.escape, words.split(STRUCK))), re.DOTALL)
