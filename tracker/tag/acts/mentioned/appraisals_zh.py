"""Detect where a Chinese sentence states what an initiative is or is worth, and does nothing for it."""

import re

from tracker.tag.acts.target_context import TargetContext

OF_ALL = re.compile(r"对于?[^。]*$")
MEANING = re.compile(r"(?:具有|发挥)[^，。]*(?:意义|作用)|意义重大|至关重要")
# 高度重视 X 发展 tells of a feeling.
ESTEEMED = re.compile(r"(?:高度(?:重视|关注)|事关|看好|看重|青睐|高度评价|积极评价)[^，。；]*$")
# 发挥标准对 X 的引领作用.
ROLE_OF = re.compile(r"发挥[^，。]*对[^，。]*$")
ROLE = re.compile(r"[^，。]{0,20}作用")
BEING = r"(?<![要还但别其就而只若凡不总真一二三四五六七八九十])是(?!否)"
WHAT = "方向|引擎|抓手|途径|选择|关键|基础|载体|赛道|代表|之路|需要|形态|领域|要求"
WEIGHT = "力量|支撑|动力|标志|组成部分|举措|路径|保障|任务|支点|选择|抓手|引擎|要求|之路|途径|关键|基础|载体"
# ……是 A 的举措，建设 X 的必然要求; 已成为发展 X、推动……的重要力量.
ONE_OF = re.compile(
    rf"[^，。；]{{0,30}}的(?:新|重要|必然|关键|根本|必由|战略|内在|核心|迫切|强大|有力|坚实)[^，。；的]{{0,4}}"
    rf"(?:{WEIGHT})"
)
IS = re.compile(
    rf"[^，。]{{0,4}}{BEING}[^，。；]*(?:{WHAT})|"
    r"[^，。；]{0,4}(?:事关|关乎|关系到|代表着|意味着|具有[^。；]{0,20}(?:特点|特征|优势))"
)
# 建设 X，是……的重要举措.
IS_A_STEP = re.compile(r"[^，。；]{0,6}是[^，。；]*(?:举措|决策|要求|支撑|基础|必由之路|必然选择|关键)(?!了)")
# 发展 X，人才是关键, 关键在人才, 离不开人才.
ALONE = re.compile(r"^\W*(?:发展|培育|构建|建设|推进|加快|打造|推动)[^，。；]{0,12}$")
KEY_IS = re.compile(
    r"[^，。；]{0,6}，(?:[^，。；]{1,12}是[^，。；]{1,8}|(?:关键|核心)(?:是|在)|重在|贵在|离不开|不是|不能|是[^，。；]"
    r"*(?:举措|决策|要求|支撑|基础|之路|选择|关键))"
    r"[^，。；]{0,12}"
)
# X 成为热词, 高新区已成 X 核心承载地.
HOSTED = re.compile(r"成为?[^，。；]*$"), re.compile(r"[^，。；]{0,4}(?:承载地|主阵地)")
TALKED_OF = re.compile(
    r"[^，。；]{0,24}成为[^，。；]*(?:主要|□□)内容|[^，。；]{0,6}成为[^，。；]*(?:热词|话题|看点|焦点|热点|顽疾|难题)"
)
# 现代化离不开 X 的支撑, 峰会定位是 X 合作平台.
NEEDS = re.compile(r"离不开[^，。；]*$|定位[是为][^。；]*$")
# 发展 X 不是忽视……; ……也能发展 X.
IS_NOT = re.compile(r"[^，。；]{0,4}(?:不是|并非|不等于|不意味着)")
CAN = re.compile(r"(?:也|都|就|才)能够?[^，。；]{0,4}$")
ITSELF = re.compile(
    r"[^，。]{0,4}本身就?是|[^，。；]{0,10}充满(?:信心|期待)|[^，。；]{0,6}为[^，。；]{2,16}提供了?[^，。；]{0,6}"
    r"(?:借鉴|样板|经验)"
)
IS_OF_IT = re.compile(rf"{BEING}[^，。]*$")
IS_SO = re.compile(rf"(?:{BEING}|成为|作为|构成)")
# 对推进 X 作出重大部署: what a congress or a report did, told in passing.
DEPLOYED = re.compile(r"[^，。；]{0,30}[作做]出了?[^，。；]{0,8}(?:部署|安排)")
ON_IT = re.compile(r"(?:对|就|围绕)[^，。；]*$")
# 5G工厂是充分利用 X 的工厂.
DEFINES = re.compile(r"^[^，。；]{2,20}是[^。；]{10,}的[^，。；的]{2,12}[。；]?$")
# 在推动……、发展 X 中发挥作用.
PLAYS_IN = re.compile(r"[^，。；]{0,8}中(?:更好|充分|积极)?发挥")
IN_IT = re.compile(r"在[^。；]*$")
# 落实……关于 X 的部署, 落实全国 X 推进大会部署: what is obeyed.
OF_CONGRESS = re.compile(r"(?:落实|贯彻)[^，；]{0,30}$"), re.compile(r"推进大会[^，。；]{0,4}(?:部署|精神)")
OBEYED = re.compile(r"(?:落实|贯彻|按照|根据)[^，。；]*(?:关于|对)[^，。；]*$")
# 要贯彻落实关于发展 X 的重要论述: who says so wants it.
TO_OBEY = re.compile(r"(?:^|，)要[^，。；]{0,6}(?:落实|贯彻)")
AN_ORDER = re.compile(
    r"[^，。；]{0,14}的[^，。；]{0,8}(?:部署|精神|要求|指示|决定)|[^，。；]{0,30}重要(?:指示|论述|讲话)精神"
)
# 为发展 X 指明了路径.
FOR_IT = re.compile(r"(?<![作认称视成])为(?!了|期)[^，。]*$")
SHOWN_TO = re.compile(r"[^。；]{0,40}?指明")
# 发展 X，对……提出了更为迫切的需求.
DEMANDS = re.compile(r"[^，。；]{0,8}，(?:也)?(?:对|给)[^，。；]{2,30}提出了?[^，。；]{0,8}(?:需求|要求|挑战)")
PART_OF_IT = re.compile(r"[^，。；]{0,20}的[^，。；的]{1,12}(?=[，。；]|$)")
NUMBER = re.compile(r"\d{2}|\d[^GgA-Z]")


def is_appraised(said: TargetContext) -> bool:
    """X 是……的关键, 对推进 X 作出部署, 为发展 X 指明路径, 高度重视 X."""
    return _defines(said) or _is_deployed(said) or _serves(said) or _weighs(said)


def _defines(said: TargetContext) -> bool:
    """X 是……的重要方向, ……是发展 X 的关键: what something is, not what is done."""
    if (
        IS.match(said.after)
        or ITSELF.match(said.after)
        or IS_NOT.match(said.after)
        or CAN.search(said.before)
        or NEEDS.search(said.before)
        or (HOSTED[0].search(said.before) and HOSTED[1].match(said.after))
        or TALKED_OF.match(said.after)
        or DEMANDS.match(said.text, said.hit.end)
        or (IS_OF_IT.search(said.before) and PART_OF_IT.match(said.after))
    ):
        return True
    if IS_A_STEP.match(said.after) or (ALONE.match(said.before) and KEY_IS.match(said.plain, said.hit.end)):
        return True
    if DEFINES.match(said.plain) and not NUMBER.search(said.plain):
        return True
    return bool(ONE_OF.match(said.text, said.hit.end) and IS_SO.search(said.plain, 0, said.hit.start))


def _is_deployed(said: TargetContext) -> bool:
    """对推进 X 作出重大部署, 落实关于 X 的部署."""
    wanted = TO_OBEY.search(said.text[said.clause.start : said.hit.start])
    obeyed = not wanted and OBEYED.search(said.before) and AN_ORDER.match(said.text, said.hit.end)
    obeyed = obeyed or (OF_CONGRESS[0].search(said.before) and OF_CONGRESS[1].match(said.after))
    return bool(obeyed or (ON_IT.search(said.before) and DEPLOYED.match(said.plain, said.hit.end)))


def _serves(said: TargetContext) -> bool:
    """为发展 X 指明了路径, 在发展 X 中发挥作用: what another thing serves."""
    plays = IN_IT.search(said.plain[: said.hit.start]) and PLAYS_IN.match(said.plain, said.hit.end)
    return bool(plays or (FOR_IT.search(said.before) and SHOWN_TO.match(said.plain, said.hit.end)))


def _weighs(said: TargetContext) -> bool:
    """对于发展 X 具有重要意义, 高度重视 X."""
    role = ROLE_OF.search(said.before) and ROLE.match(said.after)
    if ESTEEMED.search(said.before):
        return True
    return bool(role or (OF_ALL.search(said.plain[: said.hit.start]) and MEANING.search(said.plain, said.hit.end)))
