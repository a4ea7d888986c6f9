"""Figures: which quantities a text states of which initiative, of what time, reached or aimed at."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from tracker.tag.amounts import Quantity
from tracker.tag.owners import owned
from tracker.tag.sentences import Sentence, sentences
from tracker.tag.settings import Setting
from tracker.tag.topics import Topic

AT_MOST = 5
CLAUSE = re.compile(r"[，：；]|[,:;]\s")

Figure = dict[str, Any]
Stated = tuple[Sentence, Quantity, set[str], Setting]


def figures(text: str, names: Iterable[tuple[str, int, int]], published: date | None) -> dict[str, list[Figure]]:
    """The figures that a text states of each initiative, at most five, in reading order.

    `names` are (initiative, start, end) of the initiatives' names in the text. A figure is {"value", "unit"
    (`%`, `count` or as written), "what" (the clause that states it), "period" (EDTF, or None), "kind"
    ("result" or "target"), "year" (in which its period ends, or None)}.
    A headline rounds, so its figures count only where the text below states none.
    """
    told: dict[str, list[Figure]] = {}
    in_headlines: dict[str, list[Figure]] = {}
    for sentence, quantity, owners, setting in _stated(sentences(text, names, published), published):
        for initiative in owners:
            into = in_headlines if sentence.heading else told
            into.setdefault(initiative, []).extend(_figures(sentence, quantity, setting))
    return {initiative: _distinct(stated)[:AT_MOST] for initiative, stated in (in_headlines | told).items()}


def _stated(read: Iterable[Sentence], published: date | None) -> Iterator[Stated]:
    """Every quantity that is said of an initiative, with the setting in which it is said."""
    for _, item in groupby(read, key=lambda sentence: sentence.item):
        topic, setting = Topic(), Setting(published)
        for sentence in item:
            topic.read(sentence)
            setting.read(sentence)
            for quantity, named in owned(sentence):
                if owners := topic.owners(sentence, quantity, named):
                    yield sentence, quantity, owners, setting


def _figures(sentence: Sentence, quantity: Quantity, setting: Setting) -> Iterator[Figure]:
    period = setting.period(sentence, quantity)
    for value in quantity.values:
        yield {
            "value": value,
            "unit": quantity.unit,
            "what": _clause(sentence, quantity),
            "period": period.written() if period else None,
            "kind": setting.kind(period),
            "year": period.last[0] if period else None,
        }


def _clause(sentence: Sentence, quantity: Quantity) -> str:
    """The clause that states a quantity."""
    text = sentence.text
    starts = [m.end() for m in CLAUSE.finditer(text, sentence.start, quantity.start)]
    following = CLAUSE.search(text, quantity.end, sentence.end)
    end = following.start() if following else sentence.end
    return text[max(starts, default=sentence.start) : end].strip(" *。.\u3000")


def _distinct(stated: list[Figure]) -> list[Figure]:
    first: dict[tuple[float, str], Figure] = {}
    for figure in stated:
        first.setdefault((figure["value"], figure["unit"]), figure)
    return list(first.values())
