"""Distinguish what a place or an office plans from what it has done, in Chinese without a mark of time."""

import re

from tracker.tag.acts.target_context import TargetContext

# 二是坚持……，加快…… lists plans.
RESOLVED = re.compile(r"[一二三四五六七八九]是\s*坚持")
# 某委介绍，加快 X 建设: work under way, without a subject.
TOLD_SO = re.compile(r"(?:(?:介绍|表示|透露)，|[部委局]：)")
KEPT = re.compile(r"保持|建强|适度|做好")
# 贯彻全会精神，某地加快推进 X: a plan of a place.
OBEYING = re.compile(r"[^。；]{0,24}(?:贯彻|落实|牢记)[^，。；]{2,30}(?:精神|要求|讲话|部署|嘱托)，")
# 加快构建 X。
SETS_OUT = re.compile(r"^(?:加快|加速|前瞻)(?:构建|建设|形成|打造|布局)[^，。；]{0,16}$")
# 我国锚定目标，加快建设 X: work under way.
NATION = re.compile(r"^\W*(?:[^，。]{0,16}，)?(?:我国|我们|中国)")
ENDS = re.compile(r"[^，。；]{0,6}[。；]")
NUMBER = re.compile(r"\d")
FOSTER = "(?:培育|发展|布局|壮大|做强|构建|瞄准)"
FOSTERS = re.compile(rf"{FOSTER}[^，。；]{{0,40}}$")
ROW_ENDS = re.compile(r"[^，。；]{0,40}等[^，。；]{0,10}(?:产业|领域|赛道|行业)")
ROW_BEGINS = re.compile(rf"{FOSTER}[^，。；]*、[^，。；]{{1,20}}$")
# 推动 X、Y 等产业集群发展: the same of clusters.
PUSHED = re.compile(r"推动[^，。；]{0,40}$"), re.compile(r"[^，。；]{0,40}等[^，。；]{0,4}产业集群")
QUANTITY = re.compile(r"\d(?!G)")
HEAD_ENDS = re.compile(r"(?:梯度|集群)?(?:发展)?(?:的[^，。；]{2,8})?$")


def sets_out(said: TargetContext) -> bool:
    """Bare verbs of plans state what is undertaken and not its results."""
    return bool(
        RESOLVED.search(said.plain)
        or OBEYING.match(said.plain)
        or is_under_way(said)
        or is_fostered(said)
        or _is_told_so(said)
    )


def is_fostered(said: TargetContext) -> bool:
    """News without a number fosters the name as a theme: 培育 X、Y 等产业, 布局 Y 等 X.

    GUIDE.md takes themes that are fostered for pledged.
    """
    row = ROW_ENDS.match(said.text, said.hit.end) or (ROW_BEGINS.search(said.before) and HEAD_ENDS.match(said.after))
    pushed = PUSHED[0].search(said.before) and PUSHED[1].match(said.text, said.hit.end)
    fostered = said.kind == "news" and (pushed or (row and FOSTERS.search(said.before)))
    return bool(fostered) and not QUANTITY.search(said.before + said.after)


def is_under_way(said: TargetContext) -> bool:
    """A sentence of news without a number ends with work under way: 加快构建 X, 前瞻布局 X.

    It is what a place plans.
    """
    if NATION.search(said.plain, 0, said.clause.start):
        return False
    aimed = said.kind == "news" and SETS_OUT.search(said.before) and ENDS.match(said.plain, said.hit.end)
    return bool(aimed) and not NUMBER.search(said.plain)


def _is_told_so(said: TargetContext) -> bool:
    """Decide whether only bare verbs follow what an office says: 某委介绍，保持……，加快 X 建设."""
    told = list(TOLD_SO.finditer(said.plain, 0, said.clause.start))
    clauses = said.plain[told[-1].end() : said.hit.start].split("，") if told else []
    return bool(told) and all(said.patterns.plan.match(clause) or KEPT.match(clause) for clause in clauses)
