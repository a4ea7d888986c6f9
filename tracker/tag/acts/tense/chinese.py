"""Define the questions of rows about results and plans in a Chinese sentence, whose verbs have no tense."""

import re
from collections.abc import Iterator

from tracker.tag.acts.cues import is_amid_results
from tracker.tag.acts.modality import AIMED, AT_LEAST, HELD, is_over
from tracker.tag.acts.target_context import STRUCK, TargetContext, strike
from tracker.tag.notation import compiled

# A passage that plans, and one in which a paper or a meeting asks for what is named.
AHEAD = ("plan", "asked", "aimed")
# 明确了 reports what was said, not what was done.
SAID = re.compile(r"(?:提出|明确|部署|强调|要求|确定|包括|涵盖)了")
# 正在研究制定: still to come, as "is drafting" is.
DRAFTED = compiled("{DRAFTED}", "zh")
# 介绍 X 情况时指出 says how something was reported, and so does 会议指出，2024年，经济运行总体平稳.
THEN_SAID = re.compile(
    r"时(?:指出|强调|提出|明确)|(?:指出|强调)(?=，(?:20\d\d年|今年|去年|[一二两三四五]年来)[^。；]{0,30}"
    r"(?:总体|平稳|稳中|取得|成效|同比|持续向好))"
)
# In a look back these report what was done: 争取资金266.5亿元, 鼓励企业投资.
LOOSE = re.compile(r"争取|鼓励|倡导|确保|应当?")
# A stock, or a target for it: 到2030年总数达到34万个.
IN_ALL = re.compile(r"累计|总数|年均|位居|稳居|居全[国球]")
# 应一体推进……，并在布局 X 方面取得新进展; 希望……取得新突破.
SHOULD = re.compile(r"(?:，|^)[^，。]{0,12}(?:应当?|要|希望)(?![对求])")
GAINS = re.compile(r"取得新(?:的)?(?:进展|突破|成效|成果|进步)")
WISHED = re.compile(r"推动|促进|实现|努力|引领|带动")
# 已部署 is done, and so is 作出一系列部署.
DEPLOYED = re.compile(
    r"[已计](?:在[^，。；]{1,6})?部署|(?<=用来)部署|部署(?=在|算力|服务器)|作出[^，。；]{0,6}部署(?=，)"
)
# 拆除整理出6.5万亩，淘汰一批……，加快布局 X: results before it.
RESULTS = re.compile(r"(?!推)[\u4e00-\u9fff]出\d|淘汰一批")
# 出台文件，促进消费，包括鼓励……、加快 X 等举措: what the paper wants.
INCLUDES = re.compile(r"包括(?:开展|组织|鼓励|加快|推进|推动|支持|加强|完善|优化|落实)")
YEAR = re.compile(r"(20\d\d)年(?!(?:以来|底|初|度|[版级]))")
# X 的资金已下达，将支持更多领域的 X: the name again, at its end.
TAIL = 4
THEN = re.compile(r"，将[^。；]*$")
LATER = re.compile(
    r"，(?:下一步)?[^，。]{0,4}将[^，。]{0,12}(?:这些|这一|该|其)|，第[二三四五六七八九十]批[^，。]{0,6}将"
)
# 不断壮大新兴产业: an action on something, and not a state.
DOES = re.compile(r"(?:不断|持续)(?:壮大|提升|加深)(?=[\u4e00-\u9fff])")
# 预计全年将超过100万辆: a forecast, and not a plan.
FORECAST = re.compile(
    # 预计两年内，15个城市将在公共领域推广 X: an action that starts.
    r"(?<=预计)[^。；]{0,24}?(?:将(?![^，。；]{0,8}(?:推广|建设|开展|实施|布局|打造|培育))|有望)|(?<=预[测估])[^。；]"
    r"{0,24}?将|将(?=(?:累计)?(?:带动|拉动|撬动)[^，。；]{0,8}投资)|"
    r"将(?=会?(?:继续|保持|实现|呈)[^，。；]{0,8}(?:增长|增势|态势)[^。；]{0,6}，预计)|"
    # 报告指出，销量将达1700万辆，需求将持续强劲增长.
    r"(?:(?<=[销产]量)|(?<=规模))将(?=(?:达到?|突破|超过?)\d)|"
    r"将(?=会?(?:继续)?(?:维持|持续|保持|延续)[^，。；]{0,24}(?:增长的?势头|增长态势|表现))|"
    r"将(?=会?持续[^，。；]{0,8}增长)|"
    # 潜力将会进一步释放: the course of a market.
    r"(?:(?<=潜力)|(?<=需求)|(?<=市场))将(?=会?[^，。；]{0,6}(?:释放|扩大|增长))|"
    # 建成后将服务……: its purpose.
    r"(?<=[建投完][成产用工]后)(?:将|重点)+|将(?=首次(?:突破|超过|达到?))|"
    # 2000台机器人将在赛期里奋战: what visitors will see.
    r"将(?=[^，。；]{0,14}(?:奋战|角逐|比拼|同台|竞技|登场|争夺))"
)
# 协会预计，……将会维持良好表现.
FORECASTER = re.compile(
    r"(?:协会|机构|专家|能源署|业内人士|研究院)[^，。；]{0,12}(?:(?:表示|介绍|认为)，[^。；]{0,24}?)?"
    r"(?:预计|预测|测算)|(?:^|[，。；])据[^，。；]{0,8}(?:测算|预测|估算)，|(?:研报|证券)[^，。；]{0,4}(?:称|认为|"
    r"指出|表示|[：:])"
)
SHALL = re.compile("将")
# Without one of these nothing forecasts.
SIGNS = re.compile("将|有望|重点")
# 2023年，……, reported later; “十四五”期间, reported in its last year or later.
OPENS_IN = re.compile(r"\W*(?:(?P<year>20\d\d)年|去年|(?P<plan>十[二三四五]五)[”\"]?(?:期间|时期))，")
PLAN_ENDS = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}
# 国家将补贴标准提升至一级能效: 将 is 把, and it is done.
MOVED = re.compile(r"将(?=[^，。]{2,14}(?:提升|提高|调整|扩大|增加|降)(?:至|到|为))")
# 去年，宁夏将 X 作为突破口: 将 is 把 here, too, of a time that is over.
TAKEN_AS = re.compile(r"将(?=[^，。]{0,24}(?:作为|列为|列入|纳入|定为|视为|打造成|摆在))")
# 20个省份出台 X 政策: many have done it by now.
MANY = re.compile(r"\d+[个余多]*(?:省|市|地区|城市|州|县)[^，。；]{0,4}(?:出台|印发|发布|公布|推出)了?[^，。；]*$")
# 推动 X，取得积极成效.
REACHED = re.compile(
    r"，(?:并)?取得了?[^，。；]{0,6}(?:成效|进展|成果|突破)|[^。；]{0,20}，为[^，。；]{2,20}(?:贡献了|作出了?贡献)"
)
# 到2025年底，总数达到2009万个, reported in 2026.
BY_YEAR = re.compile(r"到(20\d\d)年[底末]?")


def is_done(said: TargetContext) -> re.Match[str] | None:
    """The clause has a word of what is done: 已, 累计."""
    return said.patterns.done.search(_told(said))


def is_in_a_state(said: TargetContext) -> re.Match[str] | None:
    """The clause has a word of a state that was reached: 蓬勃, 成为."""
    return said.patterns.state_cues.search(_told(said))


def is_planned(said: TargetContext) -> re.Match[str] | None:
    """The clause has a word of what is to come: 将, 要."""
    return said.patterns.will.search(_ahead(said, said.own))


def is_called_for(said: TargetContext) -> re.Match[str] | None:
    """The clause has a word of what is wanted: 必须, 希望; a look back only reports what was wanted then."""
    return None if _looks_back(said) else said.patterns.urge.search(_ahead(said, said.own))


def is_of_a_later_year(said: TargetContext) -> bool:
    """The years before the name are still to come: 2025年开展 X, published in 2024."""
    years = [int(m[1]) for m in YEAR.finditer(said.plain[: said.hit.start])]
    return bool(said.published and years and min(years) > said.published.year)


def is_planned_somewhere(said: TargetContext) -> bool:
    """The sentence plans or requests something."""
    plain, p = said.plain, said.patterns
    if DRAFTED.search(plain) or _is_to_come(said):
        return True
    ahead = _ahead(said, plain)
    return bool(p.will.search(ahead) or (not _looks_back(said) and p.urge.search(ahead)))


def _is_to_come(said: TargetContext) -> bool:
    """News names later years, or what a paper includes."""
    return said.kind == "news" and (is_of_a_later_year(said) or includes_it(said))


def includes_it(said: TargetContext) -> bool:
    """A paper includes it: 包括加快 X 等举措."""
    return bool(INCLUDES.search(said.plain, 0, said.hit.start))


def plans_more(said: TargetContext) -> bool:
    """A later clause plans for what this one counts: 已有80个 X，将推动这些……."""
    tail = said.text[max(said.hit.start, said.hit.end - TAIL) : said.hit.end]
    again = said.text.find(tail, said.clause.end)
    then = again > 0 and THEN.search(said.plain, said.clause.end, again)
    return bool(then or LATER.search(said.plain, said.clause.end))


def is_amid_plans(said: TargetContext) -> bool:
    """The passage plans or requests something."""
    return said.mood in AHEAD


def is_asked_without_a_year(said: TargetContext) -> bool:
    """A paper or a meeting requests something, and names no year."""
    return said.mood == "asked" and not AIMED.search(said.plain)


def is_only_wanted(said: TargetContext) -> bool:
    """The passage plans, the sentence states a target, or an earlier clause wants it: 要……，推动 X 取得新突破."""
    return is_amid_plans(said) or is_target(said) or _is_wished(said)


def _is_wished(said: TargetContext) -> bool:
    """An earlier clause wants what this one says: 要……，推动 X 取得新突破."""
    return bool(WISHED.search(said.before) and said.patterns.will.search(said.earlier))


def has_no_mark_earlier(said: TargetContext) -> bool:
    """The earlier clauses neither plan nor report."""
    return _last_plan(said) < 0 and not is_done_earlier(said)


def was_planned_last(said: TargetContext) -> bool:
    """The last mark in earlier clauses plans."""
    planned = _last_plan(said)
    return planned >= 0 and all(planned > _last(pattern, text) for pattern, text in _results_earlier(said))


def is_done_earlier(said: TargetContext) -> bool:
    """An earlier clause reports something done."""
    return any(pattern.search(text) for pattern, text in _results_earlier(said))


def reports_earlier(said: TargetContext) -> bool:
    """An earlier clause reports something done, and the passage does not request it."""
    return is_done_earlier(said) and (not is_amid_plans(said) or (said.mood == "plan" and said.kind == "news"))


def looks_back_or_reports(said: TargetContext) -> bool:
    """The passage looks back, or an earlier clause reports something done."""
    return is_amid_results(said) or reports_earlier(said)


def is_a_task_or_a_goal(said: TargetContext) -> bool:
    """The sentence has a verb of planning, or its clause one of reaching: 建设, 达到."""
    return bool(said.patterns.plan.search(said.plain) or said.patterns.reached.search(said.own))


def comes_about(said: TargetContext) -> bool:
    """A verb behind the name says what it does: 产业加快发展; or the sentence reports something done."""
    p = said.patterns
    return bool(p.reached.search(said.after) or p.plan.search(said.after) or p.done.search(said.plain))


def is_target(said: TargetContext) -> bool:
    """The sentence states a target; a review that reaches "300 and more" reports a result."""
    if AIMED.search(BY_YEAR.sub(lambda by: _unless_past(by, said), said.lead + said.plain)):
        return True
    if said.mood == "past" or _opens_in_the_past(said) or is_over(said.plain, said.hit.start):
        return False
    return bool(AT_LEAST.search(strike(HELD, said.plain)))


def has_brought(said: TargetContext) -> bool:
    """The work brought results: 推动 X，取得积极成效; not where that is asked for."""
    wanted = said.is_asked or said.patterns.will.search(said.lead + said.plain[: said.clause.end])
    return said.mood != "plan" and not wanted and bool(REACHED.match(said.plain, said.clause.end))


def is_moved(said: TargetContext) -> bool:
    """将 is 把, and something was moved: 国家将 X 标准提升至一级."""
    start, end = said.clause.start, said.hit.start
    moved = any(m.start() < end for m in MOVED.finditer(said.text, start))
    return moved and not is_target(said) and not said.patterns.will.search(said.before)


def is_done_by_many(said: TargetContext) -> bool:
    """Many have done it by now: 20个省份出台 X 政策."""
    return bool(MANY.search(said.before))


def is_of_past_year(said: TargetContext) -> bool:
    """The sentence is of a past year, without a word that looks ahead: 2023年，……, reported in 2024."""
    if said.kind != "news" or said.mood not in ("plan", "") or is_target(said):
        return False
    return _opens_in_the_past(said)


def _opens_in_the_past(said: TargetContext) -> bool:
    """Decide whether the sentence begins with a time that was over, or about to be, when it was published."""
    opened = OPENS_IN.match(said.plain)
    if not opened or not (opened["year"] or opened["plan"]):
        return opened is not None
    last = int(opened["year"]) if opened["year"] else PLAN_ENDS[opened["plan"]] - 1
    return said.published is not None and last < said.published.year


def is_forecast(said: TargetContext) -> bool:
    """The source of the sentence makes a forecast: 协会预计，……."""
    return bool(FORECASTER.search(said.plain))


def _told(said: TargetContext) -> str:
    """Return the clause without words that report what was said, is drafted, aimed at or wanted."""
    told = DRAFTED.sub("", SAID.sub("", said.own))
    if AIMED.search(said.plain):
        told = strike(IN_ALL, told)
    return _without_wanted_gains(said, told)


def _without_wanted_gains(said: TargetContext, text: str) -> str:
    """Return `text` without gains that someone is asked to make: 应……，在……方面取得新进展."""
    return strike(GAINS, text) if SHOULD.search(said.plain[: said.clause.start]) else text


def _ahead(said: TargetContext, text: str) -> str:
    """Return `text` without words that usually look ahead and do not here."""
    told = strike(DEPLOYED, strike(THEN_SAID, text))
    told = _without_forecasts(said, told)
    if _opens_in_the_past(said):
        told = strike(TAKEN_AS, told)
    return strike(LOOSE, told) if _looks_back(said) else told


def _looks_back(said: TargetContext) -> bool:
    return said.kind == "report" and said.mood == "past"


def _last_plan(said: TargetContext) -> int:
    """Return where the earlier clauses last plan something, or -1."""
    ahead = _ahead(said, said.earlier)
    return max(_last(said.patterns.will, ahead), _last(said.patterns.urge, ahead))


def _results_earlier(said: TargetContext) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield patterns of results, each with the earlier clauses as it reads them."""
    told = _without_wanted_gains(said, strike(SAID, said.earlier))
    yield said.patterns.done, told
    yield said.patterns.state_cues, strike(DOES, told)
    yield RESULTS, said.earlier


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _without_forecasts(said: TargetContext, text: str) -> str:
    """Return `text` at its length, with the words that look ahead struck out where they forecast."""
    if not SIGNS.search(text):
        return text
    told = text if said.kind != "news" else strike(FORECAST, text)
    return strike(SHALL, told) if is_forecast(said) else told


def _unless_past(by: re.Match[str], said: TargetContext) -> str:
    return STRUCK * len(by[0]) if said.published and int(by[1]) < said.published.year else by[0]
