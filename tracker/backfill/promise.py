"""Tells from a page's raw bytes, before anything is parsed, whether its text may name an initiative.

The bytes are brought into UTF-8, squeezed, and searched as they stand, for what attributes hold, and without their tags,
for names that tags divide. What a parser would find is found; what stands in a menu or a comment is found as well.
"""

import re
from collections.abc import Iterator
from html import unescape

from spiders.charsets import MOST, known_charset
from tracker.tag.prefilter import Sieve, named_in, squeeze_markup

# What charset-normalizer may guess; charsets with a byte a character differ in no letter that a term has.
GUESSED = ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "utf-16-le", "utf-16-be")
IN_UTF8 = ("utf-8", "utf-8-sig")
NESTED = 3

# Of squeezed bytes, which have small letters, no blanks and no quotes.
_TAG = re.compile(rb"<[a-z/!?][^<>]*>")
_UNREAD = re.compile(rb"<(script|style)\b.*?</\1[^<>]*>", re.DOTALL)
_ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});?")
# Of bytes as they came.
_ESCAPED = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_BLANKS = {name: b" " for name in (b"b", b"f", b"n", b"r", b"t")}
_BEFORE_JSON = b"\xef\xbb\xbf \r\n\t"


def may_name(content: bytes, content_type: str, sieve: Sieve) -> bool:
    """Whether a page, whose header Content-Type is `content_type`, may name what `sieve` looks for."""
    return any(_names(raw, sieve) for raw in _in_utf8(content[:MOST], content_type))


def _in_utf8(content: bytes, content_type: str) -> Iterator[bytes]:
    """The content in UTF-8, out of each charset in which it may be read."""
    charset = known_charset(content, content_type)
    for name in (charset,) if charset else GUESSED:
        yield content if name in IN_UTF8 else content.decode(name, "replace").encode("utf-8", "surrogatepass")


def _names(raw: bytes, sieve: Sieve) -> bool:
    return any(_is_found(_without_entities(squeeze_markup(part)), sieve) for part in (raw, *_unescaped(raw)))


def _is_found(squeezed: bytes, sieve: Sieve) -> bool:
    if named_in(squeezed, sieve):
        return True
    text = _UNREAD.sub(b"", squeezed) if _divides(squeezed) else squeezed
    for _ in range(NESTED):
        outer, text = text, _TAG.sub(b"", text)
        if len(text) == len(outer):
            return False
        if named_in(text, sieve):
            return True
        if b"<" not in text:
            return False
    return False


def _divides(squeezed: bytes) -> bool:
    """Whether a script or a style stands in the middle of a text, and may divide a name."""
    for element in (b"<script", b"<style"):
        at = squeezed.find(element)
        while at >= 0:
            if at and squeezed[at - 1 : at] != b">":
                return True
            at = squeezed.find(element, at + 1)
    return False


def _unescaped(raw: bytes) -> Iterator[bytes]:
    """The parts of a page that are read as strings of JSON or of a script, if they escape anything."""
    if b"\\" not in raw:
        return
    if b"document.write" in raw or raw.lstrip(_BEFORE_JSON).startswith(b"{"):
        yield _ESCAPED.sub(_sign, raw)
        return
    for data in raw.split(b"application/ld+json")[1:]:
        script = data.partition(b"</script")[0]
        if b"\\" in script:
            yield _ESCAPED.sub(_sign, script)


def _sign(match: re.Match[bytes]) -> bytes:
    code = match[1] or match[2]
    return chr(int(code, 16)).encode("utf-8", "surrogatepass") if code else _BLANKS.get(match[3], match[3])


def _without_entities(squeezed: bytes) -> bytes:
    return _ENTITY.sub(_character, squeezed) if b"&" in squeezed else squeezed


def _character(entity: re.Match[bytes]) -> bytes:
    return _CHARACTERS[entity[0]]


class _Characters(dict[bytes, bytes]):
    """The squeezed characters of entities, each looked up once; an entity that there is none of stays as it is."""

    def __missing__(self, entity: bytes) -> bytes:
        found = squeeze_markup(unescape(entity.decode()).encode("utf-8", "surrogatepass"))
        if len(self) < 2**16:
            self[entity] = found
        return found


_CHARACTERS = _Characters()
