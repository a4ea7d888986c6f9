"""What a text is made of, as small sets of hashes: to see how much of one text stands in another."""

import re
import zlib
from array import array
from bisect import bisect_left

import numpy
from datasketch import MinHash

RUN = re.compile(r"[\u3400-\u9fff0-9A-Za-z.%]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'-]+")
CHINESE = re.compile(r"[\u3400-\u9fff]")

GRAM = 3
STEM = 6
SHORTEST_WORD = 4
AT_MOST = 1024
RANGE = 1 << 32
PERMUTATIONS = 64
ROWS = 4


def words(text: str, language: str) -> "array[int]":
    """Hashes of a text's parts: three characters at a time in Chinese, stems of longer words in English.

    Of a long text only the smallest hashes are kept (a bottom-k sketch), so that two texts of any length
    are compared on the same range of hashes.
    """
    parts = _chinese(text) if language == "zh" else _english(text)
    return array("I", sorted({zlib.crc32(p.encode()) for p in parts})[:AT_MOST])


def _chinese(text: str) -> set[str]:
    runs = [run for run in RUN.findall(text) if CHINESE.search(run)]
    return {run[i : i + GRAM] for run in runs for i in range(max(len(run) - GRAM + 1, 1))}


def _english(text: str) -> set[str]:
    return {w[:STEM].lower() for w in WORD.findall(text) if len(w) >= SHORTEST_WORD}


def shared(a: "array[int]", b: "array[int]") -> tuple[float, float]:
    """Containment of the smaller in the larger, and Jaccard's similarity, over the range that both sketches cover."""
    if not a or not b:
        return 0.0, 0.0
    top = min(_top(a), _top(b))
    left, right = set(a[: bisect_left(a, top)]), set(b[: bisect_left(b, top)])
    both = len(left & right)
    return both / max(1, min(len(left), len(right))), both / max(1, len(left | right))


def _top(sketch: "array[int]") -> int:
    """The end of the range of hashes in which a sketch is complete."""
    return sketch[-1] + 1 if len(sketch) == AT_MOST else RANGE


def bands(sketch: "array[int]") -> list[str]:
    """The bands of a MinHash: two sketches with a Jaccard of 0.6 share one in nine cases of ten."""
    if not sketch:
        return []
    hashed = MinHash(num_perm=PERMUTATIONS, hashfunc=int)
    hashed.update_batch(sketch)
    rows = numpy.asarray(hashed.hashvalues, dtype=numpy.uint64).reshape(-1, ROWS)
    return [f"w{n}:{zlib.crc32(row.tobytes()):08x}" for n, row in enumerate(rows)]
