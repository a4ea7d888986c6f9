"""Normalize text for matching: fold width, spaces, hyphens, quotes and traditional characters, and map back."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from tracker.text.mainland import mainland

QUOTES = '"“”„‟＂〝〞「」『』｢｣‘’＇'
HYPHENS = "-‐‑－﹣"
PLUSES = "+＋﹢➕"
TIMES = "×✕✖╳⨯"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SPACES = " \t\r\f\v\u00a0\u2002\u2003\u2009\u202f\u3000"
CHINESE_SIGNS = "，；：！？（）"  # full-width on purpose
WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True))
CHINESE = r"\u3000-\u303f\u3400-\u9fff\uff00-\uffef"

# `published by the ministry (MIIT)⏎on Friday⏎, at its⏎July meeting`: no sentence ends or begins so.
_BROKEN_LINE = re.compile(
    r"(?<=[a-z)0-9,])\n(?=[,;)]|—[A-Za-z]|[a-z]{2,} )"
    r"|(?:(?<= the)|(?<= its)|(?<= in)|(?<= by)|(?<= on)|(?<= at))\n(?=[A-Z“\"(])"
)
_NARROW = re.compile(rf"(?<=[{CHINESE}”’]) ?[,:;?!()]|[,:;?!()](?= ?[{CHINESE}“‘])")

# 產(chǎn)業: some converters of pages into traditional characters add the pronunciation.
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
PRONOUNCED = re.compile(
    rf"[(（](?<=[\u3400-\u9fff].)"
    rf"(?:[a-zü]{{0,5}}[{_TONES}][a-zü]{{0,4}} ?[)）]|[a-zü]{{1,6}} ?[)）](?=[\u3400-\u9fff]))"
)

# What has no meaning between two characters: blanks, quotes, the hyphens of "low-altitude" and "new- and high-tech".
_LOOSE = re.compile(
    # The space between two words stays, and is skipped at once.
    rf"(?:(?!(?<=[A-Za-z0-9,.;:]) [A-Za-z0-9])[\s{QUOTES}{UNSEEN}]|(?<![A-Za-z])'|'(?![A-Za-z]))+|"
    r"(?<=[A-Za-z0-9])-(?:(?=[A-Za-z0-9])|\s(?=and\b|or\b|to\b))"
)
# China’s: no quotation ends here.
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_TIGHT = re.compile(rf"[{CHINESE}+×]")
_SHORT = (
    "No",
    "Mr",
    "Ms",
    "Dr",
    "Mrs",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "i.e",
    "e.g",
    "vs",
)
_ABBREVIATED = r"(?<!\b[A-Z])" + "".join(rf"(?<!\b{re.escape(short)})" for short in _SHORT)
_SENTENCE_END = re.compile(
    rf"[。！？!?；;]+(?!现(?:予以?)?(?:印发|公布|发布))[”’」』）)\"*]*|\n+(?![a-z])|\[\d{{1,2}}\]\s+-\s|{_ABBREVIATED}"
    rf"\.[”’\")*]*(?=\s+[^\sa-z])|"
    # A web page that lost the blank: up 20 percent.The plan.
    r"(?<=[a-z]{4})\.(?=[A-Z][a-z]{1,12}[ ,'])",
)
_QUOTED_PAPER = re.compile(
    r"[“「]([^“”「」《》\n]{4,60}(?:意见|意見|方案|规划|規劃|计划|計劃|办法|辦法|条例|條例|纲要|綱要|指南|通知|措施|"
    r"决定|決定|指引)(?:（[^（）\n]{4,20}）)?)[”」]"
)
_LINE_END = re.compile(r"\n+")
_UNSTORABLE = re.compile(r"[\ud800-\udfff\0]")


class Span(NamedTuple):
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """A folded text: `lower` for searching, `text` with its capitals, both of one length, and the way back."""

    text: str
    lower: str
    starts: tuple[int, ...]
    originals: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the original text that became `text[start:end]`, which is not empty."""
        return Span(self._back(start), self._back(end - 1) + 1)

    def _back(self, position: int) -> int:
        piece = bisect_right(self.starts, position) - 1
        return self.originals[piece] + position - self.starts[piece]


def fold(text: str) -> Folded:
    """Fold `text`: one character for one, except that loose characters become one space or vanish."""
    pieces = [(start, piece) for start, piece in _pieces(plain_words(text)) if piece]
    folded = "".join(piece for _, piece in pieces)
    starts = accumulate((len(piece) for _, piece in pieces), initial=0)
    return Folded(folded, folded.lower(), tuple(starts)[: len(pieces)], tuple(start for start, _ in pieces))


def plain(text: str) -> str:
    """Return `text` in plain characters, one for one: simplified, narrow, with uniform quotes and hyphens."""
    return _APOSTROPHE.sub("'", text).translate(_characters())


def plain_words(text: str) -> str:
    """Return `text` in plain characters and in the words of the mainland, one character for one."""
    return mainland(plain(text))


def originals(sign: str) -> str:
    """Return the characters that `plain` turns into `sign`, apart from itself."""
    return _originals().get(sign, "")


def punctuated(text: str) -> str:
    """Return `text`, one for one, with Chinese punctuation beside Chinese: 集群,其中 as 集群，其中.

    A line that a link broke in the middle of an English sentence continues, and pronunciations are not seen.
    """
    text = PRONOUNCED.sub(lambda m: len(m[0]) * "\u200b", _BROKEN_LINE.sub(" ", text))
    return _NARROW.sub(lambda m: m[0][:-1] + WIDE[m[0][-1]], text)


def titled(text: str) -> str:
    """Return `text`, one for one, with papers in quotes, as in Taiwan and Hong Kong, in the marks of titles."""
    return _QUOTED_PAPER.sub(r"《\1》", text)


def storable(text: str) -> str:
    """Return `text`, one for one, as every database and terminal accepts it: no surrogate halves, no NUL."""
    return _UNSTORABLE.sub("\ufffd", text)


def sentences(text: str) -> list[Span]:
    """Return the sentences of `text`, with end marks, without blanks at both ends; a line's end ends a sentence."""
    return _between(text, [end.end() for end in _SENTENCE_END.finditer(text)])


def paragraphs(text: str) -> list[Span]:
    """Return the lines of `text` that are not empty, without the blanks at both ends."""
    return _between(text, [end.end() for end in _LINE_END.finditer(text)])


def index_at(spans: Sequence[tuple[int, int]], place: int) -> int:
    """Return the index of the last of `spans`, in reading order, that begins at `place` or before; -1 if none does."""
    return bisect_right(spans, place, key=itemgetter(0)) - 1


def is_within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Decide whether one of `spans`, which follow one another, contains `place`."""
    at = index_at(spans, place)
    return at >= 0 and place < spans[at][1]


@cache
def _characters() -> dict[int, str]:
    """Return the character that each folded one becomes.

    Surrogate halves are included because searching rejects them, `İ` because it has two small letters.
    """
    halves = "".join(map(chr, range(0xD800, 0xE000)))
    same = (
        (HYPHENS, "-"),
        (QUOTES, '"'),
        (SPACES, " "),
        (PLUSES, "+"),
        (TIMES, "×"),
        ("﹒", "."),
        ("İ", "I"),
        (halves, "�"),
    )
    table = {ord(c): folded for signs, folded in same for c in signs}
    wide = (c for c in range(0xFF01, 0xFF5F) if c not in table and chr(c) not in CHINESE_SIGNS)
    table |= {c: chr(c - 0xFEE0) for c in wide}
    han = [chr(c) for c in range(0x4E00, 0xA000)]
    # Loaded only for folding a text, not for showing one.
    from opencc import OpenCC  # noqa: PLC0415

    simplified = OpenCC("t2s").convert("\n".join(han)).split("\n")
    return table | {ord(a): b for a, b in zip(han, simplified, strict=True) if a != b}


@cache
def _originals() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, becomes in _characters().items():
        found[becomes] = found.get(becomes, "") + chr(code)
    return found


def _pieces(plain: str) -> Iterator[tuple[int, str]]:
    """Yield what stays, piece by piece, with its original place."""
    end = 0
    for run in _LOOSE.finditer(plain):
        yield end, plain[end : run.start()]
        yield run.start(), _instead(plain, run)
        end = run.end()
    yield end, plain[end:]


def _instead(plain: str, run: re.Match[str]) -> str:
    """Return what a loose run becomes: nothing beside Chinese or a plus, else a space; but a paragraph's end stays."""
    beside = plain[max(0, run.start() - 1) : run.start()] + plain[run.end() : run.end() + 1]
    tight = bool(_TIGHT.search(beside))
    lines = run.group().count("\n")
    if lines > 1 or (lines and tight):
        return "\n"
    return "" if tight or not run.group().strip(UNSEEN) else " "


def _between(text: str, ends: list[int]) -> list[Span]:
    spans = []
    for start, end in pairwise([0, *ends, len(text)]):
        part = text[start:end]
        if part.strip():
            spans.append(Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
    return spans
