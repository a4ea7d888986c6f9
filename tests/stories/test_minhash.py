"""Test MinHash: the signatures are those of datasketch, with which stored ones were made."""

import random
import zlib

import pytest

from tracker.stories.minhash import min_hashes
from tracker.stories.words import PERMUTATIONS, ROWS, bands, words


@pytest.mark.parametrize("count", [1, 2, 10, 300, 1024])
@pytest.mark.parametrize("permutations", [PERMUTATIONS, 128, 700])
def test_the_signatures_are_those_of_datasketch(count: int, permutations: int) -> None:
    from datasketch import MinHash  # imports SciPy, and every worker collects all tests

    draw = random.Random(count)
    hashes = [0, 0xFFFFFFFF, *(draw.getrandbits(32) for _ in range(count))][-count:]
    theirs = MinHash(num_perm=permutations, hashfunc=int)
    theirs.update_batch(hashes)
    assert min_hashes(hashes, permutations) == theirs.hashvalues.tolist()


def test_the_bands_are_those_of_datasketch() -> None:
    from datasketch import MinHash

    sketch = words("国务院印发意见，加快发展低空经济，到2027年建成一批示范区。" * 3, "zh")
    theirs = MinHash(num_perm=PERMUTATIONS, hashfunc=int)
    theirs.update_batch(sketch)
    rows = enumerate(theirs.hashvalues.reshape(-1, ROWS))
    assert bands(sketch) == [f"w{n}:{zlib.crc32(row.tobytes()):08x}" for n, row in rows]
