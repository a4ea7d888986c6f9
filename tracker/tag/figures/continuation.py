"""Decide whether a later clause still speaks of the thing that an earlier clause named."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.tag.figures.kinds import (
    ONES,
    counts_its_kind,
    is_of_another_kind,
    repeats_head,
    shared_parts,
    sums_up_clause,
)
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

CLAUSE = re.compile(r"[，,](?!\d)|[：:]|[（(](?![A-Z]{2,6}s?[)）])")
BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
# Capacity, she added, had passed 88 GW: who says so is no clause of its own.
SAID_BY = re.compile(
    r", (?:(?:(?:he|she|it) |the (?:\w+ ){1,2}|[A-Z][\w.-]+ (?:[A-Z][\w.-]+ ){0,2})(?:also )?"
    r"(?:said|says|added|adds|noted|notes|reported|reports|showed)|(?:according to|citing) [^,]{3,60}),"
)
ROW = re.compile(
    r"(?:以上|左右|以内)?[、和及与，,]|\s?\band\b|(?:in|by|for) (?:(?:19|20)\d\d|[A-Z][a-z]{2,8}),? and\b"
    # 3.58 million were public and 9.24 million private.
    r"|(?:\s?(?:were|are))?\s?(?:public|private|new|national|provincial|local) and\b"
)
# Numbered 6,120 at the national level and contributed 18 percent: a second thing that is said of the subject.
AND_DOES = re.compile(r"[^.;,\d]{0,40}?\band (?=(?:contributed|accounted|represented|employed|generated|attracted)\b)")
# What may stand before a quantity without a subject of its own; possessive, since its words can be cut in many ways.
BARE = re.compile(
    r"(?:是[^，。；\d]{0,8}的|其中|同比|环比|分别|年均|累计|合计|共计|总计|增长|下降|上升|上涨|回升|回落|大增|大涨|"
    r"激增|微增|微降|高出?|降低|增加|减少|提高|提升|增速|增幅|扩大|较|比|上年|去年|同期|上月|五一|国庆|中秋|春节|假期|"
    r"平日|与|和|相比|"
    r"户均|年增率?|年减率?|月增|月减|名义|新培育|新建成|第[一二三四五六七八九十]批|首批|全年|达到|达|"
    r"超过|超|突破|逾|[>≥]|近|"
    r"约|为|了|到|至|将|已|均|再|再次|又|新增|首次|平均|预计|有望|左右|以上|今年|目前|截至|"
    r"(?:19|20)\d\d\s?年|\d{1,2}月份?|底|末|时期|十[一二三四五]五|的|包括|新批准|新认定|[上下]半年|[一二三四]季度|以来|"
    r"完成|实现|创下?(?:历史)?(?:新高)?|[“”‘’\"'*\s（(~≈]|"
    r"\b(?:up|down|rising|falling|an?|the|(?:increase|rise|jump|surge|drop|decline)s?|growth|of|by|or|about|nearly|"
    r"over|"
    r"around|almost|more|than|to|and|rose|grew|increased|climbed|jumped|surged|fell|year-on-year|yoy|year|on|from|"
    r"respectively|respective|including|also|with|in|at|which|is|was|reached|hit|marking|expanding|expanded|soaring|"
    r"surging|totaled|"
    r"totalled|month-on-month|month|monthly|both|growing|increasing|decreasing|climbing|jumping|gaining|dropping|"
    r"reaching|"
    r"hitting|exceeding|surpassing|signaling|signalling|hiking|records?|annual|yearly|roughly|approximately|compared|"
    r"expecting|expected|expects|sell|sold|forecast|projected|likely|estimated|following|after|against|from|"
    r"numbered|numbering|number|end|last|this|now|so|far|come|comes|came|(?:19|20)\d\d|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b)*+"
)
# The actions or assets of a thing, said without naming it again.
OF_IT = re.compile(
    r"[*“\s]*(?:其中|"
    r"前[一二两三四五六七八九十\d]+个?月|\d{1,2}月份?|[上下]半年|[前一二三四]+季度|今年|去年|累计|共|已|可|"
    r"并|预计|直接|年|将|有效|还|也|合计|总|力争|确保|争取|单月|国内|全国)*(?:"
    r"新设|(?:重点|主要)平台(?:工业)?连接|"
    r"分布[在于]|涉及|涵盖|带动|拉动|给予|覆盖|创造|形成|聚集|集聚|汇聚|拥有|占|产值|营收|营业收入|收入|"
    r"利润|服务|惠及|落实资金|发放|补贴|申请|规模(?!企业|以上)|"
    r"满足|支撑了?|(?:核心|相关)?产业(?:总|核心|链)*(?=规模|产值|营收|收入)|保有量|销量|产量|产销|销售|出口|渗透率|"
    r"装机|市场|总量|总数|总额|数量|贡献|实现|节约|减排|减少|突破|攻克|孵化|支持|推出|发布|(?:平均)?研发投入|研究确定|"
    r"总投资|发明专利|专利|(?:在建|建成|建设|示范)?项目(?:总数)?[超达已]|新增项目|"
    r"(?:确定|选定|遴选|选取)[^，。；\d]{2,30}等(?=\d*$))"
    r"|\s*(?:(?:and|while|but)\s)?(?:(?:this|next|last) year,? )?(?:(?:public|private|new|larger|smaller) ones|"
    r"accounting|representing|(?:taking|claiming|capturing|occupying|commanding)(?=[\w ]{0,14}$)|bringing|with|"
    r"involving|covering|generating|contributing|"
    r"making|creating|driving|leveraging|attracting|aiming|targeting|benefiting|connecting|serving|supporting|their|"
    r"its|it|they|exhausting|using up|completing|numbering|contributed|contributes|accounted for|accounts for|made up|"
    r"represented|employed|generated|attracted|"
    r"(?:(?:total|combined|operating|annual|average|cumulative|overall)\s){0,2}(?:output|sales|exports|production|"
    r"revenues?|profits?|costs?|investments?|turnover|shipments|penetration|efficiency|productivity|capacity|"
    r"value)|the (?:total )?(?:number|figure|total)|that(?! of))\b",
    re.IGNORECASE,
)
# Storage of 180 GW, which would drive 250 billion yuan; cut costs by 21 percent and emissions by 18 percent.
ABOUT = r"(?:(?:about|around|nearly|over|more than|up to|some|at least) )?"
WHICH_DOES = re.compile(
    r"\s*which (?:(?:would|will|could|can|has|have|had|(?:is|are) (?:expected )?to|(?:last|this) year|also|now|already|"
    rf"together|in total) )*[a-z]+(?: up| on| in| out)? {ABOUT}"
)
CUTS = re.compile(
    r"[^.;]{0,30}\b(?:cut|cuts|cutting|reduced?|reduces|raised?|raises|lower(?:ed|s)?|improved?|improves|lift(?:ed|s)?|"
    rf"boost(?:ed|s)?|shorten(?:ed|s)?) [\w -]{{3,50}} by {ABOUT}"
)
AND_CUTS = re.compile(rf"\s*(?:and )?(?:[a-z-]+ ){{1,5}}by {ABOUT}")
SHARE = re.compile(
    r"占|(?:新车)?(?:[产销]量|出口量?|数量|规模)已?(?:达到?|占|相当于)[^，。；\d]{2,12}的$|accounting for",
    re.IGNORECASE,
)
# Smart factories, whose output: not a maker of NEVs named Quorix, whose output.
WHOSE = re.compile(r"[a-z -]{0,30}, whose\b(?!.*, )")
PROGRAM = re.compile(r"\bpilot (?:projects|program(?:me)?s)\b")
# X企业中，东部有1773家; X的3000亿元资金中，1620亿元: parts of the named thing.
PARTED = re.compile(r"[”\"]?(?:的[\d.]+[万亿]+元)?[\u4e00-\u9fff]{0,4}中，")
FIELD = re.compile(r"领域|范畴")
# After 新能源汽车, 汽车出口 speaks of all cars.
BROADER = re.compile(
    r"(?:我国|全国)?(?:(?:汽车|整车)(?:企业|整车)?(?:产销|产量|销量|出口)|(?:战略性新兴|创新型|特色)产业集群|"
    r"工业机器人|服务机器人|机器人(?:相关)?(?:企业|产量))"
)
# X 测试区及40多个数据中心, X 企业及选树1000家标杆: another thing.
JOINED = re.compile(
    r"(?:[及和与]|以及)(?:选树|培育|打造|建设|新增|推广|推出|建成)?$|"
    r"\band (?:(?:another|over|about|nearly|some|more than) )?$"
)
# 数字化研发设计工具普及率达85%: a rate of the same field.
RATE = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:普及率|数控化率|渗透率|覆盖率|联网率|利用率)(?:已|将|要)?(?:达到|达|超过|超)?"
)
TASK = re.compile(
    r"[\s*]*(?:再|新|力争|争取|加快|支持|推动|着力)?"
    r"(?:培育|打造|建设(?!项目)|新增(?!项目)|推动|实施|形成|创建|推广|完成|引育|布局|新建|争创|认定)"
)
NOUN_AFTER = re.compile(
    r"(?!以上|左右|以内|[、和及与由]|来自|位于|资金|增速|同比|环比|的?(?:增长|增幅|增速|目标|规模))"
    r"的?[\u4e00-\u9fff“《A-Z]"
)
NOUN_AFTER_COUNT = re.compile(
    r"\s?(?!\s?(?:(?:were|are|was|is|had|have|will|in|by|as|at|of|for|and|"
    r"during|last|this|from|to|on)\b|(?:public|private|new|national|provincial|local)(?= and\b|[.,;]|$)|units|"
    r"vehicles|cars|pieces|sets|people|NEVs|EVs|respectively|each|apiece|nationwide)\b)[A-Za-z]",
    re.IGNORECASE,
)
# Words behind a name that still belong to it: 智能网联汽车|测试道路.
COMPOUND = 6
NAME_ENDS = re.compile(r"[等的占达超，,。；;：:、（(\n\d]")
# X 融合应用试点启动，南京等10个试点城市: those of X.
PILOT = re.compile(r"试点")
NEXT_NOUN = re.compile(r"\s[a-z]{4,}")
COUNTED_NOUN = re.compile(r"(?:[a-z]+[\s-]?){1,4}|[\u4e00-\u9fff]{2,8}")


# Nine firms will run X trials in seven cities, a pilot of X in seven cities: where it happens.
TRIED = r"\b(?:pilots?|trials?|tests?|program(?:me)?s?|projects?)"
TRIED_IN = re.compile(rf"[^.;,]{{0,40}}{TRIED} in (?:(?:about|over|some) )?")
IN = re.compile(r"(?:[a-z ]{2,24})? in (?:(?:about|over|some) )?")
TRIAL_OF = re.compile(rf"{TRIED} (?:for|of|on|with) (?:the )?$")
PLACES = re.compile(r"\s?(?:[a-z-]+ )?(?:cities|provinces|regions|counties|towns|districts|places)\b")
# Measures of a thing, whatever it is, and the words behind them.
MEASURE = re.compile(r"(?:产量|销量|产销|产值|出口|进口|装机|营收|收入|利润|销售|零售).*$")
# The trade-in policy lent a hand to spending: sales of fridges rose 30.7 percent.
EFFECT = re.compile(
    r"[^.;:]{0,30}\b(?:boost|lift|lent|spur|driv|drove|bolster|pays?|paid|help|stimulat|unleash|work|fuel|"
    r"t(?:akes|ook) effect|shows?|bears?|bore)[^.;:\d]{0,60}: "
)
# In the low-altitude economy, 12 firms opened: the field in which all is said.
SCOPE = re.compile(
    r"\W*(?:In|On|For|As for|Regarding|In terms of|Under|Thanks to|(?:Driven|Boosted|Fuell?ed|Spurred|Helped|Lifted) "
    r"by)(?: the)?(?: (?:field|area|sector) of(?: the)?)? \W?$"
)
COMMA = re.compile(r", ")


class Said(NamedTuple):
    """What was said of a name so far: whether it was counted, and the last quantity."""

    counted: bool
    last: Quantity


def continues(sentence: Sentence, name: Name, quantity: Quantity, so_far: Mapping[Name, Said]) -> bool:
    """Decide whether a quantity after a name is still said of it.

    It is where no clause or member of a list begins in between, where the new one has no subject (同比增长), where it
    reports what the thing does or has (带动销售), or where it takes up a word of the name. A quantity that counts a
    noun of its own is not, where the name has been counted or the clause begins with it. `so_far` holds the names that
    earlier quantities were said of. A share or a growth belongs to the words right before it, so it is the name's only
    if they are.
    """
    text = sentence.text
    between = [q for q in sentence.quantities if name.end <= q.start < quantity.start]
    start = _start(text, name, quantity, between)
    own = text[start : quantity.start]
    bare = bool(BARE.fullmatch(own))
    said = so_far.get(name)
    follows = said is not None and bool(between) and said.last == between[-1]
    if sums_up_clause(sentence, name.end, quantity):
        return follows if said and between else not between
    if (start > name.end or JOINED.search(own)) and is_of_another_kind(text, name, quantity, own):
        return False
    counted = said is not None and said.counted
    ones = quantity.unit == "count" and ONES.match(text, quantity.end)
    if not ones and _counts_on(text, quantity) and (counted or (bare and start > name.end)):
        told = bool(OF_IT.match(own) or WHICH_DOES.fullmatch(own)) or _is_where_tried(sentence, name, quantity)
        return told or (counted and _counts_alike(sentence, name, quantity))
    if start == name.end:
        return not (_counts_on(text, quantity) and JOINED.search(own))
    if bare or SHARE.match(own):
        return not between or follows
    return _tells_of(sentence, name, quantity, own, quantified=said is not None, follows=follows)


def _tells_of(sentence: Sentence, name: Name, quantity: Quantity, own: str, *, quantified: bool, follows: bool) -> bool:
    """Decide whether a clause with a subject of its own, `own` before its quantity, is about the name before it."""
    text = sentence.text
    if BROADER.match(own):
        return False
    parted = PARTED.fullmatch(text, name.end, quantity.start - len(own)) and not FIELD.search(own)
    cuts = follows and AND_CUTS.fullmatch(own) and CUTS.match(text, name.end, quantity.start)
    if (
        parted
        or cuts
        or WHOSE.match(text, name.end, quantity.start)
        or WHICH_DOES.fullmatch(own)
        or PROGRAM.search(own)
        or (follows and RATE.fullmatch(own))
    ):
        return True
    written = text[name.start : name.end]
    if quantity.unit == "count" and counts_its_kind(written, text, quantity.end):
        return True
    noun = COUNTED_NOUN.match(text, quantity.end) if quantity.unit == "count" and not quantified else None
    if noun and not written.isascii() and repeats_head(written, noun[0]):
        return True
    compound = NAME_ENDS.split(text[name.start : name.end if written.isascii() else name.end + COMPOUND])[0]
    if noun and PILOT.match(noun[0]) and takes_up(compound, noun[0]):
        return True
    # 集成电路产量增长20%: two things may have no more than their measure in common.
    thing = MEASURE.sub("", own)
    if thing and not OF_IT.match(own):
        compound, own = MEASURE.sub("", compound), thing
    return not TASK.match(own) and takes_up(compound, own)


def _is_where_tried(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether a quantity counts the places of a pilot of the named thing."""
    text = sentence.text
    trial = TRIAL_OF.search(text, sentence.start, name.start) and IN.fullmatch(text, name.end, quantity.start)
    tried = trial or TRIED_IN.fullmatch(text, name.end, quantity.start)
    return bool(tried and PLACES.match(text, quantity.end))


def _counts_alike(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether a quantity counts things that share a word with those counted before.

    60 X projects, 20 projects do.
    """
    text = sentence.text
    noun = COUNTED_NOUN.match(text, quantity.end)
    following = NEXT_NOUN.match(text, name.end)
    if not noun:
        return False
    same = following and noun[0].split()[:1] == following[0].split()
    return bool(same) or not shared_parts(text[name.start : name.end]).isdisjoint(shared_parts(noun[0]))


def takes_up(name: str, clause: str) -> bool:
    """Decide whether a clause without the name says what the thing does or has, or repeats a word of the name."""
    return bool(OF_IT.match(clause)) or not shared_parts(name).isdisjoint(shared_parts(clause))


def _start(text: str, name: Name, quantity: Quantity, between: Sequence[Quantity]) -> int:
    """Return where the clause, or the member of a list of quantities, begins that holds a quantity."""
    closed = [m.span() for put_in in (BRACKETS, SAID_BY) for m in put_in.finditer(text, name.end, quantity.start)]
    clauses = [
        m.end()
        for m in CLAUSE.finditer(text, name.end, quantity.start)
        if not any(a <= m.start() < b for a, b in closed)
    ]
    members = [m.end() for q in between if (m := ROW.match(text, q.end, quantity.start) or AND_DOES.match(text, q.end))]
    return max([*clauses, *members], default=name.end)


def _counts_on(text: str, quantity: Quantity) -> bool:
    """Decide whether a quantity counts the noun that follows it (80%的全国重点实验室), not the noun before it."""
    plain = quantity.unit == "count" and text[quantity.end : quantity.end + 1].isascii()
    return bool((NOUN_AFTER_COUNT if plain else NOUN_AFTER).match(text, quantity.end))


def covers(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether the words after a name, up to a quantity, say what it brought or what happened in its field."""
    text = sentence.text
    if EFFECT.match(text, name.end, quantity.start):
        return True
    begins = SCOPE.fullmatch(text, sentence.start, name.start)
    return bool(begins) and text.startswith(",", name.end) and not COMMA.search(text, name.end + 1, quantity.start)
