"""Decide from a page's raw bytes, before anything is parsed, whether its text may name an initiative.

The bytes are converted to UTF-8. Tags are removed, because they divide names. The rest is squeezed and searched for all
terms at once. Every term that a parser would find is found, and so are terms in a menu, a script or a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import product

from spiders.charsets import MOST, known_charset
from tracker.tag.prefilter import Sieve, needles_in, sieve, squeeze_markup, suffices
from tracker.tag.rules import Rules, Sought, beside_of
from tracker.text.normalize import UNSEEN

# Charsets that charset-normalizer may guess. Those with one byte for a character agree in every letter of a term.
GUESSED = ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "utf-16-le", "utf-16-be")
IN_UTF8 = ("utf-8", "utf-8-sig")
NESTED = 3
SHORT = 4
"""Letters of a word that occurs by chance within others, and in every other address: 6G, NEV."""

_MARK = b"\x01"
"""Replaces a tag, and is squeezed out."""
# Metas stay, since they hold titles.
_TAG = re.compile(rb"<(?![mM][eE][tT][aA]\b)[a-zA-Z/!?][^<>]*>")
_OPEN = re.compile(rb"<(?![mM][eE][tT][aA]\b)[a-zA-Z/!?]")
_SCRIPT = re.compile(rb"<([sS](?:[cC][rR][iI][pP][tT]|[tT][yY][lL][eE]))\b")
_ENDS = {name: re.compile(rb"</%b[^<>]*>" % name, re.IGNORECASE) for name in (b"script", b"style")}
_ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_ESCAPED = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_BLANKS = dict.fromkeys((b"b", b"f", b"n", b"r", b"t"), b" ")
_BEFORE_JSON = b"\xef\xbb\xbf \r\n\t"
_LITERAL = 8_192
"""Bytes of what a script may write at once."""


@dataclass(frozen=True)
class Promise:
    """Hold what pages are searched for: terms, and, kept apart in the sieve, short words in their spellings.

    A short word is found where the pattern of its spelling matches, in capitals, with no letter or digit beside it.
    """

    sieve: Sieve
    words: tuple[re.Pattern[bytes], ...]


def compile_promise(rules: Rules) -> Promise:
    """Return what to search pages for by these rules."""
    groups = [group for group in rules.sought if not all(one.near_miss for one in group)]
    short = {one.needle.text for group in groups if all(map(_is_short_word, group)) for one in group}
    small = {word.lower() for word in short}
    needles = {text: beside_of(group) for group in groups if (text := group[0].needle.text.lower()) not in small}
    spelled = sorted({spelling for word in short for spelling in _spellings(word)})
    apart = [squeeze_markup(spelling.encode()) for spelling in spelled]
    return Promise(sieve(needles, apart), tuple(map(_pattern, spelled)))


def _is_short_word(sought: Sought) -> bool:
    needle = sought.needle
    is_word = needle.text.isascii() and needle.text.isalnum() and needle.text.upper() == needle.text
    return is_word and len(needle.text) <= SHORT and needle.opens and needle.closes


def _spellings(word: str) -> Iterator[str]:
    """Yield a word with each sign as wide as letters or as Chinese."""
    return map("".join, product(*((sign, chr(ord(sign) + 0xFEE0)) for sign in word)))


def _pattern(spelling: str) -> re.Pattern[bytes]:
    """Return a spelling that may contain tags and unseen signs; it has no condition before it, which would be slow."""
    between = rb"(?:%b)*" % b"|".join((_MARK, *(sign.encode() for sign in UNSEEN)))
    return re.compile(between.join(sign.encode() for sign in spelling) + rb"(?:%bs)?(?![a-zA-Z0-9])" % between)


def may_name(content: bytes, content_type: str, promise: Promise) -> bool:
    """Decide whether a page, whose header Content-Type is `content_type`, may name an initiative."""
    return any(
        _is_found(part, promise)
        for raw in _in_utf8(content[:MOST], content_type)
        for part in (raw, *_undivided(raw), *_unescaped(raw))
    )


def _in_utf8(content: bytes, content_type: str) -> Iterator[bytes]:
    """Yield the content in UTF-8, decoded from each charset in which it may be read."""
    charset = known_charset(content, content_type)
    for name in (charset,) if charset else GUESSED:
        yield content if name in IN_UTF8 else content.decode(name, "replace").encode("utf-8", "surrogatepass")


def _is_found(raw: bytes, promise: Promise) -> bool:
    text = _TAG.sub(_MARK, raw)
    if b"&" in text:
        text = _ENTITY.sub(_character, text)
    for _ in range(NESTED):
        if _is_named(text, promise):
            return True
        if not _OPEN.search(text):
            break
        # Tags within an attribute or a comment are gone now, so its own tag can be removed.
        text = _TAG.sub(_MARK, text)
    return False


def _is_named(text: bytes, promise: Promise) -> bool:
    squeezed, terms = squeeze_markup(text), len(promise.sieve.beside)
    return any(
        suffices(needle, squeezed, promise.sieve) if needle < terms else _has_word(text, promise.words[needle - terms])
        for needle in needles_in(squeezed, promise.sieve)
    )


def _has_word(text: bytes, word: re.Pattern[bytes]) -> bool:
    return any(not text[max(0, at.start() - 1) : at.start()].isalnum() for at in word.finditer(text))


def _undivided(raw: bytes) -> Iterator[bytes]:
    """Yield a page without its scripts and styles, if one of them may be in the middle of a name."""
    for at in _SCRIPT.finditer(raw):
        before = raw[max(0, at.start() - 64) : at.start()].rstrip()
        if before and not before.endswith(b">"):
            yield _without_scripts(raw)
            return


def _without_scripts(raw: bytes) -> bytes:
    """Return a page without its scripts and styles. One that never ends stays, and is looked for once."""
    parts, at, endless = [], 0, set[bytes]()
    for begins in _SCRIPT.finditer(raw):
        name = begins[1].lower()
        if begins.start() < at or name in endless:
            continue
        if ends := _ENDS[name].search(raw, begins.end()):
            parts.append(raw[at : begins.start()])
            at = ends.end()
        else:
            endless.add(name)
    return b"".join([*parts, raw[at:]])


def _unescaped(raw: bytes) -> Iterator[bytes]:
    """Yield the parts of a page that are read as strings of JSON or of a script, if they escape anything."""
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
    """Look each character of an entity up once; an unknown entity stays as it is."""

    def __missing__(self, entity: bytes) -> bytes:
        found = unescape(entity.decode()).encode("utf-8", "surrogatepass")
        if len(self) < 2**16:
            self[entity] = found
        return found


_CHARACTERS = _Characters()


def _character(entity: re.Match[bytes]) -> bytes:
    return _CHARACTERS[entity[0]]
