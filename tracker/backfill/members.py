"""Find where the members of a gzip file end and begin: most archives pack each record separately."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tracker.backfill.streams import Stream
from tracker.parse.saved import BLOCK

MAGIC: Final = b"\x1f\x8b\x08"
_WHOLE_GZIP = 16 + zlib.MAX_WBITS


class CutError(Exception):
    """Report a member that continues after the end of its file."""


def is_packed(stream: Stream) -> bool:
    """Decide whether a file begins as gzip does."""
    stream.seek(0)
    return stream.read(len(MAGIC)) == MAGIC


def member_end(stream: Stream, start: int) -> tuple[int, int]:
    """Return where the member that begins at `start` ends, and how many bytes it holds; it is unpacked in parts.

    Raise zlib.error if no member begins there or it is damaged, CutError if the file ends before it.
    """
    stream.seek(start)
    unpacker, end, size = zlib.decompressobj(_WHOLE_GZIP), start, 0
    while not unpacker.eof:
        packed = unpacker.unconsumed_tail or stream.read(BLOCK)
        if not packed:
            raise CutError if end > start else zlib.error("the file ends here")
        size += len(unpacker.decompress(packed, BLOCK))
        # At its end zlib may name the leftover twice.
        left = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        end += len(packed) - len(left)
    return end, size


def next_member(stream: Stream, start: int) -> int | None:
    """Return where the next member begins, at `start` or after it, by its first bytes; None if no member follows."""
    stream.seek(start)
    held, position = b"", start
    while block := stream.read(BLOCK):
        held += block
        at = held.find(MAGIC)
        if at >= 0:
            return position + at
        left = held[-(len(MAGIC) - 1) :]
        position += len(held) - len(left)
        held = left
    return None


def begins_at(stream: Stream, position: int) -> bool:
    """Decide whether a record begins at a place of a file, so that reading can continue from there."""
    with staying(stream):
        stream.seek(position)
        first = stream.read(BLOCK)
    if first.startswith(MAGIC):
        try:
            first = zlib.decompressobj(_WHOLE_GZIP).decompress(first, 64)
        except zlib.error:
            return False
    return first.startswith(b"WARC/")


@contextmanager
def staying(stream: Stream) -> Iterator[None]:
    """Restore the position of a stream after the block."""
    place = stream.tell()
    try:
        yield
    finally:
        stream.seek(place)
