"""Unpacks the content of an answer by the very functions that crawls use, and within the same bound."""

from collections.abc import Callable

from scrapy.exceptions import DownloadCancelledError

# Scrapy keeps them to itself, but its public middleware can only be had with a whole crawl around it.
from scrapy.utils._compression import _DecompressionMaxSizeExceeded, _inflate, _unbrotli, _unzstd
from scrapy.utils.gz import gunzip

from spiders.settings import MOST_BYTES

UNPACK: dict[str, Callable[..., bytes]] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
ACCEPTED = "gzip, deflate, br, zstd"


def unpacked(content: bytes, encodings: str) -> bytes:
    """Give content as it was before it was packed by `encodings`, a `Content-Encoding` head.

    Raise DownloadCancelledError for more than MOST_BYTES, ValueError for an encoding that we did not ask for.
    """
    for encoding in reversed([one.strip().casefold() for one in encodings.split(",")]):
        if encoding in ("", "identity"):
            continue
        if encoding not in UNPACK:
            raise ValueError(f"it is packed by {encoding[:40]!r}; we asked for {ACCEPTED}")
        try:
            content = UNPACK[encoding](content, max_size=MOST_BYTES)
        except _DecompressionMaxSizeExceeded as error:
            raise DownloadCancelledError(f"more than {MOST_BYTES} bytes when unpacked") from error
    return content
