"""Undo content encodings (RFC 9110, 8.4), never to more than a page may have."""

import gzip
import sys
import zlib
from io import BytesIO
from typing import Literal

import brotli

from spiders.most import MOST_BYTES

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"
MOST_ENCODINGS = 3
PART = 2**20


class PackedError(ValueError):
    """A content that cannot be unpacked: the reason in one line and in a word, and what was `left` to be unpacked."""

    def __init__(
        self, text: str, reason: Literal["malformed", "damaged", "too large"] = "malformed", left: bytes = b""
    ) -> None:
        super().__init__(text)
        self.reason: Literal["malformed", "damaged", "too large"] = reason
        self.left = left


def unpack(content: bytes, encodings: str, *, whole: bool = True) -> bytes:
    """Undo the encodings in a Content-Encoding header; raise PackedError if they are unknown or unpack to too much.

    Unless it has to be `whole`, a truncated gzip gives what there is of it, as in a crawl.
    """
    listed = [one.strip().lower() for one in encodings.split(",")]
    applied = [one for one in listed if one not in ("", "identity")]
    if len(applied) > MOST_ENCODINGS:
        raise PackedError(f"is packed {len(applied)} times")
    for encoding in reversed(applied):
        content = _unpack(content, encoding, whole)
        if len(content) > MOST_BYTES:
            raise PackedError(f"is larger than a page may be ({MOST_BYTES} bytes) when unpacked", "too large")
    return content


def _unpack(content: bytes, encoding: str, whole: bool) -> bytes:
    decoder = DECODERS.get(encoding)
    if decoder is None:
        raise PackedError(f"has a content encoding that is not known ({encoding[:40]!r})")
    try:
        return decoder(content, whole)
    except (EOFError, OSError, ValueError, zlib.error, brotli.error, zstd.ZstdError) as error:
        raise PackedError(f"its content is not complete {encoding}: {error}", "damaged", content) from error


def _gzip(content: bytes, whole: bool) -> bytes:
    file, plain = gzip.GzipFile(fileobj=BytesIO(content)), bytearray()
    try:
        while len(plain) <= MOST_BYTES and (part := file.read1(PART)):
            plain += part
    except EOFError:
        if whole or not plain:
            raise
    return bytes(plain)


def _deflate(content: bytes, _whole: bool) -> bytes:
    """Unpack zlib's format, or its bare stream, which some servers send instead."""
    try:
        return _inflate(content, zlib.MAX_WBITS)
    except zlib.error:
        return _inflate(content, -zlib.MAX_WBITS)


def _inflate(content: bytes, window: int) -> bytes:
    decoder = zlib.decompressobj(window)
    plain = decoder.decompress(content, MOST_BYTES + 1)
    if not decoder.eof and len(plain) <= MOST_BYTES:
        raise ValueError("it ends in the middle")
    return plain


def _brotli(content: bytes, _whole: bool) -> bytes:
    decoder, plain = brotli.Decompressor(), bytearray()
    packed = content
    while not decoder.is_finished() and len(plain) <= MOST_BYTES:
        part = decoder.process(packed, output_buffer_limit=PART)
        if not part and not decoder.is_finished():
            raise ValueError("it ends in the middle")
        plain += part
        packed = b""
    return bytes(plain)


def _zstd(content: bytes, _whole: bool) -> bytes:
    return zstd.ZstdFile(BytesIO(content)).read(MOST_BYTES + 1)


DECODERS = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
