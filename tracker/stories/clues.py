"""Find what a report shares with its translation: target years, days, whether it is about a list, what it counts."""

import re
from datetime import date
from itertools import dropwhile, islice

from tracker.tag.days.candidates import is_dateline
from tracker.text.numbers.numerals import CHINESE, DIGITS, WORDS, number
from tracker.text.printed_day import MONTH, MONTHS

# 到2027年, 2027年底前; by 2027, by the end of 2027, in 2035.
AIMS = {
    "zh": re.compile(r"(?:到|至)(20\d\d)年|(20\d\d)年(?:底|末)?(?:以?前|之前)"),
    "en": re.compile(
        r"\b(?:by|before|until)\s(?:the\s)?(?:(?:end|year|start|beginning|close)\s)?(?:of\s)?(20\d\d)\b", re.I
    ),
}

DAY = re.compile(
    rf"(?<!\d)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日|\b(?P<name>{MONTH})\.? (?P<day_of>\d{{1,2}})\b(?!\d)|"
    rf"\b(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name_behind>{MONTH})\b",
    re.IGNORECASE,
)
# Leaves out Made in China 2025, and the number of a law.
TO_COME = re.compile(r"(?<![\d〔\[(])(?<!制造)(?<!China )(20\d\d)(?![\d〕\]])")
LETTER = re.compile(r"[^\W\d]")
YESTERDAY = re.compile(r"昨[天日晚]")
WHOLE_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
MOST_AIMS = 6
MOST_DAYS = 6
CHOSEN = {
    "zh": re.compile(r"名单|入选|入围|获批|公示|获评|确定为|进入试点"),
    "en": re.compile(
        r"\b(?:list|lists of|selected|shortlist|were named|names|approved as|designated|identified)\b", re.IGNORECASE
    ),
}
MOST_DEPARTMENTS = 60
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
    "en": re.compile(rf"(?<![\w'&-]){EN_NAME}(?:, {EN_NAME}){{1,20}},? and {EN_NAME}"),
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
PARTS_WITHIN = 1200
FEWEST_PARTS, MOST_PARTS = 3, 99
# 16项重点任务, 9个专项行动, 六方面内容, 24条举措.
PARTS = {
    "zh": re.compile(
        rf"(?<!第)(?P<count>{CHINESE}|(?<![\d.])\d{{1,2}})(?:项|个|条|大|点|方面)[\u4e00-\u9fff]{{0,6}}?"
        r"(?:任务|举措|措施|行动|工程|方面|领域|内容|部署|改革|建议)"
    ),
    "en": re.compile(
        rf"(?<![\w.-])(?P<count>{WORDS}|\d{{1,2}}) (?:[a-z-]+ ){{0,3}}"
        r"(?:tasks|measures|actions|areas|aspects|fields|steps|moves|campaigns|initiatives|priorities|suggestions|"
        r"proposals)\b",
        re.IGNORECASE,
    ),
}


def aims(text: str, language: str, told: date | None) -> tuple[int, ...]:
    """Return the years by which a text says that something will be reached.

    Only years that were still to come on publication count.
    """
    by = {int(found[1] or found[found.lastindex or 1]) for found in AIMS[language].finditer(text)}
    ahead = {int(found[1]) for found in TO_COME.finditer(text)} if told else set()
    return tuple(sorted(by | {year for year in ahead if told and year > told.year}))[:MOST_AIMS]


def named_days(head: str, told: date | None) -> tuple[str, ...]:
    """Return the days of the year, as MM-DD, that the beginning of a text names, without those after publication.

    The day of a signature is not one on which anything happened, nor that of a dateline (7月19日电，工信部昨晚消息).
    """
    late = YESTERDAY.search(head)
    named = islice(DAY.finditer(head), MOST_DAYS)
    found = {_day(m) for m in named if not ((late and is_dateline(head, m.end())) or _is_alone(head, m))}
    return tuple(sorted(day for day in found if not (told and f"{told:%m-%d}" < day <= _half_a_year_after(told))))


def _is_alone(head: str, day: re.Match[str]) -> bool:
    """Decide whether a day stands alone in its line, under a text that is signed."""
    start, end = head.rfind("\n", 0, day.start()) + 1, head.find("\n", day.end())
    return start > 0 and not LETTER.search(WHOLE_DAY.sub("", head[start : len(head) if end < 0 else end]))


def _half_a_year_after(told: date) -> str:
    return f"{min(told.month + 6, 12):02}-31"


def _day(found: re.Match[str]) -> str:
    name = found["name"] or found["name_behind"]
    month = MONTHS[name[:3].lower()] if name else int(found["month"])
    return f"{month:02}-{int(found['day'] or found['day_of'] or found['day_first']):02}"


def chooses(top: str, language: str) -> bool:
    """Decide whether a headline and a lead report a list of chosen entities, and not a paper or a call for entries."""
    return bool(CHOSEN[language].search(top))


def departments(head: str, language: str) -> int:
    """Return how many departments act together, by the beginning of a text; 0 where it does not say."""
    for found in COUNTED[language].finditer(head):
        count = number(found["count"].lower()) + bool(found["other"])
        if 1 < count <= MOST_DEPARTMENTS:
            return int(count)
    if joint := JOINT.match(head):
        return len(joint[0].split())
    rows = (m[0] for m in NAMED[language].finditer(head) if not GOES_ON.match(head, m.end()))
    return next(filter(None, (_named(row, language) for row in rows)), 0)


def _named(row: str, language: str) -> int:
    # Recently, the Ministry of ...: a list may begin with words that are not a name.
    names = list(dropwhile(lambda name: not BODY[language].search(name), SEPARATOR[language].split(row)))
    return len(names) if len(names) >= FEWEST[language] and all(BODY[language].search(name) for name in names) else 0


def parts(text: str, language: str) -> tuple[float, ...]:
    """Return how many parts of any kind the beginning of a text counts, each number once."""
    found = {number(m["count"].lower()) for m in PARTS[language].finditer(text[:PARTS_WITHIN])}
    return tuple(sorted(count for count in found if FEWEST_PARTS <= count <= MOST_PARTS))
