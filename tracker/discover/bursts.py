"""Rank phrases by how new they are: against their own history, and against how much the sources publish."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from db.queries.documents import Published
from tracker.discover.edges import Edges
from tracker.discover.phrases import WEIGHTS, phrases

# A phrase is new if its rate in history is at most a tenth of today's.
KNOWN_SHARE = 0.1
# Among documents of one window, one as long as a work report sets the themes of the year.
PROGRAMMATIC = 8_000
PROGRAMMATIC_WEIGHT = 2.5
URGED_WEIGHT = 1.8
QUOTE = 60
_BEGINS = re.compile(r"[。；！？;]|[.!?]\s|(?<=[A-Za-z,]) (?=[A-Za-z])|，")
_ENDS = re.compile(r"[。；！？]|[.!?](?=\s|$)")


class Sighting(NamedTuple):
    """The first document with a name, and the context of the name in it."""

    published: datetime | None
    source: str
    title: str | None
    url: str
    quote: str


@dataclass(frozen=True)
class Find:
    """One proposed name: its score, how often and in how many documents it occurs, and its first sighting."""

    text: str
    score: float
    times: int
    documents: int
    before: int
    forms: tuple[str, ...]
    first: Sighting


@dataclass
class _Seen:
    """What is counted of a phrase in a window, whose first document with it is `first`."""

    forms: set[str] = field(default_factory=set)
    times: int = 0
    documents: int = 0
    programmatic: bool = False
    before: int = 0
    first: Sighting | None = None
    edges: Edges = field(default_factory=Edges)


def finds(window: Callable[[], Iterable[Published]], history: Iterable[Published], most: int) -> list[Find]:
    """Return the `most` newest names of the documents of a window, oldest first, compared with those before it.

    score = weight of its forms x spread over documents x frequency, more if a work report or a call names it, divided
    by one more than its count in history. What is cut out of a word is left out. Documents are looked at one by one:
    those of a window twice, to know all of its phrases before they are counted.
    """
    seen: dict[str, _Seen] = {}
    for document in window():
        for phrase in phrases(document.text):
            forms = seen.setdefault(phrase.text, _Seen()).forms
            forms.update((phrase.form, "urged") if phrase.urged else (phrase.form,))
    counted = _counter(seen)
    for document in window():
        whole = _folded(document)
        for text, times in counted(whole).items():
            one = seen[text]
            one.times, one.documents = one.times + times, one.documents + 1
            one.programmatic |= len(whole) > PROGRAMMATIC
            if one.first is None:
                quote = _quote(whole, text)
                one.first = Sighting(document.published, document.source, document.title, document.url, quote)
    for document in history:
        for text, times in counted(_folded(document)).items():
            seen[text].before += times
    scored = (_find(text, one) for text, one in seen.items())
    ranked = sorted((find for find in scored if find), key=lambda find: (-find.score, find.text))
    return _without_parts(ranked)[:most]


def _folded(document: Published) -> str:
    return document.text.replace("＋", "+")


def _counter(seen: Mapping[str, _Seen]) -> Callable[[str], Counter[str]]:
    """Return a function that counts how often each of many phrases occurs in a text, as `str.count` does.

    It takes note of what stands beside them.
    """
    texts = list(seen)
    finder = AhoCorasick(texts)

    def count(whole: str) -> Counter[str]:
        counts, ends = Counter[str](), dict[int, int]()
        for place, start, end in finder.find_matches_as_indexes(whole, overlapping=True):
            if start >= ends.get(place, 0):
                counts[texts[place]] += 1
                seen[texts[place]].edges.see(whole, start, end)
                ends[place] = end
        return counts

    return count


def _find(text: str, seen: _Seen) -> Find | None:
    if not seen.first or seen.edges.is_cut() or seen.before > max(1, KNOWN_SHARE * seen.times):
        return None
    weight = max(WEIGHTS.get(form, 0) for form in seen.forms) + 0.3 * (len(seen.forms) - 1)
    # A document that repeats its own term a hundred times says no more than one that says it three times.
    spread = math.log2(1 + seen.documents) * (1 + 0.3 * math.log2(min(seen.times, 3 * seen.documents)))
    stage = PROGRAMMATIC_WEIGHT if seen.programmatic else 1.0
    urged = URGED_WEIGHT if "urged" in seen.forms else 1.0
    score = round(weight * spread * stage * urged / (1 + seen.before), 2)
    return Find(text, score, seen.times, seen.documents, seen.before, tuple(sorted(seen.forms)), seen.first)


def _without_parts(ranked: list[Find]) -> list[Find]:
    """Leave out what is only part of a name that ranks higher and is as frequent."""
    kept: list[Find] = []
    for find in ranked:
        if not any((find.text in one.text or one.text in find.text) and find.times <= one.times for one in kept):
            kept.append(find)
    return kept


def _quote(whole: str, text: str) -> str:
    """Return the context of a name, from the beginning of a clause or a word to the end of one."""
    at = whole.index(text)
    before, behind = whole[max(0, at - QUOTE) : at], whole[at + len(text) : at + len(text) + QUOTE]
    first = max([found.end() for found in _BEGINS.finditer(before)], default=0) if at > QUOTE else 0
    sentence = before.rfind("\n") + 1
    begin, end = before[max(first, sentence) :], behind.split("\n")[0]
    ended = _ENDS.search(end)
    cut = end[: ended.end()] if ended else end.rsplit(" ", 1)[0] if end.isascii() and len(end) == QUOTE else end
    return " ".join(f"{begin}{text}{cut}".split())
