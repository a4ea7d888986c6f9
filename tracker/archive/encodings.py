"""Unpacks what a site packed for the wire (RFC 9110, 8.4), never to more than a page may be."""

import gzip
import sys
import zlib
from io import BytesIO

import brotli

from spiders.settings import MOST_BYTES
from tracker.parse.saved import Unusable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MOST_ENCODINGS = 3
# What text begins with; an archive may keep the head of a content that it stores unpacked.
PLAIN = (b"<", b"{", b"[")


def unpack(content: bytes, encodings: str) -> bytes:
    """Undo the encodings that a Content-Encoding header lists; raise Unusable where they are unknown or too much."""
    listed = [one.strip().lower() for one in encodings.split(",")]
    applied = [one for one in listed if one not in ("", "identity")]
    if len(applied) > MOST_ENCODINGS:
        raise Unusable(f"is packed {len(applied)} times")
    for encoding in reversed(applied):
        content = _unpack(content, encoding)
        if len(content) > MOST_BYTES:
            raise Unusable(f"is larger than a page may be ({MOST_BYTES} bytes) when unpacked", "too large")
    return content


def _unpack(content: bytes, encoding: str) -> bytes:
    decoder = DECODERS.get(encoding)
    if decoder is None:
        raise Unusable(f"has a content encoding that is not known ({encoding[:40]!r})")
    try:
        return decoder(content)
    except (EOFError, OSError, ValueError, zlib.error, brotli.error, zstd.ZstdError) as error:
        if content.lstrip().startswith(PLAIN):
            return content
        raise Unusable(f"its content is no whole {encoding}: {error}", "damaged") from error


def _gzip(content: bytes) -> bytes:
    return gzip.GzipFile(fileobj=BytesIO(content)).read(MOST_BYTES + 1)


def _deflate(content: bytes) -> bytes:
    """Zlib's format, or, as some servers understood the word, its bare stream."""
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


def _brotli(content: bytes) -> bytes:
    decoder, plain = brotli.Decompressor(), bytearray()
    packed = content
    while not decoder.is_finished() and len(plain) <= MOST_BYTES:
        part = decoder.process(packed, output_buffer_limit=2**20)
        if not part and not decoder.is_finished():
            raise ValueError("it ends in the middle")
        plain += part
        packed = b""
    return bytes(plain)


def _zstd(content: bytes) -> bytes:
    return zstd.ZstdFile(BytesIO(content)).read(MOST_BYTES + 1)


DECODERS = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
