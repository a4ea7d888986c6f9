"""Take from an archive's records those pages that may name an initiative, and leave the others unparsed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from db.store.many_pages import NewPage
from tracker.archive.warc import OUR_TYPE, READABLE, read_pages, without_wire
from tracker.archive.warc_records import HTTP, MOST_HEAD
from tracker.backfill.promise import Promise, may_name
from tracker.backfill.raw_records import RawReader, RawRecord, Spoiled
from tracker.parse import records
from tracker.parse.saved import Refuse, Unusable

MOST_FOLLOWING = 8
"""Records that belong to a page: its request, and our own records about it."""
_HEADS = re.compile(
    rb"^(content-type|content-encoding|transfer-encoding):[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE
)
_STATUS = re.compile(rb"HTTP/[\d.]+ +(\d+)")


@dataclass(frozen=True, slots=True)
class Step:
    """Mark a place between two records, with the pages since the last step.

    `number` records precede the byte `position`, which is None at the end of the file.
    """

    number: int
    position: int | None
    pages: tuple[tuple[NewPage, bytes], ...] = ()


@dataclass
class _Group:
    """Hold a record that may be a page, and those after it that belong to it."""

    records: list[RawRecord] = field(default_factory=list)
    promising: bool = False


def steps(found: RawReader, promise: Promise, refuse: Refuse) -> Iterator[Step]:
    """Yield a step before each record that belongs to none before it; pages are as `tracker import` takes them.

    A page that is followed by our own records was chosen by an installation of ours, and is always taken.
    """
    group, last = _Group(), None
    for record in found:
        if isinstance(record, Spoiled):
            if group.records and group.records[-1] is last:
                group.records.pop()
            continue
        last = record
        if group.records and _belongs(record):
            if len(group.records) <= MOST_FOLLOWING:
                group.records.append(record)
            group.promising |= record.content_type == OUR_TYPE
            continue
        yield Step(record.number - 1, record.position, _pages(group, refuse))
        is_candidate = record.kind in ("response", "resource")
        group = _Group([record] if is_candidate else [], is_candidate and _promises(record, promise))
    yield Step(found.number, None, _pages(group, refuse))


def _belongs(record: RawRecord) -> bool:
    return record.kind == "request" or record.content_type == OUR_TYPE


def _pages(group: _Group, refuse: Refuse) -> tuple[tuple[NewPage, bytes], ...]:
    if not group.promising or not group.records:
        return ()
    whole = BytesIO(b"".join(record.whole() for record in group.records))
    try:
        return tuple(filter(None, read_pages(whole, refuse, before=group.records[0].number - 1)))
    except Unusable as error:
        refuse(Unusable(f"record {group.records[0].number}: {error}", error.reason))
        return ()


def _promises(record: RawRecord, promise: Promise) -> bool:
    """Decide whether a record may be a page that names an initiative."""
    address = (record.heads.get("WARC-Target-URI") or "").strip("<> ").lower()
    if record.kind == "response" and address.startswith(HTTP):
        return _answer_promises(record.block, promise)
    return record.content_type == records.CONTENT_TYPE and may_name(record.block, "", promise)


def _answer_promises(answer: bytes, promise: Promise) -> bool:
    """Decide the same for an HTTP answer; one that cannot be unpacked is let through, for an import to refuse it."""
    head, blank, body = answer.partition(b"\r\n\r\n")
    if not blank or len(head) > MOST_HEAD:
        return True
    status = _STATUS.match(head)
    heads: dict[bytes, str] = {}
    for name, value in _HEADS.findall(head):
        heads.setdefault(name.lower(), value.decode("latin-1"))
    content_type = heads.pop(b"content-type", "text/html")
    if (status and status[1] != b"200") or (content_type and not content_type.lower().startswith(READABLE)):
        return False
    try:
        if heads:
            body = without_wire(body, heads.get(b"transfer-encoding", ""), heads.get(b"content-encoding", ""))
    except Unusable:
        return True
    return may_name(body, content_type, promise)
