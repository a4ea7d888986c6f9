"""Find in a Chinese sentence the stage of the paper that it names."""

import re

from tracker.tag.acts.target_context import TITLE, TargetContext, strike
from tracker.text.normalize import Span

# 《A》、《B》和: papers that are named together.
LIST = r"(?:《[^》]{0,200}》(?:（[^）]{0,200}）)?(?:、|和|及|与|以及)?){0,6}"
CLOSE = r"[^，。；《》]"
# 废止《…》; 《…》同时废止, but not rules that stand against something (清理废止妨碍……的规定).
REPEALED = (
    re.compile(rf"(?:废止|撤销|停止执行)了?{CLOSE}{{0,12}}{LIST}$"),
    re.compile(rf"{LIST}{CLOSE}{{0,24}}?(?:废止|失效|停止(?:执行|施行))"),
)
# 拟废止《…》, 推动修订或废止《…》: to come.
TO_BE_REPEALED = re.compile(
    r"(?:拟|将|推动|研究|建议|适时|及时|加快|抓紧|计划|按程序|不|未)[^，。；《》]{0,8}(?:废止|撤销|停止执行)"
)
# 《…（征求意见稿）》, 《…》（草案）.
DRAFT_IN_NAME = re.compile(r"[（(〔][^（）()]{0,12}(?:征求意见|意见征集|草案|送审|报批)[^（）()]{0,8}[）)〕]》?$")
DRAFT_BEHIND = re.compile(r"[（(〔][^（）()]{0,12}(?:征求意见|意见征集|草案|送审|报批)|征求意见稿")
FOR_COMMENTS = re.compile(r"征求意见|意见征集|报批")
# 就《…》公开征求意见; 公开征求对《…》的意见; 起草了《…》，现予公示.
ASKS = (
    (
        re.compile(rf"(?:就|对|将)[^，。；《》]{{0,30}}{LIST}$"),
        re.compile(
            r"(?!(?:的)?(?:实施|落实|执行|贯彻))[^。；]{0,16}?(?:征求|征集)[^，。；]{0,12}"
            r"(?:意见|建议)(?!(?:建议)?[^，。；]{0,4}(?:基础上|后))"
        ),
    ),
    (re.compile(rf"(?:征求|征集)[^，。；《》]{{0,16}}{LIST}$"), re.compile(r"[^，。；]{0,24}?(?:意见|建议)")),
    (
        re.compile(rf"(?:起草|编制|制定|完成|形成|修订|报批)[^，。；《》]{{0,16}}{LIST}$"),
        re.compile(r"[^。；]{0,60}?(?:公开征求|向社会[^，。；]{0,6}征求|(?<!不)公示|征求意见稿)"),
    ),
)
ASKED = re.compile(
    r"[^，。；《》]{0,16}?(?:开始|正在|面向|向社会|现|，)(?:公开|面向|向|社会|广泛)*(?:征求|征集)[^，。；]{0,6}"
    r"(?:意见|建议)"
)
# 此前曾公开征求意见; 在广泛征求意见的基础上: an earlier stage.
ASKED_BEFORE = re.compile(
    r"(?:此前|前期|早前|曾|已于|经|在|历经|根据|广泛|充分)[^，。；《》]{0,12}(?:征求|征集|听取)[^，。；]{0,12}意见"
    r"[^，。；]{0,6}(?:后|基础上|，(?=[^，。；]{0,20}(?:印发|发布|公布|出台)))"
    r"|(?:此前|前期|早前|曾)[^，。；《》]{0,16}征求[^，。；]{0,8}意见"
)
# 会议审议通过《…》; 《…》已经国务院常务会议通过.
PASSED = (
    re.compile(
        r"(?<!会)(?:(?:审议|讨论|研究|审核|表决|投票|一致|原则)(?:并|和|、)?(?:表决|原则|一致)?通过|"
        rf"(?:会议|大会|全会|常委会)[^，。；《》]{{0,6}}，?(?:表决|原则|一致)?通过)了?[^，。；《》]{{0,20}}{LIST}$"
    ),
    re.compile(
        r"(?:（[^）]{0,20}）)?[^。；《》]{0,6}?(?:已|业|日前|近日|正式|于)?[^。；《》]{0,20}?"
        r"(?:(?:会议|大会|全会|常委会|委员会)[^，。；《》]{0,12}(?:审议|讨论|表决|研究)?(?:表决|原则|一致)?通过|"
        r"(?:审议|表决|讨论)(?:表决|原则|一致)?通过|(?:获|经)[^，。；《》]{0,8}(?:审议|表决)通过)"
    ),
)
PASSED_UNTITLED = (
    re.compile(
        r"(?:审议|讨论|研究|表决)(?:并)?(?:原则|表决)?通过了?[^。；《》]{0,60}$|会议(?:原则)?通过了?[^。；《》]{0,60}$"
    ),
    re.compile(r"[^。；《》]{0,60}?(?:意见|方案|规划|计划|措施|办法|条例|纲要|决定|规定|草案)"),
)
# A shareholders' meeting, an examination of a standard, acceptance of a project: nothing is adopted.
OTHER_MEETING = re.compile(r"董事会|股东|评审|验收|审查会|专家[^，。；]{0,4}(?:会|组|委)|论证会|党组会")
# 修订印发《…》, 新修订的《…》, 关于修改《…》的决定, 《…（2025年修订）》; not 根据修订后的《A》，印发《B》.
REVISED_BEFORE = re.compile(
    r"(?:修订|修改)(?:后)?的$|(?:修订|修改)(?:并)?(?:印发|发布|公布|出台|形成|完成)?了?[^，。；《》]{0,6}$|"
    r"(?:新修订|新版|修订版)[^，。；《》]{0,4}$"
)
REVISED_IN_NAME = re.compile(
    r"[（(〔][^（）()]{0,10}(?:修订|修正|修改)[^（）()]{0,4}[）)〕]》?$|《?关于(?:修改|修订)(?!.*关于)|"
    r"修[改正订]案[^《》]{0,4}》$"
)
REVISED_BEHIND = re.compile(r"(?:进行了?(?:修订|修改)|作(?:出|了)(?:修订|修改)|（修订|修订版)")
UNDER = re.compile(r"(?:根据|按照|依据|依照|落实|贯彻|执行|对照)[^，。；]{0,8}(?:修订|修改)")
# 拟修订《…》, 启动……修订: to come.
TO_BE_REVISED = re.compile(r"(?:拟|将|推动|研究|加快|抓紧|启动|组织|适时|计划)[^，。；《》]{0,4}(?:修订|修改)")
OUT = re.compile(r"印发|发布|公布|出台|颁布|下发|颁行")
STILL_TO_COME = re.compile(r"(?:将|拟|适时|尽快|抓紧|后)[^，。；]{0,12}$")
# 《…》印发后, 拟发布的.
AFTERWARDS = re.compile(r"(?:后|时)(?![^，。；]{0,2}日)")


def stage(said: TargetContext) -> str | None:
    """Return the stage that the sentence states of the paper that holds the hit, or that it names for it; else None."""
    text, paper = said.asserted, said.title
    before, after = (text[: paper.start], text[paper.end :]) if paper else ("", "")
    if paper and _is_repealed(before, after):
        return "repealed"
    if (paper and _is_passed(text, paper)) or (paper is None and _passes_untitled(said)):
        return "adopted"
    if _is_draft(said, paper):
        return "draft"
    if paper and _is_revised(text, paper):
        return "revised"
    return "issued" if _is_out(text) else None


def repeals(said: TargetContext) -> bool:
    """Decide whether the sentence says that the paper that holds the hit is no longer in force."""
    paper = said.title
    return bool(paper) and stage(said) == "repealed"


def _is_repealed(before: str, after: str) -> bool:
    if TO_BE_REPEALED.search(before):
        return False
    gone, ends = REPEALED
    behind = ends.match(after)
    return bool(gone.search(before)) or bool(behind and not TO_BE_REPEALED.search(after, 0, behind.end()))


def _is_passed(text: str, paper: Span) -> bool:
    """Decide whether a paper is passed, and not said to be out: 审议通过《…》.

    A text put out for comments is a draft.
    """
    before, after = text[: paper.start], text[paper.end :]
    if OTHER_MEETING.search(before) or FOR_COMMENTS.search(text[slice(*paper)]):
        return False
    passes, passed = PASSED
    if not (passes.search(before) or passed.match(after)):
        return False
    return not _is_out(strike(TITLE, text))


def _passes_untitled(said: TargetContext) -> bool:
    before, behind = PASSED_UNTITLED
    passed = before.search(said.plain, 0, said.hit.start) and behind.match(said.plain, said.hit.end)
    return bool(passed) and not OTHER_MEETING.search(said.plain) and not _is_out(said.plain)


def _is_draft(said: TargetContext, paper: Span | None) -> bool:
    text = strike(ASKED_BEFORE, said.asserted)
    start, end = paper or said.hit
    if paper and (DRAFT_IN_NAME.search(text[start:end]) or DRAFT_BEHIND.match(text, end)):
        return True
    if paper is None and DRAFT_BEHIND.search(said.after):
        return True
    return bool(ASKED.match(text, end)) or any(
        left.search(text, 0, start) and right.match(text, end) for left, right in ASKS
    )


def _is_revised(text: str, paper: Span) -> bool:
    before, name = text[: paper.start], text[slice(*paper)]
    if UNDER.search(before) or TO_BE_REVISED.search(before):
        return False
    return bool(REVISED_BEFORE.search(before) or REVISED_IN_NAME.search(name) or REVISED_BEHIND.match(text, paper.end))


def _is_out(text: str) -> bool:
    """Decide whether something is said to be out, and not to come out."""
    outside = strike(TITLE, text)
    return any(
        not STILL_TO_COME.search(outside, 0, m.start()) and not AFTERWARDS.match(outside, m.end())
        for m in OUT.finditer(outside)
    )
