"""Find where a Chinese sentence names an initiative as the scene or an instance of something else."""

import re

from tracker.tag.acts.mentioned.zh.set_on import SET_ROUND
from tracker.tag.acts.target_context import TargetContext

# 提出一系列未来产业，包括 X.
LISTS = re.compile(r"包括|包含|涵盖|涉及")
PROPOSED = re.compile(
    r"(?:提出|推出|布局|培育|支持|打造|壮大)[^。；，]{0,30}，[^。；]{0,12}(?:包括|包含|涵盖|涉及)[^。；]*$|"
    r"出台包括[^。；]*$|"
    r"将(?:达到?|超过|突破|形成|建成|打造)[^。；，]{0,20}，(?:涵盖|包括|覆盖)[^。；]*$|"
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
