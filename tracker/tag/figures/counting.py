"""Decide which names a quantity counts where the name follows it: 178 zones, 70% of the centers."""

import re

from tracker.tag.figures.chosen import is_chosen
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

CHINESE = re.compile(r"[\u4e00-\u9fff]")
BREAK = re.compile(
    r"[，,、；;：:。（）()\n与]|(?<!工业)(?<!发展)(?<!住房)和|以及|围绕|面向|针对|\.\s|\b(?:and|while|but|in|at|that|"
    r"which|who|to|from|will|have|has)\b"
)
SHARE_OF = re.compile(r"\s*(?:的|以上新增|of\b|(?:year-on-year )?(?:growth|increase|rise|jump|surge|drop|decline) in)")
# 20% of global patent applications in X.
SHARE_IN = re.compile(
    r"\s*of\b[^,.;]{0,70}\b(?:in|of|from)\s+(?:the\s+)?|\s*of\b[^.;]{0,140}\bc[oa]mes? from\s+(?:the\s+)?"
)
# 900 advanced-level and 40 model-level X count X twice.
LIKE = re.compile(
    r"\s?[a-z]+-[a-z]+ and (?:over |about |nearly )?|[\u4e00-\u9fff]{2,4}级[、和及]|(?:试点)?城市[、和及]?",
    re.IGNORECASE,
)
# 8.1 million and 8.05 million X, made 410,000 and sold 402,000 X.
COUNTED_TWICE = re.compile(
    r"\s?and (?:(?:sold|sell|built|made|produced|exported|delivered) (?:(?:at home|abroad|overseas) )?)?"
    r"(?:(?:about|over|nearly|some|more than) )?"
)
# 25 million units, representing 69 percent of all NEVs.
OR = re.compile(r"[^.,;]{0,20}, (?:accounting for|representing|making up|or) (?:about |nearly |over |some )?")
# Up by 38 percent for the first 109 projects.
SHARE_FOR = re.compile(r"\s*(?:for|of|in|among|at)\b[^,.;]{0,30}")
BRACKETS = re.compile(r"\s?\([^()]*\)")
# X名单……3家基地入选: those on the list.
LIST = re.compile(r"[\"\s]*(?:建设|培育|创建|试点|认定)?(?:首批|第.批)?(?:城市|园区|企业|平台)?名单")
ON_LIST = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:入选|上榜|晋级|获批|在列|榜上有名)")
LISTED = re.compile(r"(?:纳入|包括|列入|确定|公布|共有?|共计)$")
# 109 pilot projects in X, 13 in the field of X.
PROJECTS_IN = re.compile(
    r"\s?(?:[a-z-]+ ){0,3}(?:projects|enterprises|companies|firms|clusters|platforms|standards|scenarios|pilots) "
    r"(?:in|for|on|related to|engaged in) (?:the )?(?:(?:field|area|sector)s? of )?",
    re.IGNORECASE,
)
# 10,000 digital workshops and X, 200个智能车间、X: one count of things of a kind.
WITH_LIKE = re.compile(
    r"\s?[a-z-]+ (?:workshops|zones|parks|centers|bases|firms|stations|piles|projects) and "
    r"|[\u4e00-\u9fff]{2,6}(?:车间|园区|基地|平台|工厂|中心)[、和]"
)
# 150家以上专业水平高、服务能力强的X: X with attributes between number and name.
SO_MADE = re.compile(r"(?:以上|左右)?[\u4e00-\u9fff、]{2,20}的\"?")
# 14个省份实现了 X 全覆盖: the provinces are counted.
PLACES = re.compile(r"(?:省份|省区|县|乡镇|区县)")
# 11 key "X" actions, 12项X任务: parts of a paper.
TASKS = re.compile(r"[\"\s]*(?:actions|tasks|measures|campaigns|任务|行动|举措)")
# 625亿元国债支持X, 188 billion yuan of bonds to support X.
MONEY = re.compile(r"元$|yuan$|dollars$")
PAID_FOR = re.compile(
    r"[^。；，]{0,24}，?(?:专项)?(?:用于|支持|投向|投入|补贴)[^。；，]{0,24}"
    r"|(?:(?!\b(?:such as|including|with)\b)[^.;]){0,100}"
    r"\b(?:support|fund|supporting|funding|for|promote|subsidize|finance)\b[^.;,]{0,60}"
)
LONGEST_CHAIN = 4
FARTHEST_SIGNS = 14
FARTHEST_WORDS = 6


def counted_by(sentence: Sentence, quantity: Quantity) -> list[Name]:
    """Return the names that a quantity counts: 178家国家高新区, 70%的国家制造业创新中心, 45 advanced clusters."""
    after = [name for name in sentence.names if name.start > quantity.start and name.end > quantity.end]
    if not after:
        return []
    text = sentence.text
    between = BRACKETS.sub("", text[quantity.end : after[0].start])
    if _is_chosen(sentence, quantity, between) or (quantity.unit == "%" and SHARE_IN.fullmatch(between)):
        return [name for name in after if name.start < after[0].end]
    nearer = [other for other in sentence.quantities if quantity.end <= other.start < after[0].start]
    if nearer:
        # It shares the thing that the next one counts.
        alike = (LIKE, COUNTED_TWICE) if quantity.unit == nearer[0].unit == "count" else (LIKE,)
        like = nearer[0].unit == quantity.unit and any(
            words.fullmatch(text, quantity.end, nearer[0].start) for words in alike
        )
        share = quantity.unit == "%" and SHARE_FOR.fullmatch(text, quantity.end, nearer[0].start)
        share = share or (nearer[0].unit == "%" and OR.fullmatch(text, quantity.end, nearer[0].start))
        chain = like and len(nearer) <= LONGEST_CHAIN
        return counted_by(sentence, nearer[0]) if chain or (share and len(nearer) == 1) else []
    return _head_of(after) if _counts(quantity, between) else []


def _counts(quantity: Quantity, between: str) -> bool:
    """Decide whether the words between a quantity and a name let it count the name."""
    if quantity.unit == "count" and any(p.fullmatch(between) for p in (PROJECTS_IN, WITH_LIKE, SO_MADE)):
        return True
    if PLACES.match(between):
        return False
    far = len(between) > FARTHEST_SIGNS if CHINESE.search(between) else len(between.split()) > FARTHEST_WORDS
    return not far and not BREAK.search(between) and (quantity.unit != "%" or bool(SHARE_OF.match(between)))


def on_list(sentence: Sentence, quantity: Quantity) -> list[Name]:
    """Return the names of a list on which a quantity counts: 公布X名单，我省3家基地入选."""
    text = sentence.text
    before = [name for name in sentence.names if name.end <= quantity.start]
    lists = [name for name in before if LIST.match(text, name.end)][-1:]
    # 生物制造|中试平台名单 is a list of both.
    lists += [name for name in before if lists and name.end == lists[0].start]
    told = ON_LIST.match(text, quantity.end) or LISTED.search(text, sentence.start, quantity.start)
    return lists if quantity.unit == "count" and told else []


def is_task(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether a quantity counts the parts of a paper that has a name: 12项X任务."""
    return quantity.unit == "count" and any(
        name.start - quantity.end < FARTHEST_SIGNS and TASKS.match(sentence.text, name.end)
        for name in sentence.names
        if name.start >= quantity.end
    )


def _is_chosen(sentence: Sentence, quantity: Quantity, between: str) -> bool:
    """Decide whether a quantity counts those that were chosen for the name, or sums the money for it."""
    if quantity.unit == "count":
        return is_chosen(sentence.text[sentence.start : quantity.start], between)
    return bool(MONEY.search(quantity.unit) and PAID_FOR.fullmatch(between))


def _head_of(names: list[Name]) -> list[Name]:
    """Return the first of `names`, with the names inside it and those that form one word with it: 新材料|中试平台."""
    row = names[:1]
    while following := [name for name in names if name.start == row[-1].end]:
        row.append(following[0])
    return [name for name in names if row[0].start <= name.start < row[-1].end]
