"""Find the day on which something was said: the day of a meeting, a leader's journey, a press briefing."""

import re
from collections.abc import Iterable
from datetime import date

from tracker.tag.reading import Reading
from tracker.text.days import Day
from tracker.text.normalize import Span

FARTHEST = 200
# At the meeting, Li Qiang said: on the day of the meeting that was reported before.
AT_MEETING = re.compile(
    r"\b(?:attended|at|addressed) the (?:meeting|conference|symposium|session)\b|(?:出席|在)(?:会议|大会|座谈会|会上)"
)
MEETING = re.compile(r"\b(?:meeting|conference|symposium|session)\b|会议|大会|座谈会")
# 习近平在湖北考察时强调; 5日上午.
JOURNEY = re.compile(r"(?:考察|调研)时")
SEVERAL_DAYS = 2
PART_OF_DAY = re.compile(r"(?:上午|中午|下午|傍晚|晚)")
# 财联社6月16日电，……在新闻发布会上表示: a wire reports it on the same day; a paper may have come out before.
SAME_DAY = re.compile(
    r"(?:,? \d{4})? ?(?:\(\w+\) ?)?(?:--|—)[^\n]{0,400}?\b(?:(?:press|news) (?:conference|briefing)|"
    r"wrote in an article)\b|"
    r"[电讯](?:[（(][^（()）]{0,20}[)）])?[^。]*?(?:(?:发布会|吹风会|记者会)[^。]*?(?:表示|介绍|指出|强调|称|说)|撰文|"
    r"(?<!近日)(?<!日前)(?<!将)召开[^。，；《]{0,16}会议|决定(?:成立|设立)|发布[^《。]{0,24}(?:数据|统计))"
)
# 中央政治局7月30日召开会议指出; three items on 中央政治局召开会议要求: one meeting.
MEETS = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,12})(?P<what>召开[\u4e00-\u9fff]{0,8}会议)")


def of_wire(reading: Reading, item: Span) -> date | None:
    """Return the dateline's day for an item of a wire that reports who spoke to the press, or new statistics."""
    own = (d for d in reading.days if item.start <= d.start < item.end)
    return next((d.day for d in own if SAME_DAY.match(reading.text, d.end)), None)


def of_meeting(reading: Reading, days: Iterable[Day], sentence: Span) -> date | None:
    """Return the one of `days` on which an earlier item of a round-up reports the meeting of `sentence`."""
    meets = MEETS.search(reading.text, *sentence)
    if not meets:
        return None
    return next((d.day for d in days if d.start < sentence.start and _is_meeting(reading.text, d, meets)), None)


def _is_meeting(text: str, day: Day, meets: re.Match[str]) -> bool:
    return text.endswith(meets["who"], 0, day.start) and text.startswith(meets["what"], day.end)


def on_journey(reading: Reading, sentence: Span) -> date | None:
    """Return the reported day of a leader's journey, the latest before `sentence`: 5日上午，习近平来到……."""
    parts = [day for day in reading.days if PART_OF_DAY.match(reading.text, day.end)]
    if not JOURNEY.search(reading.title) and len({day.day for day in parts}) < SEVERAL_DAYS:
        return None
    return next((day.day for day in reversed(parts) if day.start < sentence.start), None)


def at_meeting(reading: Reading, day: Day, sentence: Span) -> bool:
    """Decide whether a person speaks at the meeting whose day was named before, also in the paragraph after that."""
    text, meeting = reading.text, reading.sentence(day.start)
    before = text[max(meeting.end, reading.paragraph(sentence.start).start - FARTHEST) : sentence.end]
    return bool(MEETING.search(text, *meeting) and AT_MEETING.search(before))
