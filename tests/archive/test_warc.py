"""Tests the archive: what is written as WARC is read back completely by us and by other readers."""

import gzip
import hashlib
import io
import re
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from sqlalchemy import Engine
from sqlmodel import col, select
from warcio.checker import Checker

from config import Config
from db.engine import reading, writing
from db.models import Page, now
from db.store.pages import add_page
from tests.factories import refusing
from tests.factories.databases import sqlite
from tests.sizes import size
from tracker.archive import transfer, warc
from tracker.parse import records

PAGES = size(3_000, 300)
HEAD = "\r\n".join(
    (
        "HTTP/1.1 200 OK",
        "Content-Type: text/html; charset=gb18030",
        "Content-Length: 1",
        "Set-Cookie: a=1",
        "Set-Cookie: b=2",
    )
)
ASKED = "GET /a HTTP/1.1\r\nHost: www.example.gov.cn\r\nUser-Agent: policy-initiative-tracker"


def content_of(number: int) -> bytes:
    """Return the bytes of a page: in several charsets, with what readers stumble over."""
    odd = ("\r\n\r\nWARC/1.1\r\n", "\x00", "人工智能＋", "𠮷", "")[number % 5]
    return f"<html><p>第{number}号 {odd}</p></html>".encode(("utf-8", "gb18030")[number % 2])


def fill(engine: Engine) -> None:
    """Store pages as crawls and imports do."""
    begun = now() - timedelta(days=400)
    with writing(engine) as session:
        for number in range(PAGES):
            url = f"https://www.miit.gov.cn/{number}?q=%E6%96%B0&n={number}"
            page = Page(source="miit", key=f"art_{number}", url=url, sha256="", content_type="text/html")
            page.request_head, page.response_head = ASKED, HEAD
            page.listed_title, page.listed_date = f"标题 {number}", "2025-08-26"
            page.fetched_at = page.checked_at = begun + timedelta(minutes=number, microseconds=number)
            add_page(session, page, content_of(number))
        record = b'{"url": "https://example.org/r", "text": "AI Plus"}'
        page = Page(
            source="import",
            key="example.org/r",
            url="https://example.org/r",
            sha256="",
            content_type=records.CONTENT_TYPE,
        )
        add_page(session, page, record)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Path]:
    """A database with its export."""
    folder = tmp_path_factory.mktemp("archive")
    engine = sqlite(folder / "tracker.db")
    fill(engine)
    file = folder / "all.warc.gz"
    assert transfer.export_warc(engine, file, None, None) == PAGES + 1
    return engine, file


def pages(engine: Engine) -> list[tuple[object, ...]]:
    """Return what is known of every page, in order."""
    kept = select(Page.source, Page.key, Page.url, Page.sha256, Page.fetched_at, Page.request_head, Page.listed_title)
    with reading(engine) as session:
        return [tuple(row) for row in session.exec(kept.order_by(col(Page.key)))]


@pytest.mark.slow
def test_export_and_import_lose_nothing(exported: tuple[Engine, Path], engine: Engine, config: Config) -> None:
    before, file = exported
    counts = transfer.import_files(engine, config.sources, [file], None, refusing.nothing)
    assert (counts.pages, counts.known) == (PAGES + 1, 0)
    assert pages(engine) == pages(before)
    assert transfer.import_files(engine, config.sources, [file], None, refusing.nothing).pages == 0


def test_other_readers_accept_it(exported: tuple[Engine, Path]) -> None:
    _, file = exported
    checker = Checker(_Silent(file))
    checker.process_all()
    assert checker.exit_value == 0
    with file.open("rb") as stream:
        records_ = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)
        found = {
            record.headers["WARC-Target-URI"]: (
                record.verify_payload_digest(),
                hashlib.sha256(record.reader.read()).hexdigest(),
            )
            for record in records_
        }
    assert len(found) == PAGES
    assert all(verified for verified, _ in found.values())
    assert {digest for _, digest in found.values()} == {
        hashlib.sha256(content_of(number)).hexdigest() for number in range(PAGES)
    }


def small(packed: bool) -> tuple[bytes, set[int]]:
    """A WARC of a few pages, and the offset at which one of its records ends."""
    stream = io.BytesIO()
    writer = warc.writer(stream)
    for number in range(3):
        page = Page(source="miit", key=f"art_{number}", url=f"https://www.miit.gov.cn/{number}", sha256="")
        page.content_type, page.request_head, page.response_head = "text/html", ASKED, HEAD
        warc.write_page(writer, page, content_of(number))
    data = stream.getvalue()
    if not packed:
        data = gzip.decompress(data)
        # The blank lines after a record are not part of it.
        ends = [end.start() for end in re.finditer(rb"\r\n\r\n(?=WARC/1\.1\r\nWARC-|\Z)", data)]
        return data, {end + more for end in ends for more in range(5)}
    ends, rest = [], data
    while rest:
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        member.decompress(rest)
        rest = member.unused_data
        ends.append(len(data) - len(rest))
    return data, set(ends)


@pytest.mark.parametrize("packed", [True, False])
def test_of_a_file_that_is_cut_off_only_whole_pages_are_taken(packed: bool) -> None:
    data, ends = small(packed)
    whole = [content_of(number) for number in range(3)]
    assert max(ends) == len(data)
    for length in range(1, len(data) + 1):
        found: list[bytes] = []
        try:
            for page in filter(None, warc.read_pages(io.BytesIO(data[:length]), refusing.nothing)):
                assert (page[0].source, page[0].request_head) == ("miit", ASKED) or length in ends
                found.append(page[1])
            told = ""
        except ValueError as error:
            told = str(error)
        assert found == whole[: len(found)]
        assert (told == "") == (length in ends), f"{length} bytes: {told}"


def test_a_file_that_is_packed_as_a_whole_is_taken() -> None:
    data, _ = small(packed=False)
    assert len(list(filter(None, warc.read_pages(io.BytesIO(gzip.compress(data)), refusing.nothing)))) == 3


class _Silent:
    """The arguments of warcio's checking command."""

    def __init__(self, file: Path) -> None:
        self.inputs = [str(file)]
        self.verbose = False
