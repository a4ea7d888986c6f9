"""Find the journeys of leaders, reported for days: where they went, which delegation they joined, the response."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from tracker.stories.occasions import DELEGATION, PROVINCE, VISIT, Occasion
from tracker.text.alternation import any_of

# 习近平在民营企业座谈会上强调; 习近平在安徽考察时强调; 习近平总书记在安徽考察时的重要讲话引发热烈反响.
GROUP = r"(?:[\u4e00-\u9fff]{2,16}的)?(?P<group>[\u4e00-\u9fff]{2,8}?(?:委员|代表团))(?=时|并|审议|，|。)"
JOURNEY = (
    r"(?:总书记|总理)?(?:"
    r"[\d月日至—-]{0,12}在(?P<place>[\u4e00-\u9fff]{2,3}?(?:、[\u4e00-\u9fff]{2,3}?)*)(?:省|市|自治区)?(?:考察|调研)|"
    r"[^。；，\n]{0,10}听取了?(?P<heard>[\u4e00-\u9fff]{2,3}?)(?:省|市|自治区)?[省市区]?委和|"
    rf"在?(?:看望|参加)(?:了|参加)*{GROUP}|"
    r"(?:在|主持召开)(?P<meeting>[\u4e00-\u9fff]{2,16}?(?:座谈会|研讨班))(?:上|并|时|的|强调))"
)
# 习近平总书记23日看望了参加政协会议的经济界委员: also in the text below, on the next day.
MET = rf"[^。；]{{0,30}}?(?:看望|参加)(?:了|参加)*{GROUP}"
WITHIN = 200
# During inspections of several enterprises in Beijing on Monday, Premier Li; listened to the work report of Jilin.
TOUR = (
    r"\b(?:inspections?|inspected|inspecting|inspection tour|fact-finding (?:trip|tour)|research (?:trip|tour)|"
    r"visit to (?=\w+-based ))\b"
)
HEARD = r"\b(?:listen\w*|heard|hearing)\b[^.;\n]{0,20}\breports?\b"
DELIBERATES = {
    # 参加江苏代表团审议, 来到他所在的辽宁代表团, 同代表们一起审议.
    "zh": re.compile(
        r"(?P<place>[\u4e00-\u9fff]{2,3})代表团(?=(?:的|全体|，同代表们?一起)*审议)|"
        r"(?:来到|参加)(?:了|他)*(?:所在)?的?(?P<joined>[\u4e00-\u9fff]{2,3})代表团"
    ),
    # A deliberation with the Jiangsu delegation; the delegation of Jiangsu deliberated; speaks to Jiangsu deputies.
    "en": re.compile(
        r"\bdeliberat[^.;\n]{0,80}\bdelegations?\b|\bdelegations?\b[^.;\n]{0,80}\bdeliberat|"
        r"\b[A-Z]\w+ (?:province )?(?:deputies|lawmakers|delegates|delegation)\b|\bdeput(?:y|ies) from [A-Z]\w+"
    ),
}
DELIBERATES_WITHIN = {"zh": 200, "en": 500}


@dataclass(frozen=True)
class Tours:
    """The leaders, and the places and events where a text may report one of them, by their Chinese names."""

    leaders: Mapping[str, str]
    journey: re.Pattern[str]
    met: re.Pattern[str]
    traveller: re.Pattern[str]
    provinces: frozenset[str]
    places: Mapping[str, str]
    place: re.Pattern[str]
    told: re.Pattern[str]
    events: Mapping[str, str]
    spoke: Mapping[str, re.Pattern[str]]


def compile_tours(
    leaders: Mapping[str, str],
    provinces: Iterable[str],
    places: Mapping[str, Iterable[str]],
    events: Mapping[str, Iterable[str]],
) -> Tours:
    """Compile Chinese names of leaders, each with the English one, and of places and events, with their English ones.

    Some of the places are `provinces`.
    """
    travellers = {english: chinese for chinese, english in leaders.items()}
    who, who_in_english = f"(?P<who>{any_of(leaders)})", f"(?P<who>{any_of(travellers)})"
    named = {english: chinese for chinese, written in places.items() for english in written}
    called = {name: chinese for chinese, written in events.items() for name in (chinese, *written)}
    place = rf"\b(?:{any_of(named)})\b"
    told = rf"{TOUR}[^.;\n]{{0,80}}?{place}[^.;\n]*|{HEARD}[^.;\n]{{0,40}}{place}"
    event = f"(?P<event>{any_of(called)})"
    # 李强26日在沪出席……大会开幕式并致辞; meetings with others there are a separate matter.
    spoke = {
        "zh": rf"{who}[^。；\n]{{0,24}}?出席[^。；\n]{{0,12}}?{event}[^。；\n]{{0,40}}?(?:致辞|讲话|演讲)",
        "en": rf"\b{who_in_english}\b[\s\S]{{0,600}}?\b(?:address|speech|speak|spoke|deliver)\w*\b"
        rf"[^.;\n]{{0,60}}?{event}",
    }
    patterns = {language: re.compile(pattern) for language, pattern in spoke.items()}
    return Tours(
        leaders=travellers,
        journey=re.compile(who + JOURNEY),
        met=re.compile(who + MET),
        traveller=re.compile(rf"\b{who_in_english}\b"),
        provinces=frozenset(provinces),
        places=named,
        place=re.compile(place),
        told=re.compile(told),
        events=called,
        spoke=patterns,
    )


def visits(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """Return the journey that a headline, or the beginning of an English text, reports: ("visit", who and where, "").

    For one to a province "province" stands in the place of a day.
    """
    if language == "zh":
        top = head[:WITHIN]
        found = chain(tours.journey.finditer(headline), tours.journey.finditer(top), tours.met.finditer(top))
        return {_visit(m["who"], where, tours) for m in found for where in _where(m.groupdict())}
    who, tour = tours.traveller.search(f"{headline}\n{head}"), tours.told.search(head)
    places = {tours.places[m[0]] for m in tours.place.finditer(tour[0])} if tour else set()
    return {_visit(tours.leaders[who["who"]], place, tours) for place in places} if who else set()


def _visit(who: str, where: str, tours: Tours) -> Occasion:
    return VISIT, f"{who} {where}", PROVINCE if where in tours.provinces else ""


def _where(found: Mapping[str, str | None]) -> list[str]:
    """Return where a leader went: places, or a meeting, or a group of delegates."""
    places = found.get("place") or found.get("heard") or found.get("meeting") or found["group"] or ""
    return places.split("、")


def attended(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """Return the yearly event at which a leader spoke, in either language: ("attended", who and which, "")."""
    found = tours.spoke[language].search(f"{headline}\n{head}")
    return (
        {("attended", f"{tours.leaders.get(found['who'], found['who'])} {tours.events[found['event']]}", "")}
        if found
        else set()
    )


def delegations(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """Return the deliberations that a headline or the start of a text reports: ("delegation", place in Chinese, "")."""
    told = DELIBERATES[language].finditer(f"{headline}\n{head[: DELIBERATES_WITHIN[language]]}")
    if language == "zh":
        found = {m["place"] or m["joined"] for m in told}
    else:
        found = {tours.places[m[0]] for one in told for m in tours.place.finditer(one[0])}
    return {(DELEGATION, place, "") for place in found & tours.provinces}
