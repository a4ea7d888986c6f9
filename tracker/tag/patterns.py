"""Compile the small language of terms: `[a|b|]` alternatives, `…` a gap in the sentence, `……` one in the paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from tracker.text.normalize import fold

# A Chinese gap stays within its clause; an English one within its sentence, where a full stop may be decimal.
CHINESE_GAP = r"[^。！？；，：!?;,\n]{0,24}?"
ENGLISH_GAP = r"(?:[^!?;\n.]|\.(?! )){0,60}?"
PARAGRAPH_GAP = r"[^\n]{0,250}?"
REACH = 400  # how far before a needle its term may begin
MOST_NEEDLES = 100  # of one term
# Long as they are, official texts contain these everywhere; the words beside them in a term are looked for first.
COMMON = frozenset(("产业链", "实体经济", "competition"))

_WORD_START = r"(?:(?<![a-z0-9])|(?![a-z0-9]))"
_WORD_END = re.compile(r"(?:(?<![a-z0-9])|s?(?![a-z0-9]))")
# American spellings, and the British ones.
_SPELLINGS = ((re.compile("center"), "centre"), (re.compile("iz"), "is"), (re.compile(r"program\b"), "programme"))
_PIECES = re.compile(r"(?P<gap>\s*…+\s*)|\[(?P<alternatives>[^\]]*)\]|(?P<literal>[^\[…]*[^\[…\s]|\s+)")

Choice = list[str]


@dataclass(frozen=True)
class Needle:
    """One string to find, in folded form, and what must stand around it for the term to match.

    `before` matches up to the needle, `after` from its end. Where `opens` (or `closes`), a word has to begin (or end)
    with the needle. One of `beside` stands in `before` or `after`, if there are any.
    """

    text: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    opens: bool
    closes: bool
    beside: frozenset[str]


def needles(term: str) -> Iterator[Needle]:
    """Compile one term: its longest run of pieces is looked for, the rest around it is checked then."""
    pieces = list(_pieces(term))
    start, end = max(_runs(pieces), key=lambda run: _rarity(pieces[slice(*run)]))
    before, after = pieces[:start], pieces[end:]
    needle = Needle(
        text="",
        before=re.compile(f"{_WORD_START}{_pattern(before)}$") if before else None,
        after=re.compile(f"{_pattern(after)}{_WORD_END.pattern}") if after else None,
        opens=not before or isinstance(before[-1], str),
        closes=not after or isinstance(after[0], str),
        beside=_beside(before, after),
    )
    for phrase in sorted(_phrases(pieces[start:end])):
        yield replace(needle, text=phrase)


def pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Return terms as one pattern over folded text in small letters: for few words, or to look around a name."""
    whole = (_pattern([*_pieces(term)]) for term in terms)
    return re.compile("|".join(f"{_WORD_START}{term}{_WORD_END.pattern}" for term in whole))


def opens_word(text: str, start: int) -> bool:
    """Decide whether no word continues at `text[start:]`."""
    return start == 0 or not (_is_latin(text[start]) and _is_latin(text[start - 1]))


def end_of_word(text: str, end: int) -> int | None:
    """Return where the word ends that `text[:end]` ends in, a plural s included; None inside a longer word."""
    whole = _WORD_END.match(text, end)
    return whole.end() if whole else None


def _pieces(term: str) -> Iterator[Choice | str]:
    """Yield the pieces of a term: choices (a literal has one alternative) and patterns of gaps."""
    english = term.replace("…", "").isascii()
    for piece in _PIECES.finditer(term):
        if piece["gap"]:
            yield PARAGRAPH_GAP if "……" in piece["gap"] else ENGLISH_GAP if english else CHINESE_GAP
        else:
            alternatives = [piece["literal"]] if piece["literal"] else piece["alternatives"].split("|")
            yield [fold(spelled).text for written in alternatives for spelled in _spellings(written)]


def _spellings(phrase: str) -> list[str]:
    british = phrase
    for american, other in _SPELLINGS:
        british = american.sub(other, british)
    return [phrase] if british == phrase else [phrase, british]


def _runs(pieces: Sequence[Choice | str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of pieces without a gap that stand for few enough strings."""
    for start in range(len(pieces)):
        for end in range(start + 1, len(pieces) + 1):
            run = pieces[start:end]
            if any(isinstance(piece, str) for piece in run) or prod(map(len, run)) > MOST_NEEDLES:
                break
            yield start, end


def _beside(before: Sequence[Choice | str], after: Sequence[Choice | str]) -> frozenset[str]:
    """Return the alternatives of the rarest run of the rest of a term, in small letters."""
    runs = [rest[slice(*run)] for rest in (before, after) for run in _runs(rest)]
    return frozenset(phrase.lower() for phrase in _phrases(max(runs, key=_rarity))) if runs else frozenset()


def _rarity(run: Sequence[Choice | str]) -> tuple[bool, int]:
    """Grade how well a run can be looked for: a long one is rarer than a short one, except for very common words."""
    return _phrases(run).isdisjoint(COMMON), _shortest(run)


def _shortest(run: Sequence[Choice | str]) -> int:
    return min(len(phrase.encode()) for phrase in _phrases(run))


def _phrases(run: Sequence[Choice | str]) -> set[str]:
    return {"".join(choice) for choice in product(*run)}


def _pattern(pieces: Sequence[Choice | str]) -> str:
    """Return a pattern of `pieces` in small letters; words end before a gap and begin after it."""
    return "".join(
        f"{_WORD_END.pattern}{piece}{_WORD_START}"
        if isinstance(piece, str)
        else "(?:" + "|".join(re.escape(p.lower()) for p in sorted(piece, key=len, reverse=True)) + ")"
        for piece in pieces
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
