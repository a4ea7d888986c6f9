"""Distinguish plans from results in a Chinese sentence, whose verbs have no tense."""

import re

from tracker.tag.acts.forecasts import foresees, is_forecast, without_forecasts
from tracker.tag.acts.mentioned.passing import in_passing
from tracker.tag.acts.modality import AIMED
from tracker.tag.acts.results import GROWTH, MANY, has_brought, has_driven, is_moved, is_of_past_year, is_target
from tracker.tag.acts.target_context import TargetContext, strike
from tracker.tag.acts.undertakings import is_fostered, is_under_way, sets_out

# A passage that plans, and one in which a paper or a meeting asks for what is named.
AHEAD = ("plan", "asked", "aimed")
# 出口128.7亿元，增长51.7%: the growth in a clause of its own.
RISES = re.compile(r"[^，。；]{0,8}\d[^，。；]{0,8}，(?:同比|环比)?(?:增长|下降|提高)[了约近超]*\d")
GOES_WELL = re.compile(
    r"看，[^，。；]{0,8}(?:快速|持续|加快|稳步|较快)(?:成长|增长|发展|壮大)|"
    r"[^，。；]{0,4}(?:政策)?(?:加力扩围|(?:效果|效应|成效|红利)(?:持续|继续|进一步|不断|加快|逐步)?(?:显现|释放))|"
    r"加快建立(?=，)|(?:加快|加速|逐步|基本)形成(?=[，；])|[^，。]{0,8}(?:稳步|持续|快速|较快|大幅|迅速|高速|平稳)"
    r"(?:增长|增加|发展|扩大|壮大)"
)
MADE = re.compile(
    r"(?:培育|建设|打造|创建|布局|推广|遴选|支持)(?:超过|超|近|约)?(?:\d|[百千万]余)|"
    r"建成(?:超过|超|近|约)?(?:\d|[百千万]余|全[球国]|世界|国内|亚洲)"
)
# 共拥有7个 X: counts what exists, also among plans.
HAS = re.compile(r"(?:拥有|共有|现有|已有)[^，。；]{0,4}\d+[家个座条项][^，。；]{0,4}$")
# 辽宁有中试基地36家.
HAS_SOME = re.compile(r"(?:^|[\u4e00-\u9fff，])(?<![没所享富])有[^，。；]{0,6}$")
# 明确了 reports what was said, not what was done.
SAID = re.compile(r"(?:提出|明确|部署|强调|要求|确定|包括|涵盖)了")
# 正在研究制定: still to come, as "is drafting" is.
DRAFTED = re.compile(
    r"(?:抓紧|加紧|尽快)(?:研究)?(?:制定|出台|编制|起草)|"
    r"正(?:在|加快|抓紧|积极|牵头|会同[^，。]{0,8})*(?:加快|抓紧)?(?:研究|制定|起草|编制|规划)|还在规划|正[^，。]{0,8}"
    r"推[进动][^，。]{0,12}(?:立法|制定|研制)"
)
# 介绍 X 情况时指出 says how something was reported.
THEN_SAID = re.compile(r"时(?:指出|强调|提出|明确)")
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
# 实施 X 政策以来，……
SINCE_IT = re.compile(r"[^，。；]{0,14}(?:以来|年多?来)，")
# 他指出，这些年，中国加快发展 X.
LOOKING_BACK = re.compile(
    r"(?:这些年|近年来|多年来|一直以来|长期以来|近期|[\d一二三四五六七八九十百几]年来)，|特别是[^，。；]{2,16}以来，"
)
# 2016年以来，…… looks back.
SINCE = re.compile(r"[^，。]{0,12}(?:以来|[年月]来)，")
# 出台文件，促进消费，包括鼓励……、加快 X 等举措: what the paper wants.
INCLUDES = re.compile(r"包括(?:开展|组织|鼓励|加快|推进|推动|支持|加强|完善|优化|落实)")
YEAR = re.compile(r"(20\d\d)年(?!(?:以来|底|初|度|[版级]))")
# A meeting that asks for something begins with what has been reached.
ACHIEVED = re.compile(
    r"首次|评为|荣获|获评|通车|投产|投用|惠及|新高|迈[出上入]|明显|显著|实现\d+个[^，。；]{0,12}全覆盖|提出新[^，。；]"
    r"{0,4}\d"
)
# X 的资金已下达，将支持更多领域的 X: the name again, at its end.
TAIL = 4
THEN = re.compile(r"，将[^。；]*$")
LATER = re.compile(
    r"，(?:下一步)?[^，。]{0,4}将[^，。]{0,12}(?:这些|这一|该|其)|，第[二三四五六七八九十]批[^，。]{0,6}将"
)
# 专精特新"小巨人"450家: a stock, counted without a verb.
COUNTED = re.compile(
    r"[”\"]?[\u4e00-\u9fff]{0,10}?(?:达到?|将?近|超|约|接近|共计?)?\d[\d.]*万?亿?(?:余|多)"
    r"?(?:[家个户座辆台件份公元吨项种款条次]|万?千瓦|%)"
)
# 11家工厂、19家国家级 X，树立标杆.
LISTED = re.compile(r"(?:^|、)\d+[家个座条][^，。；、]{0,10}$")
# 不断壮大新兴产业: an action on something, and not a state.
DOES = re.compile(r"(?:不断|持续)(?:壮大|提升|加深)(?=[\u4e00-\u9fff])")
COPULA = re.compile(r"(?<![要还更但别其就而一二三四五六七八九十若凡不总真])是(?!否)")


def stance(said: TargetContext) -> str:
    """Return `pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    if in_passing(said):
        return "mentioned"
    own = said.before + said.after
    planned, done = _is_planned(said, own), was_done(said, own) or has_brought(said)
    if planned != done:
        return "pledged" if planned or _goes_on(said) else "progress"
    return _by_neighbours(said) or _by_mood(said)


def _goes_on(said: TargetContext) -> bool:
    """Decide whether a later clause plans for what this one counts: 已有80个 X，将推动这些……."""
    tail = said.text[max(said.hit.start, said.hit.end - TAIL) : said.hit.end]
    again = said.text.find(tail, said.clause.end)
    then = again > 0 and THEN.search(said.plain, said.clause.end, again)
    return bool(then or LATER.search(said.plain, said.clause.end))


def was_done(said: TargetContext, clause: str) -> bool:
    """Decide whether `clause` has a mark of something done, or reports growth or a number made, and not a target."""
    told = DRAFTED.sub("", SAID.sub("", clause))
    if AIMED.search(said.plain):
        told = strike(IN_ALL, told)
    told = _without_wanted_gains(said, told)
    if (
        said.patterns.done.search(told)
        or SINCE_IT.match(said.plain, said.hit.end)
        or LOOKING_BACK.search(said.plain, 0, said.hit.start)
        or is_moved(said)
        or MANY.search(said.before)
        or (foresees(clause) and not is_target(said))
        or has_driven(said)
        or _has_reached(said, clause)
    ):
        return True
    if said.mood in AHEAD or is_target(said) or _is_wished(said):
        return False
    if is_forecast(said) or said.patterns.state_cues.search(told) or GOES_WELL.match(said.plain, said.hit.end):
        return True
    wanted = said.patterns.will.search(said.plain, 0, said.hit.start)
    made = said.kind == "news" and MADE.search(said.before) and not wanted
    return bool(GROWTH.search(clause) or made or (said.kind == "news" and RISES.match(said.plain, said.hit.end)))


def _without_wanted_gains(said: TargetContext, text: str) -> str:
    """Return `text` without gains that someone is asked to make: 应……，在……方面取得新进展."""
    return strike(GAINS, text) if SHOULD.search(said.plain[: said.clause.start]) else text


def _has_reached(said: TargetContext, clause: str) -> bool:
    """Decide whether the clause reports what has been reached: 共拥有7个 X.

    Where a meeting asks for something, a result that it names before counts, too.
    """
    if said.mood == "asked" and ACHIEVED.search(clause) and not AIMED.search(said.plain):
        return True
    has = HAS.search(said.before) or (HAS_SOME.search(said.before) and COUNTED.match(said.after))
    return bool(has and not said.patterns.will.search(said.before) and not is_target(said))


def _is_planned(said: TargetContext, text: str) -> bool:
    """Decide whether `text` has a word of what is to come or is wanted.

    In a look back a word of what is wanted only reports what was wanted then.
    """
    if DRAFTED.search(text) or _is_to_come(said):
        return True
    p, ahead = said.patterns, _ahead(said, text)
    return bool(p.will.search(ahead) or (not _looks_back(said) and p.urge.search(ahead)))


def _is_to_come(said: TargetContext) -> bool:
    """Decide whether the text looks ahead: 2025年开展 X, published in 2024; 包括加快 X 等举措."""
    told = said.plain[: said.hit.start]
    years = [int(m[1]) for m in YEAR.finditer(told)]
    later = bool(said.published and years and min(years) > said.published.year)
    return said.kind == "news" and (later or bool(INCLUDES.search(told)))


def _ahead(said: TargetContext, text: str) -> str:
    """Return `text` without words that usually look ahead and do not here."""
    told = strike(DEPLOYED, strike(THEN_SAID, text))
    told = without_forecasts(said, told)
    return strike(LOOSE, told) if _looks_back(said) else told


def _looks_back(said: TargetContext) -> bool:
    return said.kind == "report" and said.mood == "past"


def _is_wished(said: TargetContext) -> bool:
    """Decide whether an earlier clause wants what this one says: 要……，推动 X 取得新突破."""
    return bool(WISHED.search(said.before) and said.patterns.will.search(said.lead + said.plain[: said.clause.start]))


def _by_neighbours(said: TargetContext) -> str | None:
    """Return what the sentence says by its earlier clauses or the verb before the name.

    It is asked where the initiative's own clause does not say.
    """
    p = said.patterns
    earlier = said.lead + said.plain[: said.clause.start]
    told = _without_wanted_gains(said, strike(SAID, earlier))
    planned, done = (
        max(_last(p.will, _ahead(said, earlier)), _last(p.urge, _ahead(said, earlier))),
        max(_last(p.done, told), _last(p.state_cues, strike(DOES, told)), _last(RESULTS, earlier)),
    )
    if done < 0 and planned < 0 and is_of_past_year(said):
        return "progress"
    if is_target(said) or planned > done or (done >= 0 and is_under_way(said)):
        return "pledged"
    reports = done >= 0 and (said.mood not in AHEAD or (said.mood == "plan" and said.kind == "news"))
    since = SINCE.match(said.plain)
    if (reports and (since or not is_fostered(said))) or (since and said.mood == "past"):
        return "progress"
    if p.plan.search(said.before):
        looks_back = said.mood == "past" and not sets_out(said)
        return "progress" if looks_back else "pledged"
    if COPULA.search(said.before):
        return "mentioned"
    return "pledged" if _is_planned(said, said.plain) else None


def _by_mood(said: TargetContext) -> str:
    """Return what a sentence without a mark says.

    产业加快发展 reports, 加快发展产业 plans; in a report the mood of the passage decides.
    """
    p = said.patterns
    verb = p.plan.search(said.plain)
    if said.mood in AHEAD:
        return "pledged" if verb or p.reached.search(said.before + said.after) else "mentioned"
    if p.reached.search(said.after) or p.plan.search(said.after) or p.done.search(said.plain):
        return "progress"
    if (COUNTED.match(said.after) or LISTED.search(said.before)) and not p.plan.search(said.before):
        return "progress"
    if verb:
        return "progress" if said.mood == "past" else "pledged"
    return "mentioned"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)
