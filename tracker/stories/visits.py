"""The journeys of leaders, told for days: where they went, what they asked for there, how it was taken."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from tracker.stories.occasions import LEADERS, Occasion

WHO = f"(?P<who>{'|'.join(LEADERS)})"
# 习近平在民营企业座谈会上强调; 习近平在安徽考察时强调; 习近平总书记在安徽考察时的重要讲话引发热烈反响.
GROUP = r"(?:[\u4e00-\u9fff]{2,16}的)?(?P<group>[\u4e00-\u9fff]{2,8}?(?:委员|代表团))(?=时|并|审议|，|。)"
VISIT = re.compile(
    rf"{WHO}(?:总书记|总理)?(?:"
    r"在(?P<place>[\u4e00-\u9fff]{2,3}?)(?:省|市|自治区)?(?:考察|调研)|"
    rf"在?(?:看望|参加)(?:了|参加)*{GROUP}|"
    r"(?:在|主持召开)(?P<meeting>[\u4e00-\u9fff]{2,16}?(?:座谈会|研讨班))(?:上|并|时|的|强调))"
)
# 习近平总书记23日看望了参加政协会议的经济界委员: also in the text below, on the next day.
MET = re.compile(rf"{WHO}[^。；]{{0,30}}?(?:看望|参加)(?:了|参加)*{GROUP}")
WITHIN = 200
TRAVELLERS = {english: chinese for chinese, english in LEADERS.items()}
TRAVELLER = re.compile(rf"\b(?P<who>{'|'.join(TRAVELLERS)})\b")


@dataclass(frozen=True)
class Tours:
    """The places of which an English text may tell that a leader went there, by their Chinese names."""

    places: Mapping[str, str]
    pattern: re.Pattern[str]


def compile_tours(places: Mapping[str, Iterable[str]]) -> Tours:
    """Compile Chinese names of places with their English ones."""
    named = {english: chinese for chinese, written in places.items() for english in written}
    # During inspections of several enterprises in Beijing on Monday, Premier Li.
    pattern = re.compile(
        r"\b(?:inspections?|inspected|inspecting|inspection tour|fact-finding (?:trip|tour)|research (?:trip|tour)|"
        r"visit to (?=\w+-based ))\b"
        rf"[^.;\n]{{0,80}}?\b(?P<place>{'|'.join(map(re.escape, named))})\b"
    )
    return Tours(named, pattern)


def visits(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """The journey that a headline, or the beginning of an English text, tells of: ("visit", who and where, "")."""
    if language == "zh":
        found = (m.groupdict() for m in chain(VISIT.finditer(headline), MET.finditer(head[:WITHIN])))
        return {
            ("visit", f"{one['who']} {one.get('place') or one.get('meeting') or one['group']}", "") for one in found
        }
    who, tour = TRAVELLER.search(f"{headline}\n{head}"), tours.pattern.search(head)
    return {("visit", f"{TRAVELLERS[who['who']]} {tours.places[tour['place']]}", "")} if who and tour else set()
