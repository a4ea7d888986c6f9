"""Attribute a quantity to the initiatives of its sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tracker.tag.continuation import Said, continues
from tracker.tag.figures.continuity import CITIES
from tracker.tag.figures.counting import counted_by, is_task, on_list
from tracker.tag.figures.platforms import with_fields
from tracker.tag.figures.rows import APART, aligned, allotted, dealt, joined
from tracker.tag.scope import covers
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

JOINED = re.compile(r"[”’\"'\s]*(?:企业)?(?:[、和及与/，,]|\band\b|以及)[“‘\"'\s]*")
# Companies with revenues exceeding 1 billion yuan.
OF_SIZE = re.compile(
    r"\b(?:companies|enterprises|firms|projects|parks|plants|clusters) (?:valued at|worth|with (?:\w+ ){0,3}"
    r"(?:revenues?|investments?|turnover|output|income|sales|valuations?) "
    r"(?:exceeding|of|above|over|surpassing|topping))(?: more than| over| at least)? $"
    r"|\b(?:thresholds?|minimum) of (?:more than |over |at least )?$"
    r"|\b(?:[Aa]n?|[Ee]very|[Ee]ach) (?:[\w-]+ )?(?:park|plant|factory|firm|company|project|cluster) with (?:\w+ ){0,4}"
    r"of (?:more than |over |at least )?$"
)
# Twice as much, and so many times another thing: a comparison and not a figure.
TIMES = ("倍", "times")
DOUBLED = 3
# 增长了超过1.5倍 is growth.
GROWN = re.compile(r"(?:增长|增加|提高|提升|上升)(?:了|约|近|超过|超)*(?:[\d.]+倍[和、])?$")
RATES = tuple(
    f"{what}{over}" for what in ("率", "收入", "营收", "产值") for over in ("超过", "超", "高于", "达到", "不低于")
)
FROM = re.compile(
    r"(?:由|从)[^，,；;]*$"
    r"|\bfrom (?:(?:about|over|less than|more than|around|nearly|just|some|only|under|below|above) ){0,2}$"
)
RISEN_TO = re.compile(
    r"[^，；]*，?[^，；]{0,8}?(?:突破|提高|增长|增加|提升|上升|扩大|下降|降低|减少|降|增|调整|上调|升|整合|压减)(?:到|"
    r"至|为)|[^.;,]{0,12}\bto\b"
)
# The factories number 35,000, up from 20,000: the earlier value.
UP_FROM = re.compile(r"\b(?:up|down) from (?:(?:about|over|nearly|some|only|just) )?$")
# Meets the needs of 24 million NEVs: the subject serves them.
SERVED = re.compile(
    r"(?:\b(?:needs?|demands?) of|\bserv(?:e|es|ed|ing)|满足|服务|支撑)了?"
    r"(?: (?:over|more than|about|nearly|around|some))?[超近约]?过? ?$"
)
# A committee of 80 members: who sits on it is no figure of its subject.
SEATS = re.compile(r"\s?(?:members|delegates|experts|seats)\b|名?(?:委员|成员|专家)")
# Other countries, those who drafted a paper, those who came to a meeting.
BESIDE = re.compile(
    r"\s?(?:other |foreign )?(?:countries|nations)\b|(?:[多余几]?个)?"
    r"国家(?:和地区|出台|支持|制定|发布|已|都|也|均|推出|实施|的|[，、。])"
    r"|[^.;]{3,110}?\b(?:took part in|take part in|participated in|helped|were involved in|contributed to) "
    r"(?:the |to )?(?:draft|draw|writ|compil|prepar|formulat)"
    r"|[^。；]{0,30}共同(?:编制|起草|发起|参与编|制定)|人?(?:参会|出席|到会|与会)|个?分会场"
)
# “X”等17个专项.
ALIKE = re.compile(r"[”\"]?[等 ]|")
MARKS_OUT = re.compile(r"(?:以上|以下|以内)[的\"]|及以[上下]")
# 装备制造、石油化工、冶金新材料3个产业基地: the three that stand right before.
ROW = re.compile(r"(?:^|[，。；：])((?:[^，。；：、和及\d]{2,24}[、和及]){1,11}[^，。；：、和及\d]{2,24})$")
MEMBERS = re.compile(r"[、和及]")
# 是去年同期的4.6倍 is growth, too.
COMPARED = re.compile(r"(?:去年|上年|年初|\d年)(?:同期|末|底)?的$")
# 一台49吨的重卡: the size of one thing.
OF_ONE_THING = re.compile(r"[一这那][台辆艘架](?:重|长|约)*$")
# Seven plants, three of which are new: a part of what was just counted.
PART_OF = re.compile(r"\s?of (?:which|them|these|those)\b")
KINDS = ("类", "种", "款")
# 新材料领域企业700家: a count of something else; 45个集群中，新材料领域7个: a part of it.
FIELD = re.compile(r"等?领域(?!\d+[个家](?:[、，。；]|$))[^，。]{0,4}\d")
# Charging points for NEVs: the points are counted.
FOR = re.compile(r"\s(?:for|serving)\s(?:the\s)?(?:[\w-]+\s){0,3}")
# 购买新能源乘用车补贴2万元、燃油乘用车补贴1.5万元; 电动载人汽车、锂电池等“新三样”出口: all three.
ANOTHER_KIND = re.compile(r"燃油[^，、；。\d]*$|新三样[^。；]*$")
# 新能源汽车充电量: a figure of the charging.
CHARGED = re.compile(r"(?<=车)总?充电")
# 这个工业互联网平台接入近千家企业: a property of one of many; 不仅是 X，……: a property of something else.
ONE_ALONE = re.compile(r"这[个家座条款][^，。；]{0,2}$|不(?:仅|仅仅|只|光)是$")

# X、工业母机等14个产业, X、Y和Z五大领域: X is one of a number of things.
ONE_OF = re.compile(
    r"[”\"]?(?:、[^，。；、]{1,14})*(?:[和及][^，。；、]{1,14}|等(?:[“\"][^”\"]{2,5}[”\"]时期)?(?:首批|第.批)?)[近超约]"
    r"?"
)


def owned(sentence: Sentence) -> Iterator[tuple[Quantity, set[str]]]:
    """Yield each quantity of a sentence with the initiatives that the sentence itself says it of, perhaps none."""
    so_far: dict[Name, Said] = {}
    before: tuple[Quantity, list[Name]] | None = None
    told: dict[Quantity | None, list[Name]] = {}
    for quantity in sentence.quantities:
        counted = [] if SERVED.search(sentence.text, sentence.start, quantity.start) else counted_by(sentence, quantity)
        names = counted or on_list(sentence, quantity) or _subjects(sentence, quantity, sentence.names, so_far)
        if before and not counted and joined(sentence, before[0], quantity):
            names = [name for name in names if name in before[1] or name.end > before[0].start]
        if before and PART_OF.match(sentence.text, quantity.end):
            names = before[1]
        before = quantity, names
        names = names or allotted(sentence, quantity) or told.get(dealt(sentence, quantity), [])
        names = with_fields(sentence.text, names, sentence.names)
        told[quantity] = names
        so_far |= {name: Said(bool(counted) or (name in so_far and so_far[name].counted), quantity) for name in names}
        if not (_left_out(sentence, quantity) or (not counted and _tells_one_by_one(sentence, quantity))):
            yield quantity, {n.initiative for n in names if counted or _falls_to(sentence, n, quantity)}


def _falls_to(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether a quantity said of a list of things, of which a name is one, belongs to that name."""
    between = sentence.text[name.end : quantity.start]
    charged = CHARGED.match(sentence.text, name.end, quantity.start)
    another = ANOTHER_KIND.search(between) and not APART.search(between)
    if (charged or another) and not name.measure:
        return False
    if ONE_ALONE.search(sentence.text, sentence.start, name.start):
        return False
    one_of = quantity.unit == "count" and ONE_OF.fullmatch(between)
    return not one_of and aligned(sentence, name, quantity)


def _left_out(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether a quantity is a starting value, sums up a list, or only marks out what is counted.

    等六个未来产业 and 新材料等4个产业 sum up; 投资2000万元以上的项目 marks out.
    """
    text = sentence.text
    before = text[sentence.start : quantity.start]
    listed = quantity.spelled or any(ALIKE.fullmatch(text, name.end, quantity.start) for name in sentence.names)
    rises = UP_FROM.search(before) or (FROM.search(before) and RISEN_TO.match(text, quantity.end, sentence.end))
    places = quantity.spelled and CITIES.match(text, quantity.end)
    summed = listed and not places and before.endswith(("等", "other "))
    seats = quantity.unit == "count" and (SEATS.match(text, quantity.end) or BESIDE.match(text, quantity.end))
    return bool(rises or summed or seats or is_task(sentence, quantity) or _marks_out(text, quantity, before))


def _tells_one_by_one(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether a count is that of the things listed right before it: 甲、乙、丙3个基地."""
    text = sentence.text
    if quantity.unit != "count" or text.endswith(KINDS, 0, quantity.end) or CITIES.match(text, quantity.end):
        return False
    row = ROW.search(text[sentence.start : quantity.start])
    return row is not None and len(MEMBERS.split(row[1])) == quantity.values[0]


def _marks_out(text: str, quantity: Quantity, before: str) -> bool:
    """Decide whether a quantity marks out things: 投资2000万元以上的项目, firms with revenues of over 1 billion."""
    if quantity.unit == "count":
        return False
    if quantity.unit in TIMES and quantity.values[0] > DOUBLED and COMPARED.search(before):
        return False
    if quantity.unit in TIMES and (quantity.values[0] <= DOUBLED or before.endswith("的")):
        return not GROWN.search(before)
    # 渗透70%以上的业务场景 is a share.
    share = quantity.unit == "%" and not before.endswith("率")
    if (MARKS_OUT.match(text, quantity.end) and not share) or OF_SIZE.search(before):
        return True
    return (before.endswith(RATES) or OF_ONE_THING.search(before) is not None) and text.startswith("的", quantity.end)


def _subjects(sentence: Sentence, quantity: Quantity, names: Sequence[Name], so_far: Mapping[Name, Said]) -> list[Name]:
    """Return those of `names` before a quantity that it is said of: the nearest, and those in one list with it.

    A measure is said of something that may be an initiative of its own: 新能源公交车平均补贴8万元.
    """
    before = [name for name in names if name.end <= quantity.start]
    if not before:
        return []
    nearest = max(before, key=lambda name: (name.end, name.end - name.start))
    nearest = _for_whom(sentence, before, nearest)
    said = covers(sentence, nearest, quantity) or continues(sentence, nearest, quantity, so_far)
    if FIELD.match(sentence.text, nearest.end) or not said:
        return []
    row = [name for name in before if name.end == nearest.end]
    for name in reversed(before):
        if name.end == row[-1].start or (
            name.end < row[-1].start and JOINED.fullmatch(sentence.text[name.end : row[-1].start])
        ):
            row.append(name)
    if nearest.measure:
        row += _subjects(sentence, quantity, [name for name in before if not name.measure], so_far)
    return row


def _for_whom(sentence: Sentence, names: Sequence[Name], nearest: Name) -> Name:
    """Return `nearest`, or the thing that serves it: charging points for NEVs."""
    served = (name for name in names if FOR.fullmatch(sentence.text, name.end, nearest.start))
    return next(served, nearest)
