"""Find the day that a page prints: at its head in a line of dates and sources or in a dateline, or as signed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
YEAR = r"(?:19|20)\d\d"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = (
    rf"(?:(?P<y1>{YEAR})\s?[-/.年]\s?(?P<m1>\d{{1,2}})\s?[-/.月]\s?(?P<d1>\d{{1,2}})(?!\d)\s?日?"
    rf"|(?P<m2>{MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>{YEAR})\b"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m3>{MONTH})\.?,?\s(?P<y3>{YEAR})\b)"
)
CLOCK = r"\d{1,2}[:：]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"
# 发布时间：2026-01-06; neither 成文日期 nor 会议时间, nor the time of an event, which is followed by its place.
LABELLED = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])(?:发布|发稿|发表|更新|刊发|刊登|公布|公开)?(?:时间|日期)】?"
    rf"|\b(?:published|posted|updated|released?(?:\sdate)?|date)(?:\s(?:on|at))?)\s?[:：]?\s?(?:{CLOCK},?\s)?{DATE}"
    r"(?![^\n]{0,30}\n?\s{0,4}地\s?点)",
    re.IGNORECASE,
)
# 首页 > 正文 2026年01月15日 14:25 来源：某网: a line of a page's frame, however long.
STAMPED = re.compile(rf"{DATE}\s{{1,4}}{CLOCK}[\s|]{{0,4}}(?:来源|作者|source\b)", re.IGNORECASE)
SIGNED = re.compile(r"(?:成文|签署|施行|实施|生效)(?:时间|日期)\s?[:：]?\s*$")
# 2024-07-15 22:10:27 来源：某网; Xinhua, July 31, 2024.
ALONE = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?!photo|image|图)[^\W\d][\w.' ]{{0,30}}[,，|\s]{{1,3}})?{DATE}[\s,，|]{{0,4}}"
    rf"(?:{CLOCK}[^\n。！？]{{0,60}}|[\s|(（]{{0,4}}(?:星期|来源|作者|字号|浏览|source|by\b|\w+day\b|xinhua)[^\n]"
    rf"{{0,60}})?\W{{0,4}}$",
    re.IGNORECASE | re.MULTILINE,
)
# 新华社北京2026年1月5日电; BEIJING, Feb. 28, 2024 (Xinhua) --; Xinhua) 10:30, November 21, 2023.
DATELINE = re.compile(
    rf"[\u4e00-\u9fff]{{2,12}}{DATE}\s?(?:电|讯|消息)".replace("(?P<", "(?P<zh_")
    + rf"|[(（]?[A-Z][A-Za-z .'-]{{1,30}}[,)]\s?(?:{CLOCK},\s)?{DATE}(?:\s?\([^()\n]{{2,20}}\))?(?:\s?(?:--|—|–)|$)",
    re.IGNORECASE | re.MULTILINE,
)
# 浙江省发展和改革委员会, and below it 2024年10月8日: how a notice ends, before what is attached to it.
SIGNATURE = re.compile(
    rf"\n[^\S\n]*[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{{1,40}}[部委局厅院办府署会室心][^\S\n]*\n"
    rf"[^\S\n]*(?P<y1>{YEAR})\s?年\s?(?P<m1>\d{{1,2}})\s?月\s?(?P<d1>\d{{1,2}})\s?日[^\S\n]*(?=\n|$)"
)
ENDED = re.compile(r"[。！？!?.…]\W{0,3}$")
HEAD = 800
LONGEST_LINE = 120
LONGEST_LABEL = 12


def printed_day(text: str) -> date | None:
    """Return the day of publication that the text prints above its first sentence; None if it prints none.

    A labelled day (发布时间：, Published on) comes before one that is alone or in a dateline.
    """
    lines = list(_head(text))
    found = [LABELLED.search(text, *line) for line in lines]
    found.append(STAMPED.search(text, 0, HEAD))
    alone = [line for line in lines if not SIGNED.search(text, max(0, line[0] - LONGEST_LABEL), line[0])]
    found += [pattern.match(text, start, end) for start, end in alone for pattern in (ALONE, DATELINE)]
    return _first(found)


def labelled_day(text: str) -> date | None:
    """Return the day that a label above the first sentence calls that of publication, if there is one."""
    return _first(LABELLED.search(text, *line) for line in _head(text))


def signed_day(text: str) -> date | None:
    """Return the day that stands alone below the name of who signed a Chinese notice, if there is one."""
    return _first([SIGNATURE.search(text)])


def _head(text: str) -> Iterator[tuple[int, int]]:
    """Return the lines above the first sentence, and the part of the first line of prose that may be a dateline."""
    start = 0
    while start < min(len(text), HEAD):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, min(end, start + LONGEST_LINE)
        if end - start > LONGEST_LINE or ENDED.search(text, max(start, end - len("。”」） ")), end):
            return
        start = end + 1


def _first(found: Iterable[re.Match[str] | None]) -> date | None:
    """Return the first that is a day of the calendar."""
    return next((day for day in map(_day, filter(None, found)) if day), None)


def _day(found: re.Match[str]) -> date | None:
    part = {name.removeprefix("zh_")[0]: value for name, value in found.groupdict().items() if value}
    month = part["m"]
    try:
        return date(int(part["y"]), int(month) if month.isdigit() else MONTHS[month[:3].lower()], int(part["d"]))
    except ValueError:
        return None
