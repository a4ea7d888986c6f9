"""The terms' tiny language: `[a|b|]` alternatives, `…` a gap in the sentence, `……` a gap in the paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from tracker.text import fold

# A Chinese gap stays within its clause; an English one within its sentence, where a full stop may be decimal.
CHINESE_GAP = r"[^。！？；，：!?;,\n]{0,24}?"
ENGLISH_GAP = r"(?:[^!?;\n.]|\.(?! )){0,60}?"
PARAGRAPH_GAP = r"[^\n]{0,250}?"
REACH = 400  # how far before a needle its term may begin
_SPELLINGS = (("centre", "center"), ("programme", "program"), ("is", "iz"))
_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
_WORD_END = re.compile(r"s?(?![a-z0-9])")
_GAP = re.compile(r"\s*(……|…)\s*")


@dataclass(frozen=True)
class Needle:
    """One string to find, in folded form, and what must stand before and after it for the term to be there."""

    text: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


def needles(term: str) -> Iterator[Needle]:
    """Compile one term: its longest-worded part is looked for, the parts beyond a gap are checked then."""
    pieces = _GAP.split(term)
    parts, gaps, english = pieces[::2], pieces[1::2], term.translate({0x2026: None}).isascii()
    phrases = [_phrases(part) for part in parts]
    anchor = max(range(len(parts)), key=lambda i: min(map(len, phrases[i])))
    before = "".join(_either(phrases[i]) + _gap(gaps[i], english) for i in range(anchor))
    after = "".join(_gap(gaps[i], english) + _either(phrases[i + 1]) for i in range(anchor, len(gaps)))
    for text in phrases[anchor]:
        yield Needle(
            text, re.compile(f"{before}$") if before else None, re.compile(after) if after else None
        )


def _phrases(part: str) -> list[str]:
    """Every plain string that a part without gaps stands for, folded, British spellings too."""
    pieces = _ALTERNATIVES.split(part)
    choices = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    spelled = {s for choice in product(*choices) for s in _spellings("".join(choice))}
    return sorted({fold(phrase).text.strip() for phrase in spelled})


def _spellings(phrase: str) -> set[str]:
    british = phrase
    for other, ours in _SPELLINGS:
        british = british.replace(ours, other)
    return {phrase, british}


def _either(phrases: list[str]) -> str:
    return "(?:" + "|".join(bounded(p) for p in sorted(phrases, key=len, reverse=True)) + ")"


def bounded(phrase: str) -> str:
    """A pattern for `phrase` in lower case, whole words, a plural s allowed."""
    start = r"(?<![a-z0-9])" if _is_latin(phrase[0]) else ""
    end = _WORD_END.pattern if _is_latin(phrase[-1]) else ""
    return start + re.escape(phrase.lower()) + end


def is_whole_from(text: str, start: int) -> bool:
    """Whether a word of `text` begins at `start`."""
    return start == 0 or not (_is_latin(text[start]) and _is_latin(text[start - 1]))


def end_of_word(text: str, end: int) -> int | None:
    """Where the word ends that `text[:end]` ends in, a plural s included; None inside a longer word."""
    if not _is_latin(text[end - 1]):
        return end
    whole = _WORD_END.match(text, end)
    return whole.end() if whole else None


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _gap(sign: str, english: bool) -> str:
    return {"……": PARAGRAPH_GAP, "…": ENGLISH_GAP if english else CHINESE_GAP}[sign]
