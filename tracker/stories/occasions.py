"""Find the meetings and press conferences at which something is said, by kind, number and day, in both languages."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tracker.text.days import days
from tracker.text.normalize import Span
from tracker.text.numbers.numerals import number
from tracker.text.printed_day import MONTH, MONTHS

# A press conference of any name; a study session; a gathering, where many things are announced; a meeting.
KINDS = {
    "press": ("新闻发布会|发布会|记者会|吹风会", r"(?:press|news) (?:conference|briefing)s?"),
    "study": ("集体学习", r"(?:group|collective) study session"),
    "yearly": (
        "全国[^，。；：]{2,14}工作会议",
        r"national (?:\w+ ){0,3}(?:work|working) conference|national conference on industry and information|"
        r"national industry and information(?: technology)? conference|annual (?:\w+ ){0,3}work conference",
    ),
    "symposium": ("座谈会|研讨会", r"symposium|seminar|industry meeting"),
    "gathering": ("大会|论坛|博览会", r"forum|expo|congress"),
    "meeting": ("会议|推进会|部署会", r"(?:executive |plenary |work )?(?:meeting|conference)"),
}
ZH = "|".join(f"(?P<{kind}>{zh})" for kind, (zh, _) in KINDS.items())
EN = "|".join(rf"(?P<{kind}>\b(?:{en})\b)" for kind, (_, en) in KINDS.items())
# 主持召开国务院常务会议, 在国新办举行的发布会上; 全国工作会议在京召开.
HELD = {
    "zh": re.compile(
        rf"(?:召开|举行|举办|进行|主持|(?<!来华)出席|[在从由于])了?(?P<name>(?:(?!会见)[^，。；：《》\n]){{0,60}}?)"
        rf"(?:{ZH})(?!精神)|"
        rf"(?P<subject>[^，。；：《》\n]{{4,60}}?)(?:会议|座谈会)(?=[^，。；：《》\n]{{0,20}}(?:召开|举行|强调|"
        rf"审议通过))"
    ),
    "en": re.compile(
        rf"\b(?:at|told|during|hold|holds|held|holding|convened|convening|convenes|conducted|host(?:s|ed)?|"
        rf"presid(?:ed|es|ing) over|chair(?:s|ed|ing)|attend(?:s|ed))\b(?P<name>[^.;:\n]{{0,90}}?)(?:{EN})|"
        r"(?P<subject>[^.;:\n]{0,60}?)(?<!press )(?<!news )\b(?:meeting|conference)\b"
        r"(?=[^.;\n]{0,60}\b(?:presided over by|chaired by|convened|was held)\b)",
        re.IGNORECASE,
    ),
}
YEARLY = re.compile(r"全国[^，]{2,14}工作$")
WITHIN = {"zh": 420, "en": 600}
QUOTED = re.compile(r"《[^》\n]{0,60}》|[“\"][^”\"\n]{0,60}[”\"]")
BREAK = {"zh": re.compile(r"[。；\n]"), "en": re.compile(r"[a-z]{3}\.\s|\n")}
MONTH_AND_DAY = re.compile(
    rf"(?<!\d)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日|"
    rf"\b(?P<name>{MONTH})\.? (?P<behind>\d{{1,2}})(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"第([一二三四五六七八九十百\d]{1,4})次|\b(\d{1,3})(?:st|nd|rd|th)\b|\b(\w+th|first|second|third)\b", re.I
)
SPELLED = re.findall(
    r"\w+", "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
)
# The words before the name: who held it, where and when.
BEFORE_NAME = re.compile(r".*(?:召开|举行|举办|主持|出席|\d日|上午|下午|[在从由于]|工信部|信息化部|委员会|的)")
FEWEST = 6

# The words by which a headline calls a meeting; texts under two of these names report two meetings.
CENTRAL = {
    "work": re.compile(r"中央经济工作会议|central economic work conference", re.IGNORECASE),
    "rural": re.compile(r"中央农村工作会议|central rural work conference", re.IGNORECASE),
    "politburo": re.compile(
        r"政治局[^，。]{0,6}会议|\b(?:political bureau|politburo)\b[^.;]{0,40}\bmeeting|"
        r"\bmeeting[^.;]{0,40}\b(?:political bureau|politburo)\b",
        re.IGNORECASE,
    ),
    "study": re.compile(r"集体学习|专题学习|study session", re.IGNORECASE),
    "executive": re.compile(r"国务院常务会议|国常会|executive meeting", re.IGNORECASE),
    "plenary": re.compile(r"国务院[^，。]{0,6}次全体会议|\bstate council\b[^.;]{0,40}\bplenary meeting", re.IGNORECASE),
    "symposium": re.compile(r"座谈会|symposium", re.IGNORECASE),
    "reform": re.compile(r"深化改革委员会|深改委"),
    "finance": re.compile(r"中央财经委员会|中央财经委"),
}
CALLED = "called"
MEETING = "meeting"
STUDY = "study"
VISIT = "visit"
DELEGATION = "delegation"
# Stands in the place of a day for a journey to a province.
PROVINCE = "province"

Occasion = tuple[str, str, str]


def occasions(text: str, language: str, published: date | None) -> set[Occasion]:
    """Return the occasions that the beginning of `text` reports: (kind, name, ""), or (kind, "", day as MM-DD).

    Only numbered ones have a name (低空产业发展领导小组第一次全体; 11 for a session of study), since no other has that
    name. A press conference without a day was on the day of publication or the one before. The text is plain.
    """
    head = QUOTED.sub("", text[: WITHIN[language]])
    return {told for held in HELD[language].finditer(head) for told in _told(head, held, language, published)}


def called(headline: str) -> set[Occasion]:
    """Return the meetings that a headline names, as ("called", name, "")."""
    return {(CALLED, name, "") for name, pattern in CENTRAL.items() if pattern.search(headline)}


def _told(head: str, found: re.Match[str], language: str, published: date | None) -> Iterator[Occasion]:
    kind = next((kind for kind in KINDS if found[kind]), "meeting")
    if YEARLY.search(found.groupdict().get("subject") or ""):
        kind = "yearly"
    if name := _numbered(found, kind):
        yield kind, name, ""
    if kind == "yearly":
        yield kind, "", ""
    day = _day(head, _around(head, found, language), language, published)
    if day:
        yield kind, "", day
    elif published and kind == "press":
        # A morning digest reports on the day before.
        yield from ((kind, "", f"{told:%m-%d}") for told in (published, published - timedelta(days=1)))


def _numbered(found: re.Match[str], kind: str) -> str:
    """Return the name of an occasion that has a number in it, without its host; of a study session, the number."""
    name = found["name"] or found.groupdict().get("subject") or ""
    ordinal = ORDINAL.search(name)
    if ordinal and kind == "study":
        return _number(ordinal)
    own = BEFORE_NAME.sub("", name)
    return own if ordinal and ordinal[1] and ordinal[0] in own and len(own) >= FEWEST else ""


def _number(ordinal: re.Match[str]) -> str:
    if ordinal[3]:
        return str(SPELLED.index(ordinal[3].lower()) + 1) if ordinal[3].lower() in SPELLED else ""
    return f"{number(ordinal[1] or ordinal[2]):g}"


def _around(head: str, found: re.Match[str], language: str) -> Span:
    """Return the sentence of an occasion."""
    breaks = [m.end() for m in BREAK[language].finditer(head)]
    start = max((end for end in breaks if end <= found.start()), default=0)
    return Span(start, min((end for end in breaks if end >= found.end()), default=len(head)))


def _day(head: str, sentence: Span, language: str, published: date | None) -> str:
    """Return the last day that a sentence names; its dateline is the first.

    A day without a year needs no day of publication.
    """
    text = head[sentence.start : sentence.end]
    if published:
        return next((f"{named.day:%m-%d}" for named in reversed(list(days(text, language, published)))), "")
    found = next(reversed(list(MONTH_AND_DAY.finditer(text))), None)
    if not found:
        return ""
    month = int(found["month"]) if found["month"] else MONTHS[found["name"][:3].lower()]
    return f"{month:02}-{int(found['day'] or found['behind']):02}"
