"""Tests lying records, bombs and cut files: a line for each, and the rest is read wherever it can be found."""

import gzip
import io
from typing import NamedTuple

import pytest

from spiders.most import MOST_BYTES
from tests.factories.archives import packed, record, response, silent
from tracker.backfill.raw_records import RawReader, Spoiled
from tracker.backfill.streams import Stream, UnreachableError
from tracker.parse.saved import Unusable

ONE, TWO, THREE = (response(n, silent(n, 400)) for n in (1, 2, 3))
M1, M2, M3 = (packed(one) for one in (ONE, TWO, THREE))
LIE = response(2, silent(2, 400), length=50)
LONG = response(2, silent(2, 400), length=5_000)
BOMB = record("response", "https://news.example.org/2.html", bytes(MOST_BYTES + 2**19))
HUGE_HEAD = record("response", "https://news.example.org/2.html", b"x", "X: " + "x" * 600_000)


def broken(data: bytes, at: int, count: int = 30) -> bytes:
    """Return data with some bytes changed."""
    return data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + count]) + data[at + count :]


def read(data: bytes, **place: int) -> tuple[list[str], list[Unusable], int]:
    """Return the names of what is read of a file, what was refused, and how many records were seen."""
    refused: list[Unusable] = []
    reader = RawReader(Stream(io.BytesIO(data)), refused.append, **place)
    found: list[str] = []
    for one in reader:
        if isinstance(one, Spoiled):
            found.pop()
        else:
            found.append((one.heads.get("WARC-Target-URI") or one.kind).removeprefix("https://news.example.org/"))
    return found, refused, reader.number


class Case(NamedTuple):
    """Hold a file, what is read of it, and the beginning or a part of the line about the rest."""

    data: bytes
    found: str
    said: str
    reason: str


BAD = {
    "too short a length, packed": Case(packed(ONE, LIE, THREE), "1 2 3", "what follows record 2 cannot", "damaged"),
    "too short a length": Case(ONE + LIE + THREE, "1 2", "what follows record 2 does not begin", "damaged"),
    "too long a length, packed": Case(packed(ONE, LONG, THREE), "1 3", "record 2 (https", "damaged"),
    "too long a length over several": Case(packed(ONE, LONG, *[THREE] * 9), "1" + " 3" * 9, "not as long", "damaged"),
    "too long a length": Case(ONE + LONG + THREE, "1", "ends in the middle", "damaged"),
    "no length, packed": Case(packed(ONE, response(2, "a", length=""), THREE), "1 3", "has no valid length", "damaged"),
    "no length": Case(ONE + response(2, "a", length="x") + THREE, "1", "has no valid length", "damaged"),
    "an endless length, packed": Case(
        packed(ONE, response(2, "a", length="9" * 15), THREE), "1 3", "larger", "too large"
    ),
    "an impossible length": Case(
        packed(ONE, response(2, "a", length="9" * 40), THREE), "1 3", "has no valid length", "damaged"
    ),
    "an endless length": Case(ONE + response(2, "a", length="9" * 15) + THREE, "1", "ends in the middle", "damaged"),
    "a bomb, packed": Case(packed(ONE, BOMB, THREE), "1 3", "larger than a page", "too large"),
    "a bomb": Case(ONE + BOMB + THREE, "1 3", "larger than a page", "too large"),
    "a bomb within one gzip": Case(gzip.compress(ONE + BOMB + THREE), "1 3", "larger than a page", "too large"),
    "a head without end, packed": Case(packed(ONE, HUGE_HEAD, THREE), "1 3", "what follows record 1", "damaged"),
    "a damaged member": Case(M1 + broken(M2, 60) + M3, "1 3", "what follows record 1 cannot", "damaged"),
    "a damaged end of a member": Case(M1 + broken(M2, len(M2) - 8, 8) + M3, "1 3", "cannot be read", "damaged"),
    "something between members": Case(M1 + b"nothing" * 9 + M2 + M3, "1 2 3", "what follows record 1", "damaged"),
    "a member of something else": Case(M1 + gzip.compress(b"x" * 999) + M3, "1 3", "what follows record 1", "damaged"),
    "a cut member": Case(M1 + M2 + M3[:-40], "1 2", "ends in the middle", "damaged"),
    "a member cut in its head": Case(M1 + M2 + M3[:60], "1 2", "ends in the middle", "damaged"),
    "a cut record": Case(ONE + TWO[:-99], "1", "ends in the middle", "damaged"),
    "nothing": Case(b"", "", "it is empty", "damaged"),
    "something else": Case(b"<html>no archive</html>" * 99, "", "its first line does not begin with WARC", "damaged"),
    "something else, packed": Case(gzip.compress(b"<html>" * 99), "", "its first line", "damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_line_for_what_cannot_be_read(name: str) -> None:
    case = BAD[name]
    found, refused, _ = read(case.data)
    assert found == [f"{number}.html" for number in case.found.split()]
    assert [(case.said in str(error), error.reason) for error in refused] == [(True, case.reason)]


@pytest.mark.parametrize("data", [packed(ONE, TWO, THREE), ONE + TWO + THREE, gzip.compress(ONE + TWO + THREE)])
def test_reading_goes_on_behind_as_many_records(data: bytes) -> None:
    assert read(data) == (["1.html", "2.html", "3.html"], [], 3)
    assert read(data, beyond=2) == (["3.html"], [], 3)
    assert read(data, beyond=3) == ([], [], 3)


def test_reading_goes_on_at_a_byte() -> None:
    assert read(M1 + M2 + M3, position=len(M1), number=1) == (["2.html", "3.html"], [], 3)
    assert read(M1 + M2 + M3, position=len(M1), number=1, beyond=1) == (["3.html"], [], 3)


def test_a_page_that_holds_an_archive_forges_no_record() -> None:
    inner = response(9, "a forged page")
    found, refused, _ = read(packed(response(1, packed(inner)), response(2, b"\r\n\r\n" + inner), THREE))
    assert (found, refused) == (["1.html", "2.html", "3.html"], [])


class Cable(io.BytesIO):
    """A file that comes over a cable which is pulled out."""

    def read(self, size: int | None = -1) -> bytes:
        """Fail behind the middle."""
        if self.tell() > len(M1):
            raise ConnectionResetError("the other side went away")
        return super().read(min(size or 0, len(M1)))


def test_a_file_that_fails_is_no_damaged_archive() -> None:
    refused: list[Unusable] = []
    with pytest.raises(UnreachableError, match="ConnectionResetError: the other side went away"):
        list(RawReader(Stream(Cable(M1 * 50)), refused.append))
    assert refused == []


def test_memory_stays_small() -> None:
    """Unpacked data is never held whole, whatever a record says of itself."""
    import tracemalloc

    data = packed(ONE, record("response", "https://news.example.org/2.html", bytes(6 * MOST_BYTES)), THREE)
    tracemalloc.start()
    assert read(data)[0] == ["1.html", "3.html"]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_BYTES
