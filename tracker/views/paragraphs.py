"""Compare two texts paragraph by paragraph, and paragraphs word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# A Chinese character, a word, or the text between words.
WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+|\s+|.", re.DOTALL)
MOST_WORDS = 2000
"""A longer paragraph is shown as changed as a whole, since comparing it takes too long."""

Piece = tuple[str, str]
"""What happened to some words, `same`, `removed` or `added`, and the words."""


def paragraphs_changed(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Piece]]:
    """Yield the paragraphs that differ between two texts, in their order, each as its pieces."""
    for what, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        both = min(j - i, n - k)
        yield from (list(words_changed(*pair)) for pair in zip(old[i : i + both], new[k : k + both], strict=True))
        yield from ([("removed", line)] for line in old[i + both : j])
        yield from ([("added", line)] for line in new[k + both : n])


def words_changed(old: str, new: str) -> Iterator[Piece]:
    """Yield two versions of a paragraph as pieces that are the same, removed or added."""
    before, after = WORD.findall(old), WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        yield from (("removed", old), ("added", new))
        return
    for what, i, j, k, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", "".join(before[i:j])
            continue
        if j > i:
            yield "removed", "".join(before[i:j])
        if n > k:
            yield "added", "".join(after[k:n])
