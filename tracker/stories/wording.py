"""Reduce a text to its wording: the runs of characters beyond what official texts say all the time.

A report on a release the next day changes its order and leaves much out, but keeps whole phrases and figures.
"""

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator

from tracker.stories.words import Sketch

GRAM = 5
WITHIN = 1200
# No phrase continues over the end of a sentence, or over a day, which every text has.
BREAK = re.compile(r"[。！？\n]|（[^）]{0,12}\d[^）]{0,12}）|(?:19|20)\d\d年|\d{1,4}(?:月(?:\d{1,4}日)?|日)|今[天日]")
SIGNS = re.compile(r"[^\u3400-\u9fffA-Za-z0-9.%]+")


def compile_phrases(phrases: Iterable[str]) -> frozenset[str]:
    """Return the pieces of set phrases; `wording` leaves them out."""
    return frozenset(gram for phrase in phrases for run in runs(phrase) for gram in grams(run))


def wording(text: str, language: str, set_phrases: frozenset[str]) -> "Sketch[int]":
    """Return hashes of runs of five characters at the beginning of a Chinese text, the smallest first.

    Set phrases are left out.
    """
    if language != "zh":
        return array("I")
    found = {gram for run in runs(text[:WITHIN]) for gram in grams(run)} - set_phrases
    return array("I", sorted({zlib.crc32(gram.encode()) for gram in found}))


def runs(text: str) -> Iterator[str]:
    """Return the characters of a text without punctuation, each run as far as a phrase may continue."""
    return (SIGNS.sub("", part) for part in BREAK.split(text))


def grams(run: str) -> list[str]:
    """Return the pieces of five characters of a run, each one character further on."""
    return [run[at : at + GRAM] for at in range(len(run) - GRAM + 1)]
