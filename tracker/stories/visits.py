"""The journeys of leaders, told for days: where they went, what they asked for there, how it was taken."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from tracker.stories.occasions import LEADERS, VISIT, Occasion

WHO = f"(?P<who>{'|'.join(LEADERS)})"
# 习近平在民营企业座谈会上强调; 习近平在安徽考察时强调; 习近平总书记在安徽考察时的重要讲话引发热烈反响.
GROUP = r"(?:[\u4e00-\u9fff]{2,16}的)?(?P<group>[\u4e00-\u9fff]{2,8}?(?:委员|代表团))(?=时|并|审议|，|。)"
JOURNEY = re.compile(
    rf"{WHO}(?:总书记|总理)?(?:"
    r"[\d月日至—-]{0,12}在(?P<place>[\u4e00-\u9fff]{2,3}?(?:、[\u4e00-\u9fff]{2,3}?)*)(?:省|市|自治区)?(?:考察|调研)|"
    r"[^。；，\n]{0,10}听取了?(?P<heard>[\u4e00-\u9fff]{2,3}?)(?:省|市|自治区)?[省市区]?委和|"
    rf"在?(?:看望|参加)(?:了|参加)*{GROUP}|"
    r"(?:在|主持召开)(?P<meeting>[\u4e00-\u9fff]{2,16}?(?:座谈会|研讨班))(?:上|并|时|的|强调))"
)
# 习近平总书记23日看望了参加政协会议的经济界委员: also in the text below, on the next day.
MET = re.compile(rf"{WHO}[^。；]{{0,30}}?(?:看望|参加)(?:了|参加)*{GROUP}")
WITHIN = 200
# During inspections of several enterprises in Beijing on Monday, Premier Li; listened to the work report of Jilin.
TOUR = (
    r"\b(?:inspections?|inspected|inspecting|inspection tour|fact-finding (?:trip|tour)|research (?:trip|tour)|"
    r"visit to (?=\w+-based ))\b"
)
HEARD = r"\b(?:listen\w*|heard|hearing)\b[^.;\n]{0,20}\breports?\b"
TRAVELLERS = {english: chinese for chinese, english in LEADERS.items()}
TRAVELLER = re.compile(rf"\b(?P<who>{'|'.join(TRAVELLERS)})\b")


@dataclass(frozen=True)
class Tours:
    """The places and events of which a text may tell that a leader went there, by their Chinese names."""

    places: Mapping[str, str]
    place: re.Pattern[str]
    told: re.Pattern[str]
    events: Mapping[str, str]
    spoke: Mapping[str, re.Pattern[str]]


def compile_tours(places: Mapping[str, Iterable[str]], events: Mapping[str, Iterable[str]]) -> Tours:
    """Compile Chinese names of places, and of events, with their English ones."""
    named = {english: chinese for chinese, written in places.items() for english in written}
    called = {name: chinese for chinese, written in events.items() for name in (chinese, *written)}
    place = rf"\b{_any_of(named)}\b"
    told = rf"{TOUR}[^.;\n]{{0,80}}?{place}[^.;\n]*|{HEARD}[^.;\n]{{0,40}}{place}"
    event = f"(?P<event>{_any_of(called)})"
    # 李强26日在沪出席……大会开幕式并致辞; whom he meets there is another matter.
    spoke = {
        "zh": rf"{WHO}[^。；\n]{{0,24}}?出席[^。；\n]{{0,12}}?{event}[^。；\n]{{0,40}}?(?:致辞|讲话|演讲)",
        "en": rf"\b(?P<who>{'|'.join(TRAVELLERS)})\b[\s\S]{{0,600}}?\b(?:address|speech|speak|spoke|deliver)\w*\b"
        rf"[^.;\n]{{0,60}}?{event}",
    }
    patterns = {language: re.compile(pattern) for language, pattern in spoke.items()}
    return Tours(named, re.compile(place), re.compile(told), called, patterns)


def _any_of(names: Iterable[str]) -> str:
    """A pattern of any of some names, the longest first; of none, one that matches nothing."""
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True))) or '(?!)'})"


def visits(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """The journey that a headline, or the beginning of an English text, tells of: ("visit", who and where, "")."""
    if language == "zh":
        found = chain(JOURNEY.finditer(headline), JOURNEY.finditer(head[:WITHIN]), MET.finditer(head[:WITHIN]))
        return {(VISIT, f"{m['who']} {where}", "") for m in found for where in _where(m.groupdict())}
    who, tour = TRAVELLER.search(f"{headline}\n{head}"), tours.told.search(head)
    places = {tours.places[m[0]] for m in tours.place.finditer(tour[0])} if tour else set()
    return {(VISIT, f"{TRAVELLERS[who['who']]} {place}", "") for place in places} if who else set()


def _where(found: Mapping[str, str | None]) -> list[str]:
    """Where a leader went: places, or a meeting, or a group of delegates."""
    places = found.get("place") or found.get("heard") or found.get("meeting") or found["group"] or ""
    return places.split("、")


def attended(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """The yearly event at which a leader spoke, in either language: ("attended", who and which, "")."""
    found = tours.spoke[language].search(f"{headline}\n{head}")
    return (
        {("attended", f"{TRAVELLERS.get(found['who'], found['who'])} {tours.events[found['event']]}", "")}
        if found
        else set()
    )
