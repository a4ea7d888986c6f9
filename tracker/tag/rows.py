"""Rows told apart: A、B分别增长1%、2% says 1 % of A and 2 % of B."""

import re

from tracker.tag.quantities import Quantity
from tracker.tag.sentences import Hit, Sentence

APART = re.compile(r"分别|respectively", re.IGNORECASE)
MEMBER = re.compile(r"[、和及与]|,\s|\s?\band\b")
CLAUSE_START = re.compile(r"[，；：:\n]|[,;](?!\d)(?=.{60})")
LONGEST_GAP = 6


def aligned(text: str, sentence: Sentence, hit: Hit, quantity: Quantity) -> bool:
    """Whether a quantity falls to a name, where a row of names is given a row of quantities."""
    row = _row(text, sentence, quantity)
    if len(row) < 2 or not APART.search(text[sentence.start : sentence.end]):
        return True
    place = _place(text, sentence, hit, len(row))
    return place is None or row[place] == quantity


def _row(text: str, sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    """The quantities that stand in one row with one: 29%和30.9%."""
    rows: list[list[Quantity]] = []
    for one in sentence.quantities:
        gap = text[rows[-1][-1].end : one.start] if rows else ""
        if (
            rows
            and len(gap) <= LONGEST_GAP
            and re.fullmatch(r"\s?(?:以上|左右)?(?:[、和及与]|,|\s?and)+[超近约\s]?", gap)
        ):
            rows[-1].append(one)
        else:
            rows.append([one])
    return next(row for row in rows if quantity in row)


def _place(text: str, sentence: Sentence, hit: Hit, members: int) -> int | None:
    """The place of a name in the row of names that ends where their values begin; None where it is no such row."""
    starts = [m.end() for m in re.finditer(r"[，；：:\n]", text[sentence.start : hit[1]])]
    start = sentence.start + (starts[-1] if starts else 0)
    first = next((q.start for q in sentence.quantities if q.start >= hit[2]), sentence.end)
    apart = APART.search(text, hit[2], first)
    stop = re.compile(r"[，；\n]").search(text, hit[2])
    end = apart.start() if apart else stop.start() if stop else sentence.end
    marks = [m.start() for m in MEMBER.finditer(text, start, end)]
    if len(marks) < members - 1:
        return None
    edges = marks[len(marks) - members + 1 :]
    return sum(edge < hit[1] for edge in edges)
