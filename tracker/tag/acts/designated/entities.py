"""Decide whether a sentence makes what it names one of the initiative's entities."""

import re

from tracker.tag.acts.target_context import TargetContext

# 确定20个城市为 X 城市.
NAMED = re.compile(r"(?:确定|认定|批准|(?<!系)列|评|授予|命名|增补)了?[^。；]{0,60}(?<!，)(?:为|作为)[^，。；]{0,20}$")
COUNTED = re.compile(r"\d|[一二三四五六七八九十两]+[家个座批项]|首批|新一批|等")
# 被列入 X 名单.
ENTERED = re.compile(r"(?:列入|纳入|入选|跻身)[^，。；]{0,12}$")
# 14家升级为 X.
RAISED = re.compile(
    r"(?:\d[^，。；]*升级[为成]|(?:升格|晋升|晋级)[为成]?)[^，。；、]{0,8}$|(?:再添|上榜)[^，。；]{0,8}$"
)
# 印发通知，支持创建甲、乙、丙 X 区.
BACKED = re.compile(
    r"(?:印发|发布|公布|批复|复函|致函|发函|宣布)[^。；，]{0,30}，?[^。；，]{0,6}(?:支持|同意)[^，。；]{0,30}"
    r"(?:创建|建设|组建|设立|成立)"
)
# 成立 X 标准化技术委员会; X 联盟成立.
FOUNDED = re.compile(r"(?:成立|设立|组建|新设)了?[^，。；]{0,24}$")
ORGAN = r"委员会|标委会|(?<!公)司|联盟|专班|工作组|推进组|领导小组|联合体|共同体|办公室"
ENGLISH_ORGAN = "department|committee|bureau|commission|working group|task force|alliance|office"
NEW_ORGAN = re.compile(rf"[^，。；]{{0,14}}(?:{ORGAN})(?!第)|[^,.;]{{0,14}}\b(?:{ENGLISH_ORGAN})\b")
ORGAN_FOUNDED = re.compile(rf"[^，。；]{{0,14}}(?:{ORGAN})[^，。；]{{0,12}}?(?:成立|揭牌|组建)")
RUNNING = re.compile(r"截至|累计|迄今|[年月]来|以来|已有")
NEAR = 10
# 我国首个 X——国家动力电池创新中心6月30日正式成立.
FIRST = re.compile(r"(?:首[个家]|第[一二三四五六七八九十]+[个家]|又一)[^，。；]{0,30}$")
# 国家制造业创新中心近日在广东成立.
CENTER_FOUNDED = re.compile(
    r"(?:[^，。；]{0,14}中心)?(?:近日|日前|今[天日]|(?:\d+月)?\d+日|正式|在[^，。；]{2,8}?){0,4}(?:成立|揭牌|挂牌)"
    r"(?=[，。；]|$)"
)
IS_FOUNDED = re.compile(r"[^，。；]{0,40}(?:成立|揭牌|挂牌|落户)[，。；]?")


# Approved the upgrade of X; identified A, B and C as the second batch of X; were promoted to national level.
APPROVED = re.compile(
    r"\bapprov(?:ed|es|ing|al of)\b[^.;]{0,40}"
    r"\b(?:upgrad\w+|establishment|creation|setting up|founding|construction of|new)\b[^.;]{0,120}$|"
    r"\b(?:won|gained|got|gave|given|granted|received|obtained) (?:\w+ )?"
    r"(?:approval|recognition|green light)\b[^.;]{0,160}$|"
    r"\b(?:granted|awarded|given)\b[^.;]{0,60}? the (?:status|title) of\b[^.;]{0,60}$|"
    r"\b(?:(?:were|was|been) (?:\w+ly )?(?:included|placed) (?:in|on)|made(?: it)?(?: on(?:to)?| into)?) the "
    r"(?:\w+ )?(?:list|batch)\b[^.;]{0,100}$"
)
APPROVED_ONE = re.compile(r"\bapproved (?:an?|another)(?: \w+){0,3} ?$")
CHOSEN_AS = re.compile(
    r"\b(?:approv|identif|select|nam|list|pick|designat|recogni[sz]|certif|appoint)(?:ied|ed)\b"
    r"[^;]{0,260}(?<!such )\bas\b[^.;]{0,140}$"
)
# Among the 20 cities selected for X.
SELECTED = re.compile(r"\b(?:selected|chosen|shortlisted|picked)\s+(?:for|as|to)\b[^.;]{0,110}$")
# Shanghai has been named a national X; nine firms have been approved to test X.
BEEN_CHOSEN = re.compile(
    r"\b(?:(?:has|have) been|was|were) (?:\w+ly )?(?:"
    r"(?:named|designated|recogni[sz]ed|certified)(?: as)? (?:an? )?(?:[\w-]+ ){0,2}$|"
    r"(?:approved|licensed|cleared|selected|chosen|picked) (?:to|for)\b[^.;]{0,90}$|added to the [^.;]{0,40}$)"
)
# Was named a little giant in 2021: told of a firm; selected for a final.
IN_A_YEAR = re.compile(r"[^.;]*\bin (?:19|20)\d\d\b")
CONTEST = re.compile(r"[^.;]{0,40}\b(?:contest|competition|final)\b")
ONE = re.compile(r"\ba(?: national)?\s*$")
HOW_MANY = re.compile(r"\ba total of\b", re.IGNORECASE)
# The launch of a second cohort of X.
COHORT = re.compile(
    r"\b(?:launch|announc|releas|publish|unveil)\w*\b[^.;]{0,40}"
    r"\b(?:first|second|third|fourth|fifth|new|latest) (?:batch|cohort|group) of[^.;]{0,80}$"
)
# Ningbo became the first pilot city to implement X.
BECAME = re.compile(
    r"\bbec(?:ame|omes?) (?:one of )?the (?:first|second|third|new)\b[^.;]{0,60}"
    r"\b(?:pilot|demonstration|national)\b[^.;]{0,60}$"
)
# Set up a department for X; the X committee was established.
FOUNDS = re.compile(
    r"(?:\b(?:establishment|founding|creation|formation|inauguration) of|"
    r"\b(?:establish|set(?:s|ting)? up|creat|found|form|inaugurat|launch)(?:ed|es)?\b)[^.;]{0,36}"
    rf"\b(?:{ENGLISH_ORGAN})\b[^.;]{{0,90}}$"
)
# Sets up an X department.
FOUNDS_ONE = re.compile(
    r"\b(?:established?|establishes|sets? up|founded|formed|forms|inaugurate[sd]) (?:an?|its|the) (?:[\w-]+ ){0,3}$"
)
WAS_FOUNDED = re.compile(
    rf"[^,.;]{{0,14}}\b(?:{ENGLISH_ORGAN})\b[^.;,]{{0,20}} (?:was|were|has been|have been) (?:\w+ly )?"
    r"(?:inaugurated|established|founded|set up|launched|formed|created)\b"
)
NATIONAL = re.compile(r"\b(?:promoted|upgraded|elevated|raised)\s+(?:in)?to\s+(?:the\s+|a\s+)?(?:national|state)")
NOTICED = re.compile(
    r"\bnotice\b[^.;]{0,30}\b(?:support(?:ing)?|identify(?:ing)?|recogni[sz]ing|designating|approving|announcing)\b"
    r"[^.;]{0,140}$"
)
NEW = re.compile(
    r"\d|\b(?:first|second|third|fourth|fifth|new|another|additional|batch|group|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
# As a pilot city for X.
AS_PILOT = re.compile(r"\bas (?:an?|one of the) (?:\w+ )?(?:pilot|demonstration|model|trial)\b")
SO_FAR = re.compile(r"\b(?:so far|since|a total of|already|to date|as of|by the end of)\b", re.IGNORECASE)


def is_made_in_english(said: TargetContext) -> bool:
    """True for: approved the upgrade of X, identified ten cities as pilots of X, X were promoted to national level."""
    p, before = said.patterns, said.plain[: said.hit.start]
    been = BEEN_CHOSEN.search(before)
    sum_up = SO_FAR.search(HOW_MANY.sub("", before) if been else before)
    if sum_up or p.will.search(before) or p.recall.search(before):
        return False
    beside = any(other.match(said.plain, said.hit.end) for other in (IN_A_YEAR, CONTEST))
    if been and not beside and (NEW.search(before) or ONE.search(been[0])):
        return True
    if APPROVED.search(before) or _is_approved(said) or NATIONAL.search(said.plain) or _was_founded(said):
        return True
    selected = SELECTED.search(before)
    if selected and NEW.search(before, max(0, selected.start() - 40)):
        return True
    if BECAME.search(before) or COHORT.search(before):
        return True
    chosen = CHOSEN_AS.search(before)
    news = chosen and (NEW.search(before, chosen.start()) or AS_PILOT.search(before, chosen.start()))
    return bool(news or NOTICED.search(before))


def _was_founded(said: TargetContext) -> bool:
    """Set up a department for X, sets up an X department; an X alliance was inaugurated."""
    before, plain, end = said.plain[: said.hit.start], said.plain, said.hit.end
    one = FOUNDS_ONE.search(before) and NEW_ORGAN.match(plain, end)
    return bool(one or FOUNDS.search(before) or WAS_FOUNDED.match(plain, end))


def _is_approved(said: TargetContext) -> bool:
    """Approved a national X center."""
    entity = said.patterns.entity.search(said.plain, said.hit.start, said.hit.end + NEAR)
    return bool(entity and APPROVED_ONE.search(said.plain[: said.hit.start]))


def is_made(said: TargetContext) -> bool:
    """True for 确定20个城市为 X 城市, 被列入 X 名单, 14家升级为 X, 支持创建……X 区; not for a running total."""
    p, before = said.patterns, said.plain[: said.hit.start]
    if RUNNING.search(before) or p.recall.search(said.before) or p.will.search(said.lead + before):
        return False
    if CENTER_FOUNDED.match(said.plain, said.hit.end) and "中心" in said.plain[said.hit.start :]:
        return True
    if FIRST.search(before) and IS_FOUNDED.match(said.plain, said.hit.end):
        return True
    if RAISED.search(before) or _is_founded(said):
        return True
    if ENTERED.search(before):
        return bool(p.listed.search(said.after))
    named = NAMED.search(before) and COUNTED.search(before)
    return bool((named or BACKED.search(before)) and p.entity.search(said.plain, said.hit.start, said.hit.end + NEAR))


def _is_founded(said: TargetContext) -> bool:
    """成立 X 标准化技术委员会, X 标准化技术委员会成立."""
    if ORGAN_FOUNDED.match(said.plain, said.hit.end):
        return True
    return bool(FOUNDED.search(said.before) and NEW_ORGAN.match(said.plain, said.hit.end))
