"""Define questions of rows on choices: whether a verb of choosing governs the name, and what a list is about."""

import re

from tracker.tag.acts.target_context import STRUCK, TargetContext

ENGLISH_ORGAN = (
    "department|committee|bureau|commission|working group|task force|alliance|office|leading group|steering group"
)
ORGAN = r"委员会|标委会|(?<!公)司|联盟|专班|工作组|推进组|领导小组|联合体|共同体|办公室"
SET_UP = re.compile(r"(?:决定|同意|批准|批复)(?:同意)?[^，。；]{0,40}?(?:成立|组建|设立|支持|建设|升级|升格)")
RUNNING = re.compile(r"截至|累计|迄今|[年月]来|以来")
# 已批复建设33家: all of them so far.
ALL_OF_THEM = re.compile(r"已(?:批复|批准|认定)(?:组建|建设|创建)?\d")
# In the initiative's own clause: 武汉入选首批……试点城市, 创建首家……工厂, 确定41个……项目.
CHOSEN = re.compile(
    rf"获批{STRUCK}[^，。；]{{0,8}}(?:试点|示范区|先导区|试验区)|"
    rf"新(?:成立|设立|组建)\d+[家个座]{STRUCK}|"
    rf"公布\d+个[“\"]?{STRUCK}[^，。；]{{0,16}}清单|"
    r"(?:推出|发布|公布|遴选出?)了?(?:首批|第.批)[^，。；]{0,16}(?:典型案例|优秀案例|名单)|"
    r"已(?:遴选|评选|认定)出?了?(?:首批|第.批)\d+[家个座]|"
    r"(?:入选|获批|获评|跻身)[^，。]{0,12}(?:首批|国家|全国|第.批)|成为(?!全球|世界)[^，。]{0,12}(?:首批|第.批|首个|"
    r"首家)|创建(?:成为)?(?:全国)?首[家个批]|[列纳]入[^，。]{0,6}(?:首批|第.批|名单)|"
    rf"确定了?(?:首批|第.批)?\d+[个家座][^，。]{{0,6}}{STRUCK}[^，。]{{0,6}}(?:试点|城市|项目|企业|园区|基地|案例)|"
    rf"确定了?[^，。；]{{2,40}}等\d+[个家座][^，。；\d]{{0,16}}{STRUCK}[^，。]{{0,12}}(?:试点|城市|园区|基地)|"
    rf"确定了?[^，。]{{0,40}}\d+[个家座][^，。]{{0,8}}(?:进入|开展){STRUCK}[^，。]{{0,10}}(?:试点|试验|示范)"
)
# 已通过审核，将成为第四批 X.
PASSED = re.compile(r"通过[^。]{0,30}(?:审核|评审|认定|验收)")
# 公布首批 L3 级车型准入许可.
PERMIT = re.compile(r"许可|\b(?:permits?|approv\w+|granted)\b", re.IGNORECASE)
GRANTED = re.compile(
    r"(?:公布|发放|颁发|获得?)了?[^，。；]{0,4}首批[^，。；]{0,4}$|\b(?:granted|grants|approved)\b|"
    r"\b(?:announced?|issued?|unveil(?:ed|s)) (?:[\w'-]+ ){0,3}first (?:[\w-]+ ){0,4}$"
)
# 首批 X 车型获得准入许可.
FIRST_GRANTED = re.compile(r"首批[^，。；]*$"), re.compile(r"[^，。；]{0,30}(?:获得?|取得|拿到)[^，。；]{0,8}许可")
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
NOT_NEW = re.compile(
    r"显示|累计|截至|已有|支撑|服务|面向|赋能|围绕|[。；;]|, (?:and|while|with|as) (?:the|its|it|they|an?|more|there)\b"
)
SO_FAR = re.compile(r"\b(?:so far|since|a total of|already|to date|as of|by the end of)\b", re.IGNORECASE)
# More than 103,000 firms have been recognized: a round sum is a stock.
STOCK = re.compile(
    r"\b(?:more than|over|nearly|almost|around|about) \d{1,3},?000(?: [\w-]+){1,7} have been ", re.IGNORECASE
)
# 新增装机量 reports growth, not a choice.
GROWN = re.compile(r"新增(?:相关企业|未来产业企业|(?:公共|随车)?充电|装机|投运|产能|用户|注册|就业)")
# 新培育100家 among plans is a plan.
NEWLY = re.compile(r"新(?:培育|认定|增|遴选|创建)[^，。；今年]*\d*[^，。；]*$")
CHOSEN_AS = re.compile(
    r"\b(?:(?:approv|identif|select|nam|list|pick|designat|recogni[sz]|certif|appoint)(?:ied|ed)|singled out)\b"
    r"[^;]{0,260}(?<!such )\bas\b[^.;]{0,140}$"
)
# Among the 20 cities selected for X.
SELECTED = re.compile(
    r"\b(?:selected|chosen|shortlisted|picked)\s+(?:for|as|to|into|among)\b"
    r"(?:(?!, (?:and|while|with|as) (?:the|its|it|they|an?|more)\b)[^.;]){0,110}$"
)
# Has decided to set up a committee: a decision, and not a plan.
DECIDED = re.compile(
    r"\b(?:decided|agreed) to (?=(?:\w+ly )?(?:upgrade|elevate|establish|set up|found|form|create|approve|"
    r"recogni[sz]e|designate)\b)"
)
# Shanghai has been named a national X; nine firms have been approved to test X.
BEEN_CHOSEN = re.compile(
    r"\b(?:(?:has|have) been|was|were) (?:\w+ly |on \w+day |also )?(?:"
    r"(?:named|designated|recogni[sz]ed|certified|crowned|accredited|honou?red|(?:singled out|selected|chosen|"
    r"picked)(?= as))(?: as)? (?:an? |the )?(?:[\w\"'“”-]+ ){0,2}[\"'“]?$|"
    r"(?:approved|licensed|cleared|selected|chosen|picked|allowed|permitted|authori[sz]ed) (?:to|for)\b"
    r"(?:(?!, (?:and|while|with|as) (?:the|its|it|they|an?|more)\b)[^.;]){0,90}$|added to the [^.;]{0,40}$)"
)
# Was named a little giant in 2021: describes a firm.
IN_A_YEAR = re.compile(r"[^.;]*\bin (?:19|20)\d\d\b")
ONE = re.compile(r"\ba(?: national| [\"'“]?[\w-]+[\"'”])?\s*$")
# A total of 42 plants have been put on the list: as many as it holds now.
PUT_ON_IT = re.compile(
    r"\b(?:been|were|was) (?:\w+ly )?(?:included|placed|put|listed|entered|added|selected|shortlisted|chosen|picked) |"
    r"\b(?:made|make|entered|joined) (?:it (?:on)?to )?the\b"
)
HOW_MANY = re.compile(r"\ba total of\b", re.IGNORECASE)
NEW = re.compile(
    r"\d|\b(?:first|second|third|fourth|fifth|new|another|additional|batch|group|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens?)\b",
    re.IGNORECASE,
)
# As a pilot city for X.
AS_PILOT = re.compile(
    r"\bas (?:an?|one of the) "
    r"(?:(?:\w+ )?(?:pilot|demonstration|model|trial)\b|(?:new )?(?:national|state|provincial)\b)"
)
# Thirteen new zones were approved: the English passive stands behind the name.
PASSIVE = re.compile(r"[^.;]{0,40}\b(?:were|was|been)\s+")
MORE = re.compile(r"\b(?:new|more|first|another|batch)\b|^\W*an? (?:[\w-]+ ){0,2}$", re.IGNORECASE)
FOUNDED = re.compile(r"(?:formally |officially )?(?:established|founded|set up|inaugurated)\b")
NAMED_AS = re.compile(r"\b(?:(?:were|was)(?: \w+ly)?|been newly) $")
# The third batch of X was announced, the list of X was released, and not in 2024.
LIST_OF = re.compile(r"\b(?:(?:list|batch|cohort|group|round) of|[Ff]irst \d+)\b[^.;]*$")
NEARBY = 90
FARTHEST = 40
NEAR = 10
LIST_OUT = 8


def sets_up_an_entity(said: TargetContext) -> re.Match[str] | None:
    """An entity is set up: 批准设立 X 中心; not as one of a running total."""
    set_up = SET_UP.search(said.plain, 0, said.hit.start)
    if (
        set_up is None
        or RUNNING.search(said.plain, 0, set_up.start())
        or ALL_OF_THEM.search(said.plain, 0, said.hit.start)
    ):
        return None
    return set_up if said.patterns.entity.search(said.plain, set_up.end()) else None


def is_granted(said: TargetContext) -> re.Match[str] | None:
    """A permit is granted: 公布首批 X 许可, granted approval of X."""
    named = said.plain[said.hit.start : said.hit.end + len("许可")]
    first = FIRST_GRANTED[0].search(said.before)
    if first and FIRST_GRANTED[1].match(said.plain, said.hit.start):
        return first
    if not PERMIT.search(named) or said.patterns.will.search(said.lead + said.before):
        return None
    return GRANTED.search(named) or GRANTED.search(said.before)


def tells_no_news(said: TargetContext) -> bool:
    """The text reports no news: a paper only plans."""
    return not said.tells_news


def is_of_another_month(said: TargetContext) -> bool:
    """A month before the name is long past."""
    return said.dated_to_a_month_back


def is_among_plans(said: TargetContext) -> bool:
    """It is one of several plans: 新培育100家."""
    return said.mood == "plan" and said.kind == "news" and bool(NEWLY.search(said.before))


def is_planned(said: TargetContext) -> re.Match[str] | None:
    """A word before the name states that it will be done."""
    return said.patterns.will.search(said.lead + said.plain[: said.hit.start])


def is_to_come(said: TargetContext) -> bool:
    """It is planned, and has not passed a review yet."""
    planned = said.patterns.will.search(said.lead + said.before)
    return bool(planned and not PASSED.search(said.plain, 0, said.hit.start))


def is_recalled_in_its_clause(said: TargetContext) -> re.Match[str] | None:
    """The clause before the name recalls something earlier."""
    return said.patterns.recall.search(said.before)


def names_an_entity(said: TargetContext) -> re.Match[str] | None:
    """The name is that of an entity, or is followed by one: X 城市."""
    return said.patterns.entity.search(said.plain, said.hit.start, said.hit.end + NEAR)


def is_a_centre(said: TargetContext) -> bool:
    """The name, or what follows it, is that of a centre."""
    return "中心" in said.plain[said.hit.start :]


def is_near_an_entity(said: TargetContext) -> re.Match[str] | None:
    """An entity is named near the name."""
    nearby = said.hit.start if said.language == "zh" else max(0, said.hit.start - NEARBY)
    return said.patterns.entity.search(said.plain[nearby : said.hit.end + FARTHEST])


def is_of_a_list(said: TargetContext) -> re.Match[str] | None:
    """A list follows the name in its clause: X 名单."""
    return said.patterns.listed.search(said.after)


def is_list_out(said: TargetContext) -> re.Match[str] | None:
    """A list is published: 印发《X 名单》, X 名单公布."""
    p = said.patterns
    if said.title and p.listed.search(said.text[slice(*said.title)]):
        return p.issue.search(said.plain)
    listed = p.listed.search(said.after)
    return p.issue.search(said.after, listed.end(), listed.end() + LIST_OUT) if listed else None


def is_in_words_of_a_choice(said: TargetContext) -> re.Match[str] | None:
    """The clause states that the name was selected: 入选首批 X 城市, 确定41个 X 项目."""
    return CHOSEN.search(said.before + STRUCK + said.after)


def is_chosen_by_number(said: TargetContext) -> re.Match[str] | None:
    """A verb of selection with a number governs the name: 认定30家企业为 X."""
    verbs = (verb for verb in said.patterns.designate.finditer(said.plain) if not GROWN.match(said.plain, verb.start()))
    return next((verb for verb in verbs if _governs(said, verb) and COUNTED.search(said.plain, verb.end())), None)


def is_published_as_a_list(said: TargetContext) -> re.Match[str] | None:
    """A verb of publishing with a batch or a list governs the name: 公布第三批 X 企业."""
    verbs = said.patterns.issue.finditer(said.plain)
    return next((verb for verb in verbs if _governs(said, verb) and _has_list(said, verb)), None)


def is_a_sum_so_far(said: TargetContext) -> re.Match[str] | None:
    """It is a sum so far, or a total of so many, which only a passive says of what is new."""
    before = said.plain[: said.hit.start]
    return STOCK.search(before) or SO_FAR.search(
        HOW_MANY.sub("", before) if BEEN_CHOSEN.search(before) or PUT_ON_IT.search(before) else before
    )


def is_planned_earlier(said: TargetContext) -> re.Match[str] | None:
    """A word before the name in its sentence says that it will be done."""
    return said.patterns.will.search(DECIDED.sub("", said.plain[: said.hit.start]))


def is_recalled_earlier(said: TargetContext) -> re.Match[str] | None:
    """Something before the name calls it to mind."""
    return said.patterns.recall.search(said.plain[: said.hit.start])


def has_been_chosen(said: TargetContext) -> re.Match[str] | None:
    """A city has been named a national X, or so many firms have been approved to test X."""
    before = said.plain[: said.hit.start]
    been = BEEN_CHOSEN.search(before)
    return been if been and (NEW.search(before) or ONE.search(been[0])) else None


def is_selected_among_new(said: TargetContext) -> re.Match[str] | None:
    """A number or a new group was selected for it: among the 20 cities selected for X."""
    before = said.plain[: said.hit.start]
    selected = SELECTED.search(before)
    return selected if selected and NEW.search(before, max(0, selected.start() - 40)) else None


def is_chosen_as(said: TargetContext) -> re.Match[str] | None:
    """New ones were chosen as such: identified ten cities as pilots of X."""
    before = said.plain[: said.hit.start]
    chosen = CHOSEN_AS.search(before)
    new = chosen and (NEW.search(before, chosen.start()) or AS_PILOT.search(before, chosen.start()))
    return chosen if new else None


def is_newly_named(said: TargetContext) -> re.Match[str] | None:
    """They were newly listed or named so: 30 enterprises were newly listed as X."""
    named = said.patterns.designate.finditer(said.asserted, 0, said.hit.start)
    return next((verb for verb in named if NAMED_AS.search(said.asserted, 0, verb.start())), None)


def is_a_list_that_was_issued(said: TargetContext) -> re.Match[str] | None:
    """A batch or a list was announced, and not in an earlier year: the third batch of X was announced."""
    passive = PASSIVE.match(said.plain, said.hit.end)
    if passive is None or IN_A_YEAR.match(said.plain, passive.end()):
        return None
    return LIST_OF.search(said.plain, 0, said.hit.start) and said.patterns.issue.match(said.plain, passive.end())


def is_approved_as_new(said: TargetContext) -> re.Match[str] | None:
    """New ones were approved or founded: two new X were approved."""
    passive = PASSIVE.match(said.plain, said.hit.end)
    # New industrialization and new materials are no new entities by their names.
    if passive is None or not MORE.search(said.plain[: said.hit.start]):
        return None
    end = passive.end()
    return said.patterns.designate.match(said.plain, end) or FOUNDED.match(said.plain, end)


def _governs(said: TargetContext, verb: re.Match[str]) -> bool:
    between = said.plain[verb.end() : said.hit.start]
    new = verb[0].startswith("新") or bool(
        FIRST.match(said.plain, verb.end()) or said.patterns.listed.match(said.after)
    )
    clause = max(said.plain.rfind(stop, 0, verb.start()) for stop in "，,；;") + 1 if new else 0
    so_far = RUNNING.search(said.plain, clause, verb.start()) or SO_FAR.search(between) or STOCK.search(said.plain)
    return verb.end() <= said.hit.start and not so_far and not NOT_NEW.search(between)


def _has_list(said: TargetContext, verb: re.Match[str]) -> bool:
    object_ = said.plain[verb.end() : said.clause.end]
    return bool(BATCH.search(object_) or said.patterns.listed.search(object_))
