"""Read and write pages as WARC/1.1."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import IO, Any, NamedTuple, TypeVar
from uuid import NAMESPACE_URL, uuid5

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.models import Page, now
from db.store.many_pages import NewPage
from spiders.encodings import PackedError, unpack
from spiders.most import MOST_BYTES
from tracker.archive.warc_records import LostError, Record, read_records
from tracker.parse import records
from tracker.parse.saved import Refuse, Unusable
from tracker.text.normalize import storable

READABLE = ("text/html", "application/xhtml+xml", "text/plain", records.CONTENT_TYPE)
FILES = "application/"
# Headers of the transfer encoding; the stored content is without it.
WIRE_ONLY = {"content-length", "transfer-encoding", "content-encoding"}
OURS = dict.fromkeys(("list_id", "listed_title", "listed_date", "annex_of"), str | None) | {
    "source": str,
    "key": str,
    "backfilled": bool,
}
"""The metadata of a page that only we have, and the types that it may have."""
OUR_TYPE = "application/vnd.policy-initiative-tracker.page+json"
MOST_OURS = 2**16
MOST_TYPE = 200
# Types of text; an archive may keep the header of an encoding although it stores the content unpacked.
PLAIN = (b"<", b"{", b"[")
# As much of the headers as a crawl keeps.
MOST_CHARACTERS = 16_384

Found = TypeVar("Found")


class Placed(NamedTuple):
    """The place of the main record of a page in a gzipped WARC, in bytes, and the digest of its payload."""

    offset: int
    length: int
    digest: str


def writer(stream: IO[bytes], moment: datetime | None = None) -> WARCWriter:
    """Return a writer of gzipped WARC/1.1 on an open binary stream, begun with its warcinfo record.

    If its `moment` is given, the same pages give the same bytes; otherwise it has the time of writing.
    """
    warc = WARCWriter(stream, gzip=True, warc_version="WARC/1.1")
    facts = {"software": "policy-initiative-tracker", "format": "WARC File Format 1.1"}
    info = warc.create_warcinfo_record("", facts)
    if moment:
        info.rec_headers.replace_header("WARC-Date", _stamp(moment))
        info.rec_headers.replace_header("WARC-Record-ID", _name("warcinfo", _stamp(moment)))
    _write(warc, info)
    return warc


def write_page(warc: WARCWriter, page: Page, content: bytes) -> Placed:
    """Write a page as a response with its request, and a metadata record of what only we have about it.

    A page that was imported as a record is written as a resource.
    """
    heads = {"WARC-Date": _stamp(page.fetched_at)}
    begin = warc.out.tell()
    if page.content_type == records.CONTENT_TYPE:
        main = _record(warc, page.url, "resource", content, heads, content_type=page.content_type)
    else:
        main = _record(warc, page.url, "response", content, heads, http=_http(page.response_head, page, content))
    heads["WARC-Concurrent-To"] = main.rec_headers.get_header("WARC-Record-ID")
    _write(warc, main)
    placed = Placed(begin, warc.out.tell() - begin, main.rec_headers.get_header("WARC-Payload-Digest"))
    if page.request_head:
        _write(warc, _record(warc, page.url, "request", b"", heads, http=_head(page.request_head)))
    ours = json.dumps({name: getattr(page, name) for name in OURS}, ensure_ascii=False).encode()
    _write(warc, _record(warc, page.url, "metadata", ours, heads, content_type=OUR_TYPE))
    return placed


def read_pages(stream: IO[bytes], refuse: Refuse, *, before: int = 0) -> Iterator[tuple[NewPage, bytes] | None]:
    """Yield every readable response with status 200 (or record) of a WARC; None for each record of another kind.

    Our own data about a page comes from the metadata record that follows it, if there is one. Files other than pages
    are kept if we wrote the archive, as annexes, and skipped otherwise. `refuse` is called with each record that cannot
    be used; numbering continues after the `before` records that precede the stream. Raise LostError if a record is
    invalid or truncated, so that none can be found after it; nothing of that record, or of a page that it belongs to,
    is returned.
    """
    held: tuple[NewPage, bytes] | None = None
    for record in read_records(stream, before):
        if held and record.content_type == OUR_TYPE:
            _try(_take_ours, record, refuse, held[0])
            record.end()
            continue
        if record.kind == "request" and held:
            record.end()
            held[0].request_head = _text(record.http) if record.http else ""
            continue
        if held:
            yield _of_use(held)
        refused, held = _try(_page, record, refuse)
        record.end()
        if held is None and not refused:
            yield None
    if held:
        yield _of_use(held)


def _try(take: Callable[..., Found], record: Record, refuse: Refuse, *more: Any) -> tuple[bool, Found | None]:
    """Return whether a record was refused, and otherwise the result of `take`."""
    try:
        if record.cut:
            raise Unusable("has a head that is too long", "too large")
        return False, take(record, *more)
    except LostError:
        raise
    except ValueError as error:
        record.end()  # if the file is truncated, the record is not at fault
        reason = error.reason if isinstance(error, Unusable) else "malformed"
        refuse(Unusable(f"record {record.number} ({storable(record.url)[:80]}): {error}", reason))
        return True, None


def _of_use(held: tuple[NewPage, bytes]) -> tuple[NewPage, bytes] | None:
    return held if held[0].source or held[0].content_type.lower().startswith(READABLE) else None


def _page(record: Record) -> tuple[NewPage, bytes] | None:
    kind, head = record.content_type, ""
    if record.kind == "response" and record.http and record.http.get_statuscode() == "200":
        kind = record.http.get_header("Content-Type") or "text/html"
        head = _text(record.http)
    elif kind != records.CONTENT_TYPE:
        return None
    if not kind.lower().startswith((*READABLE, FILES)):
        return None
    url = storable(record.url)
    if kind != records.CONTENT_TYPE:  # those of records are the names of their files
        records.of_web(url)
    moment = _moment(record.heads.get_header("WARC-Date"))
    page = NewPage(url, storable(kind)[:MOST_TYPE], response_head=head, fetched_at=moment)
    return page, _content(record)


def _content(record: Record) -> bytes:
    """Return the content as a reader gets it, without transfer and content encodings."""
    content: bytes = record.body.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unusable(f"is larger than a page may be ({MOST_BYTES} bytes)", "too large")
    if record.http is None:
        return content
    heads = (record.http.get_header(name) or "" for name in ("Transfer-Encoding", "Content-Encoding"))
    return without_wire(content, *heads)


def without_wire(content: bytes, transfer_encoding: str, content_encoding: str) -> bytes:
    """A body without the forms that its two heads name; raise Unusable where it cannot be brought out of them."""
    if transfer_encoding.strip().lower() == "chunked":
        content = ChunkedDataReader(BytesIO(content)).read()
    try:
        return unpack(content, content_encoding)
    except PackedError as error:
        if error.left.lstrip().startswith(PLAIN):
            return error.left
        raise Unusable(str(error), error.reason) from error


def _take_ours(record: Record, page: NewPage) -> None:
    """Read our own data about a page; raise ValueError in words, and take nothing, if it is invalid."""
    if record.body.limit > MOST_OURS:
        raise Unusable(f"is larger than the metadata of a page may be ({MOST_OURS} bytes)", "too large")
    found = records.object_of(record.body.read(), "the metadata of a page")
    if found is None:
        raise ValueError("is not a JSON object")
    ours = {name: found[name] for name in OURS if name in found}
    for name, value in ours.items():
        allowed = OURS[name]
        if not isinstance(value, allowed):
            raise ValueError(f'"{name}" cannot be {storable(json.dumps(value))[:80]}')
    for name, value in ours.items():
        setattr(page, name, value)


def _moment(stamp: str | None) -> datetime:
    """Return the moment of capture; an archive without it, or with one in the future, counts as captured now."""
    try:
        return min(datetime.fromisoformat(stamp or "").astimezone(UTC), now())
    except (ValueError, OverflowError):
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
    return storable(str(head.to_str()).rstrip("\r\n"))[:MOST_CHARACTERS]


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _name(*parts: str) -> str:
    """Return the name of a record, which follows from what it holds (RFC 9562, version 5)."""
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(parts))}>"


def _record(warc: WARCWriter, url: str, kind: str, content: bytes, heads: dict[str, str], **more: Any) -> ArcWarcRecord:
    heads = {**heads, "WARC-Record-ID": _name(kind, heads["WARC-Date"], url, sha256(content).hexdigest())}
    names = {"http": "http_headers", "content_type": "warc_content_type"}
    given = {names[name]: value for name, value in more.items()}
    return warc.create_warc_record(url, kind, payload=BytesIO(content), warc_headers_dict=dict(heads), **given)


def _write(warc: WARCWriter, record: ArcWarcRecord) -> None:
    warc.write_record(record)
    record.raw_stream.close()
