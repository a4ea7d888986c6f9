"""Split coordinated figures: A、B分别增长1%、2% states 1 % of A and 2 % of B."""

import re
from itertools import pairwise

from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

APART = re.compile(r"分别|respectively", re.IGNORECASE)
RESPECTIVELY = re.compile(r"[^,.;]{0,20},? respectively")
MEMBER = re.compile(r"[、和及与]|,\s(?:and\b)?|\s?\band\b")
BETWEEN = re.compile(r"\s?(?:以上|左右)?(?:[、和及与]|,|\s?and)+[超近约\s]?")
# Sides of one thing and not other things: production and sales of X, X产量和销量, 公共、私人 X.
SIDES_OF = re.compile(r"[\w\s-]*\bof\b[^,]*|[\u4e00-\u9fff]{2,4}级|私人|家用|商用|[国境]外|海[外上]|农村|[中西]部")
OF_WITHIN = 40
OF_ANOTHER = re.compile(r"\bof\b[^,.;]*$")
SIDE = re.compile(
    r"\s*(?:production|sales|output|exports|imports|revenues?|incomes?|profits?|total profits)\b"
    r"(?!\s+of\s+(?!such|these|them))"
    r"|(?:产量|销量|产值|销售|出口|进口|保有量|营业?收入?|利润)",
    re.IGNORECASE,
)
SHARE_OF = re.compile(r"\s?of\b|(?:以上|左右)?的")
AND_SHARE = re.compile(
    r"\s?of [^.;]{3,140}?(?:,? and|,)(?: (?:about|nearly|over|more than|around|some|almost|roughly|another))? "
    r"|(?:以上|左右)?的[^，、。；：\d]{3,24}[，、和及与][近超约]?"
)
PAIR = 2
ROSE_BY = re.compile(
    r" (?:(?:\w+ly )?(?:rose|grew|surged|jumped|increased|climbed|expanded|soared|fell|dropped) (?:by )?)"
)
PAIRED = re.compile(r"\b(?:of|in) [\w -]{1,200} and $")
CLAUSE = re.compile(r"[，；：:\n]")
# X 带动 A 及 B 分别增长……: it is in no list with A and B.
DRIVES = re.compile(r"带动|拉动|推动|\b(?:driving|lifting|boosting|pushing)\b")
# A 41家、B 30家，分别占全国的51%和45%.
DEALT = re.compile(r"，分别占?[^，。；\d]*$")


def aligned(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether a quantity belongs to a name, where a list of names is given a list of quantities."""
    row = _row(sentence, quantity)
    if len(row) == 1 or not (APART.search(sentence.said()) or _one_each(sentence, name, row)):
        return True
    place = _place(sentence, name, row)
    return place is None or row[place] == quantity


def _one_each(sentence: Sentence, name: Name, row: list[Quantity]) -> bool:
    """Decide whether two things rose by two numbers, without a word for it: robots and NEVs surged by 14 % and 38 %."""
    told = sentence.text[name.end : row[0].start]
    return len(row) == PAIR and bool(ROSE_BY.fullmatch(told)) and bool(PAIRED.search(sentence.text, 0, name.start))


def allotted(sentence: Sentence, quantity: Quantity) -> list[Name]:
    """Return the name to which a quantity belongs in an English list.

    A, NEVs, and B rose 1, 2 and 3 percent, respectively.
    """
    row = _row(sentence, quantity)
    if len(row) == 1 or not RESPECTIVELY.match(sentence.text, row[-1].end, sentence.end):
        return []
    before = [name for name in sentence.names if name.end <= row[0].start]
    if any(q.start < row[0].start for q in sentence.quantities):
        return []
    places = ((name, _place(sentence, name, row)) for name in before)
    return [name for name, place in places if place is not None and row[place] == quantity]


def dealt(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Return the earlier quantity that this one refers to: A 41家、B 30家，分别占51%和45% says 51 % of the 41."""
    row = _row(sentence, quantity)
    before = [q for q in sentence.quantities if q.end <= row[0].start][-len(row) :]
    told = DEALT.search(sentence.text, sentence.start, row[0].start)
    return before[row.index(quantity)] if told and 1 < len(row) == len(before) else None


def first_share(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """Return the first of a list of shares that a share belongs to: 60% of firms, 70% of X and 80% of laboratories.

    In Chinese: 聚集了70%的X、80%的实验室.
    """
    first, later = None, quantity
    for one in reversed([q for q in sentence.quantities if q.end <= quantity.start]):
        if not (one.unit == later.unit == "%" and SHARE_OF.match(sentence.text, later.end)):
            break
        if not AND_SHARE.fullmatch(sentence.text, one.end, later.start):
            break
        first = later = one
    return first


def joined(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Decide whether two quantities stand in one list, with nothing but a mark between them."""
    return bool(BETWEEN.fullmatch(sentence.text, one.end, other.start))


def _row(sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    """Return the quantities that stand in one list with a quantity: 29%和30.9%."""
    row: list[Quantity] = []
    for one in sentence.quantities:
        if row and not joined(sentence, row[-1], one):
            if quantity in row:
                break
            row = []
        row.append(one)
    return row


def _place(sentence: Sentence, name: Name, row: list[Quantity]) -> int | None:
    """Return the place of a name, counted from the end, in a list of as many names as `row` has quantities.

    Return None if there is no such list.
    """
    text = sentence.text
    values = next((q.start for q in sentence.quantities if q.start >= name.end), sentence.end)
    stops = [APART.search(text, name.end, values), CLAUSE.search(text, name.end, sentence.end)]
    end = min([stop.start() for stop in stops if stop] or [values])
    end = min(end, row[0].start)
    start = sentence.after_last(CLAUSE, name.start)
    if any(start <= q.start < name.start for q in sentence.quantities):
        return None
    marks = [m.start() for m in MEMBER.finditer(text, start, end) if not _between_quantities(sentence, m)]
    members = len(row)
    if len(marks) < members - 1:
        return None
    if any(_sides(text, name, mark) for mark in marks[-members:]) or DRIVES.search(text, name.end, marks[-members + 1]):
        return None
    return sum(mark < name.start for mark in marks[len(marks) - members + 1 :])


def _between_quantities(sentence: Sentence, mark: re.Match[str]) -> bool:
    """Decide whether a mark joins two quantities and not two things: 831.6万辆和832万辆."""
    pairs = pairwise(sentence.quantities)
    return any(a.end <= mark.start() < b.start and joined(sentence, a, b) for a, b in pairs)


def _sides(text: str, name: Name, mark: int) -> bool:
    """Decide whether a mark joins two sides of the named thing and not two things."""
    joined = MEMBER.match(text, mark)
    after = joined.end() if joined else mark
    if mark >= name.start:
        return bool(SIDE.match(text, after))
    of_another = OF_ANOTHER.search(text, max(0, mark - OF_WITHIN), mark)
    return not of_another and bool(SIDES_OF.fullmatch(text, after, name.start))
