"""Find the quantities of a text: numbers with multiple and unit; times, dates and ordinals are left out."""

from tracker.text.normalize import plain
from tracker.text.numbers.amounts import Quantity
from tracker.text.numbers.en import in_english
from tracker.text.numbers.fractions import doublings, fractions
from tracker.text.numbers.shared_units import in_rows
from tracker.text.numbers.zh import in_chinese


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in both languages, in reading order, none inside another.

    Full-width and traditional characters are read like the others, one for one, so positions remain valid.
    """
    simple = plain(text)
    english = (one for last in in_english(simple) for one in in_rows(simple, last))
    kept: list[Quantity] = []
    for one in sorted(
        [*in_chinese(simple), *english, *fractions(simple), *doublings(simple)], key=lambda q: (q.start, -q.end)
    ):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
