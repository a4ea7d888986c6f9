"""Find by their headlines that two items report two things: of two leaders, two meetings, two notices; a rumor."""

import re

from tracker.stories.fingerprint import Fingerprint

# 习近平向……致贺信, 丁薛祥出席……开幕式; 工信部出席 is not a person's name.
DOES = re.compile(
    r"^(?P<who>[\u4e00-\u9fff]{1,2}[^部委局会署院省市行国各])"
    r"(?:(?=(?:向|给)[^，。]{2,40}致|主持召开[^，。]{4}|在[^，。]{2,16}?(?:考察|调研|会见|出席))|"
    r"(?:出席|会见)(?P<what>[^，。]{4,40}))"
)
NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[次届](?P<name>[^，。]{2,30}?)(?:会议|论坛|峰会|大会|博览会)")
# “国补”要取消？传言不实; Fact check: subsidies are not canceled.
REFUTES = re.compile(
    r"谣言|辟谣|传言|不实|误读|\brumou?rs?\b|\bfact[- ]check|\buntrue\b|\bdebunk|\bfalse claims?\b|\bfake news\b",
    re.IGNORECASE,
)
# 工业和信息化部公告（2025年第45号）.
NOTICE = re.compile(r"(?:公告|通告)[^\d]{0,2}(?=20)(?P<number>20\d\d年第\d{1,4}号)")


def other_leader(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two headlines name different people, or one person at two numbered meetings."""
    one, other = DOES.match(a.headline), DOES.match(b.headline)
    if not one or not other:
        return False
    meetings = [NUMBERED.match(found["what"] or "") for found in (one, other)]
    names = {meeting["name"] for meeting in meetings if meeting}
    return one["who"] != other["who"] or (all(meetings) and len(names) > 1)


def other_notice(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two headlines give two numbers of notices; a body numbers its notices from one each year."""
    one, other = (NOTICE.search(item.headline) for item in (a, b))
    return one is not None and other is not None and one["number"] != other["number"]


def refuted_rumor(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether only one of two headlines refutes a rumor: it repeats the announcement that the rumor is about."""
    return bool(REFUTES.search(a.headline)) != bool(REFUTES.search(b.headline))
