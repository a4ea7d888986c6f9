"""The quantities of a text: numbers with their multiples and units; times, dates and ordinals left out."""

from tracker.tag.amounts import Quantity
from tracker.tag.amounts_en import in_english
from tracker.tag.amounts_zh import in_chinese
from tracker.text import plain


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in both languages, in reading order, none inside another.

    Full-width and traditional signs are read like the others; one for one, so positions hold.
    """
    simple = plain(text)
    kept: list[Quantity] = []
    for one in sorted([*in_chinese(simple), *in_english(simple)], key=lambda q: (q.start, -q.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
