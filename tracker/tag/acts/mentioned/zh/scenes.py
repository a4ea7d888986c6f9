"""Find where a Chinese sentence names an initiative as the scene or an instance of something else."""

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
# 将加快打造 X，围绕 Y 等产业前瞻部署.
LOOKS_AHEAD = Near(after="……24前瞻性?(部署|布局|谋划)", scope=CLAUSE)
# 项目聚焦: a project has a field, and plans nothing for it.
OF_A_THING = Near(
    before="(项目|园区|活动|大会|专项|平台|基金|企业|论坛|展区|中心|基地|实验室|公司)…6聚焦.*", scope=CLAUSE
)
# 聚焦 X 等领域，围绕 Y，组织40项攻关; 将聚焦 X 等产业，一体推进创新.
GOES_ON = re.compile(r"，(?:围绕[^，。；]*，)?(?:一体|协同|统筹|系统)?(组织|部署|破解)?")
# 将聚焦 X 等领域，创建100个园区: the parks are planned.
OF_OTHERS = re.compile(r"(?:创建|打造|建设|培育|遴选|建成)[超近约]?\d")
# 提出一系列未来产业，包括 X.
LISTS = re.compile(r"包括|包含|涵盖|涉及")
PROPOSED = re.compile(
    r"(?:部署|安排|明确|实施)了?(?:[\d一二两三四五六七八九十]+)(?:个方面|项|大|个)的?[^。；，\d]{0,8}"
    r"(?:行动|任务|工程|举措)，(?:分别)?(?:包括|涵盖)[^。；]*$|"
    r"(?:提出|推出|布局|培育|支持|打造|壮大)[^。；，]{0,30}，[^。；]{0,12}(?:包括|包含|涵盖|涉及)[^。；]*$|"
    r"出台包括[^。；]*$|将(?:达到?|超过|突破|形成|建成|打造)[^。；，]{0,20}，(?:涵盖|包括|覆盖)[^。；]*$|"
    r"将[^。；]{0,20}(?:发布|出台|推出)[^。；，]*，包括[^。；]*$|将[^。；]{0,60}(?:开放|支持)[^。；，]*，这[^。；，]"
    r"{0,10}(?:包括|涵盖)了?[^。；]*$"
)
# 完善覆盖 X 的体系.
BUILDS = re.compile(r"(?:完善|构建|建立|健全|打造|形成)$")
# 包括 X、Y 等产业在内的新支柱正在形成: one of the things that take shape.
AMONG_THEM = re.compile(r"[^。；，]{0,24}在内的[^。；，]{0,10}(?:正在|已经?|加快)形成")
SO_MANY = re.compile(r"[^。；，]{0,24}等\d+个[^，。；]{0,10}(?:领域|产业|热点|集群|赛道)")
CLEARED = (
    re.compile(r"对于?妨碍[^，。；]*$"),
    re.compile(r"[^。；]{0,20}，[^，。；]{0,6}将[^，。；]{0,4}(?:清理|整治|查处)"),
)
OF_SYSTEM = re.compile(r"[^，。；]*的[^，。；]{0,12}(?:体系|机制|网络|平台)")
WHOSE = re.compile(r"[^，。；]{1,10}的[^，。；的]{0,6}")
INSTANCES = ("例如", "比如")
# 在包括 A、B 在内的领域开展 X: where the work is done.
WITHIN = re.compile(r"[^。；]*在内的")
# 面向 X 占全国30%, 购买 X 1564万台: a counted thing is not a scene.
MEASURED = re.compile(r"[^，。]{0,6}(?:占|达|超|突破|增长)[^，。]{0,4}\d|[^，。；]{0,10}\d[\d.]*万?[台辆件]")


def builds_round(said: TargetContext) -> bool:
    """Building it is requested: 要……，围绕 X 建设, 围绕 X 建设，加快……."""
    p, plain = said.patterns, said.plain
    wanted = p.will.search(plain, 0, said.clause.start) or p.plan.match(plain, said.clause.end + 1)
    return said.after.startswith("建设") and bool(wanted)


SET_ROUND = (FOR_THE_FIELDS, WILL_ROUND, ALSO_ROUND, DONE_FOR_IT, LOOKS_AHEAD, builds_round)
"""What is done around it is done for it."""


def is_set_on(said: TargetContext) -> bool:
    """It is the goal of a plan: 今年将落实方案，聚焦 X 等领域，深化协同; a project's field is not."""
    wanted = said.mood == "plan" or said.is_asked or said.patterns.will.search(said.lead + said.plain[: said.hit.start])
    goes_on = GOES_ON.match(said.plain, said.clause.end)
    if not goes_on or OF_OTHERS.match(said.plain, goes_on.end()):
        return False
    follows = goes_on[1] or said.patterns.plan.match(said.plain, goes_on.end())
    return bool(wanted and follows and "聚焦" in said.before and not OF_A_THING(said))


def is_a_setting(said: TargetContext) -> re.Match[str] | None:
    """A word before the name makes it a setting: 面向 X, 包括 X; a name that is measured itself is not one."""
    settings = [m for m in said.patterns.setting.finditer(said.before) if not WITHIN.match(said.before, m.end())]
    last = settings[-1] if settings else None
    if last is None or MEASURED.match(said.after) or _is_done_for_it(said, last):
        return None
    p, within = said.patterns, said.before[last.end() :]
    return None if p.plan.search(within) or p.urge.search(within) else last


def _is_done_for_it(said: TargetContext, setting: re.Match[str]) -> bool:
    """Decide whether something is done for what is named.

    例如，X 将……; 将围绕推进 X; 对于妨碍 X 的……将清理; 完善覆盖 X 的体系; 建设面向东南亚的 X.
    """
    p, before, after = said.patterns, said.before[: setting.start()], said.plain[said.hit.end :]
    if setting[0] in INSTANCES and p.will.search(after):
        return True
    if setting[0] == "围绕" and any(cue(said) for cue in SET_ROUND):
        return True
    cleared = CLEARED[0].search(said.before) and CLEARED[1].match(after)
    if cleared or AMONG_THEM.match(after) or _is_listed(said, setting):
        return True
    if BUILDS.search(before) and OF_SYSTEM.match(said.after):
        return True
    whose = WHOSE.fullmatch(said.before, setting.end())
    return bool(whose and any(verb.search(before) for verb in (p.plan, p.done, p.reached)))


def _is_listed(said: TargetContext, setting: re.Match[str]) -> bool:
    """Decide whether the name is one of a list that is wanted: 提出一系列产业，包括 X; 形成包括 X、Y 等3个消费领域."""
    if not LISTS.fullmatch(setting[0]):
        return False
    built = BUILDS.search(said.before, 0, setting.start()) and SO_MANY.match(said.plain, said.hit.end)
    return bool(built or PROPOSED.search(said.plain, 0, said.hit.start))
