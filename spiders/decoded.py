"""Decodes a stored page as Scrapy decoded it when it came, so that reading it again takes no crawler."""

from typing import NamedTuple, Protocol

from charset_normalizer import from_bytes
from w3lib.encoding import (
    html_body_declared_encoding,
    html_to_unicode,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)


class Text(Protocol):
    """A page's address, its text, and the encoding that it came in: an answer of Scrapy's, or a `Decoded`."""

    @property
    def url(self) -> str:
        """The address."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def encoding(self) -> str:
        """The name of the encoding."""


class Decoded(NamedTuple):
    """A stored page, decoded."""

    url: str
    text: str
    encoding: str


def decoded(url: str, content: bytes, content_type: str) -> Decoded:
    """The text of a page by what it declares: its BOM, its Content-Type, its mark-up; else by how its bytes look."""
    declared = read_bom(content)[0] or http_content_type_encoding(content_type) or html_body_declared_encoding(content)
    if declared:
        return Decoded(url, html_to_unicode(f"charset={declared}", content)[1], declared)
    encoding, text = html_to_unicode(content_type, content, default_encoding="ascii", auto_detect_fun=_detect)
    return Decoded(url, text, encoding)


def _detect(content: bytes) -> str | None:
    for encoding in ("ascii", "utf-8"):
        try:
            content.decode(encoding)
        except UnicodeError:
            continue
        return resolve_encoding(encoding)
    found = from_bytes(content).best()
    return resolve_encoding(found.encoding) if found else None
