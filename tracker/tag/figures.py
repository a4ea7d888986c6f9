"""Figures: which quantities of a text are said of which initiative, of which time, reached or aimed at."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from tracker.tag.owners import owned
from tracker.tag.quantities import Quantity
from tracker.tag.sentences import Hit, Sentence, sentences
from tracker.tag.settings import Setting
from tracker.tag.topics import Topic

AT_MOST = 5

Told = dict[str, list[dict[str, Any]]]


def figures(text: str, hits: Sequence[Hit], published: date | None) -> Told:
    """The figures that a text states of each initiative, at most five, in reading order.

    `hits` are (initiative, start, end) of the initiatives' names in the text. A figure is {"value", "unit"
    (`%`, `count` or as written), "what" (the clause that states it), "period" (EDTF, or None), "kind"
    ("result" or "target"), "year" (in which its period ends, or None)}.
    A headline rounds, so its figures count only where the text below states none.
    """
    told: Told = {}
    from_headings: Told = {}
    for sentence, quantity, owners, setting in _attributed(text, sentences(text, hits, published), published):
        into = from_headings if sentence.heading else told
        for initiative in owners:
            into.setdefault(initiative, []).extend(_figures(text, sentence, quantity, setting))
    return {initiative: _distinct(stated)[:AT_MOST] for initiative, stated in (from_headings | told).items()}


def _attributed(
    text: str, told: Sequence[Sentence], published: date | None
) -> Iterator[tuple[Sentence, Quantity, set[str], Setting]]:
    """Every quantity that is said of an initiative, with the setting in which it is said."""
    for _, item in groupby(told, key=lambda sentence: sentence.item):
        topic = Topic(text)
        setting = Setting(published)
        for sentence in item:
            setting.read(text, sentence)
            topic.read(sentence)
            for quantity, owners in owned(text, sentence):
                whose = topic.owners(sentence, quantity, owners)
                if whose:
                    yield sentence, quantity, whose, setting


def _figures(text: str, sentence: Sentence, quantity: Quantity, setting: Setting) -> Iterator[dict[str, Any]]:
    period = setting.period(text, sentence, quantity)
    for value in quantity.values:
        yield {
            "value": value,
            "unit": quantity.unit,
            "what": _clause(text, sentence, quantity),
            "period": period.written() if period else None,
            "kind": setting.kind(period),
            "year": period.last[0] if period else None,
        }


def _clause(text: str, sentence: Sentence, quantity: Quantity) -> str:
    """The clause that states a quantity."""
    start = max(text.rfind(mark, sentence.start, quantity.start) for mark in "，,：:；\n") + 1
    ends = [at for mark in "，；。\n" if (at := text.find(mark, quantity.end, sentence.end)) >= 0]
    return text[max(start, sentence.start) : min(ends, default=sentence.end)].strip(" *\u3000\n")


def _distinct(stated: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(f["value"], f["unit"]): f for f in reversed(stated)}.values())[::-1]
