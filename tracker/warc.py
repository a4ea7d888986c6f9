"""Pages as standard WARC/1.1, out and in: other tools read what we write, and we read what they wrote."""

import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, Any

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.models import Page, now
from spiders.settings import MOST_BYTES
from tracker import records

READABLE = ("text/html", "application/xhtml+xml", "text/plain", records.CONTENT_TYPE)
FILES = "application/"
# What the wire's form of the content needed; the content that we keep is without it.
WIRE_ONLY = {"content-length", "transfer-encoding", "content-encoding"}
OURS = ("source", "key", "list_id", "listed_title", "listed_date", "annex_of", "backfilled")
OUR_TYPE = "application/vnd.policy-initiative-tracker.page+json"
BLOCK = 2**16
GZIP = b"\x1f\x8b"
CUT = "it ends in the middle of a record; get the whole file and import it again"


def writer(stream: IO[bytes]) -> WARCWriter:
    """A writer of gzipped WARC/1.1 on an open binary stream, begun with its warcinfo record."""
    warc = WARCWriter(stream, gzip=True, warc_version="WARC/1.1")
    facts = {"software": "policy-initiative-tracker", "format": "WARC File Format 1.1"}
    _write(warc, warc.create_warcinfo_record("", facts))
    return warc


def write_page(warc: WARCWriter, page: Page, content: bytes) -> None:
    """Write a page as a response with its request, and a metadata record of what only we know of it.

    A page that was imported as a record is written as a resource.
    """
    heads = {"WARC-Date": page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    if page.content_type == records.CONTENT_TYPE:
        main = _record(warc, page.url, "resource", content, heads, content_type=page.content_type)
    else:
        main = _record(warc, page.url, "response", content, heads, http=_http(page.response_head, page, content))
    heads["WARC-Concurrent-To"] = main.rec_headers.get_header("WARC-Record-ID")
    _write(warc, main)
    if page.request_head:
        _write(warc, _record(warc, page.url, "request", b"", heads, http=_head(page.request_head)))
    ours = json.dumps({name: getattr(page, name) for name in OURS}, ensure_ascii=False).encode()
    _write(warc, _record(warc, page.url, "metadata", ours, heads, content_type=OUR_TYPE))


def read_pages(stream: IO[bytes]) -> Iterator[tuple[Page, bytes] | None]:
    """Every readable response with status 200 (or record) of a WARC; None for each record of another kind.

    What only we know of a page is taken from the metadata record that follows it, where there is one. Files other
    than pages are an archive's own if we wrote it, as annexes, and else of no use. Raise ValueError in words where a
    record is none or is cut off; of that record, and of a page that it belongs to, nothing is given.
    """
    held: tuple[Page, bytes] | None = None
    for record in _records(stream):
        if held and record.rec_headers.get_header("Content-Type") == OUR_TYPE:
            _take_ours(held[0], record)
            continue
        if record.rec_type == "request" and held:
            _end(record)
            held[0].request_head = _text(record.http_headers) if record.http_headers else ""
            continue
        if held:
            yield _of_use(held)
        held = _page(record)
        _end(record)
        if held is None:
            yield None
    if held:
        yield _of_use(held)


class _Unpacked:
    """A stream, unpacked where it is gzipped; the end of half a gzip file is a mistake and not the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        packed = stream.read(len(GZIP)) == GZIP
        stream.seek(0)
        self._read = gzip.GzipFile(fileobj=stream).read1 if packed else stream.read

    def read(self, size: int) -> bytes:
        """As a file's `read`; what stands before a cut comes first, then ValueError."""
        try:
            return self._read(size)
        except EOFError as error:
            raise ValueError(CUT) from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise ValueError(f"its gzip is damaged or cut off ({error}); get the file anew") from error


def _records(stream: IO[bytes]) -> Iterator[ArcWarcRecord]:
    """Every record with its head of HTTP; warcio would take a cut before that head for the end of the file."""
    count, loader = 0, ArcWarcRecordLoader(verify_http=False)
    try:
        for record in WARCIterator(_Unpacked(stream), no_record_parse=True):
            if not (record.rec_headers.get_header("Content-Length") or "").isdecimal():
                raise ValueError(CUT)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            record.http_headers = loader.load_http_headers(record.rec_type, url, record.raw_stream, record.length)
            count += 1
            yield record
    except EOFError as error:
        raise ValueError(CUT) from error
    except ArchiveLoadFailed as error:
        where = f"what follows record {count}" if count else "its first line"
        raise ValueError(f"{where} does not begin with WARC/1.0 or WARC/1.1; is it a WARC file?") from error
    if not count:
        raise ValueError("it is empty")


def _end(record: ArcWarcRecord) -> None:
    """Go to the end of a record; raise ValueError where the file ends before."""
    while record.raw_stream.read(BLOCK):
        pass
    if record.raw_stream.limit:
        raise ValueError(CUT)


def _of_use(held: tuple[Page, bytes]) -> tuple[Page, bytes] | None:
    return held if held[0].source or held[0].content_type.lower().startswith(READABLE) else None


def _page(record: ArcWarcRecord) -> tuple[Page, bytes] | None:
    kind = record.rec_headers.get_header("Content-Type") or ""
    head = ""
    if record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == "200":
        kind = record.http_headers.get_header("Content-Type") or "text/html"
        head = _text(record.http_headers)
    elif kind != records.CONTENT_TYPE:
        return None
    content = record.content_stream().read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES or not kind.lower().startswith((*READABLE, FILES)):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    page = Page(source="", key="", url=url, sha256="", content_type=kind, response_head=head, backfilled=True)
    page.fetched_at = page.checked_at = _moment(record.rec_headers.get_header("WARC-Date"))
    return page, content


def _take_ours(page: Page, record: ArcWarcRecord) -> None:
    content = record.content_stream().read(MOST_BYTES)
    _end(record)
    ours = json.loads(content)
    for name in OURS:
        setattr(page, name, ours.get(name, getattr(page, name)))


def _moment(stamp: str | None) -> datetime:
    """The moment of capture; an archive that does not know its own, or claims the future, is read today."""
    try:
        return min(datetime.fromisoformat(stamp or "").astimezone(UTC), now())
    except ValueError:
        return now()


def _http(head: str, page: Page, content: bytes) -> StatusAndHeaders:
    known = _head(head or f"HTTP/1.1 {page.status} OK\r\nContent-Type: {page.content_type}")
    kept = [pair for pair in known.headers if pair[0].lower() not in WIRE_ONLY]
    return StatusAndHeaders(known.statusline, [*kept, ("Content-Length", str(len(content)))], known.protocol)


def _head(text: str) -> StatusAndHeaders:
    first, *lines = text.splitlines()
    protocol, _, rest = first.partition(" ")
    pairs = (line.partition(":") for line in lines)
    return StatusAndHeaders(rest, [(name.strip(), value.strip()) for name, _, value in pairs], protocol)


def _text(head: StatusAndHeaders) -> str:
    return str(head.to_str()).rstrip("\r\n")


def _record(warc: WARCWriter, url: str, kind: str, content: bytes, heads: dict[str, str], **more: Any) -> ArcWarcRecord:
    names = {"http": "http_headers", "content_type": "warc_content_type"}
    given = {names[name]: value for name, value in more.items()}
    return warc.create_warc_record(url, kind, payload=BytesIO(content), warc_headers_dict=dict(heads), **given)


def _write(warc: WARCWriter, record: ArcWarcRecord) -> None:
    warc.write_record(record)
    record.raw_stream.close()
