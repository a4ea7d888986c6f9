"""Rank phrases by how new they are: against their own history, and against how much the sources publish."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.models import Document
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


@dataclass(frozen=True)
class Find:
    """One proposed name: its score, how often and in how many documents it occurs, and its first sighting."""

    text: str
    score: float
    times: int
    documents: int
    before: int
    forms: tuple[str, ...]
    first: Document
    quote: str


def finds(window: Sequence[Document], history: Iterable[Document], most: int) -> list[Find]:
    """Return the `most` newest names of the documents of a window, compared with those before it.

    score = weight of its forms x spread over documents x frequency, more if a work report or a call names it, divided
    by one more than its count in history.
    """
    forms: dict[str, set[str]] = {}
    for document in window:
        for phrase in phrases(document.text):
            forms.setdefault(phrase.text, set()).update((phrase.form, "urged") if phrase.urged else (phrase.form,))
    before = _counts(forms, history)
    scored = (_find(text, kinds, window, before[text]) for text, kinds in forms.items())
    ranked = sorted((find for find in scored if find), key=lambda find: (-find.score, find.text))
    return _without_parts(ranked)[:most]


def _counts(forms: Iterable[str], history: Iterable[Document]) -> dict[str, int]:
    counts = dict.fromkeys(forms, 0)
    for document in history:
        text = document.text.replace("＋", "+")
        for phrase in counts:
            counts[phrase] += text.count(phrase)
    return counts


def _find(text: str, forms: set[str], window: Sequence[Document], before: int) -> Find | None:
    holders = [document for document in window if text in document.text.replace("＋", "+")]
    times = sum(document.text.replace("＋", "+").count(text) for document in holders)
    if not holders or before > max(1, KNOWN_SHARE * times):
        return None
    weight = max(WEIGHTS.get(form, 0) for form in forms) + 0.3 * (len(forms) - 1)
    # A document that repeats its own term a hundred times says no more than one that says it three times.
    spread = math.log2(1 + len(holders)) * (1 + 0.3 * math.log2(min(times, 3 * len(holders))))
    stage = PROGRAMMATIC_WEIGHT if any(len(holder.text) > PROGRAMMATIC for holder in holders) else 1.0
    first = min(holders, key=lambda holder: (holder.published or holder.first_seen_at, holder.id or 0))
    score = round(weight * spread * stage * (URGED_WEIGHT if "urged" in forms else 1.0) / (1 + before), 2)
    return Find(text, score, times, len(holders), before, tuple(sorted(forms)), first, _quote(first, text))


def _without_parts(ranked: list[Find]) -> list[Find]:
    """Leave out what is only part of a name that ranks higher and is as frequent."""
    kept: list[Find] = []
    for find in ranked:
        if not any((find.text in one.text or one.text in find.text) and find.times <= one.times for one in kept):
            kept.append(find)
    return kept


def _quote(document: Document, text: str) -> str:
    """Return the context of a name, from the beginning of a clause or a word to the end of one."""
    whole = document.text.replace("＋", "+")
    at = whole.index(text)
    before, behind = whole[max(0, at - QUOTE) : at], whole[at + len(text) : at + len(text) + QUOTE]
    first = max([found.end() for found in _BEGINS.finditer(before)], default=0) if at > QUOTE else 0
    sentence = before.rfind("\n") + 1
    begin, end = before[max(first, sentence) :], behind.split("\n")[0]
    ended = _ENDS.search(end)
    cut = end[: ended.end()] if ended else end.rsplit(" ", 1)[0] if end.isascii() and len(end) == QUOTE else end
    return " ".join(f"{begin}{text}{cut}".split())
