"""Find what figures are said of: words of statistics, and names that do not only say what a facility is for."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tracker.tag.sentences import Name
from tracker.text.normalize import Span, fold, index_at

# 建成1000个数字化车间和180个智能工厂: counted beside the name that follows.
BESIDE = 8
# In a report on many things, subsidies that are paid pages later are other subsidies.
NEAR = 1000
SENTENCE_END = re.compile(r"[。！？\n]|[.!?]\s")
NOUN = re.compile(
    r"\b(?:platforms?|piles?|points?|stations?|facility|facilities|infrastructure|cent(?:er|re)s?)$"
    r"|(?:平台|桩|站|设施|基地|中心)$",
    re.IGNORECASE,
)
# 中试能力|建设平台: the noun follows the name.
FOLLOWS = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:平台|基地|中心)")


def measures(
    text: str,
    of_items: Sequence[Span],
    named: Iterable[Name],
    titled: Collection[str],
    words_of: Mapping[str, re.Pattern[str]],
) -> Iterator[Name]:
    """Yield where `text` has a word of the statistics of an initiative that its item names nearby, or the title.

    `named` are the places that name initiatives, `titled` the initiatives that the title names, `words_of` the words of
    statistics by initiative.
    """
    starts = defaultdict[str, list[int]](list)
    for name in named:
        starts[name.initiative].append(name.start)
    sought = {initiative: words_of[initiative] for initiative in starts if initiative in words_of}
    if not sought:
        return
    folded = fold(text)
    for initiative, words in sought.items():
        on_all = initiative in titled and len(of_items) == 1
        for found in words.finditer(folded.lower):
            start, end = folded.original(*found.span())
            if on_all or _is_near(text, starts[initiative], start, end, of_items):
                yield Name(initiative, start, end, measure=True)


def _is_near(text: str, starts: Sequence[int], start: int, end: int, of_items: Sequence[Span]) -> bool:
    """Decide whether a name stands near a word, in its item: the last before it, beside it, or in a later sentence."""
    at = bisect_left(starts, end + BESIDE)
    later = [x for x in starts[at : at + 1] if SENTENCE_END.search(text, end, min(x, end + NEAR))]
    around = (*starts[max(0, at - 1) : at], *later)
    return any(index_at(of_items, x) == index_at(of_items, start) and abs(start - x) <= NEAR for x in around)


def heads(text: str, names: Sequence[Name]) -> list[Name]:
    """Return `names` without those right before a facility's name, the head of the compound: 新材料|中试平台."""
    facilities = {name.start for name in names if not name.measure and _is_facility(text, name)}
    return [name for name in names if name.end + text.startswith(" ", name.end) not in facilities]


def _is_facility(text: str, name: Name) -> bool:
    return bool(NOUN.search(text, name.start, name.end) or FOLLOWS.match(text, name.end))
