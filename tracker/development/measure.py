"""Decide whether two clauses state one measure: by the words that they share beside the name of their initiative."""

import re
from functools import cache

from config.schema.initiative import Initiative
from tracker.development.growth import GROWTH, RATE
from tracker.tag.patterns import pattern
from tracker.text.normalize import fold

# Shares of neighbouring characters (or words) from which two measures are one, found by trial on real series.
ALIKE = 0.34
BATCH = re.compile(
    r"第[一二三四五六七八九十\d]+批|(?:first|second|third|fourth|fifth) (?:batch|tranche|round)", re.IGNORECASE
)
SHARE = re.compile(r"占|比重|份额|[透及]率|\bshares?\b|\baccount\w*\b|\bpenetration\b|\bproportion\b|\bpercentage of\b")
NEW = re.compile(r"新(?:增|培育|认定|设立|开工|建(?!成|设))|\b(?:newly|additional)\b")
# Words that do not identify a measure.
FILLER = re.compile(
    r"我国|全国|目前|累计|总数|数量|达到|超过|突破|分别|建成|已经|增至|增加到|提高到|上升到|同比|环比|增长|增速|占|的|"
    r"(?:[已达超约近至到由从为过逾仅有]|升至|实现){1,12}(?=\s{0,20}\d)|(?<=[了已])有|"
    r"\b(?:the|and|for|with|than|more|over|about|nearly|has|have|had|was|were|its|from|total|number|china|percent|cent|"
    r"million|billion|trillion|thousand|year|reach(?:ed)?|rose|grew|increased|up|accounted|accounting)\b"
)
COUNTER = r"[万亿余多]{0,4}\s{0,20}[个家项座条批]?"
NOISE = re.compile(rf"[\d.,，。、%％\s]+{COUNTER}|[一二三四五六七八九十百千万亿]{{1,20}}(?=[个家项类批])")
# The name, and the name as what is counted: 45个国家@, "@ 45".
NAME = "@"
COUNTED = re.compile(rf"\d{COUNTER}\s*(?:国家级?|(?:national|state level)\s*)?{NAME}|{NAME}\s*\d")

Names = re.Pattern[str]


def names_of(initiative: Initiative | None) -> Names | None:
    """Return the terms by which clauses name an initiative, but none with a gap: it might match the measure."""
    return _compiled((*initiative.zh, *initiative.en)) if initiative else None


def at_odds(what: str, other: str, unit: str) -> bool:
    """Decide whether one of two clauses states growth, a share, or what is new, and the other does not."""
    mine, others = (fold(text).lower for text in (what, other))
    return _told_as(mine, unit) != _told_as(others, unit)


def alike(what: str, other: str, unit: str, own: Names | None = None) -> bool:
    """Decide whether two clauses state the same measure in `unit`: by the words that they share, `own` names aside.

    Growth is never the same measure as a share, and an addition is never the same measure as a total.
    """
    if at_odds(what, other, unit):
        return False
    mine, others = (_named(text, own) for text in (what, other))
    some, more = _pieces(mine), _pieces(others)
    return len(some & more) >= ALIKE * min(len(some), len(more)) > 0


def batches(what: str) -> list[str]:
    """Return the batches that a clause names: a figure of one batch is not a total."""
    return BATCH.findall(what)


@cache
def _compiled(terms: tuple[str, ...]) -> Names | None:
    whole = [term for term in terms if "…" not in term]
    return pattern(whole) if whole else None


def _named(what: str, own: Names | None) -> str:
    """Return a clause folded, with NAME in place of each name of the initiative."""
    lower = fold(what).lower
    return own.sub(NAME, lower) if own else lower


def _told_as(text: str, unit: str) -> tuple[bool, ...]:
    """Classify what a figure states: a rate as growth or as a share, an amount as the new part or as the total."""
    return tuple(bool(sign.search(text)) for sign in ((GROWTH, SHARE) if unit == RATE else (NEW,)))


def _bare(text: str) -> str:
    return FILLER.sub(" ", text)


def _pieces(text: str) -> set[str]:
    """Return what a clause says of its measure, or all of its words if that leaves nothing."""
    bare = _bare(text)
    told = _split(bare) | ({NAME} if COUNTED.search(bare) else set())
    return told or _split(text) | ({NAME} if NAME in text else set())


def _split(text: str) -> set[str]:
    """Return the words of English and the neighbouring pairs of Chinese characters, without numbers."""
    text = NOISE.sub(" ", text)
    words = set(re.findall(r"[a-z]{3,}", text))
    runs = re.findall(r"[\u4e00-\u9fff]+", text)
    return words | {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
