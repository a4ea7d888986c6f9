"""Decide whether a Chinese sentence plans something for what it names as a field or an aim."""

import re

from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import CLAUSE, SENTENCE, Near

DONE_ROUND = "(加快|大力|深入|扎实)?(推进|发展|推动|培育|促进|构建|建设)"
# 将围绕推进 X、发展 Y, 要围绕推进 X、Y; 围绕加快构建 X，研究……: work that will be done.
WILL_ROUND = Near(
    before=rf"[将要]围绕([^，。；]*[、和])?{DONE_ROUND}([^，。；]*[、和])?|^\W*围绕加快{DONE_ROUND}(全国)?",
    scope=CLAUSE,
)
# 要……，重点围绕推进 X.
ALSO_ROUND = Near(before=f"[将要]……，重点围绕(…[、和])?{DONE_ROUND}(…[、和])?")
# 围绕 X 等领域，国家已累计部署任务100多项; 围绕 X 已建成70条通道.
DONE_FOR_IT = Near(
    after=r"…6(已经?|累计)(建成|部署|布局)了?…4\d|……60?(领域|方向|行业)，…10(已|部署了|(发布|"
    r"制定|实施|布局|推出)…16\d)",
)
# 将围绕 X 等重点领域，延链、补链、强链: planned for it.
FOR_THE_FIELDS = Near(
    before="将围绕……|瞄准…",
    after="…30等?(重点|优势|关键)?(领域|产业|方向)，(延链|补链|强链|加快|培育|打造|构建|布局|推[动进])",
    scope=(CLAUSE, SENTENCE),
)
# 项目聚焦: a project has a field, and plans nothing for it.
OF_A_THING = Near(
    before="(项目|园区|活动|大会|专项|平台|基金|企业|论坛|展区|中心|基地|实验室|公司)…6聚焦.*", scope=CLAUSE
)
# 聚焦 X 等领域，围绕 Y，组织40项攻关; 将聚焦 X 等产业，一体推进创新.
GOES_ON = re.compile(r"，(?:围绕[^，。；]*，)?(?:一体|协同|统筹|系统)?(组织|部署|破解)?")
# 将聚焦 X 等领域，创建100个园区: the parks are planned.
OF_OTHERS = re.compile(r"(?:创建|打造|建设|培育|遴选|建成)[超近约]?\d")


def builds_round(said: TargetContext) -> bool:
    """Building it is requested: 要……，围绕 X 建设, 围绕 X 建设，加快……."""
    p, plain = said.patterns, said.plain
    wanted = p.will.search(plain, 0, said.clause.start) or p.plan.match(plain, said.clause.end + 1)
    return said.after.startswith("建设") and bool(wanted)


SET_ROUND = (FOR_THE_FIELDS, WILL_ROUND, ALSO_ROUND, DONE_FOR_IT, builds_round)
"""What is done around it is done for it."""


def is_set_on(said: TargetContext) -> bool:
    """It is the goal of a plan: 今年将落实方案，聚焦 X 等领域，深化协同; a project's field is not."""
    wanted = said.mood == "plan" or said.is_asked or said.patterns.will.search(said.lead + said.plain[: said.hit.start])
    goes_on = GOES_ON.match(said.plain, said.clause.end)
    if not goes_on or OF_OTHERS.match(said.plain, goes_on.end()):
        return False
    follows = goes_on[1] or said.patterns.plan.match(said.plain, goes_on.end())
    return bool(wanted and follows and "聚焦" in said.before and not OF_A_THING(said))
