"""Detect where a Chinese sentence names an initiative as what something else is done around: 围绕 X, 就 X."""

import re

from tracker.tag.acts.target_context import TargetContext

ROUND = re.compile(r"(?:围绕|瞄准|针对|对接)[^，。；]{0,16}$")
# 代表就 X 发言, 围绕 X 作汇报.
SPOKEN_OF = re.compile(
    r"[^。；]{0,120}?(?:等?(?:协商)?(?:发言|建言(?:献策)?)|作了?(?:汇报|介绍))(?=[，。；])|[^。；]{0,60}?，听取"
)
# 围绕 X 等重点问题研究.
AGENDA = re.compile(r"(?:围绕|就|结合|从)[^。；]*$|论坛聚焦[^。；，]*$")
AGENDA_ENDS = re.compile(
    r"[^。；]{0,60}?等(?:重点|重大|方面|战略|行业|热点|国际|全球|前沿|关键)*的?(?:问题|议题|主题|课题|任务|话题)|"
    r"[^。；]{0,60}?等?(?:深入)?(?:开展|进行)?(?:调研|研讨|讨论|交流)(?=[，。；])|[^，。；]{0,12}提供[^，。；]{0,8}服务"
)
# 围绕……目标加快发展 X: what is done, and not round it.
AROUND_AN_AIM = re.compile(r"(?:目标|主线|任务)(?:加快|大力|深入|全面|持续)?(?:发展|推进|推动|培育|建设|构建)$")
# 将围绕推进 X、发展 Y, 要围绕推进 X、Y; 围绕加快构建 X，研究……: what will be done.
DONE_ROUND = r"(?:加快|大力|深入|扎实)?(?:推进|发展|推动|培育|促进|构建|建设)"
WILL_ROUND = re.compile(
    rf"[将要]围绕(?:[^，。；]*[、和])?{DONE_ROUND}(?:[^，。；]*[、和])?$|^\W*围绕加快{DONE_ROUND}(?:全国)?$"
)
# 要……，重点围绕推进 X.
ALSO_ROUND = re.compile(rf"[将要][^。；]*，重点围绕(?:[^，。；]*[、和])?{DONE_ROUND}(?:[^，。；]*[、和])?$")
# 围绕 X 等领域，国家已累计部署任务100多项; 围绕 X 已建成70条通道.
DONE_FOR_IT = re.compile(
    r"[^，。；]{0,6}(?:已经?|累计)(?:建成|部署|布局)了?[^，。；]{0,4}\d|"
    r"[^。；]{0,60}?(?:领域|方向|行业)，[^，。；]{0,10}(?:已|部署了|(?:发布|制定|实施|布局|推出)[^，。；]{0,16}\d)"
)
# 将围绕 X 等重点领域，延链、补链、强链: what is going to be done for it.
FOR_THE_FIELDS = (
    re.compile(r"将围绕[^。；]*$|瞄准[^，。；]*$"),
    re.compile(
        r"[^，。；]{0,30}等?(?:重点|优势|关键)?(?:领域|产业|方向)，(?:延链|补链|强链|加快|培育|打造|构建|布局|推[动进])"
    ),
)
NEED = re.compile(r"[\s□]*(?:发展)?(?:[、和及][^，。；]{0,20})?(?:需求|目标|任务|主题|主线|要求|战略)?")


def is_surrounded(said: TargetContext) -> bool:
    """围绕推进 X，…, 围绕 X 等问题: what something is done for, or asked about."""
    agenda = AGENDA.search(said.plain[: said.hit.start]) and (
        AGENDA_ENDS.match(said.plain, said.hit.end) or SPOKEN_OF.match(said.plain, said.hit.end)
    )
    return bool((agenda and not WILL_ROUND.search(said.before)) or (_is_round(said) and NEED.fullmatch(said.after)))


def is_set_round(said: TargetContext) -> bool:
    """要……，围绕 X 建设, 围绕 X 建设，加快……, and 将围绕推进 X，……."""
    if FOR_THE_FIELDS[0].search(said.before) and FOR_THE_FIELDS[1].match(said.plain, said.hit.end):
        return True
    will = WILL_ROUND.search(said.before) or ALSO_ROUND.search(said.plain[: said.hit.start])
    if will or DONE_FOR_IT.match(said.plain, said.hit.end):
        return True
    p, plain = said.patterns, said.plain
    wanted = p.will.search(plain, 0, said.clause.start) or p.plan.match(plain, said.clause.end + 1)
    return said.after.startswith("建设") and bool(wanted)


def _is_round(said: TargetContext) -> bool:
    """围绕 X; not what somebody says must be done."""
    return bool(ROUND.search(said.before)) and not (is_set_round(said) or AROUND_AN_AIM.search(said.before))
