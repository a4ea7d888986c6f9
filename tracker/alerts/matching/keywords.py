"""Parse the keywords of a rule, and search a text for them.

Width, capitals, blanks, hyphens, quotes and traditional characters make no difference, as with initiatives' terms.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.text.normalize import fold, plain

MOST = 20
LONGEST = 60
_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')


def read_words(written: str) -> tuple[str, ...]:
    """Split words at blanks; quotes hold a phrase together. Raise ValueError, in one line, if there are no words."""
    seen = plain(written)
    if seen.count('"') % 2:
        raise ValueError(f"the words {written[:80]!r} open a quote and do not close it; write both quotes, or none")
    spans = [found.span(1 if found[2] is None else 2) for found in _WORD.finditer(seen)]
    return tuple(written[start:end].strip() for start, end in spans)


def useless(word: str) -> str | None:
    """Say in one line why no text will ever contain a word; None if one may."""
    folded = folded_word(word)
    if not any(message.isalnum() for message in folded):
        return f"the word {word[:80]!r} has no letter and no digit"
    if len(folded) > LONGEST:
        return f"the word {word[:30] + '...'!r} is {len(folded)} characters long, and {LONGEST} is the most"
    return None


@lru_cache(4096)
def folded_word(word: str) -> str:
    """Return a word as folded texts have it."""
    return fold(word).lower.strip()


@lru_cache(64)
def folded_text(text: str) -> str:
    """Return a text in which folded words can be found; the newest few are cached, since many alerts use one text."""
    return fold(text).lower


def holds(texts: Sequence[str], words: Sequence[str]) -> bool:
    """Decide whether each of the words occurs in one of the folded texts.

    A Latin word ends where its letters and digits end, except for the s of a plural; a Chinese one may occur anywhere.
    """
    return all(any(_stands_in(folded_word(word), text) for text in texts) for word in words)


def _stands_in(word: str, text: str) -> bool:
    return word in text and bool(_pattern(word).search(text))


@lru_cache(4096)
def _pattern(word: str) -> re.Pattern[str]:
    start = r"(?<![a-z0-9])" if re.match("[a-z0-9]", word) else ""
    end = r"s?(?![a-z0-9])" if re.search("[a-z0-9]$", word) else ""
    return re.compile(start + re.escape(word) + end)
