"""Tests foreign WARC files, badly written or hostile: one record is skipped, and what follows is taken."""

import gzip
import io
import json
import zlib
from pathlib import Path

import brotli
import pytest
from sqlalchemy import Engine

from config import Config
from spiders.most import MOST_BYTES
from tests.factories import refusing
from tests.processes.running import Tracker
from tracker.archive import transfer, warc
from tracker.parse.saved import Unusable

HTML = "<html><p>国务院印发意见，加快发展低空经济。</p></html>".encode()
URL = "https://www.example.gov.cn/1"
LAST = "https://www.example.gov.cn/last"
OURS = {"source": "", "key": "", "backfilled": True}


def record(kind: str, url: str, body: bytes, *heads: str) -> bytes:
    """Return a record byte for byte, whatever it says."""
    lines = ("WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", *heads, f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + body + b"\r\n\r\n"


def response(url: str = URL, content: bytes = HTML, *heads: str) -> bytes:
    """Return a page as it was sent, with additional HTTP headers."""
    head = "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *heads, "", "")).encode()
    return record("response", url, head + content, "Content-Type: application/http")


def metadata(content: bytes) -> bytes:
    """Return what our own archives say of the page before."""
    return record("metadata", URL, content, f"Content-Type: {warc.OUR_TYPE}")


def ours(**fields: object) -> bytes:
    """Return the same, with other fields."""
    return metadata(json.dumps(OURS | fields).encode())


def read(data: bytes) -> tuple[list[tuple[str, bytes]], list[Unusable]]:
    """Return the pages of a file, including the one after the bad record, and what was refused."""
    refused: list[Unusable] = []
    found = warc.read_pages(io.BytesIO(data + response(LAST)), refused.append)
    return [(page.url, content) for page, content in filter(None, found)], refused


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(HTML, mtime=0), "gzip"),
        (gzip.compress(HTML[:20], mtime=0) + gzip.compress(HTML[20:], mtime=0), "x-gzip"),
        (zlib.compress(HTML), "deflate"),
        (zlib.compress(HTML)[2:-4], "deflate"),
        (brotli.compress(HTML), "br"),
        (brotli.compress(gzip.compress(HTML, mtime=0)), "gzip, br"),
        (HTML, "br"),
        (HTML, "gzip"),
        (HTML, "identity"),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(HTML), HTML), "\r\nTransfer-Encoding: chunked"),
    ],
)
def test_what_was_packed_for_the_wire_is_unpacked(packed: bytes, encoding: str) -> None:
    found, refused = read(response(URL, packed, f"Content-Encoding: {encoding}"))
    assert (found, refused) == ([(URL, HTML), (LAST, HTML)], [])


def test_zstandard_is_unpacked() -> None:
    zstd = pytest.importorskip("backports.zstd")
    assert read(response(URL, zstd.compress(HTML), "Content-Encoding: zstd"))[0][0] == (URL, HTML)


BOMB = gzip.compress(bytes(MOST_BYTES + 1), 1)
BAD = [
    (response(URL, brotli.compress(HTML)[:-9], "Content-Encoding: br"), "not complete br", "damaged"),
    (response(URL, b"\x00\xff" * 99, "Content-Encoding: br"), "not complete br", "damaged"),
    (response(URL, gzip.compress(HTML, mtime=0)[:-9], "Content-Encoding: gzip"), "not complete gzip", "damaged"),
    (
        response(URL, gzip.compress(HTML, mtime=0)[:12] + b"x" * 99, "Content-Encoding: gzip"),
        "not complete gzip",
        "damaged",
    ),
    (response(URL, zlib.compress(HTML)[:-9], "Content-Encoding: deflate"), "not complete deflate", "damaged"),
    (response(URL, HTML, "Content-Encoding: compress"), "not known ('compress')", "malformed"),
    (response(URL, HTML, "Content-Encoding: gzip, gzip, gzip, gzip"), "packed 4 times", "malformed"),
    (response(URL, BOMB, "Content-Encoding: gzip"), "when unpacked", "too large"),
    (response(URL, gzip.compress(BOMB), "Content-Encoding: gzip, gzip"), "when unpacked", "too large"),
    (response(URL, brotli.compress(bytes(MOST_BYTES + 1), quality=1), "Content-Encoding: br"), "unpacked", "too large"),
    (response(URL, b"x" * (MOST_BYTES + 1)), "larger than a page", "too large"),
    (response("http://[::1/.."), "is not an address", "malformed"),
    (response("http://[::1/..", HTML, "X: y"), "is not an address", "malformed"),
    (response(URL, HTML, "X-Long: " + "x" * 5_000_000), "longer head", "too large"),
    (response(URL, HTML, *(["X-Many: x"] * 50_000)), "longer head", "too large"),
    (record("response", URL, HTML, "X-Long: " + "x" * 5_000_000), "longer head", "too large"),
    (record("response", URL, HTML, *(["X-Many: x"] * 50_000)), "longer head", "too large"),
]


@pytest.mark.parametrize(("data", "told", "reason"), BAD, ids=[f"{told}-{n}" for n, (_, told, _) in enumerate(BAD)])
def test_a_record_that_cannot_be_used_is_skipped(data: bytes, told: str, reason: str) -> None:
    found, (error,) = read(response() + data)
    assert found == [(URL, HTML), (LAST, HTML)]
    assert told in str(error)
    assert str(error).startswith("record 2 (")
    assert (error.reason, len(str(error)) < 300) == (reason, True)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ours(source=5), '"source" cannot be 5'),
        (ours(source=None), '"source" cannot be null'),
        (ours(key=["a"]), '"key" cannot be ["a"]'),
        (ours(backfilled="yes"), '"backfilled" cannot be "yes"'),
        (ours(listed_title={}), '"listed_title" cannot be {}'),
        (metadata(b"[]"), "not a JSON object"),
        (metadata(b"{"), "is not JSON"),
        (metadata(b"\xff"), "is not UTF-8"),
        (metadata(b"[" * 60_000), "nested too deeply"),
        (ours(key="x" * 100_000), "larger than the metadata"),
    ],
    ids=lambda value: repr(value)[-50:],
)
def test_what_is_wrong_of_a_page_is_skipped_and_not_the_page(data: bytes, told: str) -> None:
    found, (error,) = read(response() + data)
    assert found == [(URL, HTML), (LAST, HTML)]
    assert told in str(error)


def test_what_no_database_stores_is_replaced(engine: Engine, config: Config, tmp_path: Path) -> None:
    bad = response(f"{URL}/\ud800\0?q=\0", HTML, "X: \0") + ours(listed_title="低空\ud800", list_id="\0")
    (tmp_path / "a.warc").write_bytes(bad + response(LAST))
    counts = transfer.import_files(engine, config.sources, [tmp_path / "a.warc"], None, refusing.nothing)
    assert counts.pages == 2


def test_addresses_that_no_index_takes_are_skipped(engine: Engine, config: Config, tmp_path: Path) -> None:
    long = [
        response(f"{URL}/{'x' * 4_000}"),
        response(f"{URL}?a={'新' * 600}"),
        response() + ours(annex_of="x" * 4_000),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(long) + response(LAST))
    refused: list[Unusable] = []
    counts = transfer.import_files(engine, config.sources, [tmp_path / "a.warc"], None, refused.append)
    assert (counts.pages, counts.refused["malformed"]) == (1, 3)
    assert all("longer than 2000 bytes" in str(error) for error in refused)


@pytest.mark.parametrize("length", ["", "-1", "9" * 6_000, "٣", "1e3"])
def test_a_record_without_a_length_ends_its_file(length: str) -> None:
    data = response() * 2 + b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: %b\r\n\r\n" % length.encode()
    refused: list[Unusable] = []
    pages = warc.read_pages(io.BytesIO(data + response(LAST)), refused.append)
    assert next(pages) is not None
    with pytest.raises(Unusable, match="record 3 has no valid length"):
        next(pages)


def test_a_record_that_is_longer_than_it_says_costs_a_line() -> None:
    length = len(response()) - len(response().partition(b"\r\n\r\n")[0]) - 8
    short = response().replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length - 7))
    assert read(short) == ([(URL, HTML[:-7]), (LAST, HTML)], [])


def test_an_import_goes_on_and_says_so(tmp_path: Path) -> None:
    bad = response("http://[::1/..") + response(URL, b"x", "Content-Encoding: zip") + ours(source=5)
    (tmp_path / "a.warc").write_bytes(response() + bad + response(LAST))
    (tmp_path / "b.warc").write_bytes(b"no WARC")
    (tmp_path / "c.warc").write_bytes(response(f"{URL}0"))
    done = Tracker(tmp_path).run("import", "a.warc", "b.warc", "c.warc", code=1)
    assert done.stdout == ("imported 3 pages, 0 known already, 1 skipped; not usable: 1 damaged, 2 malformed\n")
    assert [line[:30] for line in done.stderr.splitlines()] == [
        "tracker: a.warc: record 2 (htt",
        "tracker: a.warc: record 3 (htt",
        "tracker: b.warc: no readable W",
    ]
