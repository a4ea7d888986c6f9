"""Read the records of a web archive one by one with FastWARC, and continue after those that cannot be read.

If each record is a separate gzip member, a record with a wrong length or damaged gzip costs one line: the next record
is found after its member. In other files nothing shows where the next record begins.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import SEEK_END

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord

from spiders.most import MOST_BYTES
from tracker.archive.warc_records import CUT, EMPTY, LENGTH, MOST_HEAD, NO_LENGTH, NO_WARC
from tracker.backfill.members import CutError, is_packed, member_end, next_member, staying
from tracker.backfill.streams import Stream, UnreachableError, said
from tracker.parse.saved import Reason, Refuse, Unusable
from tracker.text.normalize import storable

MOST_BLOCK = MOST_BYTES + MOST_HEAD
"""Bytes of a record: a page may have MOST_BYTES, and has its HTTP head before it."""
_INNER = b"\nWARC/1."


@dataclass(frozen=True, slots=True)
class RawRecord:
    """Hold a record as in its file: its number from 1, where it begins, its heads, and its block byte for byte."""

    number: int
    position: int
    kind: str
    heads: HeaderMap
    block: bytes

    @property
    def content_type(self) -> str:
        """Return the type of the block."""
        return self.heads.get("Content-Type") or ""

    def whole(self) -> bytes:
        """Return the record as it is written, with the length that it has."""
        heads = (name + b": " + value for name, value in self.heads.items_bytes() if name.lower() != b"content-length")
        length = b"Content-Length: %d" % len(self.block)
        return b"\r\n".join((b"WARC/1.1", *heads, length, b"", self.block, b"", b""))


@dataclass(frozen=True, slots=True)
class Spoiled:
    """Report that the record before it, which was already yielded, is damaged after all."""


class _MisfitError(Exception):
    """Report a record whose length does not fit, or is too large: why, and in a word or two."""

    def __init__(self, why: str, reason: Reason) -> None:
        super().__init__(why)
        self.reason: Reason = reason


class RawReader:
    """Read a file from the byte `position` on, after `number` records; pass over `beyond` records there.

    `refuse` is called with each record that cannot be used.
    """

    def __init__(self, stream: Stream, refuse: Refuse, *, position: int = 0, number: int = 0, beyond: int = 0) -> None:
        self.number = number
        self.is_readable = number + beyond > 0
        """Whether a record could be read."""
        self._stream = stream
        self._refuse = refuse
        self._position: int | None = position
        """Where to open the file next; None if all of it is read."""
        self._first = number + beyond
        self._packed = False
        self._searching = False
        """Whether what cannot be read here was refused already."""

    def __iter__(self) -> Iterator[RawRecord | Spoiled]:
        """Yield every record that can be read; raise UnreachableError if the file itself fails."""
        try:
            self._packed = is_packed(self._stream)
            while self._position is not None:
                yield from self._from(self._position)
        except Exception as error:
            if self._stream.failure:
                raise UnreachableError(said(self._stream.failure)) from error
            raise
        if not (self.number or self._searching):
            self._refuse(Unusable(EMPTY, "damaged"))

    def _from(self, start: int) -> Iterator[RawRecord | Spoiled]:
        """Yield the records from `start` to the end, or to where the file has to be opened again."""
        last = self._position = None
        self._stream.seek(start)
        try:
            for record in ArchiveIterator(self._stream, parse_http=False, max_header_len=MOST_HEAD):
                self.number += 1
                last = record.stream_pos
                self._searching = False
                if self.number <= self._first:
                    continue
                try:
                    found = self._read(record)
                except _MisfitError as error:
                    if not self._passes(record, Unusable(f"{self._name(record)} {error}", error.reason)):
                        return
                else:
                    self.is_readable = True
                    yield found
            if last is not None and self._is_cut_behind(last):
                self._refuse(Unusable(CUT, "damaged"))
        except OSError as error:
            if self._stream.failure:
                raise
            if self._is_damaged(start, last, error):
                yield Spoiled()

    def _read(self, record: WarcRecord) -> RawRecord:
        if not LENGTH.fullmatch(length := record.headers.get("Content-Length") or ""):
            raise _MisfitError(NO_LENGTH, "damaged")
        if int(length) > MOST_BLOCK:
            raise _MisfitError(f"is larger than a page may be ({MOST_BYTES} bytes)", "too large")
        block = record.reader.read(int(length)) if int(length) else b""
        found = RawRecord(self.number, record.stream_pos, str(record.record_type), record.headers, block)
        if len(block) < int(length) or (self._packed and _INNER in block and self._is_of_several(found)):
            raise _MisfitError("is not as long as its header states", "damaged")
        return found

    def _is_of_several(self, record: RawRecord) -> bool:
        """Decide whether a record claims more than its member holds, and so includes other records."""
        heads = sum(len(name) + len(value) for name, value in record.heads.items_bytes())
        member = self._member(record.position)
        return member is not None and member[1] < heads + len(record.block)

    def _passes(self, record: WarcRecord, why: Unusable) -> bool:
        """Refuse a record; return whether the next ones follow directly, and otherwise set where they begin."""
        try:
            if self._packed and (member := self._member(record.stream_pos)):
                self._refuse(why)
                self._position = member[0]
                return False
            if why.reason == "too large" and record.reader.consume(record.content_length) == record.content_length:
                self._refuse(why)
                return True
        except CutError:
            why = Unusable(CUT, "damaged")
        else:
            why = why if NO_LENGTH in str(why) else Unusable(CUT, "damaged")
        self._refuse(why)
        return False

    def _is_damaged(self, start: int, last: int | None, error: OSError) -> bool:
        """Refuse what FastWARC could not read, and set where to continue; return whether it was the last record."""
        where = f"what follows record {self.number}" if self.number else "its first line"
        why = Unusable(f"{where} cannot be read: {error}" if self._packed and self.number else NO_WARC.format(where))
        why.reason = "damaged"
        spoiled = False
        if last is None:
            self._position = self._next(start + 1)
        else:
            try:
                member = self._member(last) if self._packed else None
            except CutError:
                why, spoiled = Unusable(CUT, "damaged"), True
            else:
                spoiled = self._packed and member is None
                self._position = member[0] if member else self._next(last + 1)
        if not self._searching:
            self._refuse(why)
        self._searching = True
        return spoiled

    def _is_cut_behind(self, last: int) -> bool:
        """Decide whether the member of the last record, or one that follows it, is not whole."""
        try:
            member = self._member(last) if self._packed else None
        except CutError:
            return True
        return member is not None and member[0] < self._stream.seek(0, SEEK_END)

    def _next(self, start: int) -> int | None:
        return next_member(self._stream, start) if self._packed else None

    def _member(self, start: int) -> tuple[int, int] | None:
        """Return the end and the size of the member that begins at `start`; None if it is missing or damaged."""
        with staying(self._stream):
            try:
                return member_end(self._stream, start)
            except zlib.error:
                return None

    def _name(self, record: WarcRecord) -> str:
        url = storable(record.headers.get("WARC-Target-URI") or "")[:80]
        return f"record {self.number} ({url}):" if url else f"record {self.number}"
