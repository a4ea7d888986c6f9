"""Texts as terms see them: width, spaces, hyphens, quotes and traditional characters folded, with the way back."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from opencc import OpenCC

QUOTES = "\"“”„‟＂〝〞「」『』｢｣‘’＇"
HYPHENS = "-‐‑－﹣"
PLUSES = "+＋﹢➕"
TIMES = "×✕✖╳⨯"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SPACES = " \t\r\f\v\u00a0\u2002\u2003\u2009\u202f\u3000"
CJK = r"\u3000-\u303f\u3400-\u9fff\uff00-\uffef"

# What carries no meaning between two signs, and the hyphen of "low-altitude".
_LOOSE = re.compile(rf"[\s{QUOTES}{UNSEEN}]+|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])")
# The loose signs that need no folding at all: one space between two words.
_PLAIN_SPACE = re.compile(r"(?<=[A-Za-z0-9,.;:]) (?=[A-Za-z0-9])")
_TIGHT = re.compile(rf"[{CJK}+×]")
_BOUND = re.compile(r"[。！？!?；;]+[”’」』）)\"*]*|\n+|(?<!\b[A-Z])(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bDr)\.[”’\")*]*(?=\s+[^\sa-z])")
_PARAGRAPH = re.compile(r"\n+")


class Span(NamedTuple):
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """A folded text: `lower` to search in, `text` with its capitals, both of one length, and the way back."""

    text: str
    lower: str
    _folded: tuple[int, ...]
    _original: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The stretch of the original text that became `text[start:end]`."""
        return Span(self._back(start), self._back(end - 1) + 1)

    def _back(self, position: int) -> int:
        run = bisect_right(self._folded, position) - 1
        return self._original[run] + position - self._folded[run]


def fold(text: str) -> Folded:
    """Fold `text`; what falls away is spaces and quotes, so a folded stretch is never longer than its original."""
    plain = text.translate(characters())
    pieces: list[str] = []
    folded: list[int] = []
    original: list[int] = []
    length = end = 0
    for run in _LOOSE.finditer(plain):
        if run.group() == " " and _PLAIN_SPACE.match(plain, run.start()):
            continue
        length = _append(plain[end : run.start()], end, length, pieces, folded, original)
        kept = _kept(plain, run)
        length = _append(kept, run.start(), length, pieces, folded, original)
        end = run.end()
    _append(plain[end:], end, length, pieces, folded, original)
    joined = "".join(pieces)
    return Folded(joined, joined.lower(), tuple(folded) or (0,), tuple(original) or (0,))


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, end signs included, blanks at both ends not; a line's end is a sentence's end."""
    return _between(text, [m.end() for m in _BOUND.finditer(text)])


def paragraphs(text: str) -> list[Span]:
    """The lines of `text` that hold anything, without the blanks at both ends."""
    return _between(text, [m.end() for m in _PARAGRAPH.finditer(text)])


@cache
def characters() -> dict[int, str]:
    """The character that each folded one becomes: one for one, so positions hold."""
    table = {ord(c): "-" for c in HYPHENS} | {ord(c): '"' for c in QUOTES} | {ord(c): " " for c in SPACES}
    table |= {ord(c): "+" for c in PLUSES} | {ord(c): "×" for c in TIMES}
    table |= {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if c not in table and chr(c) not in "，；：！？（）"}
    han = [chr(c) for c in range(0x4E00, 0xA000)]
    simple = OpenCC("t2s").convert("\n".join(han)).split("\n")
    return table | {ord(a): b for a, b in zip(han, simple, strict=True) if a != b} | {ord("İ"): "I"}


def _append(
    piece: str, start: int, length: int, pieces: list[str], folded: list[int], original: list[int]
) -> int:
    if piece:
        pieces.append(piece)
        folded.append(length)
        original.append(start)
    return length + len(piece)


def _kept(plain: str, run: re.Match[str]) -> str:
    """What stays of a loose run: nothing beside Chinese or a plus, else one space; a paragraph's end stays."""
    tight = any(_TIGHT.match(c) for c in (plain[run.start() - 1 : run.start()], plain[run.end() : run.end() + 1]))
    lines = run.group().count("\n")
    if lines > 1 or (lines and tight):
        return "\n"
    seen = run.group().strip(UNSEEN)
    return "" if tight or not seen else " "


def _between(text: str, ends: list[int]) -> list[Span]:
    spans = []
    for start, end in pairwise([0, *ends, len(text)]):
        part = text[start:end]
        if part.strip():
            spans.append(Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
    return spans
