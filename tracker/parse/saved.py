"""Read saved files, gzipped or not: lines, records and pages, none larger than a page may be."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import IO, Literal, cast

from spiders.most import MOST_BYTES

BLOCK = 2**16
HEAD = 1445
"""How many bytes show whether content is text (https://mimesniff.spec.whatwg.org/#reading-the-resource-header)."""
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How text in UTF-16 begins, which has a byte of zero beside each letter."""
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error)
Reason = Literal["too large", "malformed", "damaged", "unknown kind", "without address"]


class Unusable(ValueError):  # noqa: N818 - what it is to the user
    """A part of a file that cannot be used; its text says what, where and why in one line, `reason` in two words."""

    def __init__(self, text: str, reason: Reason = "malformed") -> None:
        super().__init__(" ".join(text.split()))
        self.reason: Reason = reason


Refuse = Callable[[Unusable], object]
"""What is called with each line, record or file that is skipped; what follows it is still read."""


def open_saved(path: Path) -> IO[bytes]:
    """Open a file for reading, unpacked if its name ends in .gz."""
    return cast(IO[bytes], gzip.open(path, "rb")) if path.name.lower().endswith(".gz") else path.open("rb")


def numbered_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1; None for one of more than MOST_BYTES, which is skipped and never kept."""
    for number in count(1):
        line = stream.readline(MOST_BYTES + 1)
        if not line:
            return
        if len(line) <= MOST_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(BLOCK)
        yield number, None


def read_content(path: Path) -> bytes:
    """Return the content of a saved page, unpacked.

    Raise Unusable if it is too large, if its gzip is damaged, or if it is no text, such as a picture or a PDF.
    """
    try:
        with open_saved(path) as stream:
            content = stream.read(MOST_BYTES + 1)
    except DAMAGED as error:
        raise Unusable(f"{path}: no whole gzip file: {error}", "damaged") from error
    if len(content) > MOST_BYTES:
        raise Unusable(f"{path}: is larger than a page may be ({MOST_BYTES} bytes)", "too large")
    if _is_binary(content[:HEAD]):
        raise Unusable(f"{path}: is not a page but binary data; give the HTML of a page", "unknown kind")
    return content


def _is_binary(head: bytes) -> bool:
    return head.startswith((b"%PDF-", b"PK\x03\x04")) or (b"\0" in head and not head.startswith(WIDE))
