"""Decode untrusted bytes by their charset, limited to the charsets of the web."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

if TYPE_CHECKING:
    # Reading mails needs no spider's library, which is slow to load.
    from scrapy.http import TextResponse

MOST = 4_000_000
"""Bytes of content that are read; no press release is longer."""

# The encodings that browsers know (https://encoding.spec.whatwg.org/#names-and-labels), by their Python names. Python
# also has codecs that are not charsets: punycode takes hours for a few megabytes, zlib unpacks a bomb.
_OF_THE_WEB = frozenset(
    (
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "ascii", "gb2312", "gbk", "gb18030", "hz", "big5"),
        *("big5hkscs", "cp950", "euc_jp", "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949", "koi8-r", "koi8-u"),
        *("mac-roman", "mac-cyrillic", "tis-620", "cp866", "cp874"),
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in range(1, 17)),
    )
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "iso8859-1": "cp1252", "ascii": "utf-8"}
_DECLARED = re.compile(rb"""charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w-]{1,40})""", re.IGNORECASE)
_BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_SAMPLE = 200_000
_ASCII = bytes(range(0x80))
_WESTERN = frozenset(("cp1252", "iso8859-15"))
_HAN_PAIR = re.compile(rb"(?:[\xa1-\xa3]|([\xb0-\xd7])|[\xd8-\xf7])[\xa1-\xfe]")
_PAIRS_LEAST = 20


def charset_of(label: str) -> str | None:
    """Return the codec of a charset's label, gb18030 for GB2312 and GBK; None if it is not a charset of the web."""
    try:
        name = lookup(label).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name) if name in _OF_THE_WEB else None


def decode(content: bytes, content_type: str = "") -> str:
    """Return the text of `content`, of its first MOST bytes; never fails.

    A byte-order mark decides, then UTF-8 if the bytes are valid (few texts in GBK are so by chance), then what the page
    or else the header declares, with gb18030 for GB2312 and GBK, and finally what charset-normalizer detects. Chinese
    text is read as gb18030 although it is declared as ISO-8859-1, the default of some servers and editors.
    """
    content = content[:MOST]
    charset = known_charset(content, content_type)
    if charset is None:
        best = from_bytes(content[:_SAMPLE]).best()
        charset = (charset_of(best.encoding) if best else None) or "gb18030"
    return content.decode(charset, "replace")


def known_charset(content: bytes, content_type: str = "") -> str | None:
    """Return the codec in which `decode` reads `content`; None if only charset-normalizer can guess it."""
    if content.isascii():
        return "utf-8"
    content = content[:MOST]
    for mark, charset in _BOMS.items():
        if content.startswith(mark):
            return charset
    if _is_utf8(content):
        return "utf-8"
    for charset in dict.fromkeys(_declared(content, content_type)):
        if charset in _WESTERN and _is_chinese(content):
            return "gb18030"
        if _fits(content.decode(charset, "replace")):
            return charset
    return None


def _is_utf8(content: bytes) -> bool:
    """Decide whether all of it is, but for a few broken characters."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        if error.end == len(content) and error.reason == "unexpected end of data":
            return True  # truncated in the middle of a character
        beyond_ascii = len(content[:_SAMPLE].translate(None, _ASCII))
        return _broken(content.decode("utf-8", "replace")) * 100 <= beyond_ascii // 3
    return True


def _is_chinese(content: bytes) -> bool:
    """Decide whether nearly all bytes beyond ASCII are pairs as in GB2312, most of them common characters.

    In Western text such bytes are single letters between ASCII, and in Cyrillic text pairs that mean rare characters.
    """
    sample = content[:_SAMPLE]
    pairs = _HAN_PAIR.findall(sample)
    common = sum(map(bool, pairs))
    beyond_ascii = len(sample.translate(None, _ASCII))
    return common >= _PAIRS_LEAST and len(pairs) * 20 >= beyond_ascii * 9 and common * 10 >= len(pairs) * 6


def _fits(text: str) -> bool:
    return _broken(text) * 100 <= len(text)


def _broken(text: str) -> int:
    return text.count("\ufffd")


def _declared(content: bytes, content_type: str) -> Iterator[str]:
    names: Iterable[bytes] = _DECLARED.findall(content[:4096] + b"\n" + content_type.encode("latin-1", "replace"))
    for name in names:
        if charset := charset_of(name.decode("ascii", "replace")):
            yield charset


def text_of(response: "TextResponse") -> str:
    """Return the text of a response in the charset that it declares; if that does not fit, as `decode` finds it."""
    charset = charset_of(response.encoding)
    if charset and not (charset in _WESTERN and _is_chinese(response.body)) and _fits(text := str(response.text)):
        return text
    return decode(response.body, (response.headers.get("Content-Type") or b"").decode("latin-1"))
