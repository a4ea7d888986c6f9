"""Find what a report shares with its translation: target years, days, whether it is about a list."""

import re
from datetime import date
from itertools import islice

from tracker.tag.days.candidates import is_dateline
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
