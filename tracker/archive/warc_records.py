"""Read the records of a WARC file one by one: headers within limits, bodies as streams that end where they should."""

import gzip
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from tracker.parse.saved import BLOCK, DAMAGED, Unusable

MOST_LINE = 2**16
MOST_HEAD = 2**18
GZIP = b"\x1f\x8b"
LENGTH = re.compile(r"[0-9]{1,15}")
CUT = "it ends in the middle of a record; get the whole file and import it again"
EMPTY = "it is empty"
NO_WARC = "{} does not begin with WARC/1.0 or WARC/1.1; is it a WARC file?"
NO_LENGTH = "has no valid length"
HTTP = ("http://", "https://")


class LostError(Unusable):
    """A file of which nothing further can be read, since its records can no longer be separated."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "damaged")


@dataclass
class Record:
    """A record: its number in the file from 1, its headers, and the body after the HTTP headers, if it has them."""

    number: int
    heads: StatusAndHeaders
    http: StatusAndHeaders | None
    body: LimitReader
    cut: bool
    """Whether some of its heads were longer than any should be and are left out."""

    @property
    def kind(self) -> str:
        """Return the record's type, such as `response`."""
        return str(self.heads.get_header("WARC-Type") or "")

    @property
    def url(self) -> str:
        """Return the address in normal form: some writers put it between angle brackets, or leave blanks in it."""
        return str(self.heads.get_header("WARC-Target-URI") or "").strip("<> ").replace(" ", "%20")

    @property
    def content_type(self) -> str:
        """Return the type of the body, `application/http` for one with HTTP headers."""
        return str(self.heads.get_header("Content-Type") or "")

    def end(self) -> None:
        """Go to the end of the record; raise LostError if the file ends before."""
        while self.body.read(BLOCK):
            pass
        if self.body.limit:
            raise LostError(CUT)


def read_records(stream: IO[bytes], before: int = 0) -> Iterator[Record]:
    """Yield every record of a file, packed or not, numbered after `before` others; raise LostError where reading ends.

    Bodies are streams: what is left of one is skipped before the next record is returned.
    """
    parser, number = StatusAndHeadersParser(ArcWarcRecordLoader.WARC_TYPES), before
    lines: IO[bytes] = io.BufferedReader(_Unpacked(stream), BLOCK)
    while first := _first_line(lines, after=number - before):
        heads = _Heads(lines)
        try:
            found = parser.parse(heads, first)
        except StatusAndHeadersParserException as error:
            raise LostError(NO_WARC.format(f"what follows record {number}" if number else "its first line")) from error
        number += 1
        record = Record(number, found, None, _body(lines, found, number), heads.cut)
        _take_http(record)
        yield record
        record.end()
    if number == before:
        raise LostError(EMPTY)


def _first_line(lines: IO[bytes], after: int) -> bytes:
    """Return the first line of the next record, after the blank lines that end the one before; empty at the end.

    A record whose stated length is too short leaves the rest of a line, which is skipped.
    """
    line = lines.readline(MOST_LINE)
    if after and line.strip() and not line.startswith(b"WARC/"):
        line = lines.readline(MOST_LINE)
    while line and not line.strip():
        line = lines.readline(MOST_LINE)
    return line


def _body(lines: IO[bytes], heads: StatusAndHeaders, number: int) -> LimitReader:
    length = str(heads.get_header("Content-Length") or "")
    if LENGTH.fullmatch(length):
        return LimitReader(lines, int(length))
    if not lines.read(1):
        raise LostError(CUT)
    raise LostError(f"record {number} {NO_LENGTH}, so what follows it cannot be read")


def _take_http(record: Record) -> None:
    """Read the HTTP headers with which the body of a response or request begins."""
    if record.kind in ("response", "request") and record.url.lower().startswith(HTTP) and record.body.limit:
        heads = _Heads(record.body)
        try:
            record.http = StatusAndHeadersParser([], verify=False).parse(heads)
        except EOFError as error:
            raise LostError(CUT) from error
        record.cut = record.cut or heads.cut


class _Heads:
    """Header lines as warcio's parser requests them, each and all of them within limits.

    A longer line is truncated; of longer headers, the rest is left out, except for the length.
    """

    def __init__(self, stream: Any) -> None:
        self.cut = False
        self._stream = stream
        self._left = MOST_HEAD

    def readline(self) -> bytes:
        """Read a line like a stream."""
        line = self._line()
        while self._left < 0 and line.strip():
            self.cut = True
            if line.lower().startswith(b"content-length:") and self._left > -MOST_HEAD:
                self._left -= MOST_HEAD
                return line
            line = self._line()
        return line

    def _line(self) -> bytes:
        line: bytes = self._stream.readline(MOST_LINE)
        rest = line
        while len(rest) == MOST_LINE and not rest.endswith(b"\n"):
            self.cut = True
            rest = self._stream.readline(MOST_LINE)
        if self._left >= 0:
            self._left -= len(line)
        return line


class _Unpacked(io.RawIOBase):
    """A stream, unpacked if it is gzipped; the end of half a gzip file is an error and not the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        packed = stream.read(len(GZIP)) == GZIP
        stream.seek(0)
        self._read = gzip.GzipFile(fileobj=stream).read1 if packed else stream.read

    def readable(self) -> bool:
        """Be readable like a stream."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read like a raw stream; raise LostError if the gzip is damaged or truncated."""
        try:
            part = self._read(len(buffer))
        except EOFError as error:
            raise LostError(CUT) from error
        except DAMAGED as error:
            raise LostError(f"its gzip is damaged or cut off ({error}); get the file again") from error
        buffer[: len(part)] = part
        return len(part)
