"""Detect where a Chinese sentence names an initiative as a means, a use or a purpose of something else."""

import re

from tracker.tag.acts.target_context import TargetContext

# What stands before and behind a name of which nothing is told, by what the sentence makes of it.
# 随着 X 发力，……; 在 X 背景下: what something else happens in, or because of.
GROUNDS = (
    (r"顺应[^，。；]*", r"[^，。；]{0,6}(?:趋势|潮流|浪潮|规律)"),
    (r"立足[^。；，]*", r"[^，。；]*优势"),
    (r"", r"[^，。；]{0,6}背景下"),
    (r"受[^，。；]*", r"[^，。；]{0,14}(?:影响|带动)，"),
    (r"随着[^，。；]*", r"[^，。；]{0,4}(?:政策)?(?:持续|不断|逐步)?(?:发力|显效|见效)(?=，)"),
    (r"在[^。；]*", r"[^。；]{0,24}(?:带动|拉动|推动)下，[^。；]*利润"),
    (r"在[^。；]*", r"[^。；，]{0,24}(?:背景|形势|环境|条件)下"),
    (r"在(?:融入|对接|参与|服务)[^。；，]*", r"[^。；，]{0,6}中(?:实现|推动|促进|更好)"),
    (
        r"随着[^，。；]*",
        r"[^，。；]{0,12}(?=，(?!带动|推动|拉动)[^，。；]*(?:亟须|急需|亟需|更加|加快|进一步|越来越|不断|日益|持续|"
        r"激增|大增|旺盛|走高|上升|增加|增长))",
    ),
    (r"在[^。；]*", r"[^。；]{0,30}的(?:新)?(?:征程|道路|进程)[中上]"),
    (r"结合[^。；]*", r"[^，。；]{0,20}等(?:政策|活动|行动)(?:实施|开展)?，"),
    (r"结合[^。；]*", r"[^，。；]{0,8}(?:水平|力度|特点|实际|情况)"),
    (r"结合[^。；]*", r"[^，。；]{0,20}等[^，。；]{0,6}场景，"),
    (r"结合(?:实施|推进|落实|开展)?[“\"]?", r"[”\"]?(?:行动|战略|计划)?(?:[和、与][^，。；]{1,10})?(?=，)"),
    (r"对于?[^，。；]*", r"的[^，。；]{1,12}(?:来说|而言)"),
    (r"受益于[^，。；]*", r"[^，。；]{0,8}(?:发展|增长|扩大|壮大)，"),
    (r"在[^，。；]*", r"[^，。；]{0,2}(?:车间|展厅|生产线)，"),
    (r"与(?:正在|已经|现有|此前|已)[^，。；]*", r"[^，。；]{0,8}(?:形成|配合|衔接|叠加|协同)"),
)
# 通过 X 实现……: what something else is done with.
MEANS = (
    (r"发挥[^，。；]{0,12}", r"[^，。；、]{0,8}作用"),
    (r"通过[^，。；]*", r"的?(?:方式|途径|渠道|形式)"),
    (r"通过[^，。；]*", r"[^，。；]{0,6}，为[^。；]*注入"),
    (r"(?:集成|融合)(?![、，])[^，。；]*", r"[^，。；]{0,10}等[^，。；]{0,6}技术"),
    (r"通过", r"(?:[和与、][^，。；]{1,10})?来?(?:实现|推动)"),
    (r"通过[^，。；]*", r"[^，。；]{0,24}政策等?(?:支持|推动|引导)"),
    (r"以[“\"]?", r"[”\"]?(?:提[高升]|赋能|带动|助力|支撑|撬动|牵引|优化|改造|激活|催生)"),
    (r"正在(?:实施|推进)的[“\"]?", r"[^，。；]{0,6}，为[^。；]*提供"),
)
# 为 X 提供……: what something else serves; 需求 is struck out.
AIMS = (
    (r"为(?!了|期)[^，。；]*和", r"等?提供"),
    (r"为(?!了|期)[^，。；]*", r"[^，。；]{0,12}(?:奠定|打下|夯实)了?[^，。；]{0,8}基础"),
    (
        r"为(?!了|期)[^，。；]*",
        r"[^，。；]{0,12}(?:提供|注入|增添|积蓄)[^，。；]{0,10}(?:动能|动力|活力|力量)",
    ),
    (r"为(?!了|期)[^，。；]*", r"[^，。；]{0,6}提供[^，。；]{0,10}(?:试验场|舞台|空间|土壤|沃土|场景)"),
    (r"为[^，。；]*", r"[^，。；]{0,10}(?:开辟|打通)[^，。；]{0,8}通道"),
    (r"为[^，。；]*", r"[^，。；]{0,8}提供[^，。；]{0,6}(?:方案|借鉴|样板)"),
    (r"(?:将|能|可|有望|必将)(?:进一步|更好|有效)?为[^，。；]*", r"[^，。；]{0,8}提供[^，。；]{0,6}(?:支撑|保障)"),
    (r"(?:又能|还能|也能|有利于|有助于)[^。；]{0,20}为[^，。；]*", r"[^，。；]{0,8}提供[^，。；]{0,6}支撑"),
    (r"(?:夯实|筑牢|厚植)", r"发展的[^，。；]{0,8}(?:基础|根基)"),
    (
        r"(?:满足|支撑|保障)了?[^，。；]{0,12}",
        r"(?:的?[^，。；]{0,6}(?:□□|运行)|[^，。；]{0,16}需要)(?=[，。；]|$)",
    ),
    (r"满足(?:消费品|大规模)?", r"(?:的|、[^，。；]{0,24}等)?[^，。；]{0,8}(?:发展|需要|□□)"),
)
# 研究 X 等问题, 大会旨在推动 X: what something else is about.
SUBJECTS = (
    (r"(?:大会|论坛|峰会|年会|活动|博览会|展会|展览|大赛|比赛|研讨会|对接会)旨在[^。；]*", r""),
    (r"(?:讨论|探讨|研讨|商讨|交流)[^。；]{0,12}(?:如何|怎样|怎么)[^。；]*", r""),
    (r"(?:束缚|制约)[^，。；]*", r"[^，。；]{0,10}的[^，。；]{0,6}(?:堵点|卡点|障碍|瓶颈)"),
    (r"(?:影响|阻碍|损害|不利于)[^，。；]*", r"[^。；]{0,30}等问题"),
    (r"(?:纳入|列入)[^，。；]{0,2}", r"[^，。；]{0,8}(?:布局|赛道)"),
    (r"从[^。；]*", r"[^。；]{0,120}等[^，。；]{0,6}方面提出"),
    (r"签署[^。；]*", r"[^。；]{0,40}(?:文件|协议|备忘录)"),
    (r"提醒[^。；]*", r""),
    (r"吸引了?[^。；]*", r"[^。；]{0,30}(?:参赛|参展|参会)"),
    (r"(?:会议|座谈会)[^。；]{0,16}研究[^。；]*", r"[^。；]{0,40}等(?:问题|事项|工作)"),
    (r"紧扣[^。；]*关于[^。；]*", r"[^，。；]{0,4}的?(?:部署|要求)"),
)
BESIDE = tuple((re.compile(rf"{before}$"), re.compile(after)) for before, after in (*GROUNDS, *MEANS, *AIMS, *SUBJECTS))
# 适应 X 发展需求: words that are struck out elsewhere.
ADAPTED = re.compile(r"适应[^，。；]{0,2}$"), re.compile(r"(?:的?发展)?的?(?:需求|需要|要求|趋势)")
# 支撑 X 建设: a use; in a paper, a purpose.
SUPPORTED = (
    re.compile(r"(?:支撑|助力|有力服务)(?:[^，。；]{0,4}|[^，。；]{2,8}、)$"),
    re.compile(r"[^，。；]{0,8}(?:发展|潜力|建设)"),
)
# 为 X 提供支撑: the same, and a purpose also of what a paper asks for.
SUPPORT_FOR = (
    re.compile(r"(?:为(?!了|期)|对)[^，。；]*$"),
    re.compile(r"[^，。；]{0,16}(?:(?:提供|增添|积蓄)[^，。；]{0,10}(?:支撑|保障|支持)|赋能|助力|蓄力|添彩)"),
)
# 为制造强国、网络强国、数字中国建设提供支撑: aims far off.
FAR_AIMS = re.compile(r"为(?:建设|加快建设)?[^，。；]{0,4}强国[^，。；]*$")
# 为推动 X，我国加快……; also behind the head of a page that lost its line ends.
FOR_PURPOSE = re.compile(
    r"(?:^|[】\s])为(?:了|进一步|深入|更好|全面|加快|推动|促进|支持|推进|鼓励|规范|引导|落实|贯彻|发展|完善|做好)+[^，"
    r"。；]*$"
)
# 为构建……，支持 X，根据……: the same over several clauses.
FOR_PURPOSES = re.compile(r"^\W*为(?!期)[^。；]*$")
BY_ORDER = re.compile(r"[^。；]{0,30}，(?:根据|按照|依据|经[^，。；]{0,12}(?:同意|批准))")


def is_means(said: TargetContext) -> bool:
    """发挥 X 作用, 顺应 X 趋势, 为 X 提供动能; in news 为推动 X，……."""
    before, after = said.plain[: said.hit.start], said.plain[said.hit.end :]
    if ADAPTED[0].search(said.text[: said.hit.start]) and ADAPTED[1].match(said.text, said.hit.end):
        return True
    if any(left.search(before) and right.match(after) for left, right in BESIDE):
        return True
    if said.kind != "paper" and SUPPORTED[0].search(before) and SUPPORTED[1].match(after):
        return True
    planned = said.kind == "paper" or (said.kind == "report" and said.mood == "plan")
    wanted = planned or said.is_asked or said.patterns.will.search(before)
    far = FAR_AIMS.search(before)
    if (far or not wanted) and SUPPORT_FOR[0].search(before) and SUPPORT_FOR[1].match(after):
        return True
    return said.kind == "news" and (_is_purpose(said) or bool(FOR_PURPOSES.search(before) and BY_ORDER.match(after)))


def _is_purpose(said: TargetContext) -> bool:
    return bool(FOR_PURPOSE.search(said.text[said.clause.start : said.hit.start])) and said.plain.startswith(
        "，", said.clause.end
    )
