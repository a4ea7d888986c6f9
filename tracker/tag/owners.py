"""Whose a quantity is: which initiatives of its sentence it is said of."""

import re
from collections.abc import Iterator

from tracker.tag.quantities import Quantity
from tracker.tag.sentences import Hit, Sentence

CLAUSE = re.compile(r"[，,](?!\d)|[：:]")
BREAK = re.compile(r"[，,、；;：:。（）()\n]|\.\s|\b(?:and|while|but)\b")
JOINED = re.compile(r"[”’\"'\s]*(?:[、和及与/，,]|\band\b|以及)[“‘\"'\s]*$")
APART = re.compile(r"分别|respectively")
PARTS = re.compile(r"[、和及与]|,|\band\b")
NEXT = re.compile(r"[^、和及与,，]{0,6}(?:[、和及与]|\s?and\s)[^、和及与，,。；]{0,8}$")
BASE = re.compile(r"(?:由|从|\bfrom\b)[^。；;]*$")
RISEN = re.compile(
    r"[^。；;]*?(?:提高|增长|增加|提升|上升|扩大|下降|降低|降|增|调整|上调|升)(?:到|至|为)|[^.;。]{0,12}\bto\b"
)
ORDER = re.compile(
    r"[\s*]*(?:再|新|力争|争取|加快|支持|推动)?(?:培育|打造|建设|新增|建成|推动|实施|形成|创建|推广|完成|引育|布局|新建|争创|认定)"
)
COUNTS_ON = re.compile(r"(?:以上|左右|以内)?(?:的)?[\u4e00-\u9fff“《A-Z]")
COUNTS_NOT = re.compile(r"以上|左右|以内|[、和及与]|增速|同比|环比|的?(?:增长|增幅|增速|目标|规模)")
UNITS_OF_COUNT = re.compile(r"units|vehicles|cars|pieces|sets|people|NEVs|EVs", re.IGNORECASE)
FARTHEST_CHINESE = 14
FARTHEST_WORDS = 7


def owned(text: str, sentence: Sentence) -> Iterator[tuple[Quantity, set[str]]]:
    """Each quantity of a sentence with the initiatives that it is said of by the sentence itself (maybe none)."""
    counted: set[Hit] = set()
    places: dict[tuple[str, int], int] = {}
    for quantity in sentence.quantities:
        if BASE.search(text[sentence.start : quantity.start]) and RISEN.match(
            text[quantity.end : sentence.end]
        ):
            yield quantity, set()
            continue
        ahead = counts(text, sentence, quantity)
        counted.update(ahead)
        hits = ahead or subjects(text, sentence, quantity, counted)
        yield quantity, {hit[0] for hit in hits}


def counts(text: str, sentence: Sentence, quantity: Quantity) -> list[Hit]:
    """The names that a quantity counts: 178家国家高新区, 70%的国家制造业创新中心, 45 advanced manufacturing clusters."""
    after = [hit for hit in sentence.hits if hit[1] >= quantity.end]
    if not after:
        return []
    first = after[0]
    between = text[quantity.end : first[1]]
    near = (
        len(between) <= FARTHEST_CHINESE
        if not between.isascii() or not between.strip()
        else len(between.split()) <= FARTHEST_WORDS
    )
    if not near or BREAK.search(between):
        return []
    if quantity.unit == "%" and not re.match(
        r"\s*(?:的|of\b|(?:year-on-year )?(?:growth|increase|rise|jump|surge))", between
    ):
        return []
    return [hit for hit in after if hit[1] < first[2]]


def subjects(text: str, sentence: Sentence, quantity: Quantity, counted: set[Hit]) -> list[Hit]:
    """The names before a quantity that it is said of: the nearest, and those that stand in one row with it."""
    before = [hit for hit in sentence.hits if hit[2] <= quantity.start]
    if not before:
        return []
    nearest = max(before, key=lambda hit: (hit[2], hit[2] - hit[1]))
    own_noun = number_first(text, quantity)
    clauses = list(CLAUSE.finditer(text, nearest[2], quantity.start))
    if own_noun and nearest in counted:
        return []
    if clauses and ORDER.match(text, clauses[-1].end()):
        return []
    row = [hit for hit in before if hit[2] == nearest[2]]
    for hit in reversed(before):
        if hit[2] <= row[-1][1] and JOINED.fullmatch(text[hit[2] : row[-1][1]]):
            row.append(hit)
    return row


def number_first(text: str, quantity: Quantity) -> bool:
    """Whether a quantity counts the noun that follows it (80%的全国重点实验室), not the noun before it."""
    rest = text[quantity.end : quantity.end + 12]
    if quantity.unit == "count" and rest[:1].isascii():
        return bool(re.match(r"\s?[A-Za-z]", rest)) and not UNITS_OF_COUNT.match(rest.strip())
    return bool(COUNTS_ON.match(rest)) and not COUNTS_NOT.match(rest)
