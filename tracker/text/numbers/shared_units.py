"""Read a row of numbers whose unit stands with the last: 25.1, 28 and 52.5 percent; 30, 8 and 5 zones."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.text.numbers.amounts import Quantity
from tracker.text.numbers.elliptical import YEAR
from tracker.text.numbers.numerals import DIGITS, number

FIRST = re.compile(DIGITS)
PAIR = re.compile(rf"{DIGITS} and (?={DIGITS})")
BEFORE_PAIR = re.compile(rf"(?:{DIGITS},\s){{1,4}}$")
BEFORE_LAST = re.compile(rf"(?:{DIGITS},\s){{2,4}}and\s$")
WITHIN = 60
# May 12, 30 and 8 zones; Articles 3, 5 and 8: a day or a name, and no member of a row.
NO_ROW = re.compile(r"(?:\b[A-Z][\w.]*|[$¥€£\d,-])\s?$")
# Two numbers of two things are no range: 14 and 38 percent, respectively.
RESPECTIVELY = re.compile(r"[^.;]{0,80}?\brespectively\b")


def in_rows(text: str, quantity: Quantity) -> Iterator[Quantity]:
    """Yield the members of the row that ends with a quantity, each with its unit; without a row, the quantity."""
    own = FIRST.match(text, quantity.start)
    pair = PAIR.match(text, quantity.start)
    if own is None or len(quantity.values) != 1 + (pair is not None):
        yield quantity
        return
    earlier = _earlier(text, quantity.start, BEFORE_PAIR if pair else BEFORE_LAST)
    factor = quantity.values[0] / (number(own[0]) or 1.0)
    for start, end in earlier:
        value = round(number(text[start:end]) * factor, 6)
        yield replace(quantity, start=start, end=end, values=(value,))
    if pair and (earlier or RESPECTIVELY.match(text, quantity.end)):
        yield replace(quantity, end=own.end(), values=quantity.values[:1])
        yield replace(quantity, start=pair.end(), values=quantity.values[1:])
    else:
        yield quantity


def _earlier(text: str, start: int, row: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the numbers of a row stand before its last ones; none if one may be a year or a day."""
    found = row.search(text, max(0, start - WITHIN), start)
    if found is None or NO_ROW.search(text, max(0, found.start() - WITHIN), found.start()):
        return []
    members = [one.span() for one in FIRST.finditer(text, found.start(), found.end())]
    return [] if any(YEAR.fullmatch(text, *one) for one in members) else members
