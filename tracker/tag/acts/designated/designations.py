"""Decide whether a sentence reports that entities under the initiative were newly recognised or set up."""

import re

from tracker.tag.acts.designated.entities import IN_A_YEAR, SO_FAR, is_made, is_made_in_english
from tracker.tag.acts.results import is_target
from tracker.tag.acts.target_context import STRUCK, TargetContext

SET_UP = re.compile(r"(?:决定|同意|批准|批复)(?:同意)?[^，。；]{0,20}?(?:成立|组建|设立|支持|建设|升级|升格)")
# 同意……等39个产业集聚区为国家 X, 决定将……等56个项目列为 X.
AS_ONE = re.compile(
    r"(?:同意|认定|确定|命名|批准|(?P<settled>决定将))[^，。；]{0,60}\d+[家个][^，。；]{0,20}[为成](?:国家级?|省级|"
    r"首批|第.批)?$"
)
MADE_KNOWN = re.compile(r"，现[^，。；]{0,6}公布")
# In the initiative's own clause: 武汉入选首批……试点城市, 创建首家……工厂, 确定41个……项目.
CHOSEN = re.compile(
    rf"获批{STRUCK}[^，。；]{{0,8}}(?:试点|示范区|先导区|试验区)|"
    rf"新(?:成立|设立|组建)\d+[家个座]{STRUCK}|"
    rf"公布\d+个[“\"]?{STRUCK}[^，。；]{{0,16}}清单|"
    r"(?:推出|发布|公布|遴选出?)了?(?:首批|第.批)[^，。；]{0,16}(?:典型案例|优秀案例|名单)|"
    r"已(?:遴选|评选|认定)出?了?(?:首批|第.批)\d+[家个座]|"
    r"(?:入选|获批|获评|跻身)[^，。]{0,12}(?:首批|国家|全国|第.批)|成为(?!全球|世界)[^，。]{0,12}(?:首批|第.批|首个|"
    r"首家)"
    r"|创建(?:成为)?(?:全国)?首[家个批]|[列纳]入[^，。]{0,6}(?:首批|第.批|名单)|"
    rf"确定了?(?:首批|第.批)?\d+[个家座][^，。]{{0,6}}{STRUCK}[^，。]{{0,6}}(?:试点|城市|项目|企业|园区|基地|案例)|"
    rf"确定了?[^，。；]{{2,40}}等\d+[个家座][^，。；\d]{{0,6}}{STRUCK}[^，。]{{0,6}}(?:试点|城市|园区|基地)|"
    rf"确定了?[^，。]{{0,40}}\d+[个家座][^，。]{{0,8}}(?:进入|开展){STRUCK}[^，。]{{0,10}}(?:试点|试验|示范)"
)
# 累计培育X家，其中今年新培育第四批4328家.
OF_THEM_NEW = re.compile(r"[^，。]{0,10}，其中[^，。]{0,6}新(?:培育|认定|增|遴选)[^，。]{0,8}\d")
# 已通过审核，将成为第四批 X.
PASSED = re.compile(r"通过[^。]{0,30}(?:审核|评审|认定|验收)")
# 公布首批 L3 级车型准入许可.
PERMIT = re.compile(r"许可|\b(?:permits?|approv\w+|granted)\b", re.IGNORECASE)
GRANTED = re.compile(r"(?:公布|发放|颁发|获得?)了?[^，。；]{0,4}首批[^，。；]{0,4}$|\b(?:granted|grants|approved)\b")
# 首批 X 车型获得准入许可.
FIRST_GRANTED = re.compile(r"首批[^，。；]*$"), re.compile(r"[^，。；]{0,30}(?:获得?|取得|拿到)[^，。；]{0,8}许可")
WON = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)[家个座项户][^，。]*$")
HAS_WON = re.compile(r"[^，。]{0,12}(?:胜出|获批|上榜|通过认定|通过验收)")
# 在 X 名单中，658家企业入榜.
AMONG_THEM = re.compile(r"[^，。；]{0,8}名单中，\d+家[^，。；]{0,8}(?:入榜|上榜|入选)")
# 12家企业通过 X 认定.
TESTED = re.compile(r"通过(?:省级|市级|国家级?|了)*$"), re.compile(r"[^，。]{0,6}(?:认定|验收|评审)")
BATCH = re.compile(
    r"首批|新一批|第.{1,3}批|\bbatch\b|\bfirst\b|"
    r"\bnew (?:[\w-]+ ){0,4}(?:zone|cent(?:er|re)|cluster|factor|park|base|cit|hub|platform)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\d|[一二两三四五六七八九十]+(?:家|个|座|批|项|户)|首批|新一批|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\b|\bfirst (?:batch|group|list|cohort)\b"
)
FIRST = re.compile(r"(?:首批|第[一二三四五六七八九十]+批)")
RUNNING = re.compile(r"截至|累计|迄今|[年月]来|以来")
# “十四五”期间，……获评绿色工厂: a sum of five years.
PERIOD = re.compile(r"五[”\"]?(?:期间|时期)，")
NOT_NEW = re.compile(r"显示|累计|截至|已有|支撑|服务|面向|赋能|围绕|[。；;]")
# Thirteen new zones were approved: the passive of English stands behind the name.
PASSIVE = re.compile(r"[^.;]{0,40}\b(?:were|was|been)\s+")
MORE = re.compile(r"\b(?:new|more|first|another|batch)\b", re.IGNORECASE)
FOUNDED = re.compile(r"(?:formally |officially )?(?:established|founded|set up|inaugurated)\b")
NAMED_AS = re.compile(r"\b(?:(?:were|was)(?: \w+ly)?|been newly) $")
# The third batch of X was announced, the list of X was released, and not in 2024.
LIST_OF = re.compile(r"\b(?:(?:list|batch|cohort|group|round) of|[Ff]irst \d+)\b[^.;]*$")
NEARBY = 90
FARTHEST = 40
# 52个园区入选，涉及 X 等产业: the fields of what was chosen.
INVOLVES = re.compile(r"(?:涉及|覆盖|涵盖)[^，。；]*$")
AMONG = re.compile(r"[^，。；]{0,24}等[^，。；]{0,10}(?:产业|领域|行业|方向)")
LIST_OUT = 8
# 入选智能工厂67家，居全国第一: how many there are by now.
RANKED = re.compile(r"[^。；]{0,60}?(?:均居|位居|稳居|居全国|列全国|数量全国)")
IN_ALL = re.compile(r"[^，。；]{0,8}\d+家，占全国|[^。；]{0,30}总数[^，。；]{0,4}(?:均居|位居|稳居|居全国|列全国)")
# 公布名单，江苏新入选67家，居全国第一: the boast of a fresh list.
FRESH = re.compile(r"新(?:增|入选|认定|获批|培育)|(?:公布|发布)[^。；]{0,30}名单")
OUT = re.compile(r"[^。；]{0,20}名单[^。；，]{0,6}(?:出炉|揭晓|公布)")
# 新增装机量 is grown, not chosen.
GROWN = re.compile(r"新增(?:相关企业|未来产业企业|(?:公共|随车)?充电|装机|投运|产能|用户|注册|就业)")
# 新培育100家 among plans is a plan.
NEWLY = re.compile(r"新(?:培育|认定|增|遴选|创建)[^，。；今年]*\d*[^，。；]*$")


def designates(said: TargetContext) -> bool:
    """True where the choice is new; a target, a plan or a running total is none."""
    if (decided := _decided(said)) is not None:
        return decided
    p, plain = said.patterns, said.plain
    if not said.tells_news or _is_beside(said) or _is_wanted(said) or said.dated_to_a_month_back:
        return False
    if (is_made if said.language == "zh" else is_made_in_english)(said):
        return True
    if _lists(said):
        return not p.recall.search(said.before)
    if _wins(said):
        return bool(PASSED.search(plain, 0, said.hit.start)) or not p.will.search(said.lead + said.before)
    return _chooses(said)


def _decided(said: TargetContext) -> bool | None:
    """批准设立 X; 同意……为 X，现予以公布; granted a permit: what a decision settles; None where there is none."""
    p, plain = said.patterns, said.plain
    if set_up := SET_UP.search(plain, 0, said.hit.start):
        return bool(p.entity.search(plain, set_up.end())) and not RUNNING.search(plain, 0, set_up.start())
    as_one = AS_ONE.search(said.before)
    settled = as_one and (as_one["settled"] or MADE_KNOWN.search(plain, said.hit.end))
    return True if settled or _is_granted(said) else None


def _is_granted(said: TargetContext) -> bool:
    """公布首批 X 许可, granted approval of X: a permit is a choice."""
    named = said.plain[said.hit.start : said.hit.end + len("许可")]
    if FIRST_GRANTED[0].search(said.before) and FIRST_GRANTED[1].match(said.plain, said.hit.start):
        return True
    given = PERMIT.search(named) and not said.patterns.will.search(said.lead + said.before)
    return bool(given and (GRANTED.search(named) or GRANTED.search(said.before)))


def _is_beside(said: TargetContext) -> bool:
    """The fields of what was chosen, or how many there are by now: 入选67家，居全国第一."""
    if PERIOD.search(said.plain, 0, said.hit.start):
        return True
    before = said.plain[: said.hit.start]
    ranked = RANKED.match(said.plain, said.hit.end) and not (
        FIRST.search(said.before) or FRESH.search(before) or OUT.match(said.plain, said.hit.end)
    )
    return bool(
        ranked or IN_ALL.match(said.plain, said.hit.end) or (INVOLVES.search(said.before) and AMONG.match(said.after))
    )


def _is_wanted(said: TargetContext) -> bool:
    """Whether a choice is asked for, a target, or one of the plans round it: 新培育100家."""
    among_plans = said.mood == "plan" and said.kind == "news" and NEWLY.search(said.before)
    return bool(said.is_asked or is_target(said) or among_plans)


def _chooses(said: TargetContext) -> bool:
    """Whether an entity is chosen near the name: 认定30家企业为 X, two new X were approved."""
    p, plain = said.patterns, said.plain
    nearby = said.hit.start if said.language == "zh" else max(0, said.hit.start - NEARBY)
    if not p.entity.search(plain[nearby : said.hit.end + FARTHEST]):
        return False
    return _is_chosen(said) or _was_chosen(said)


def _wins(said: TargetContext) -> bool:
    """成都入选首批 X 城市, 20个 X 胜出."""
    if AS_ONE.search(said.before):
        return True
    tested = TESTED[0].search(said.before) and TESTED[1].match(said.after)
    won = WON.search(said.before) and (tested or HAS_WON.match(said.after))
    following = said.plain[said.hit.end : said.hit.end + LIST_OUT * 5]
    of_them = OF_THEM_NEW.match(following)
    new = of_them and not GROWN.search(of_them[0])
    won = won or AMONG_THEM.match(said.plain, said.hit.end)
    return bool(won or CHOSEN.search(said.before + STRUCK + said.after) or new)


def _lists(said: TargetContext) -> bool:
    """印发《X 名单》, X 名单公布."""
    p = said.patterns
    if said.title and p.listed.search(said.text[slice(*said.title)]):
        return bool(p.issue.search(said.plain))
    listed = p.listed.search(said.after)
    return bool(listed and p.issue.search(said.after, listed.end(), listed.end() + LIST_OUT))


def _is_chosen(said: TargetContext) -> bool:
    """Whether a word of choosing with a number, or one of publishing with a list, governs the initiative."""
    p, plain, start = said.patterns, said.plain, said.hit.start
    if p.will.search(said.lead + plain[:start]):
        return False
    verbs = (verb for verb in p.designate.finditer(plain) if not GROWN.match(plain, verb.start()))
    chosen = any(_governs(said, verb) and COUNTED.search(plain, verb.end()) for verb in verbs)
    return chosen or any(_governs(said, verb) and _has_list(said, verb) for verb in p.issue.finditer(plain))


def _governs(said: TargetContext, verb: re.Match[str]) -> bool:
    between = said.plain[verb.end() : said.hit.start]
    new = verb[0].startswith("新") or bool(
        FIRST.match(said.plain, verb.end()) or said.patterns.listed.match(said.after)
    )
    clause = max(said.plain.rfind(stop, 0, verb.start()) for stop in "，,；;") + 1 if new else 0
    so_far = RUNNING.search(said.plain, clause, verb.start()) or SO_FAR.search(between)
    return verb.end() <= said.hit.start and not so_far and not NOT_NEW.search(between)


def _has_list(said: TargetContext, verb: re.Match[str]) -> bool:
    object_ = said.plain[verb.end() : said.clause.end]
    return bool(BATCH.search(object_) or said.patterns.listed.search(object_))


def _was_chosen(said: TargetContext) -> bool:
    """Two new X were approved; 30 enterprises were newly listed as X."""
    named = said.patterns.designate.finditer(said.plain, 0, said.hit.start)
    if any(NAMED_AS.search(said.plain, 0, verb.start()) for verb in named):
        return True
    passive = PASSIVE.match(said.plain, said.hit.end)
    if (
        passive
        and not IN_A_YEAR.match(said.plain, passive.end())
        and LIST_OF.search(said.plain, 0, said.hit.start)
        and said.patterns.issue.match(said.plain, passive.end())
    ):
        return True
    if said.language != "en" or not passive or not MORE.search(said.plain, 0, said.hit.end):
        return False
    return bool(said.patterns.designate.match(said.plain, passive.end()) or FOUNDED.match(said.plain, passive.end()))
