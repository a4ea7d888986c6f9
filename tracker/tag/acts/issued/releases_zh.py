"""Define questions of rows on Chinese papers: whether a verb puts out the paper, and whether that is news."""

import re
from dataclasses import replace

from tracker.tag.acts.designated.chinese_rows import BACKED
from tracker.tag.acts.target_context import TITLE, TargetContext
from tracker.tag.notation import compiled
from tracker.text.normalize import Span

CLAUSE_START = re.compile(r"[，。；：]")
CLAUSE_END = re.compile(r"[，。；]")
# 修订印发《…》 is news, 修订《…》 looks back; 现将 does not look ahead.
REVISED = re.compile(r"修订(?=印发|发布|出台|公布|形成)|新修订的")
LATELY = compiled("{LATELY}", "zh")
# 9月1日发布的《…》提出: news of the paper, reported by its content.
FRESHLY = compiled(r"{LATELY}|(?<!年)(\d{1,2}月)?\d{1,2}日|最新|(正式|对外)$", "zh")
# 《…》印发后, 《…》发布半年多来; 出台两个月来: time since the release.
LONG_OUT = compiled("后$|的?…2({SINCE_OUT})", "zh")
SINCE = "(实施)?({SINCE_OUT})"
SINCE_THEN = compiled(SINCE, "zh")
# 发布机关：科技部 is a line of facts.
NO_NEWS = compiled(f"{SINCE}|机[关构]|单位|日期|时间", "zh")
# The name of an initiative may end with that of its paper: 设备更新和技术改造指南.
BARE = (
    r"[^，。；（）《》]{0,16}(要点|方案|规划|计划|意见|办法|指南|条例|纲要|措施|通则|导则|细则|政策|举措|顶层设计|"
    r"标准体系|(国家|行业|强制性|地方|国际|团体)标准|法规|规定|新政|(?<!招标)(?<!采购)(?<!召回)(?<!项目)(?<!业务)"
    r"(?<!进展)(?<!提示)公告|目录|路线图|(?<!名单)(?<!名单的)通知)"
    r"(?=[，。；：（(*\s\u3000]|$|:?(目标到|明确|提出|到20))"
)
NAMED_BARE = compiled(BARE, "zh")
# 出台……方案，推动……, an item in a list of plans.
UNTOLD = re.compile(r"\W*出台(?!了)")
# 先后出台近百项政策。发布 X 实施意见: one of those of many years.
ONE_OF_MANY = re.compile(r"先后|相继|陆续|近年来|多年来")
NOTICE = compiled("({ISSUE}|发出)(了|有关|相关|关于)*(通知|公告|通告|文件)|发文", "zh")
DEPLOYS = compiled("{PROMOTE}|做好|组织|加力|加强|规范|明确|调整|提出|实施", "zh")


def notice(sentence: str) -> bool:
    """Decide whether a sentence says that a notice was issued, without its name: 印发通知."""
    return bool(NOTICE.search(sentence))


def is_recalled_by_its_clause(said: TargetContext) -> re.Match[str] | None:
    """The clause before the 《title》 recalls an earlier paper: 根据《…》."""
    return said.patterns.recall.search(REVISED.sub("", _before_title(said)))


def _before_title(said: TargetContext) -> str:
    title = said.title or Span(0, 0)
    return CLAUSE_START.split(said.plain[: title.start])[-1].replace("现将", "")


def is_titled_a_list(said: TargetContext) -> re.Match[str] | None:
    """The 《title》 is that of a list."""
    return said.title and said.patterns.listed.search(said.text, *said.title)


def has_its_verb(said: TargetContext) -> re.Match[str] | None:
    """A verb before the 《title》 puts it out: 印发《…》; not 印发的《…》."""
    if said.title is None:
        return None
    before = _before_title(said)
    verbs = list(said.patterns.issue.finditer(before))
    return verbs[0] if verbs and not before.startswith("的", verbs[-1].end()) else None


def is_put_out_now(said: TargetContext) -> re.Match[str] | None:
    """The verb before the 《title》 is neither planned nor recalled."""
    before, first = _before_title(said), has_its_verb(said)
    if first is None:
        return None
    *_, last = said.patterns.issue.finditer(before)
    # A headline that lost its line end may stand before: 我国将……工信部近日印发《…》.
    lately = max((m.start() for m in LATELY.finditer(before, 0, last.start())), default=0)
    recalled = is_recalled_by_its_clause(said)
    old = SINCE_THEN.match(before, last.end()) or (recalled and recalled.start() < first.start())
    return None if old or said.patterns.will.search(before, lately, last.start()) else first


def is_just_out(said: TargetContext) -> re.Match[str] | None:
    """The clause dates the release to a recent day: 9月1日发布的《…》."""
    before = _before_title(said)
    verb = said.title and said.patterns.issue.search(before)
    return verb and FRESHLY.search(before, 0, verb.start())


def is_out(said: TargetContext) -> re.Match[str] | None:
    """A verb after the 《title》 puts it out: 《…》今天发布; 《…》将于9月正式发布 is still to come."""
    if said.title is None:
        return None
    p, after = said.patterns, CLAUSE_END.split(said.outside[said.title.end :])[0]
    # 召开《…》发布会 puts nothing out.
    out = next((verb for verb in p.issue.finditer(after) if not after.startswith("会", verb.end())), None)
    if out is None or p.recall.search(said.outside[: said.title.start] + after) or LONG_OUT.match(after, out.end()):
        return None
    return None if p.will.search(_before_title(said) + after[: out.start()]) else out


def is_in_a_title(said: TargetContext) -> bool:
    """The name is in a 《title》."""
    return said.title is not None


def ends_with_its_paper(said: TargetContext) -> re.Match[str] | None:
    """The name itself ends with the kind of its paper."""
    return NAMED_BARE.match(said.text, said.hit.start)


def is_planned_around(said: TargetContext) -> re.Match[str] | None:
    """The clause states that something will be done."""
    return said.patterns.will.search(said.before + said.after)


def is_no_news_of_a_paper(said: TargetContext) -> bool:
    """The text plans the paper, or it is one of those of many years."""
    # A report says in its look back which papers its government has put out.
    listed = said.mood == "plan" and UNTOLD.match(said.plain)
    return not said.tells_news or said.is_asked or bool(listed or ONE_OF_MANY.search(said.lead))


def at_an_earlier_title(said: TargetContext) -> TargetContext | None:
    """Return the same sentence around the first 《title》 before the name."""
    paper = TITLE.search(said.asserted, 0, said.hit.start)
    return replace(said, hit=Span(paper.start() + 1, paper.end() - 1)) if paper else None


def is_followed_by_a_paper(said: TargetContext) -> re.Match[str] | None:
    """A kind of paper follows the name in its clause."""
    return said.patterns.paper.search(said.after)


def comes_out(said: TargetContext) -> re.Match[str] | None:
    """The paper behind the name comes out: X 规划出台; neither 政策的出台, whose effect is the news, nor 发布机关."""
    paper = is_followed_by_a_paper(said)
    verb = paper and said.patterns.issue.search(said.after, paper.end())
    old = verb and (said.after[verb.start() - 1] == "的" or NO_NEWS.match(said.after, verb.end()))
    return None if old or said.patterns.recall.search(said.plain[: said.hit.start]) else verb


def starts_by_a_notice(said: TargetContext) -> re.Match[str] | None:
    """A notice without a name starts what is named: 发布通知，启动 X."""
    found = NOTICE.search(said.plain, 0, said.hit.start)
    # 联合发文——印发《…》，扩大 X 供给: the paper has a name, and its subject is X.
    if found is None or BACKED(said) or TITLE.search(said.asserted, found.end(), said.hit.start):
        return None
    spans = ((found.end(), said.hit.start), (said.hit.end, said.clause.end))
    starts = any(start.search(said.plain, *span) for start in (said.patterns.launch, DEPLOYS) for span in spans)
    return found if starts else None
