"""Count the departments that act together, a number that a report and its translation both keep.

The text gives the count, or names them one by one.
"""

import re
from itertools import dropwhile

from tracker.text.numbers.numerals import CHINESE, DIGITS, WORDS, number

MOST = 60
# 工业和信息化部等八部门; eight departments; with seven other departments; NDRC and two other government agencies.
COUNTED = {
    "zh": re.compile(rf"(?P<count>{CHINESE}|{DIGITS})个?(?:部门|部委)(?!规章)(?P<other>)"),
    "en": re.compile(
        rf"(?<![\w-])(?P<count>{DIGITS}|{WORDS}) (?P<other>other )?"
        r"(?:(?:central|chinese|government|governmental|ministry-level|state|national) ){0,3}"
        r"(?:departments|ministries|agencies|government bodies)\b",
        re.IGNORECASE,
    ),
}
ZH_NAME = r"[\u4e00-\u9fff]{1,16}?(?:部|委|局|署|院|办|行|会)"
EN_NAME = r"(?:the )?[A-Z][\w'&-]*(?: (?:[A-Z][\w'&-]*|of|and|for|the)){0,12}(?: \([\w ]{2,8}\))?"
# 工业和信息化部、公安部、交通运输部印发: not a list that ends with 等.
NAMED = {
    "zh": re.compile(
        rf"(?:{ZH_NAME}、){{1,20}}{ZH_NAME}(?:[和与及]{ZH_NAME})?(?=(?:近日|日前|今日|今天)?(?:\d{{1,2}}日)?(?:联合|"
        rf"共同|印发|发布|公布))"
    ),
    "en": re.compile(rf"{EN_NAME}(?:, {EN_NAME}){{1,20}},? and {EN_NAME}"),
}
# 工业和信息化部办公厅 国家药监局综合司关于: the headline of a joint paper.
JOINT = re.compile(rf"(?:{ZH_NAME}[办公厅司]{{0,3}}[ 　]){{1,20}}{ZH_NAME}[\u4e00-\u9fff]{{0,8}}?关于")
# A list that is cut off, or broken at an "and" within a name.
GOES_ON = re.compile(r",? (?:the|and) |, [A-Z]|$")
FEWEST = {"zh": 2, "en": 3}
SEPARATOR = {
    "zh": re.compile(r"、|(?<=[部委局署院办行会])[和与及]"),
    "en": re.compile(r", (?:and )?(?:the )?| and the "),
}
BODY = {
    "zh": re.compile(r"[部委局署院办行会]$"),
    "en": re.compile(
        r"\b(?:Ministry|Commission|Administration|Bureau|Office|Bank|Academy|Department)\b|\([A-Z]{3,5}\)"
    ),
}


def departments(head: str, language: str) -> int:
    """Return how many departments act together, by the beginning of a text; 0 where it does not say."""
    for found in COUNTED[language].finditer(head):
        count = number(found["count"].lower()) + bool(found["other"])
        if 1 < count <= MOST:
            return int(count)
    if joint := JOINT.match(head):
        return len(joint[0].split())
    rows = (m[0] for m in NAMED[language].finditer(head) if not GOES_ON.match(head, m.end()))
    return next(filter(None, (_named(row, language) for row in rows)), 0)


def _named(row: str, language: str) -> int:
    # Recently, the Ministry of ...: a list may begin with words that are not a name.
    names = list(dropwhile(lambda name: not BODY[language].search(name), SEPARATOR[language].split(row)))
    return len(names) if len(names) >= FEWEST[language] and all(BODY[language].search(name) for name in names) else 0
