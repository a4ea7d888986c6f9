"""Compare what a number counts with the things that were named: more of their kind, another kind, or their total."""

import re
from collections.abc import Sequence

from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

# 36 national ones, 340 newcomers: things of the kind that was named.
ONES = re.compile(
    r"\s?(?:[a-z]+(?:-[a-z]*)? ){0,2}(?:ones|newcomers)\b|\s?(?:more )?such\b"
    r"|\s?more(?=[.,;]|$| (?:were|are|have been|had been|will be|(?:will |are to |have )?(?:join|follow)(?:ed)?)\b)"
)
# 31 national parks after "zero-carbon parks": its general noun with an adjective that sets no kind apart.
SAME_KIND = re.compile(
    r"\s?(?:(?:such|new|newly [a-z]+|national|national-level|state-level|provincial|provincial-level|existing|similar|"
    r"more|additional|of (?:the|these|such|those)) )*([a-z]{4,})\b(?! (?:of|for)\b)"
)
# Jiangsu has 7.
HAS = re.compile(r"\b(?:has|have|had) (?:(?:about|over|more than|nearly|some|only) )?$")
ALONE = re.compile(r"\s?(?:[.,;)]|each\b|$)")
NOUN_WITHIN = 24
# Pairs of characters and stems that any two names may share.
COMMON = frozenset(
    re.findall(
        r"\w+",
        "企业 产业 造业 国家 家级 项目 发展 建设 制造 创新 技术 行业 工业 业企 中心 基地 平台 达到 全国 先进 国内 服务 "
        "业创 新中 业集 数据 产量 销量 产值 出口 收入 利润 增长 同比 分别 累计 超过 "
        "标准 领域 能源 natio indus manuf innov techn devel china secto energ",
    )
)
TAIL = 4
PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
WORD = re.compile(r"[a-z]{4,}")
# 绿色工厂268家、绿色矿山53家: however much their names share.
KIND = re.compile(
    r"[\s、，和及]*(?:并|还|也|已|共|累计|新|成功)*(?:培育|建成|建设|新增|打造|创建|认定|入选|获批|拥有|布局|推动|"
    r"形成)?了?"
    r"(?P<own>[\u4e00-\u9fffA-Za-z0-9“”\"+]{1,16}?)"
    r"(?P<head>工厂|集群|矿山|中心|基地|园区|车间|平台|示范区|试验区|先导区|实验室|供应链|高新区|开发区|充电桩|"
    r"换电站|充电站|加氢站|场景)(?:总数|数量|累计|已|共|均|达到?|增至|超过?|突破|近|约)*"
)
# Words that any kind may bear.
ANY = re.compile(
    r"国家|全国|世界|省|市|区|县|级|新|首批|第.批|公共|私人|个人|重点|典型|优秀|标杆|示范|领航|卓越|先进|基础|零星|"
    r"其中|另有|等|的|各类|类|其他|超级|专用|[“”\"\d]"
)
# Six manufacturing innovation centers and three industrial innovation centers.
KIND_EN = re.compile(
    r"\s?(?P<own>(?:[A-Za-z][\w-]*\s){1,4}?)(?P<head>centers|centres|clusters|factories|zones|parks|bases|platforms|"
    r"workshops|stations|piles|vehicles|standards|cities|laboratories|hubs|firms)\b"
)
ANY_EN = re.compile(
    r"national|state|provincial|municipal|local|new|key|more|other|such|similar|pilot|top|leading|[\w-]+-level|level|"
    r"of|all|total|its|their|our|"
    r"the|these|public|private|additional|further|existing|related|first|second|third|whose|in|for|across|are|were"
)
ENDS = re.compile(r"[\d，。；、,;]")
STEM = 5
COMPOUND = 6
WITHIN = 120
AMOUNT_TO = (
    r"(?:已|将|则|也|就)*+(?:达到|达|增至|增加到|增加至|升至|上升到|扩大到|扩大至|提升至|扩容至|为|突破|超过|超|有)?+"
    r"(?:逾|近|约|超)?+"
)
ABOUT = r"(?:(?:about|around|nearly|over|more than|almost|some) )?"
# The words between the clause before and the quantity: a whole clause that has no subject but the total.
TOTAL = re.compile(
    rf"[，,；;](?:至此|由此|从而|截至目前|目前)?+[，,]?+(?:使得?|令|让|推动)?+"
    r"(?:全国|我国|全省|全市|国家级|该类|其|本年度?|今年|全年|中心|集群|园区|企业|平台|工厂|城市|基地|试点|资金)*+的?+"
    rf"(?:总数量?|总量|总额|总规模|数量|规模|累计|合计|总计|共计|(?<=全年)|(?<=至此)){AMOUNT_TO}$"
    r"|[,;] (?:and |which |thus |thereby )*+"
    r"(?:for|bringing|brings|brought|taking|takes|took|raising|raises|raised|lifting|lifts|lifted|pushing|making|"
    r"increasing) (?:(?:a|the|its|their|this|that|year's|national|overall|annual|cumulative|combined|new|grand) )*+"
    rf"(?:total|tally|number|count|figure|sum|amount)(?: (?:number|amount|value)| of [^.,;\d]{{2,60}}?)?"
    rf"(?: (?:so far|nationwide|this year))? (?:of|to|at) {ABOUT}(?:a total of )?$"
)
# The same as a sentence of its own.
STARTS = re.compile(
    rf"\W*(?:(?:至此|截至目前|目前)[，,]?(?:全国|我国|全年)?(?:总数量?|总量|总额|累计|合计|共计|共)?|总数量?|总量|总额|"
    rf"累计)"
    rf"{AMOUNT_TO}$"
    r"|\W*(?:(?:This|That|It|The move|The addition|The latest batch|"
    r"The (?:\w+ ){1,2}(?:newcomers|additions|ones|entrants)) "
    r"(?:has |have |will )?(?:brings?|brought|takes?|took|taken|raises?|raised|lifts?|lifted) "
    r"(?:(?:the|this|year's|national|overall|annual|cumulative|combined) )*+"
    r"(?:total|tally|number|count|figure|amount)\b"
    r"|(?:This|That|It) (?:makes|made)(?: it| a total of)? (?:about |over )?$"
    r"|The (?:national |overall |cumulative )?(?:total|tally)(?: number)? (?:has |have )?(?:now )?"
    r"(?:stands|stood|reached|reaches|rose|rises|risen|came|comes)\b"
    r"|(?:So far|To date|Altogether|In total)(?: this year)?, (?:all (?:of the )?|a total of |the total of )$)"
)


def takes_up_kind(text: str, end: int) -> bool:
    """Decide whether a number up to `end` counts more of what was named before: 340 new ones, seven such bases."""
    return ONES.match(text, end) is not None


def of_such_kind(names: Sequence[Name], text: str, quantity: Quantity) -> set[str]:
    """Return the initiative of `names`, in reading order, of whose kind a number counts more.

    It is the last one whose general noun the count repeats (seven such bases), or the only one (340 new ones).
    """
    such = takes_up_kind(text, quantity.end) or _has_so_many(text, quantity)
    kind = SAME_KIND.match(text, quantity.end)
    counted = text[quantity.end : quantity.end + NOUN_WITHIN] if such else kind[1] if kind else ""
    if not counted:
        return set()
    for name in reversed(names):
        written = text[name.start : name.end]
        if (such or written.isascii()) and repeats_head(written, counted):
            return {name.initiative}
    named = {name.initiative for name in names}
    return named if such and len(named) == 1 else set()


def _has_so_many(text: str, quantity: Quantity) -> bool:
    """Decide whether a number says how many a place has: Hubei has 9, Hunan has 6."""
    alone = quantity.unit == "count" and ALONE.match(text, quantity.end)
    return bool(alone and HAS.search(text, max(0, quantity.start - 20), quantity.start))


def counts_its_kind(name: str, text: str, end: int) -> bool:
    """Decide whether a number up to `end` counts more things of a kind that has a name: 31 national zones, new ones."""
    if takes_up_kind(text, end):
        return True
    kind = SAME_KIND.match(text, end) if name.isascii() else None
    return kind is not None and repeats_head(name, kind[1])


def repeats_head(name: str, clause: str) -> bool:
    """Decide whether a clause repeats the last word of a name, its general noun: 45个国家级集群, these zones."""
    last = WORD.findall(name.lower())
    head = {last[-1][:5]} if last else {name[-2:]}
    if not last and len(name) > TAIL and name[-TAIL:] in clause:
        return True
    return not (head - COMMON).isdisjoint(shared_parts(clause))


def shared_parts(name: str) -> set[str]:
    """Return pairs of Chinese characters and stems of English words that are not common to all names."""
    return ({m[1] for m in PAIR.finditer(name)} | {w[:5] for w in WORD.findall(name.lower())}) - COMMON


def is_of_another_kind(text: str, name: Name, quantity: Quantity, own: str) -> bool:
    """Decide whether a member of a list counts things that have other words before their noun than `name` has.

    `own` is the member before its quantity.
    """
    written = text[name.start : name.end]
    if written.isascii():
        noun, known = KIND_EN.match(text, quantity.end), written.lower()
        words = noun["own"].lower().split() if noun else []
        others = [word for word in words if not ANY_EN.fullmatch(word) and word[:STEM] not in known]
        return noun is not None and bool(others) and noun["head"][:STEM] in known
    kind = KIND.fullmatch(own)
    if kind is None or not (word := ANY.sub("", kind["own"])):
        return False
    compound = written + ENDS.split(text[name.end : name.end + COMPOUND])[0]
    return word not in compound or kind["head"] not in compound


def sums_up_clause(sentence: Sentence, start: int, quantity: Quantity) -> bool:
    """Decide whether a quantity is the total of what the clause before it counts, by its words after `start`."""
    return bool(TOTAL.search(sentence.text, max(start, quantity.start - WITHIN), quantity.start))


def sums_up_sentence(before: str) -> bool:
    """Decide whether a sentence that begins with `before` states the running total of what the one before it counts."""
    return bool(STARTS.match(before))
