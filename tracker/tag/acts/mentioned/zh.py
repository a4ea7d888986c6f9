"""Decide whether a Chinese sentence names an initiative only in passing."""

import re
from collections.abc import Callable

from tracker.tag.acts.mentioned.appraisals_zh import is_appraised
from tracker.tag.acts.mentioned.fields_zh import is_field
from tracker.tag.acts.mentioned.means_zh import is_means
from tracker.tag.acts.mentioned.partners_zh import is_joined
from tracker.tag.acts.mentioned.scenes_zh import is_scene
from tracker.tag.acts.mentioned.topics_zh import is_surrounded
from tracker.tag.acts.target_context import DENIED, TargetContext

# 如何发展 X，是他一直思考的.
HOW = re.compile(r"如何[^。；，]{0,20}$"), re.compile(r"[^。；]{0,40}(?:思考|探索|课题|难题|答案|问题)")
QUESTION = re.compile(r"请问|提问|答记者问|[？?]\s*$")
TOLD_OF = re.compile(r"(?:介绍|通报|回顾|听取|了解|审议)了?[^。]*$")
# 察看 X 展示: shown to a visitor.
SEEN = (
    re.compile(r"(?:察看|观看|参观|观摩)了?[^，。；]*$"),
    re.compile(r"[^，。；]{0,10}(?:展示|展区|展台|演示|展品|样品)|(?=[。；]|$)"),
)
# 共议 X: talked about.
TALKED = re.compile(r"(?:共议|共话|畅谈|研讨|探讨)[^，。；]*$")
# 充分认识 X 取得的成就.
REACHED = re.compile(r"(?:认识|总结)[^，。；]*$"), re.compile(r"取得的[^，。；]{0,6}(?:成就|成效|成绩)")
HOW_IT_IS = re.compile(r"[^，。]{0,30}(?:情况|进展|成效|汇报|介绍)|[^，。]{0,120}调研情况")
BY_IT = re.compile(r"[^，。]{0,15}为(?:驱动|牵引|抓手|重点|契机|载体|主题|依托|突破口|背景|例|主(?=[，。；]|$))")
# 以“加快建设 X，推进……”为主题: what a summit is called.
THEMED = re.compile(r"以[“\"][^”\"]*$"), re.compile(r"[^”\"]*[”\"]为(?:年度)?主题")
THEME_IS = re.compile(r"主题(?:是|为)?[“\"][^”\"]*$")
# 将以 X 作为突破口, 要以综合整治 X 为重点.
WILL_BREAK = re.compile(
    r"将以[^，。]*$|要以(?:综合)?(?:整治|治理|推进|发展|建设)[^，。]*$|将[^。；]*，以(?:发展|推进|培育|建设)[^，。]*$"
)
# 保障 X 产业链供应链安全: what is safe are the chains.
KEPT = (
    re.compile(r"(?:保障|维护|确保|增强|提升)[^，。；]*$"),
    re.compile(r"[^，。；]{0,12}产业链供应链(?=[^，。；]{0,4}(?:安全|稳定|韧性))"),
)
BRINGS = re.compile(
    r"(?:融合|应用|技术|突破|普及|创新|成立|落地|[56]G)(?:将|可|能够|有望)[^，。；]{0,30}$|(?:有助于|有利于)[^，。；]"
    r"{0,30}$"
)
# 完善有利于 X 的制度: a system that is built for it.
BUILT = re.compile(r"(?:完善|建立|健全|制定|出台)有(?:利|助)于[^，。；]{0,8}$")
# 《读本》的出版，有助于……，推进 X: what a book is good for.
HELPS_TO = re.compile(r"(?:出版|发行|问世)，(?:将|必将)?(?:有助于|有利于)[^。；]*$")
SPEEDS = re.compile(r"(?:融合|应用|技术|突破)(?:将|可|能够|有望)[^。；]{0,40}，加速[^，。；]{0,8}$")
# 围绕 X 等产业方向，组织80项技术研发: what is going to be done for it.
ORGANIZES = re.compile(r"[^，。；]{0,30}(?:领域|行业|产业|方向)，组织\d+项")
# 为适应 X 的快速增长: a reason.
BECAUSE = re.compile(r"为(?:了)?(?:适应|满足|应对|顺应)[^，。]*$")
SEIZED = re.compile(r"(?:抓住|抢抓|把握|紧抓|抓牢)[^，。]*$")
OCCASION = re.compile(r"[^，。]{0,24}(?:机遇|契机|机会|窗口)")
# X 驱动的格局, 与 X 相适应的关系.
LED_BY = re.compile(
    r"(?:驱动|引领|支撑|牵引)的|相(?:适应|适配|匹配)|[”\"]?(?:浪潮|热潮|风口|大潮)(?:的)?(?:推动|带动|驱动|席卷)?(?:下|"
    r"中)"
)
# 继 X 之后, 继提出发展 Y 和推进 X 战略之后.
AFTER_IT = re.compile(r"继(?!续)[^，。；]*$"), re.compile(r"[^，。；]{0,24}之后")
# 早在10多年前，国家刚提出鼓励 X: what was wanted then.
LONG_AGO = re.compile(r"早在[^，。；]{2,12}前，[^。；]*(?:提出|鼓励|支持)[^，。；]*$|去年提出[“\"][^”\"]*$")
# 提出“X”这一重大理论: how a thought is called.
A_THOUGHT = (
    re.compile(r"提出了?[“\"]?[^，。；]{0,8}$"),
    re.compile(r"[”\"]?这一[^，。；]{0,8}(?:理论|论断|概念|命题|理念|思想)"),
)
# 规划纲要首次将“建设 X”纳入: a paper names it.
TAKEN_IN = re.compile(r"首次将[“\"]?(?:建设|发展)?$"), re.compile(r"[”\"]?(?:纳入|写入|列入)")
# 深入……、X 等企业调研.
VISITS = re.compile(
    r"(?:深入(?!实施|推进|开展|推动|落实|贯彻|融合)|走进|走访|考察|来到|实地)[^，。]*$|先后[深到][^。]*$"
)
# 催生出 X、Y 等新赛道; X、Y 等新产品不断涌现.
SPRINGS = re.compile(r"(?:催生|涌现)出?[^，。；]*$")
# 带动 X、Y 等制造业: what it sets in motion elsewhere.
DRIVES = re.compile(r"带动[^，。；]*$"), re.compile(r"[^，。；]{0,20}等[^，。；]{0,8}(?:制造业|产业|行业)")
SPRUNG = re.compile(r"[^，。；]{0,20}等(?![^，。；]*成果)[^，。；]{0,14}(?:涌现|迭出|层出不穷|竞相发展)")
PLACES = re.compile(r"[^。]{0,24}?(?:企业|单位|院所|现场|实验室|车间|公司)")
# 为贯彻落实《X》，……: why something else is done.
TO_OBEY = re.compile(r"为(?:了|全面|深入|认真|进一步|更好)*(?:贯彻|落实|实施)+$")
# 落实《X》要求，……: obeyed, whatever is done then.
OBEYS = (
    re.compile(r"(?:落实|贯彻|按照|根据|满足|符合)(?:《[^》]*》[、和]?)*$"),
    re.compile(r"(?:[、和]?《[^》]*》)*(?:等?(?:文件|政策)?的?(?:有关|相关|强制性|国标|国家标准)*(?:要求|精神|部署))"),
)
TITLE_SAYS = re.compile(r"[^，。]{0,6}(?:提出|明确|指出|要求|强调)")
PROPOSES = re.compile(r"[^，。]{0,6}，?并?(?:提出|明确|指出|要求|部署)")
THEME = re.compile(r"案例[。；：]?$|(?:申报|推荐)的[^，。]{0,20}项目|可(?:独立|单独|直接)?(?:推荐|申报)")
BRACKETS = len("《》")
# 发布《X 发展报告》: a study is named so.
STUDIED = re.compile(r"报告(?:[（(]?20\d\d[^》]{0,8})?》$")


def is_aside(said: TargetContext) -> bool:
    """True where the initiative is asked about, or a means, a scene, a part or a partner of something else."""
    return not ORGANIZES.match(said.text, said.hit.end) and any(finds(said) for finds in ASIDES)


def is_theme(said: TargetContext) -> bool:
    """以“X”为主题: what an event is held under, and what does not begin where the event does."""
    return said.stands_between(THEMED)


def _denies(said: TargetContext) -> bool:
    """X 标准尚未出台."""
    return bool(DENIED["zh"].search(said.text, *said.clause))


def _asks(said: TargetContext) -> bool:
    """请问 X, 介绍 X 情况时指出."""
    if REACHED[0].search(said.before) and REACHED[1].match(said.after):
        return True
    told_of = TOLD_OF.search(said.text, said.clause.start, said.hit.start) and HOW_IT_IS.match(said.after)
    if HOW[0].search(said.before) and HOW[1].match(said.plain, said.hit.end):
        return True
    seen = SEEN[0].search(said.before) and SEEN[1].match(said.after)
    return bool(QUESTION.search(said.text) or told_of or seen or TALKED.search(said.before))


def _recalls(said: TargetContext) -> bool:
    """Whether the name stands in the longer title of a paper that is called to mind and says nothing here."""
    title = said.title
    if title and said.kind == "news" and STUDIED.search(said.text, *title):
        return True
    if title and said.kind == "news" and said.dated_back and not PROPOSES.match(said.text, title.end):
        return True
    if title and TO_OBEY.search(said.text, 0, title.start):
        return True
    if title and OBEYS[0].search(said.text, 0, title.start) and OBEYS[1].match(said.text, title.end):
        return True
    if said.kind != "news" or not title or title.end - title.start <= said.hit.end - said.hit.start + BRACKETS:
        return False
    return not TITLE_SAYS.match(said.text, title.end) and bool(said.patterns.recall.search(said.plain))


def _uses(said: TargetContext) -> bool:
    """以 X 为抓手, 抓住 X 机遇."""
    # 将以 X 作为突破口 says what will be done.
    before = said.plain[: said.hit.start]
    as_means = "以" in said.before and BY_IT.match(said.after) and not WILL_BREAK.search(before)
    if is_theme(said) or THEME_IS.search(before):
        return True
    if LED_BY.match(said.text, said.hit.end) or (AFTER_IT[0].search(before) and AFTER_IT[1].match(said.after)):
        return True
    return bool(
        as_means
        or LONG_AGO.search(before)
        or (A_THOUGHT[0].search(said.before) and A_THOUGHT[1].match(said.after))
        or (TAKEN_IN[0].search(before) and TAKEN_IN[1].match(said.plain, said.hit.end))
        or (KEPT[0].search(said.before) and KEPT[1].match(said.text, said.hit.end))
        or BECAUSE.search(said.text[said.clause.start : said.hit.start])
        or (SEIZED.search(said.before) and OCCASION.match(said.after))
    )


def _visits(said: TargetContext) -> bool:
    """深入 X 等企业: where somebody goes."""
    return bool(VISITS.search(said.plain[: said.hit.start]) and PLACES.match(said.plain, said.hit.end))


def _springs(said: TargetContext) -> bool:
    """X 等新产品不断涌现: one of the things that come up."""
    earlier = said.plain[: said.clause.start]
    wanted = said.is_asked or said.patterns.urge.search(earlier) or said.patterns.will.search(earlier)
    # 创新催生了 X, 不断催生 X。: it has come up.
    if said.before.endswith(("催生了", "不断催生")) or (said.before.endswith("催生") and not said.after):
        return False
    drives = DRIVES[0].search(said.before) and DRIVES[1].match(said.after)
    return bool(drives or (SPRINGS.search(said.before) and not wanted) or SPRUNG.match(said.after))


def _is_effect(said: TargetContext) -> bool:
    """5G与工业互联网的融合将加速 X: what a thing, not a body, will bring about."""
    before = said.plain[: said.hit.start]
    if BUILT.search(said.before):
        return False
    return bool(BRINGS.search(said.before) or SPEEDS.search(before) or HELPS_TO.search(before))


def _calls(said: TargetContext) -> bool:
    """What a call for entries may be about, and who may enter."""
    return said.kind == "paper" and bool(THEME.search(said.text))


ASIDES: tuple[Callable[[TargetContext], bool], ...] = (
    _denies,
    _asks,
    _recalls,
    _uses,
    is_means,
    is_joined,
    is_appraised,
    _visits,
    _springs,
    is_field,
    is_surrounded,
    _is_effect,
    is_scene,
    _calls,
)
