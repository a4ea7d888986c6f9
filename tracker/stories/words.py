"""Reduce a text to small sets of hashes, of words or of its wording, to see how much of one stands in another."""

import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tracker.stories.minhash import min_hashes

RUN = re.compile(r"[\u3400-\u9fff0-9A-Za-z.%]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
CHINESE = re.compile(r"[\u3400-\u9fff]")
GRAM = 3
STEM = 6

CLAUSE = re.compile(r"[，。；：！？\n]|[,;:!?.](?=\s)")
SIGNS = re.compile(r"\W+")
# A clause of so many characters is not shared by chance; English says less in as many.
LONG = {"zh": 14, "en": 28}
MOST_CLAUSES = 8
HEAD = 1500

AT_MOST = 1024
RANGE = 1 << 32
PERMUTATIONS = 64
ROWS = 4

Sketch = array  # of unsigned 32-bit hashes, the smallest first
PIECE = 5
WORDING_WITHIN = 1200
# No phrase continues over the end of a sentence, or over a day, which every text has.
BREAK = re.compile(r"[。！？\n]|（[^）]{0,12}\d[^）]{0,12}）|(?:19|20)\d\d年|\d{1,4}(?:月(?:\d{1,4}日)?|日)|今[天日]")
NO_WORDING = re.compile(r"[^\u3400-\u9fffA-Za-z0-9.%]+")


def words(text: str, language: str) -> "Sketch[int]":
    """Return hashes of a text's parts.

    In Chinese these are three characters at a time, in English stems of words of four letters or more. Of a long text
    only the smallest hashes are kept (a bottom-k sketch); `shared` takes that into account.
    """
    parts = _grams(text) if language == "zh" else {word[:STEM].lower() for word in WORD.findall(text)}
    return array("I", sorted({zlib.crc32(part.encode()) for part in parts})[:AT_MOST])


def _grams(text: str) -> set[str]:
    runs = [run for run in RUN.findall(text) if CHINESE.search(run)]
    return {run[i : i + GRAM] for run in runs for i in range(max(len(run) - GRAM + 1, 1))}


def clauses(text: str, language: str) -> tuple[int, ...]:
    """Return hashes of a text's longest clauses: an excerpt or a reprint keeps some of them verbatim."""
    found = {plain for clause in CLAUSE.split(text[:HEAD]) if len(plain := SIGNS.sub("", clause)) >= LONG[language]}
    return tuple(zlib.crc32(clause.encode()) for clause in sorted(found, key=lambda c: (-len(c), c))[:MOST_CLAUSES])


def shared(a: "Sketch[int]", b: "Sketch[int]") -> tuple[float, float]:
    """Return how much of the smaller text stands in the larger, and how alike the two are, from 0 to 1.

    The likeness is Jaccard's index.
    """
    top = min(_top(a), _top(b))
    left, right = set(a[: bisect_left(a, top)]), set(b[: bisect_left(b, top)])
    if not left or not right:
        return 0.0, 0.0
    both = len(left & right)
    return both / min(len(left), len(right)), both / len(left | right)


def _top(sketch: "Sketch[int]") -> int:
    """Return the limit below which a sketch holds all hashes of its text."""
    return sketch[-1] + 1 if len(sketch) == AT_MOST else RANGE


def bands(sketch: "Sketch[int]") -> list[str]:
    """Return the bands of a MinHash.

    Of two texts that share 60 % of their words (Jaccard), nine in ten share a band.
    """
    if not sketch:
        return []
    hashes = min_hashes(sketch, PERMUTATIONS)
    rows = (array("I", hashes[start : start + ROWS]) for start in range(0, PERMUTATIONS, ROWS))
    return [f"w{n}:{zlib.crc32(row.tobytes()):08x}" for n, row in enumerate(rows)]


def compile_phrases(phrases: Iterable[str]) -> frozenset[str]:
    """Return the pieces of set phrases; `wording` leaves them out."""
    return frozenset(gram for phrase in phrases for run in runs(phrase) for gram in grams(run))


def wording(text: str, language: str, set_phrases: frozenset[str]) -> "Sketch[int]":
    """Return hashes of runs of five characters at the beginning of a Chinese text, the smallest first.

    Set phrases are left out.
    """
    if language != "zh":
        return array("I")
    found = {gram for run in runs(text[:WORDING_WITHIN]) for gram in grams(run)} - set_phrases
    return array("I", sorted({zlib.crc32(gram.encode()) for gram in found}))


def runs(text: str) -> Iterator[str]:
    """Return the characters of a text without punctuation, each run as far as a phrase may continue."""
    return (NO_WORDING.sub("", part) for part in BREAK.split(text))


def grams(run: str) -> list[str]:
    """Return the pieces of five characters of a run, each one character further on."""
    return [run[at : at + PIECE] for at in range(len(run) - PIECE + 1)]
