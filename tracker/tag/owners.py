"""Whose a quantity is: which initiatives of its sentence it is said of."""

import re
from collections.abc import Iterator, Mapping

from tracker.tag.continuation import continues
from tracker.tag.quantities import Quantity
from tracker.tag.rows import aligned
from tracker.tag.sentences import Hit, Sentence

BREAK = re.compile(r"[，,、；;：:。（）()\n和与]|以及|\.\s|\b(?:and|while|but)\b")
QUALIFIES = re.compile(r"(?:以上|以下|以内)的")
SHARE_OF = re.compile(r"\s*(?:的|of\b|(?:year-on-year )?(?:growth|increase|rise|jump|surge|drop|decline))")
JOINED = re.compile(r"[”’\"'\s]*(?:[、和及与/，,]|\band\b|以及)[“‘\"'\s]*")
BASE = re.compile(r"(?:由|从|\bfrom\b)[^。；;]*$")
RISEN = re.compile(
    r"[^。；;]*?(?:提高|增长|增加|提升|上升|扩大|下降|降低|降|增|调整|上调|升)(?:到|至|为)|[^.;。]{0,12}\bto\b"
)
FARTHEST_SIGNS = 14
FARTHEST_WORDS = 7


def owned(text: str, sentence: Sentence) -> Iterator[tuple[Quantity, set[str]]]:
    """Each quantity of a sentence with the initiatives that the sentence itself says it of, maybe none.

    The value that something rose from (由1万元提高到2万元) is left out.
    """
    so_far: dict[Hit, bool] = {}
    for quantity in sentence.quantities:
        counted = _counted(text, sentence, quantity)
        hits = counted or _subjects(text, sentence, quantity, so_far)
        so_far |= {hit: bool(counted) or so_far.get(hit, False) for hit in hits}
        if not _left_out(text, sentence, quantity):
            yield quantity, {hit[0] for hit in hits if counted or aligned(text, sentence, hit, quantity)}


def _left_out(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a quantity is what something rose from, sums up a list, or only marks out what it counts.

    等六个未来产业 and 新材料等4个产业 sum up; 投资2000万元以上的项目 marks out.
    """
    before = text[sentence.start : quantity.start]
    listed = before.endswith("等") and (quantity.spelled or any(h[2] == quantity.start - 1 for h in sentence.hits))
    rises = RISEN.match(text, quantity.end, sentence.end)
    return listed or bool(QUALIFIES.match(text, quantity.end)) or bool(rises and BASE.search(before))


def _counted(text: str, sentence: Sentence, quantity: Quantity) -> list[Hit]:
    """The names that a quantity counts: 178家国家高新区, 70%的国家制造业创新中心, 45 advanced clusters."""
    after = [hit for hit in sentence.hits if hit[1] > quantity.start and hit[2] > quantity.end]
    if not after:
        return []
    if any(quantity.end <= other.start < after[0][1] for other in sentence.quantities):
        return []
    between = text[quantity.end : after[0][1]]
    signs = len(between) if re.search(r"[\u4e00-\u9fff]", between) else 0
    if signs > FARTHEST_SIGNS or len(between.split()) > FARTHEST_WORDS or BREAK.search(between):
        return []
    if quantity.unit == "%" and not SHARE_OF.match(between):
        return []
    return [hit for hit in after if hit[1] < after[0][2]]


def _subjects(text: str, sentence: Sentence, quantity: Quantity, so_far: Mapping[Hit, bool]) -> list[Hit]:
    """The names before a quantity that it is said of: the nearest, and those that stand in one row with it."""
    before = [hit for hit in sentence.hits if hit[2] <= quantity.start]
    if not before:
        return []
    nearest = max(before, key=lambda hit: (hit[2], hit[2] - hit[1]))
    if not continues(text, sentence, nearest, quantity, so_far):
        return []
    row = [hit for hit in before if hit[2] == nearest[2]]
    for hit in reversed(before):
        if hit[2] <= row[-1][1] and JOINED.fullmatch(text[hit[2] : row[-1][1]]):
            row.append(hit)
    return row
