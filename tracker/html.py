"""Content to markup: the charset that bytes are in, whatever the page declares; markup that a parser takes whole."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup

from charset_normalizer import from_bytes
from parsel import Selector

MOST = 4_000_000
"""Bytes of content that are read; what stands behind them is not a press release any more."""

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "iso8859-1": "cp1252", "ascii": "utf-8"}
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def decode(content: bytes, content_type: str = "") -> str:
    """Return the text of `content`, of its first MOST bytes; never fails.

    A byte-order mark is believed, then bytes that are UTF-8 (few texts in GBK are so by chance), then what the page
    or else the header declares, with gb18030 for GB2312 and GBK, and at last what charset-normalizer makes of it.
    """
    content = content[:MOST]
    for mark, charset in _BOMS.items():
        if content.startswith(mark):
            return content.decode(charset, "replace")
    utf8 = content.decode("utf-8", "replace")
    if _broken(utf8) * 100 <= sum(byte > 0x7F for byte in content[:200_000]) // 3:
        return utf8
    for charset in _declared(content, content_type):
        text = content.decode(charset, "replace")
        if _broken(text) * 100 <= len(text):
            return text
    best = from_bytes(content[:200_000]).best()
    return content.decode(_WIDER.get(best.encoding, best.encoding) if best else "gb18030", "replace")


def _broken(text: str) -> int:
    return text.count("\ufffd")


def _declared(content: bytes, content_type: str) -> list[str]:
    names = [*_DECLARED.findall(content[:4096]), *_DECLARED.findall(content_type.encode("latin-1", "replace"))]
    found = []
    for name in names:
        try:
            charset = lookup(name.decode("ascii", "replace")).name
        except LookupError:
            continue
        found.append(_WIDER.get(charset, charset))
    return found


def page_of(markup: str) -> Selector:
    """Return the root of a page. End tags of html and body go first: parsers drop what stands behind a stray one."""
    return Selector(text=_CONTROLS.sub(" ", _ENDS.sub("", markup)) or "<html></html>", type="html")
