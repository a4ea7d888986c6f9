"""Weigh a Chinese passage, whose verbs have no tense: results looked back on against plans ahead."""

import re

from tracker.tag.acts.target_context import strike
from tracker.tag.lexicon import Patterns

AIMED = re.compile(
    # 从2012年的28%提高到2021年的32.4%, 从2021年2月到2022年1月 look back.
    r"(?:(?<!截止)(?<!月)到|(?<![截月])至)20\d\d年(?!的\d)|在20\d\d年[^，。]{0,4}前|力争|目标(?:是|为|：)|"
    r"经过\s?\d+\s?年(?:左右)?的?努力|到[“\"]?十[三四五六]五[”\"]?(?:时期)?末"
)
# 占全球70%以上 is a share that is held; 稳定在50%以上.
HELD = re.compile(
    r"(?:占[^，。；\d]{0,10}|(?:稳定|保持|均)在|覆盖[^，。；\d]{0,6}|[高升长降低少]了|实现了[^，。；\d]{0,8})\d[\d.]"
    r"*[%倍]?(?:以上|左右)"
)
AT_LEAST = re.compile(r"\d[^\d，。；]{0,3}(?:以上|以内)|左右")
# 前8个月，销量增长30%以上: what was reached, more or less.
OVER = re.compile(
    r"去年|(?:前\d{1,2}|前[一二三四五六七八九十]+|(?<!\d)1[-—至]\d{1,2})个?月|(?<!\d)\d{1,2}月份?，|今年以来|"
    r"截至(?!20\d\d)|上半年|前三季度|一季度|目前，"
)
STILL_WANTED = re.compile(r"预计|力争|确保|有望")
OPENS_WITHIN = 24
# Plans speak in round numbers, results in exact ones: 12.5, 1.07, 7.5%, 1382, 9000多; C919 is a name.
EXACT = re.compile(
    r"(?<![\d.A-Za-z])(?:\d{2,9}\.\d|\d\.\d{2}|\d\.\d(?=[%％个])|[1-9]\d{1,8}[1-9](?![\d.年号])|\d{1,9}[多余])"
    r"(?![^，。；]{0,6}(?:以上|左右))"
)
# 协调性不断增强，便利度不断提高: a state that was reached, and not 不断增强动力, 推动质量不断提高.
CAME_SO = re.compile(
    r"(?:不断|持续|明显|显著|稳步|逐步|较快|快速|进一步|大幅|加快|全面|有效)"
    r"(?:增强|提高|提升|优化|改善|增长|升温|发展|扩大|健全|完善|降低|压降|好转|巩固|向好|拓展|壮大|推进|释放|显现|"
    r"下降|减少|加强|形成|稳固)$|"
    r"(?:成效|成果)(?:显著|明显|突出)$|(?:增长|下降|减少|提高)近\d[\d.]*%$|基本(?:建成|完成|形成|解决)$|(?:深化拓展|"
    r"提质增效|深入推进|纵深推进|扎实推进|齐升)$|(?:建成|正式|顺利)(?:投产|投用|通车|运营)$"
)
CLAUSE_END = re.compile(r"[，。；：！\n—]+")
ASKS = re.compile(
    r"(?:^|[，。：])[^，。：]{0,24}?(?:《[^》]{1,40}》|意见|方案|规划|计划|通知|办法|指南|纲要|措施|文件|建议|会议|"
    r"报告)(?:还|也|同时|并|中|，其中)?(?:提出|明确|要求|指出|强调|部署|坚持|旨在|聚焦|提到|规定|围绕|从|(?<![会告])"
    r"以(?=[^，。]{2,40}为(?!主题)))(?!了?以来)"
    r"(?!，(?:20\d\d年(?!，?(?:要|将))|今年(?!，?(?:要|将|还))|近年来|这些年|去年|过去|当前|目前|[一两三四五六七八九十]"
    r"+年来))"
)
# After these words a passage reports again.
SHOWS = re.compile(
    r"[一二两三四五十]年间，|就在上个?月|目前，[^。；]{0,16}(?:已|累计)|近一段时间|这段时间|眼下，|数据显示|据统计|"
    r"截至|据了解|据悉|近年来|今年以来|[一二两三四五六七八九十]+年来|"
    # Another item of the evening news, without a line of its own.
    r"(?:今天|今日|昨天|近日)(?:（[^（）]{2,10}）)?，[^，。]{2,20}(?:发布|公布|印发|出台|启动)|"
    # The report turns to someone else.
    r"。(?:全国人大代表|全国政协委员|针对|面对|来自|当地|走进|这家|这里|在[^，。]{2,14}(?:车间|工厂|企业|公司|园区|"
    r"现场|[县村]))"
)
# A speaker who stresses or demands: 总书记强调，做好……工作.
URGES = re.compile(
    r"(?:强调|要求|提出)，(?!(?:20\d\d年(?!，?(?:要|将))|今年(?!，?(?:要|将))|近年来|这些年|去年|过去|当前|目前))"
)
# 落实总书记要求，上海……: those who follow a demand report their own work.
OBEYED = re.compile(r"(?:落实|贯彻|按照|根据)[^，。]{2,24}(?:要求|部署|精神)，")
TO_DO = re.compile(
    r"(?:将|要|重点)(?:从|在|做好|抓好)[^，。]{0,12}(?:方面|工作|任务|举措)|下一步|，目标(?:是|为)?，?到20\d\d年"
)
# Done once, and often reported after it has been done.
ONCE = ("制定", "出台", "设立", "建立", "启动", "形成")
WISHED = re.compile(r"使|让|促使|实现|力求|保障|保持|努力|更好|不断|持续|着力|大力|深入")
# 四是改革攻坚深化拓展: a heading of results.
NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十]+[）)]?(?:是|、)?\s*")
FIRM = 2
NUMBER = re.compile(r"\d")


def mood(text: str, p: Patterns) -> str:
    """Return the mood of a passage: "past" where it mainly looks back, "plan" where it looks ahead, else "".

    The weights were fitted to work reports, whose headings separate plans from results.
    """
    plain = strike(p.pseudo_cues, text)
    past = 2 * (_count(p.done, plain) + _count(p.back, plain)) + _count(p.state_cues, plain) + 3 * _count(EXACT, plain)
    at_least = 0 if is_over(plain, OPENS_WITHIN) else _count(AT_LEAST, strike(HELD, plain))
    aimed = _count(AIMED, plain) + at_least
    clauses = [clause.strip() for clause in CLAUSE_END.split(plain)]
    past += 2 * sum(_came_so(clause, p) for clause in clauses)
    wanted = _count(p.will, plain) + _count(p.urge, plain) + 2 * _count(p.ahead, plain)
    bare = sum(_is_bare(clause, p) for clause in clauses)
    leaning = past - 3 * aimed - wanted - bare + (len(clauses) - bare) // 3
    if abs(leaning) < FIRM:
        return ""
    return "past" if leaning > 0 else "plan"


def is_over(plain: str, end: int) -> bool:
    """Decide whether a text begins in a time that is over by `end`, and expects nothing of it: 前8个月."""
    return bool(OVER.search(plain, 0, end)) and not STILL_WANTED.search(plain)


def is_told_to_do(opening: str) -> bool:
    """Decide whether a paragraph opens with a paper or a meeting that asks for something: 方案提出; 会议强调."""
    told = strike(OBEYED, opening)
    asked = max((m.start() for pattern in (ASKS, URGES, TO_DO) for m in pattern.finditer(told)), default=-1)
    return asked > max((m.start() for m in SHOWS.finditer(opening)), default=-1)


def _is_bare(clause: str, p: Patterns) -> bool:
    """Decide whether a clause begins with a verb of plans and gives no number: 加快建设…, 积极推进…."""
    verb = p.plan.match(clause)
    return bool(verb and verb[0] not in ONCE and not NUMBER.search(clause) and not p.done.search(clause))


def _came_so(clause: str, p: Patterns) -> bool:
    """Decide whether a clause ends with a state that was reached, and begins with no verb of plans."""
    bare = NUMBERED.sub("", clause)
    return bool(CAME_SO.search(bare)) and not (p.plan.match(bare) or p.will.search(bare) or WISHED.match(bare))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
