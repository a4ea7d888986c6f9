"""Tells from a page's raw bytes, before anything is parsed, whether its text may name an initiative.

The bytes are brought into UTF-8; tags are taken out, since they divide names, and metas kept, since they hold titles;
what is left is squeezed and searched for all terms at once. What a parser would find is found; what stands in a menu, a
script or a comment is found as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from spiders.charsets import MOST, known_charset
from tracker.tag.prefilter import Sieve, named_in, sieve, squeeze_markup
from tracker.tag.rules import Rules, Sought, beside_of
from tracker.text.normalize import UNSEEN

# What charset-normalizer may guess; charsets with a byte a character differ in no letter that a term has.
GUESSED = ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "utf-16-le", "utf-16-be")
IN_UTF8 = ("utf-8", "utf-8-sig")
NESTED = 3
SHORT = 4
"""Letters of a word that stands by chance within others, and in every other address: 6G, NEV."""

_MARK = b"\x01"
"""What stands in the place of a tag; it is squeezed out."""
_TAG = re.compile(rb"<[a-zA-Z/!?][^<>]*>")
_META = re.compile(rb"<[mM][eE][tT][aA]\b[^<>]*>")
_UNREAD = re.compile(rb"<(script|style)\b.*?</\1[^<>]*>", re.DOTALL | re.IGNORECASE)
_SCRIPT = re.compile(rb"<s(?:cript|tyle)\b", re.IGNORECASE)
_ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_ESCAPED = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_BLANKS = dict.fromkeys((b"b", b"f", b"n", b"r", b"t"), b" ")
_BEFORE_JSON = b"\xef\xbb\xbf \r\n\t"
_LITERAL = 8_192
"""Bytes of what a script may write at once."""


@dataclass(frozen=True)
class Word:
    """A short word: small as it stands in squeezed bytes, its first sign in full width, and patterns of its capitals.

    Tags and unseen signs may stand in it; `spelled` begins where it begins, `wide` is slower and takes full width too.
    """

    small: bytes
    wide_first: bytes
    spelled: re.Pattern[bytes]
    wide: re.Pattern[bytes]


@dataclass(frozen=True)
class Promise:
    """What pages are searched for: all terms, and by themselves those that are one short word."""

    sieve: Sieve
    words: tuple[Word, ...]


def compile_promise(rules: Rules) -> Promise:
    """What to search pages for by these rules."""
    groups = [group for group in rules.sought if not all(one.near_miss for one in group)]
    short = {one.needle.text for group in groups if all(map(_is_short_word, group)) for one in group}
    small = {word.lower() for word in short}
    needles = {text: beside_of(group) for group in groups if (text := group[0].needle.text.lower()) not in small}
    return Promise(sieve(needles), tuple(_word(text) for text in sorted(short)))


def _is_short_word(sought: Sought) -> bool:
    needle = sought.needle
    is_word = needle.text.isascii() and needle.text.isalnum() and needle.text.upper() == needle.text
    return is_word and len(needle.text) <= SHORT and needle.opens and needle.closes


def _word(text: str) -> Word:
    wide = [chr(ord(sign) + 0xFEE0).encode() for sign in text]
    between = rb"(?:%b)*" % b"|".join((_MARK, *(sign.encode() for sign in UNSEEN)))
    end = rb"(?:%bs)?(?![a-zA-Z0-9])" % between
    either = (rb"(?:%b|%b)" % (sign.encode(), other) for sign, other in zip(text, wide, strict=True))
    return Word(
        text.lower().encode(),
        wide[0],
        re.compile(between.join(sign.encode() for sign in text) + end),
        re.compile(rb"(?<![a-zA-Z0-9])" + between.join(either) + end),
    )


def may_name(content: bytes, content_type: str, promise: Promise) -> bool:
    """Whether a page, whose header Content-Type is `content_type`, may name an initiative."""
    return any(
        _is_found(part, promise)
        for raw in _in_utf8(content[:MOST], content_type)
        for part in (raw, *_undivided(raw), *_unescaped(raw))
    )


def _in_utf8(content: bytes, content_type: str) -> Iterator[bytes]:
    """The content in UTF-8, out of each charset in which it may be read."""
    charset = known_charset(content, content_type)
    for name in (charset,) if charset else GUESSED:
        yield content if name in IN_UTF8 else content.decode(name, "replace").encode("utf-8", "surrogatepass")


def _is_found(raw: bytes, promise: Promise) -> bool:
    text = b"\n".join((_TAG.sub(_MARK, raw), *_META.findall(raw)))
    if b"&" in text:
        text = _ENTITY.sub(_character, text)
    for _ in range(NESTED):
        if _is_named(text, promise):
            return True
        # What a tag's attribute or a comment held.
        outer, text = text, _TAG.sub(_MARK, text) if b"<" in text else text
        if len(text) == len(outer):
            break
    return False


def _is_named(text: bytes, promise: Promise) -> bool:
    squeezed = squeeze_markup(text)
    if named_in(squeezed, promise.sieve):
        return True
    return any(_has_word(text, squeezed, word) for word in promise.words)


def _has_word(text: bytes, squeezed: bytes, word: Word) -> bool:
    if word.small in squeezed:
        for at in word.spelled.finditer(text):
            if not text[max(0, at.start() - 1) : at.start()].isalnum():
                return True
    return word.wide_first in text and word.wide.search(text) is not None


def _undivided(raw: bytes) -> Iterator[bytes]:
    """A page without its scripts and styles, where one of them may stand in the middle of a name."""
    for at in _SCRIPT.finditer(raw):
        before = raw[max(0, at.start() - 64) : at.start()].rstrip()
        if before and not before.endswith(b">"):
            yield _UNREAD.sub(b"", raw)
            return


def _unescaped(raw: bytes) -> Iterator[bytes]:
    """The parts of a page that are read as strings of JSON or of a script, if they escape anything."""
    if b"\\" not in raw:
        return
    if raw.lstrip(_BEFORE_JSON).startswith(b"{"):
        yield _ESCAPED.sub(_sign, raw)
        return
    data = (part.partition(b"</script")[0] for part in raw.split(b"application/ld+json")[1:])
    written = (part.partition(b"</script")[0][:_LITERAL] for part in raw.split(b"document.write")[1:])
    if escaped := b"\n".join(part for part in (*data, *written) if b"\\" in part):
        yield _ESCAPED.sub(_sign, escaped)


def _sign(match: re.Match[bytes]) -> bytes:
    code = match[1] or match[2]
    return chr(int(code, 16)).encode("utf-8", "surrogatepass") if code else _BLANKS.get(match[3], match[3])


class _Characters(dict[bytes, bytes]):
    """The characters of entities, each looked up once; an entity that there is none of stays as it is."""

    def __missing__(self, entity: bytes) -> bytes:
        found = unescape(entity.decode()).encode("utf-8", "surrogatepass")
        if len(self) < 2**16:
            self[entity] = found
        return found


_CHARACTERS = _Characters()


def _character(entity: re.Match[bytes]) -> bytes:
    return _CHARACTERS[entity[0]]
