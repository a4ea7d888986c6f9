"""The journeys of leaders, told for days: where they went, what they asked for there, how it was taken."""

import re
from itertools import chain

# 习近平在民营企业座谈会上强调; 习近平在安徽考察时强调; 习近平总书记在安徽考察时的重要讲话引发热烈反响.
GROUP_NAME = r"(?:[\u4e00-\u9fff]{2,16}的)?(?P<group>[\u4e00-\u9fff]{2,8}?(?:委员|代表团))(?=时|并|审议|，|。)"
VISIT = re.compile(
    r"(?P<who>习近平|李强)(?:总书记|总理)?(?:"
    r"在(?P<place>[\u4e00-\u9fff]{2,3}?)(?:省|市|自治区)?(?:考察|调研)|"
    rf"在?(?:看望|参加)(?:了|参加)*{GROUP_NAME}|"
    r"(?:在|主持召开)(?P<meeting>[\u4e00-\u9fff]{2,16}?(?:座谈会|研讨班))(?:上|并|时|的|强调))"
)
PLACES = {
    "Beijing": "北京", "Tianjin": "天津", "Shanghai": "上海", "Chongqing": "重庆", "Hebei": "河北",
    "Shanxi": "山西", "Liaoning": "辽宁", "Jilin": "吉林", "Heilongjiang": "黑龙江", "Jiangsu": "江苏",
    "Zhejiang": "浙江", "Anhui": "安徽", "Fujian": "福建", "Jiangxi": "江西", "Shandong": "山东",
    "Henan": "河南", "Hubei": "湖北", "Hunan": "湖南", "Guangdong": "广东", "Hainan": "海南",
    "Sichuan": "四川", "Guizhou": "贵州", "Yunnan": "云南", "Shaanxi": "陕西", "Gansu": "甘肃",
    "Qinghai": "青海", "Guangxi": "广西", "Tibet": "西藏", "Xizang": "西藏", "Ningxia": "宁夏",
    "Xinjiang": "新疆",
}  # fmt: skip
# 习近平总书记23日看望了参加政协会议的经济界委员: also in the text below, on the next day.
GROUP = re.compile(
    rf"(?P<who>习近平|李强)(?P<place>(?!))?(?P<meeting>(?!))?[^。；]{{0,30}}?(?:看望|参加)(?:了|参加)*{GROUP_NAME}"
)
WITHIN = 200
LEADERS = {"Xi": "习近平", "Li Qiang": "李强"}
# During inspections of several enterprises in Beijing on Monday, Premier Li.
TOUR = re.compile(
    r"\b(?:inspections?|inspected|inspecting|inspection tour|fact-finding (?:trip|tour)|research (?:trip|tour))\b"
    rf"[^.;\n]{{0,80}}?\b(?P<place>{'|'.join(PLACES)})\b"
)
TRAVELLER = re.compile(r"\b(?P<who>Xi|Li Qiang)\b")


def visits(headline: str, head: str, language: str) -> set[tuple[str, str, str]]:
    """The journey that a headline, or the beginning of an English text, tells of: ("visit", who and where, "")."""
    if language == "zh":
        found = chain(VISIT.finditer(headline), GROUP.finditer(head[:WITHIN]))
        return {("visit", f"{one['who']} {one['place'] or one['meeting'] or one['group']}", "") for one in found}
    who, tour = TRAVELLER.search(f"{headline}\n{head}"), TOUR.search(head)
    return {("visit", f"{LEADERS[who['who']]} {PLACES[tour['place']]}", "")} if who and tour else set()
