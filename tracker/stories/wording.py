"""The wording of a text: its runs of signs beyond what official texts say all the time.

Whoever retells a release the next day changes its order and leaves much out, but keeps whole phrases and figures.
"""

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator

from tracker.stories.words import Sketch

GRAM = 5
WITHIN = 1200
# No phrase goes on over the end of a sentence, or over a day, which everybody writes in.
BREAK = re.compile(r"[。！？\n]|（[^）]{0,12}\d[^）]{0,12}）|(?:19|20)\d\d年|\d{1,4}(?:月(?:\d{1,4}日)?|日)|今[天日]")
SIGNS = re.compile(r"[^\u3400-\u9fffA-Za-z0-9.%]+")


def compile_phrases(phrases: Iterable[str]) -> frozenset[int]:
    """The hashes of what set phrases are made of; `wording` leaves them out."""
    return frozenset(_hash(gram) for phrase in phrases for run in runs(phrase) for gram in grams(run))


def wording(text: str, language: str, set_phrases: frozenset[int]) -> "Sketch[int]":
    """Hashes of the runs of five signs at the beginning of a Chinese text, set phrases left out, the smallest first."""
    if language != "zh":
        return array("I")
    found = {_hash(gram) for run in runs(text[:WITHIN]) for gram in grams(run)}
    return array("I", sorted(found - set_phrases))


def runs(text: str) -> Iterator[str]:
    """The signs of a text without punctuation, as far as a phrase may go on."""
    return (SIGNS.sub("", part) for part in BREAK.split(text))


def grams(run: str) -> list[str]:
    """The pieces of five signs of a run, each one sign further on."""
    return [run[at : at + GRAM] for at in range(len(run) - GRAM + 1)]


def _hash(gram: str) -> int:
    return zlib.crc32(gram.encode())
