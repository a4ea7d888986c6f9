"""Decide whether a sentence reports as news that a paper on the initiative was issued."""

import re

from tracker.tag.acts.designated.chinese_rows import BACKED
from tracker.tag.acts.issued.papers_en import issues_in_english
from tracker.tag.acts.issued.taxes import is_taxed
from tracker.tag.acts.target_context import TITLE, TargetContext, strike
from tracker.tag.acts.tense.chinese import MANY
from tracker.text.normalize import Span

ABOUT = re.compile(r"(?:印发|发布|下发|公布|出台|制定|审议通过|会议通过)了?[^，。；]{0,8}关于")
# 审议通过了加快推进 X 建设、更好支持……的实施意见.
PASSED = re.compile(r"(?:审议通过|讨论通过|会议通过)了?[^。；]{0,50}$")
PASSED_PAPER = re.compile(r"[^。；]{0,60}的(?:实施)?(?:意见|方案|规划|计划|措施|办法|条例)")
# 现就……X……有关事项通知如下, 现组织开展 X 工作，……通知如下.
HEREBY = re.compile(r"现(?:就|组织|启动)[^。；]{0,60}$")
AS_FOLLOWS = re.compile(r"[^。；]{0,40}通知如下")
NOTICE = re.compile(r"(?:印发|发布|下发|发出|公布|出台)(?:了|有关|相关|关于)*(?:通知|公告|通告|文件)|发文")
# 主持召开国务院常务会议，通过《…》: the meeting passes a paper; elsewhere 通过 is "by way of".
MET = re.compile(r"(?:会议|大会|全会)(?:[^。；]{0,12}，)?(?:审议|讨论|研究)?(?:并)?(?:原则|表决|一致)?通过了?$")
NOT_BY_MANY = "(?<!密集)(?<!纷纷)(?<!陆续)(?<!相继)"  # an act of many is not a paper of one body
# 国务院印发的方案13日公布，推动 X: the paper has no name, and is reported by its aim.
IS_OUT = re.compile(
    r"(?:方案|意见|计划|规划|措施|办法|通知|文件)(?:\d{1,2}日|今[天日]|昨[天日]|近日|日前|正式|对外)*"
    r"(?:公布|发布|出台|印发|下发)，(?=部署|推动|推进|支持|加快|促进|鼓励)|"
    rf"{NOT_BY_MANY}(?:印发|发布|下发|公布|出台)了?(?:实施|行动|指导|专项|工作|若干)*(?:意见|方案|计划|规划|办法|措施|"
    rf"政策|文件|公告)[，\s]"
    r"(?=部署|推动|推进|支持|加快|促进|鼓励|规范|明确|调整|深入实施)|"
    r"(?:出台|发布|推出)了?\d+[项条](?:具体|政策|务实|支持)*(?:措施|举措|政策)(?:，[^。；]*)?，?(?=为|支持|促进|助力|"
    r"推动)"
)
PUTS_OUT = re.compile(rf"{NOT_BY_MANY}(?<!制定)(?:印发|发布|出台|公布)了?[^，。；《]{{0,14}}$")
# 出台……方案，推动……, an item in a list of plans.
UNTOLD = re.compile(r"\W*出台(?!了)")
# 七部门日前推出 X 实施方案; anything else that is 推出 need not be a paper.
PRESENTS = re.compile(r"部门[^，。；]{0,6}推出了?[^，。；《]{0,14}$")
PLAN = re.compile(r"[^，。；（）《》]{0,16}(?:方案|规划|计划|意见|办法)(?=[，。；（(]|$)")
DEPLOYS = re.compile(r"部署|做好|组织|加快|加力|推进|推动|支持|加强|规范|明确|调整|提出|实施|鼓励|促进")
# 发布 X 2025年工作要点（以下简称…）: a paper without its marks.
BARE = re.compile(
    r"[^，。；（）《》]{0,16}(?:要点|方案|规划|计划|意见|办法|指南|条例|纲要|措施|通则|导则|细则|政策|举措|顶层设计|"
    r"标准体系|(?:国家|行业|强制性|地方|国际|团体)标准|法规|规定|新政|(?<!招标)(?<!采购)(?<!召回)(?<!项目)(?<!业务)"
    r"(?<!进展)(?<!提示)公告|目录|路线图|(?<!名单)(?<!名单的)通知)(?=[，。；：（(*\s\u3000]|$|:?(?:目标到|明确|提出|"
    r"到20))"
)
# 修订印发《…》 is news, 修订《…》 looks back.
REVISED = re.compile(r"修订(?=印发|发布|出台|公布|形成)|新修订的")
# 《…》印发后, 《…》发布半年多来.
LONG_OUT = re.compile(r"后$|的?[^，。；]{0,2}(?:以来|[\d一二两三四五六七八九十半几]+[个多]*[年月周](?:多)?来)")
# 出台 X 等30余项政策: a total so far.
SO_MANY = re.compile(r"[^。；]{0,20}等\d+[余多]?[项条个]")
# 出台包括 X 在内的26条举措; X 政策相继出台.
PART_OF_IT = re.compile(r"(?:出台|推出|发布)了?包括[^，。；]*$")
BY_TURNS = re.compile(r"[^，。；]{0,16}(?:相继|陆续|先后|密集)(?:出台|发布|印发)")
# 出台 A、X 等系列行动计划.
SERIES = (
    re.compile(r"(?:出台|印发|发布|推出)了?[^，。；]{2,20}、[^，。；、]{0,6}$"),
    re.compile(r"等(?:系列|多项|一系列|建设)(?:行动计划|方案|规划|意见)"),
)
# 得益于国家出台 X 政策: the reason for a success.
BACKDROP = re.compile(r"得益|受益|随着|伴随|带动|自(?!主)|在")
# 《…》（征求意见稿）提出: not yet a paper; its release for comments is news.
DRAFT = re.compile(r"[（(](?:公开)?征求意见")
FOR_COMMENTS = (
    re.compile(r"(?:发布|公布)了?$"),
    re.compile(r"(?:就|对)$"),
    re.compile(r"(?!的?(?:实施|落实|执行|贯彻))[^，。；]{0,10}(?:公开)?征求[^，。；]{0,6}意见"),
)
# 公开征求《…》的意见; 《…（征求意见稿）》，向社会公开征求意见.
ASKED_ON = (re.compile(r"公开征求(?:对)?$"), re.compile(r"[^，。；]{0,16}意见"))
ON_DRAFT = re.compile(r"，?(?:现|正|已|开始|面向|向|社会)*公开征求[^，。；]{0,6}意见")
# 起草了《…（征求意见稿）》，现公开征求意见; 已完成并报批国家标准《…》，并公示.
DRAFTED = (
    re.compile(r"(?:(?:起草|完成|形成)了?|报批[^，。；《]{0,12})$"),
    re.compile(r"[^。；]{0,50}(?:公开征求[^，。；]{0,6}意见|(?<!不)公示)"),
)
# 《中国 X 发展报告2023》 is a study, and settles nothing.
STUDY = re.compile(r"(?:报告|白皮书|蓝皮书|绿皮书|指数|图谱)(?:[（(]?20\d\d[^》]{0,8})?》$")
# 《关于开展……试点工作的通知》，确定北京等6个城市为……: a list, whatever its title.
CHOOSES = re.compile(r"，(?:确定|公布|认定|批准)了?[^。；]{0,60}\d+[个家座]")
# 大会发布《X 融合应用》等一系列创新成果.
RESULTS = re.compile(r"[^，。；]{0,40}等[^，。；]{0,8}成果")
CLAUSE_START = re.compile(r"[，。；：]")
CLAUSE_END = re.compile(r"[，。；]")
# 为推动 X 发展，现将有关工作通知如下.
NOTIFIES = re.compile(r"[^。；]{0,120}现(?:就|将)[^。；]{0,20}(?:通知|公告)如下")
# 为推动 X 发展，制定本方案: how a paper begins.
THIS_PAPER = re.compile(
    r"[^。；，]{0,30}，?\s{0,2}(?:[^。；，]{0,16}，\s{0,2})?(?:特)?(?:制定|编制|制订)(?:本|如下)(?:[^，。；]{0,6})"
    r"(?:方案|意见|规划|计划|办法|措施|细则|条例|指南)"
)
# 为贯彻……，深入……，推动……: an aim that comes that late is one of many, and not the subject of the paper.
PURPOSES = re.compile(r"\W*为[^。；]*，[^。；]*，[^。；]*$")
# 我们编制了《…》。现印发给你们.
NOW_ISSUED = re.compile(r"[^。；]{0,20}[，。]现(?:予以?)?(?:印发|公布|发布)")
LATELY = "近日|日前|今[天日]|昨[天日]"
# 9月1日发布的《…》提出: news of the paper, reported by its content.
FRESHLY = re.compile(rf"{LATELY}|(?<!年)(?:\d{{1,2}}月)?\d{{1,2}}日|最新|(?:正式|对外)$")
# 工信部官网27日消息，……，工信部制定了《…》.
DRAWN_UP = re.compile(r"制定了$")
FRESH_NEWS = re.compile(rf"日(?:消息|讯|电)，|{LATELY}")
# 出台两个月来: time since the release.
SINCE_THEN = re.compile(r"(?:实施)?(?:以来|(?:\d+|[一二两三四五六七八九十几半]+)[个多]*[年月周](?:多)?来)")
# 今年，《…》公布; 两个月后，《…》发布: reported in a review.
IN_REVIEW = re.compile(r"(?:^|。)(?:今年(?:一开年|年?初)?|[一两二三四五六]个月后)，$")
# A review of several years: 2016年以来，印发了《…》.
SINCE = re.compile(r"[年月]来|以来|先后|相继|陆续")
# 先后出台近百项政策。发布 X 实施意见: one of those of many years.
ONE_OF_MANY = re.compile(r"先后|相继|陆续|近年来|多年来")
# 印发《…》，就深入推进 X 作出部署: the subject of the paper.
DEPLOYED = (
    re.compile(r"，(?:就|对)[^，。；]*$"),
    re.compile(r"[^。；]{0,80}?(?:作出|做出|提出)[^，。；]{0,8}(?:部署|规定|安排)"),
)
ONE_THEME = re.compile(r"、[^，。；]{0,20}等[^，。；]{0,6}(?:领域|行业|方面)")
# 抓紧制定出台 X 措施: to come.
IN_HAND = re.compile(r"(?:抓紧|加紧|加快|尽快|正在|推动)(?:研究|编制)?(?:制定|出台|印发|发布|制订|修订)")


def issues(said: TargetContext) -> bool:
    """Decide whether a paper about the initiative was issued.

    A paper to which the text refers back, or that lists names, does not count.
    """
    if said.language == "en":
        return issues_in_english(said)
    if said.dated_back:
        return False
    if said.title:
        return _is_for_comments(said, said.title) or _titled(said, said.title)
    if _is_deployed(said) or is_taxed(said):
        return True
    return _untitled(said) or _noticed(said)


def notice(sentence: str) -> bool:
    """Decide whether `sentence` says that a notice was issued, without its name: 印发通知."""
    return bool(NOTICE.search(sentence))


def _titled(said: TargetContext, title: Span) -> bool:
    p, outside = said.patterns, strike(TITLE, said.asserted)
    if (
        DRAFT.match(said.text, title.end)
        or STUDY.search(said.text[slice(*title)])
        or CHOOSES.match(outside, title.end)
        or RESULTS.match(outside, title.end)
        or p.listed.search(said.text[slice(*title)])
        or SINCE.search(outside[: title.start])
        or IN_REVIEW.search(outside[: title.start])
    ):
        return False
    before = CLAUSE_START.split(outside[: title.start])[-1].replace("现将", "")
    recalled = p.recall.search(REVISED.sub("", before))
    if MET.search(outside, 0, title.start):
        return True
    verbs = list(p.issue.finditer(before))
    if verbs and not before[verbs[-1].end() :].startswith("的"):
        # A headline that lost its line end may stand before: 我国将……工信部近日印发《…》.
        lately = max((m.start() for m in re.finditer(LATELY, before[: verbs[-1].start()])), default=0)
        planned = p.will.search(before, lately, verbs[-1].start())
        return (
            not planned
            and not SINCE_THEN.match(before, verbs[-1].end())
            and not (recalled and recalled.start() < verbs[0].start())
        )
    if NOW_ISSUED.match(outside, title.end) or (verbs and FRESHLY.search(before, 0, verbs[0].start())):
        return not recalled
    if DRAWN_UP.search(before) and FRESH_NEWS.search(outside, 0, title.start):
        return True
    return _is_out(said, outside, title, before)


def _is_out(said: TargetContext, outside: str, title: Span, before: str) -> bool:
    """Decide whether a paper is out: 《…》今天发布; 《…》将于9月正式发布 is still to come."""
    p, after = said.patterns, CLAUSE_END.split(outside[title.end :])[0]
    out = p.issue.search(after)
    if out is None or p.recall.search(outside[: title.start] + after) or LONG_OUT.match(after, out.end()):
        return False
    return not p.will.search(before + after[: out.start()])


def _is_for_comments(said: TargetContext, title: Span) -> bool:
    """Decide whether a draft is put out for comments: 就《…》公开征求意见, 发布《…》（征求意见稿）."""
    outside = strike(TITLE, said.asserted)
    released, on_it, asked = FOR_COMMENTS
    before = outside[: title.start]
    # 为落实……，起草了《…》: the plan that it serves is not a paper to which it refers back.
    if said.kind != "news" or said.patterns.recall.search(REVISED.sub("", CLAUSE_START.split(before)[-1])):
        return False
    named = DRAFT.search(said.text, *title) and ON_DRAFT.match(outside, title.end)
    if named or (ASKED_ON[0].search(before) and ASKED_ON[1].match(outside, title.end)):
        return True
    out = released.search(before) and DRAFT.match(outside, title.end)
    shown = DRAFTED[0].search(before) and DRAFTED[1].match(outside, title.end)
    return bool(out or shown or (on_it.search(before) and asked.match(outside, title.end)))


def _is_deployed(said: TargetContext) -> bool:
    """Decide whether an issued paper sets out work on the initiative: 印发《…》，就深入推进 X 作出部署."""
    about, orders = DEPLOYED
    paper = TITLE.search(said.asserted, 0, said.hit.start)
    named = paper and about.search(said.plain[: said.hit.start]) and orders.match(said.plain, said.hit.end)
    return bool(named and paper and said.kind == "news" and _titled(said, Span(*paper.span())))


def _untitled(said: TargetContext) -> bool:
    """Decide whether a paper without its title is issued: 印发关于 X 的通知, X 规划出台."""
    p = said.patterns
    # The name of an initiative may end with that of its paper: 设备更新和技术改造指南.
    if (
        PART_OF_IT.search(said.before)
        or MANY.search(said.before)
        or BY_TURNS.match(said.after)
        or SO_MANY.match(said.plain, said.hit.end)
    ):
        return False
    puts_out, named = (PRESENTS, PLAN) if PRESENTS.search(said.before) else (PUTS_OUT, BARE)
    if puts_out.search(said.before) and any(named.match(said.text, start) for start in said.hit):
        # A report says in its look back which papers its government has put out.
        told = said.tells_news and not said.is_asked and not BACKDROP.search(said.before)
        return told and not p.will.search(said.before) and not _is_in_hand(said)
    if _is_this_paper(said) or (SERIES[0].search(said.before) and SERIES[1].match(said.text, said.hit.end)):
        return True
    paper = p.paper.search(said.after)
    if paper is None or p.will.search(said.before + said.after):
        return False
    if ABOUT.search(said.before):
        return True
    verb = p.issue.search(said.after, paper.end())
    # 补贴政策的出台 is a thing, and its effect is the news.
    return bool(
        verb and said.after[verb.start() - 1] != "的" and not SINCE_THEN.match(said.after, verb.end())
    ) and not p.recall.search(said.plain[: said.hit.start])


def _is_in_hand(said: TargetContext) -> bool:
    """Decide whether a paper is still in hand, or one of those of many years.

    抓紧制定出台 X 措施 is to come; 先后出台政策。发布 X 意见 looks back on years.
    """
    listed = said.mood == "plan" and UNTOLD.match(said.plain)
    return bool(listed or IN_HAND.search(said.before) or ONE_OF_MANY.search(said.lead))


def _is_this_paper(said: TargetContext) -> bool:
    """Decide whether a paper is passed, or speaks of itself.

    会议通过……X……的意见, 现就 X 通知如下, 为推动 X，制定本方案.
    """
    before = said.plain[: said.hit.start]
    passed = PASSED.search(before) and PASSED_PAPER.match(said.plain, said.hit.end)
    notifies = HEREBY.search(before) and AS_FOLLOWS.match(said.plain, said.hit.end)
    made = THIS_PAPER.match(said.plain, said.hit.end) and not PURPOSES.match(before)
    of_itself = made or NOTIFIES.match(said.plain, said.hit.end)
    return bool(passed or notifies or (said.kind == "news" and of_itself))


def _noticed(said: TargetContext) -> bool:
    """Decide whether a notice without a name starts what is named: 发布通知，启动 X."""
    if out := IS_OUT.search(said.plain, 0, said.hit.start):
        return not CLAUSE_END.search(said.plain, out.end(), said.hit.start)
    # 印发通知，支持创建甲、乙 X: a choice; 下发通知，我国将加快 X、新能源等领域攻关: one theme of many.
    if BACKED(said) or ONE_THEME.match(said.plain, said.hit.end):
        return False
    found = NOTICE.search(said.plain, 0, said.hit.start)
    # 联合发文——印发《…》，扩大 X 供给: the paper has a name, and its subject is X.
    if found and TITLE.search(said.asserted, found.end(), said.hit.start):
        return False
    starts = (said.patterns.launch, DEPLOYS)
    spans = ((found.end(), said.hit.start), (said.hit.end, said.clause.end)) if found else ()
    return any(start.search(said.plain, *span) for start in starts for span in spans)
