"""Whose a quantity is: which initiatives of its sentence it is said of."""

import re
from collections.abc import Iterator, Mapping

from tracker.tag.amounts import Quantity
from tracker.tag.continuation import continues
from tracker.tag.rows import aligned
from tracker.tag.sentences import Name, Sentence

CHINESE = re.compile(r"[\u4e00-\u9fff]")
BREAK = re.compile(
    r"[，,、；;：:。（）()\n与]|(?<!工业)(?<!发展)(?<!住房)和|以及|\.\s|\b(?:and|while|but|in|at|that|which|who|to|from|will|have|has)\b"
)
SHARE_OF = re.compile(r"\s*(?:的|of\b|(?:year-on-year )?(?:growth|increase|rise|jump|surge|drop|decline) in)")
JOINED = re.compile(r"[”’\"'\s]*(?:[、和及与/，,]|\band\b|以及)[“‘\"'\s]*")
FROM = re.compile(r"(?:由|从|\bfrom\b)[^，,；;]*$")
RISEN_TO = re.compile(
    r"[^，；]*，?[^，；]{0,8}?(?:提高|增长|增加|提升|上升|扩大|下降|降低|减少|降|增|调整|上调|升|整合|压减)(?:到|至|为)|[^.;,]{0,12}\bto\b"
)
MARKS_OUT = re.compile(r"(?:以上|以下|以内)的")
# 900 advanced-level and 40 model-level X count X twice.
LIKE = re.compile(r"\s?[a-z]+-[a-z]+ and (?:over |about |nearly )?", re.IGNORECASE)
# 25 firms were selected for the list of X; 25家企业入选X.
CHOSEN = re.compile(
    r"\s?[a-z]+ (?:have been|has been|were|are) (?:selected|named|listed|approved|chosen) (?:for|as|in|among) "
    r"[^,;.]{0,60}|(?:企业|单位|园区|城市|项目|工厂)(?:入选|获评|获批|上榜|列入|被认定为|被评为|被列为)[^，；、]{0,14}",
    re.IGNORECASE,
)
FARTHEST_SIGNS = 14
FARTHEST_WORDS = 6


def owned(sentence: Sentence) -> Iterator[tuple[Quantity, set[str]]]:
    """Each quantity of a sentence with the initiatives that the sentence itself says it of, maybe none."""
    so_far: dict[Name, bool] = {}
    for quantity in sentence.quantities:
        counted = _counted(sentence, quantity)
        names = counted or _subjects(sentence, quantity, so_far)
        so_far |= {name: bool(counted) or so_far.get(name, False) for name in names}
        if not _left_out(sentence, quantity):
            yield quantity, {n.initiative for n in names if counted or aligned(sentence, n, quantity)}


def _left_out(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a quantity is what something rose from, sums up a list, or only marks out what it counts.

    等六个未来产业 and 新材料等4个产业 sum up; 投资2000万元以上的项目 marks out.
    """
    text = sentence.text
    before = text[sentence.start : quantity.start]
    listed = quantity.spelled or any(name.end == quantity.start - 1 for name in sentence.names)
    rises = FROM.search(before) and RISEN_TO.match(text, quantity.end, sentence.end)
    marks_out = quantity.unit != "count" and MARKS_OUT.match(text, quantity.end)
    return bool(rises or marks_out) or (listed and before.endswith("等"))


def _counted(sentence: Sentence, quantity: Quantity) -> list[Name]:
    """The names that a quantity counts: 178家国家高新区, 70%的国家制造业创新中心, 45 advanced clusters."""
    after = [name for name in sentence.names if name.start > quantity.start and name.end > quantity.end]
    if not after:
        return []
    between = sentence.text[quantity.end : after[0].start]
    if quantity.unit == "count" and CHOSEN.fullmatch(between):
        return [name for name in after if name.start < after[0].end]
    nearer = [other for other in sentence.quantities if quantity.end <= other.start < after[0].start]
    if nearer:
        shares = len(nearer) == 1 and LIKE.fullmatch(sentence.text, quantity.end, nearer[0].start)
        return _counted(sentence, nearer[0]) if shares and nearer[0].unit == quantity.unit else []
    far = len(between) > FARTHEST_SIGNS if CHINESE.search(between) else len(between.split()) > FARTHEST_WORDS
    if far or BREAK.search(between) or (quantity.unit == "%" and not SHARE_OF.match(between)):
        return []
    return [name for name in after if name.start < after[0].end]


def _subjects(sentence: Sentence, quantity: Quantity, so_far: Mapping[Name, bool]) -> list[Name]:
    """The names before a quantity that it is said of: the nearest, and those that stand in one row with it."""
    before = [name for name in sentence.names if name.end <= quantity.start]
    if not before:
        return []
    nearest = max(before, key=lambda name: (name.end, name.end - name.start))
    if not continues(sentence, nearest, quantity, so_far):
        return []
    row = [name for name in before if name.end == nearest.end]
    for name in reversed(before):
        if name.end <= row[-1].start and JOINED.fullmatch(sentence.text[name.end : row[-1].start]):
            row.append(name)
    return row
