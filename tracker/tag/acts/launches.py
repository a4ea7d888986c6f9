"""Decide whether a sentence starts the initiative, or a pilot, a programme or an action under it."""

import re
from calendar import month_name
from itertools import chain

from tracker.tag.acts.designated.choices import NEW_ORGAN
from tracker.tag.acts.issued.old_papers import names_an_old_year
from tracker.tag.acts.mentioned.zh.used import THEME
from tracker.tag.acts.modality import OBEYED
from tracker.tag.acts.target_context import TargetContext, strike

NAMED_TIME = re.compile(
    r"今年|年内|明年|20\d\d年|[一二三四]季度|\d+月|\b(?:[Tt]his|[Nn]ext) (?:year|month)"
    r"|\bin (?:20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)"
)
FARTHEST = {"zh": 40, "en": 80}
PARTED = {
    "zh": re.compile(r"[，。；,;]"),
    # Will start A this year and expects B to grow: a second verb, with an object of its own.
    "en": re.compile(
        r";|(?:\band|,) (?:also )?(?:eyes|targets|looks|expects?|plans?|aims?|hopes?|seeks?|vows?|intends?|expected|"
        r"planned|aimed|is|are|has|have|will)\b|"
        r"\b(?:this year|next year|in (?:[A-Z]\w+ )?20\d\d|in [A-Z]\w+),? and (?:also )?(?!\w+ing\b)[a-z]+\b"
    ),
}
CARRIED_ON = ("开展", "展开", "实施")
# 启动……行动，开展 X 任务等: what is begun together.
BEGUN_WITH = re.compile(r"启动[^。；]{2,40}，$")
ORDERED = re.compile(r"(?:组织|联合|部署|正式|首次|今天|今日|昨天|近日|日前)[^，。]{0,6}$")
# 印发方案：通过开展 X 行动: a measure that the paper wants.
BY_PLAN = re.compile(r"(?:方案|意见|规划|计划|通知)[：，]通过$")
LASTING = re.compile(r"(?:持续|深入|继续|广泛)$")
# The start of X as a noun: announced the launch of X.
START_OF = re.compile(
    r"(?<!since )(?<!after )(?<!before )(?<!with )\b(?:the|official|comprehensive|full) "
    r"(?:launch|start|commencement|kick-?off|roll-?out) of\b|"
    r"\b(?:called for|invited|(?:began|started) (?:accepting|receiving)|opened)(?: \w+){0,2} applications for\b|"
    r"\b(?:campaign|program|programme|action|pilot)s? (?:has|have|was|were) (?:been )?(?:\w+ly )?"
    r"(?:rolled out|kicked off|set in motion|started|begun)\b|"
    r"\bThe (?:launch|start|roll-?out) of\b(?=[^.;]{0,90}\bwas announced\b)|"
    r"\b(?:launch|launching|kick-off) ceremony (?:of|for)\b|"
    r"\b(?:unveil(?:s|ed) an?(?= (?:[\w-]+ ){0,4}campaign\b)|start(?:s|ed)|"
    r"(?:is|are) (?:launching|starting)|roll(?:s|ed) out|embarked on|set in motion|"
    r"(?:got|gets) under ?way)\b"
    r"(?=[^.;,]{0,40}\b(?:pilot|program|programme|campaign|action|trial|phase|round|project|scheme|initiative)s?\b|"
    r" on \w+day| in [A-Z])"
)
# Launched 218 projects: a result.
SO_MANY = re.compile(r"\s+(?:(?:over |more than |a total of |some |about |nearly )?\d|in areas such as\b)")
# Have begun to emerge, began drafting: not a start.
BEGUN_TO = re.compile(r" (?:to \w|drafting\b|work(?:ing)? on\b)")
# 将在20个城市开展 X 试点, is piloting X in 20 cities: the cities are chosen, and it begins.
IN_CITIES = {
    "zh": (
        re.compile(r"在[^。；]{0,40}\d+个(?:城市|省市|地区|省份|县)[^，。；]{0,6}(?:开展|启动|实施)[^，。；]*$"),
        re.compile(r"[^，。；]{0,16}试点"),
    ),
    "en": (
        re.compile(r"\b(?:is|are) piloting [^.;]{0,60}$"),
        re.compile(r"[^.;]{0,160}\bin \d+ (?:\w+ )?(?:cities|provinces|regions)\b"),
    ),
}
# 上海市征集 X 项目: a call for entries.
CALLS = re.compile(r"(?<=[省市区县部委局])(?:公开|面向[^，。；]{2,8})?征集")
# 算力资源调度服务平台正式发布.
OPENED = re.compile(r"(?<=平台)(?:正式|近日|今天)+(?:发布|启用|开通)")
# 国资委部署……等专项行动.
ORDERS = re.compile(r"(?<=[部委局])部署(?=[^，。；]{0,40}专项行动)")
TO_LAUNCH = re.compile(
    r"\b(?:will|shall)\b[^.;]{0,80}\band launch\b|\btake the lead in launching\b|"
    r"\b(?:will|shall|to)(?: \w+ly)? (?:launch|start|begin|kick off|roll out|be launched|be carried out|"
    r"get under ?way)\b"
)
BACKGROUND = re.compile(r"\b(?:which|that) (?:was|were)(?: first)? $")
# The program, launched in 2024, supports: identifies the program.
IN_YEAR = re.compile(r" in (?:\w+ )?20\d\d\b")
# 启动实施两年来 looks back on a start.
AGO = re.compile(r"(?:实施)?(?:\d+|[一二两三四五六七八九十]+)[个多]*[年月](?:多)?来|(?:实施)?以来|至今")
LOOKS_BACK = re.compile(r"已|累计|截至|[年月]来|以来|先后|\b(?:so far|has|have|since)\b")
# 组织开展 X 政策效果评估 starts no policy.
ASSESSED = re.compile(r"[^，。；]{0,10}(?:评估|检查|督查|调研)")
# 自开展 X 行动以来, the same with the name inside.
# 随着 X 工程启动，……: the background of something else.
ALONG_WITH = re.compile(r"随着[^，。；]*$")
EVER_SINCE = re.compile(r"自[^，。；]*$"), re.compile(r"[^，。；]{0,20}以来")
# Launched X last year.
LAST_YEAR = re.compile(r"[^.;,]{0,60}\blast year\b(?! (?:level|period))")
# A program of X launched by the cabinet in March: identifies the program.
IN_MONTH = re.compile(rf"(?: by [^.;,]{{1,50}}?)? in ({'|'.join(month_name[1:])})\b(?! \d)")
# We built X, launched an initiative to do something else.
ANOTHER = re.compile(r" (?:an?|another) [^.;,]{2,60}\b(?:to|for|on|aimed)\b")
WILL_BE = re.compile(r"\b(?:will|shall|to) (?:\w+ ){0,2}$")
# Rockets were launched.
INTO_SPACE = re.compile(r"\b(?:rockets?|satellites?|spacecraft|probes?)\b[^.;,]{0,20}$")
# Carried out 23 launches.
LAUNCHES = re.compile(r"(?:\d|\b(?:of|the|its|their|orbital|space|commercial|satellite|rocket|more|and|successful)) $")
# Since the country began X.
SINCE = re.compile(r"\bsince\b[^.;,]{0,40}$|\bsince (?:\w+ )?20\d\d\b[^.;]{0,90}$", re.IGNORECASE)
# The launch of a second cohort of X is a choice.
# An initiative urging all makers of X to compete fairly starts something else.
COHORT = re.compile(r"\b(?:batch|cohort|list|group) of\b|\b(?:urging|calling on|asking)\b")
# 平台上线 starts something, 计算机上线 does not.
ONLINE = re.compile(r"平台|服务|专区|系统|地图|试点|行动")
# 新能源汽车挑战赛正式启动: a contest starts.
EVENT = re.compile(
    r"[^，。；]{0,6}(?:赛|博览会|论坛|大会|活动周|峰会|嘉年华|运动会[^，。；]{0,10})[》”\"]?(?:也|将|正式|今[天日]|"
    r"在[^，。；]{2,8})*"
)
# 8个 X 节点启动建设, reported among results.
MANY_BEGUN = re.compile(r"(?:^|，)\d+个[^，。；]{0,4}$"), re.compile(r"[^，。；]{0,8}启动建设")
# 国家制造业创新中心在武汉揭牌: it is founded, a choice.
UNVEILED = ("揭牌", "挂牌")
# An act with its day, or reported as done.
TOLD = re.compile(r"已|正式|今[天日]|近日|日前|昨[天日]|\d日|宣布|全面$|[刚率]先")
BODY_BEFORE = re.compile(r"[\u4e00-\u9fff][部委局办署行院]$")
BARE = re.compile(r"[\W\d]*")
# 狠抓攻关，加快突破，支持产业化，启动……: a series of tasks.
TASKS = re.compile(
    r"(?:(?:狠抓|加快|加强|支持|推动|推进|强化|完善|深化|健全|优化|鼓励|引导|促进|提升|培育|打造|建设|组织)[^，。；]"
    r"{2,24}[，；])+"
)
# 确定9个联合体开展 X 试点: who takes part is chosen.
CHOSEN_FOR_IT = re.compile(r"(?:确定|选定|遴选)了?[^，。；]{0,40}\d+[个家座][^，。；\d]{0,8}$")
# 近日联合开展试点，加强 X 建设.
PILOTED = re.compile(
    r"(?:近日|日前|今[天日]|\d日)[^，。；]{0,6}(?:开展|启动)[^，。；]{0,12}(?:试点|行动)，(?:加强|推进|推动|支持|加快|"
    r"促进)[^，。；]*$"
)
THIS_YEAR = re.compile(r"今年|年内|下半年")
NEXT_TO = 12
FINISHED = re.compile(r"(?:已|已经|正式|全面)$")


def launches(said: TargetContext) -> bool:
    """Decide whether the start is reported, or announced for a named time."""
    patterns = (said.patterns.launch, TO_LAUNCH, START_OF, CALLS, ORDERS, OPENED)
    found = chain.from_iterable(pattern.finditer(said.plain) for pattern in patterns)
    # Will foster X and launch something else.
    verbs = (verb for verb in found if not verb.start() < said.hit.start < verb.end())
    if said.dated_back:
        return False
    if said.kind == "news" and PILOTED.search(said.plain, 0, said.hit.start):
        return True
    if not said.tells_news or said.is_asked:
        return False
    return _is_in_cities(said) or any(_launched_by(said, verb) for verb in verbs)


def _is_in_cities(said: TargetContext) -> bool:
    before, after = IN_CITIES[said.language]
    named = before.search(said.plain[: said.hit.start]) and after.match(said.plain, said.hit.end)
    return bool(named) and not LOOKS_BACK.search(said.plain)


def _launched_by(said: TargetContext, verb: re.Match[str]) -> bool:
    plain, hit = said.plain, said.hit
    between = plain[verb.end() : hit.start] if verb.end() <= hit.start else plain[hit.end : verb.start()]
    # 6G推进组揭牌: a body set up for it is not its start.
    unveiled = verb[0] in UNVEILED and "中心" in plain[hit.start : verb.start()]
    unveiled = unveiled or (verb[0] == "inaugurated" and bool(said.patterns.entity.search(plain, *hit)))
    if unveiled or len(between) > FARTHEST[said.language] or NEW_ORGAN.match(between) or COHORT.search(between):
        return False
    if PARTED[said.language].search(between) and not _goes_on(said, between, verb):
        return False
    if said.language == "en" and names_an_old_year(said.text, said.published):
        return False
    if (
        (said.mood == "past" and MANY_BEGUN[0].search(plain, 0, hit.start) and MANY_BEGUN[1].match(plain, hit.end))
        or (verb.start() >= hit.end and EVENT.fullmatch(said.text, hit.end, verb.start()))
        or THEME(said)
        or SINCE.search(plain, 0, verb.start())
        or INTO_SPACE.search(plain, 0, verb.start())
        or AGO.match(plain, verb.end())
        or ALONG_WITH.search(plain, 0, verb.start())
        or (EVER_SINCE[0].search(plain, 0, verb.start()) and EVER_SINCE[1].match(plain, max(verb.end(), hit.end)))
        or _was_in_another_month(said, verb)
        or any(LAST_YEAR.match(plain, end) for end in (verb.end(), max(verb.end(), hit.end)))
        or SO_MANY.match(plain, verb.end())
        or (verb.start() >= hit.end and between.endswith(", ") and ANOTHER.match(said.text, verb.end()))
        or (verb[0] in ("begun", "began") and BEGUN_TO.match(plain, verb.end()))
        or BACKGROUND.search(plain[: verb.start()])
        or (verb[0] == "launches" and LAUNCHES.search(plain, 0, verb.start()))
        or ASSESSED.match(plain, max(verb.end(), hit.end))
        or (plain[: verb.start()].endswith(", ") and IN_YEAR.match(plain, verb.end()))
    ):
        return False
    carried_on = verb[0] in CARRIED_ON and not (_is_new(said, verb) or _is_set_for_this_year(said, verb))
    if carried_on or (verb[0] == "上线" and (plain.startswith("的", verb.end()) or not ONLINE.search(between))):
        return False
    planned = TO_LAUNCH.fullmatch(verb[0]) or said.patterns.will.search(
        strike(OBEYED, said.lead + plain[: verb.start()])
    )
    return not (planned or _is_planned(said, verb)) or bool(NAMED_TIME.search(said.text))


def _was_in_another_month(said: TargetContext, verb: re.Match[str]) -> bool:
    """Decide whether the start was in another month: launched in March, reported in July.

    A launch in November that is still to come is announced for a named time.
    """
    named = IN_MONTH.match(said.plain, verb.end()) if verb.start() >= said.hit.end else None
    if not named or TO_LAUNCH.fullmatch(verb[0]) or WILL_BE.search(said.plain, 0, verb.start()):
        return False
    # Without a day of publication, only "launched by" identifies the thing.
    return month_name[said.published.month] != named[1] if said.published else " by " in named[0]


def _is_planned(said: TargetContext, verb: re.Match[str]) -> bool:
    """Decide whether a start is planned.

    支持……，启动 X stands among what is to be done; 启动 X 建设 without a subject is an item in a list of plans.
    """
    if verb[0] != "启动" or said.kind != "news" or BODY_BEFORE.search(said.plain[: verb.start()]):
        return False
    if TOLD.search(said.lead + said.text) or TOLD.search(said.plain[: verb.start()]):
        return False
    before = said.lead + said.plain[: verb.start()]
    if before.endswith("："):
        return False
    return said.mood == "plan" or bool(BARE.fullmatch(before) or TASKS.fullmatch(before))


def _is_new(said: TargetContext, verb: re.Match[str]) -> bool:
    """Decide whether 开展 reports a new action.

    The word says of old actions and new ones that they are carried out; only a notice or a list makes it news.
    """
    p, before = said.patterns, said.text[: verb.start()]
    if CHOSEN_FOR_IT.search(before) or BY_PLAN.search(before):
        return False
    action = p.action.search(said.plain, said.hit.end)
    if BEGUN_WITH.search(before) and not p.will.search(before):
        return said.mood != "plan"
    return bool(action and (ORDERED.search(before) or p.issue.search(before)) and not LASTING.search(before))


def _is_set_for_this_year(said: TargetContext, verb: re.Match[str]) -> bool:
    """Decide whether news announces a start for a named time: 今年，我国将开展 X 行动."""
    before = said.text[: verb.start()]
    action = said.patterns.action.search(said.plain, said.hit.end, said.hit.end + NEXT_TO)
    lasting = LASTING.search(before)
    return bool(said.kind == "news" and action and not lasting and THIS_YEAR.search(before))


def _goes_on(said: TargetContext, between: str, verb: re.Match[str]) -> bool:
    """Decide whether a later clause continues with the same action: 6G 第一阶段试验完成，已启动第二阶段试验."""
    action = said.patterns.action.search(between) if verb.start() > said.hit.start else None
    return bool(action and FINISHED.search(said.plain[: verb.start()]) and action[0] in said.plain[verb.end() :])
