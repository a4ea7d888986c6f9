"""Sentences of a text with the quantities, names and periods that stand in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.items import Span, items
from tracker.tag.periods import Period, periods
from tracker.tag.quantities import Quantity, quantities

Hit = tuple[str, int, int]

# A semicolon parts what is said of one thing from what is said of the next, so it ends a sentence here.
SENTENCE = re.compile(r"(?:[^。！？!?；;\n.]|\.(?!\s|[\"”’*]*(?:\s|$)))+(?:[。！？!?；;.]+[\"”’*]*|\n|$)")
ENDED = re.compile(r"[。！？!?；;.][\"”’*]*\s*$")


@dataclass(frozen=True)
class Sentence:
    """One sentence: where it stands, the item of a round-up that holds it, and what is in it.

    A heading is a line that does not end like a sentence.
    """

    start: int
    end: int
    item: Span
    heading: bool
    quantities: list[Quantity]
    hits: list[Hit]
    periods: list[Period]


def sentences(text: str, hits: Sequence[Hit], published: date | None) -> list[Sentence]:
    """The sentences of a text in reading order; `hits` are (initiative, start, end) of the names in it."""
    whole = items(text)
    named = _outermost(hits)
    measured = quantities(text)
    dated = periods(text, published)
    found = []
    for m in SENTENCE.finditer(text):
        start, end = m.span()
        found.append(
            Sentence(
                start,
                end,
                next(item for item in whole if item[0] <= start < item[1]),
                not ENDED.search(m.group()),
                [q for q in measured if start <= q.start < end],
                [h for h in named if start <= h[1] < end],
                [p for p in dated if start <= p.start < end],
            )
        )
    return found


def _outermost(hits: Sequence[Hit]) -> list[Hit]:
    """The names in reading order, without those inside a longer one: "AI Plus" in "AI Plus manufacturing"."""
    ordered = sorted(hits, key=lambda h: h[1:])
    return [a for a in ordered if not any(b[1] <= a[1] and a[2] <= b[2] and b[2] - b[1] > a[2] - a[1] for b in ordered)]
