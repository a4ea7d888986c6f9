"""Rows told apart: A、B分别增长1%、2% says 1 % of A and 2 % of B."""

import re

from tracker.tag.amounts import Quantity
from tracker.tag.sentences import Name, Sentence

APART = re.compile(r"分别|respectively", re.IGNORECASE)
MEMBER = re.compile(r"[、和及与]|,\s|\s?\band\b")
BETWEEN = re.compile(r"\s?(?:以上|左右)?(?:[、和及与]|,|\s?and)+[超近约\s]?")
# Sides of one thing and no other things: production and sales of X, X产量和销量.
SIDES_OF = re.compile(r"[\w\s-]*\bof\b[^,]*")
OF_WITHIN = 40
OF_ANOTHER = re.compile(r"\bof\b[^,]*$")
SIDE = re.compile(
    r"\s*(?:production|sales|output|exports|imports|revenues?|incomes?|profits?|total profits)\b(?!\s+of)"
    r"|(?:产量|销量|产值|销售|出口|进口|保有量|营业?收入?|利润)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[，；：:\n]")


def aligned(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Whether a quantity falls to a name, where a row of names is given a row of quantities."""
    row = _row(sentence, quantity)
    if len(row) == 1 or not APART.search(sentence.said()):
        return True
    place = _place(sentence, name, len(row))
    return place is None or row[place] == quantity


def _row(sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    """The quantities that stand in one row with one: 29%和30.9%."""
    row: list[Quantity] = []
    for one in sentence.quantities:
        if row and not BETWEEN.fullmatch(sentence.text[row[-1].end : one.start]):
            if quantity in row:
                break
            row = []
        row.append(one)
    return row


def _place(sentence: Sentence, name: Name, members: int) -> int | None:
    """The place of a name in a row of so many names, counted from the row's end; None if there is no such row."""
    text = sentence.text
    starts = [m.end() for m in CLAUSE.finditer(text, sentence.start, name.start)]
    values = next((q.start for q in sentence.quantities if q.start >= name.end), sentence.end)
    stop = APART.search(text, name.end, values) or CLAUSE.search(text, name.end, sentence.end)
    end = stop.start() if stop else values
    marks = [m.start() for m in MEMBER.finditer(text, max(starts, default=sentence.start), end)]
    if len(marks) < members - 1:
        return None
    if marks and _sides(text, name, marks[-1]):
        return None
    return sum(mark < name.start for mark in marks[len(marks) - members + 1 :])


def _sides(text: str, name: Name, mark: int) -> bool:
    """Whether a mark joins two sides of the named thing and not two things."""
    joined = MEMBER.match(text, mark)
    after = joined.end() if joined else mark
    if mark >= name.start:
        return bool(SIDE.match(text, after))
    of_another = OF_ANOTHER.search(text, max(0, mark - OF_WITHIN), mark)
    return not of_another and bool(SIDES_OF.fullmatch(text, after, name.start))
