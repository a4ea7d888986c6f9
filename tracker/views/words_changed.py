"""Compares two texts word by word: paragraphs first, and the words of those that changed."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# A Chinese character is a word of its own here, since nothing separates words.
_WORDS = re.compile(r"[^\W\u3400-\u9fff]+|\s+|.", re.DOTALL)
MOST_PARAGRAPHS = 2000
# Comparing takes the square of it.
MOST_WORDS = 1500


class Piece(NamedTuple):
    """A stretch of text that is the "same" in both, "added" in the newer or "dropped" from the older one."""

    kind: str
    text: str


def changed_paragraphs(old: str, new: str) -> list[list[Piece]]:
    """The paragraphs that differ, in their order, each as its pieces; none where the texts say the same."""
    before, after = (_paragraphs(text) for text in (old, new))
    found: list[list[Piece]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "replace":
            found += _replaced(before[a:b], after[c:d])
        elif kind != "equal":
            found += [[Piece("dropped", one)] for one in before[a:b]] + [[Piece("added", one)] for one in after[c:d]]
    return found


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line][:MOST_PARAGRAPHS]


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Piece]]:
    """Pair them in their order; what is left over was added or dropped as a whole."""
    paired = min(len(old), len(new))
    for before, after in zip(old, new, strict=False):
        yield list(_words(before, after))
    yield from ([Piece("dropped", one)] for one in old[paired:])
    yield from ([Piece("added", one)] for one in new[paired:])


def _words(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        yield from (Piece("dropped", old), Piece("added", new))
        return
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(before[a:b]))
            continue
        if b > a:
            yield Piece("dropped", "".join(before[a:b]))
        if d > c:
            yield Piece("added", "".join(after[c:d]))
