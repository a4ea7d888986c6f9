"""Put other words in place of those that a row needs."""

import re
from collections.abc import Iterator

from tracker.tag.engine import Rule
from tracker.tag.notation import needed

OTHER_WORD = {"zh": "某某", "en": "somehow"}


def neighbours(row: Rule) -> Iterator[str]:
    """Yield the examples of a row with other words in place of those of which its patterns need one."""
    for pattern in (row.before, row.after):
        words = sorted(needed(pattern, row.language), key=len, reverse=True)
        if words and max(map(len, words)) > 1:
            either = re.compile("|".join(map(re.escape, words)))
            yield from (either.sub(OTHER_WORD[row.language], text) for text in row.examples)
