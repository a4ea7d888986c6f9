"""Find occasions that many texts of a few days report: summits, letters, instructions, symposia, milestones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.stories.occasions import SPELLED, Occasion
from tracker.text.numbers.numerals import in_base_unit, number
from tracker.text.numbers.quantities import quantities

WITHIN = 240
# 2019工业互联网全球峰会在沈阳开幕, 向首届数字中国建设峰会致贺信: the event itself, not what is shown there.
NAMED = r"(?:20\d\d年?|首届|第[一二三四五六七八九十]{1,3}届)[^，。；：、\s《》]{2,18}?(?:峰会|大会|博览会|论坛)"
OPENS = re.compile(rf"(?P<opened>{NAMED})[^，。；]{{0,14}}(?:开幕|召开|举行)|向(?P<greeted>{NAMED})致(?:贺信|信)")
# 中央经济工作会议在京举行, 在中央经济工作会议上: once a year. Texts on how it is carried out follow for months.
YEARLY = {
    "zh": re.compile(
        r"(?:(?<=结束的)|(?<=闭幕的))中央(?P<past>经济|农村)工作会议|"
        r"中央(?P<name>经济|农村)工作会议(?:上|[^，。；]{0,16}(?:举行|召开|闭幕))|"
        # At the head of an item it is the news.
        r"(?:^|\n|）：)\W*(?:\d+[、.])?中央(?P<told>经济|农村)工作会议"
        r"(?:：|(?:指出|要求|强调|提出|认为|总结|分析|部署|定调|确定)(?!的))"
    ),
    "en": re.compile(
        r"(?<!spirit of the )(?<!implement the )(?<!implementing the )(?<!since the )(?<!ahead of the )"
        r"\bcentral (?P<name>economic|rural) work conference\b",
        re.IGNORECASE,
    ),
}
# 全国科技大会、国家科学技术奖励大会上的讲话引发反响, 中央城市工作会议在京举行: held once in several years.
NATIONAL = re.compile(
    r"(?P<name>全国(?!人民|政协|代表|各地)[\u4e00-\u9fff]{2,8}大会|中央(?!经济|农村)[\u4e00-\u9fff]{2,4}工作会议)"
    r"[^，。；]{0,24}?(?:上的|上发表|上强调|举行|召开|开幕|闭幕)"
)
ORDINALS = rf"(?:{'|'.join(SPELLED)}|\d{{1,2}}(?:st|nd|rd|th))"
OF_CENTRE = r"central (?:commission (?:for|on) )?(?P<name>[a-z ]{0,30}?\b(?:financ|reform|cyber|law)\w*)[a-z ]{0,40}"
# 二十届三中全会, the third plenary session of the 20th Central Committee.
PLENUM = {
    "zh": re.compile(
        r"第?(?:十[八九]|二十[一二三]?)届(?:中央委员会)?第?(?P<session>[一二三四五六七])(?:次全体会议|中全会)"
        r"(?:[^，。；]{0,40}(?:举行|召开|闭幕|审议|通过|引[起发])|公报|[\s\S]{0,160}?与会同志)"
    ),
    "en": re.compile(
        r"\b\d\d(?:th|st|nd|rd)(?: CPC)? Central Committee\b[^.;]{0,200}?"
        rf"\b(?P<session>{'|'.join(SPELLED[:7])}) plenary session\b",
        re.IGNORECASE,
    ),
}
# 主持召开中央财经委员会第六次会议, the sixth meeting of the Central Financial and Economic Affairs Commission: a name
# and a number that come again after five years.
COMMISSION = {
    "zh": re.compile(
        r"中央(?P<name>财经|全面深化改革|网络安全和信息化|全面依法治国)委员会"
        r"第(?P<number>[一二三四五六七八九十]{1,3})次会议"
        r"(?=[上，。；、研指强审提]|\d|今天|日前|召开|举行)"
    ),
    "en": re.compile(
        rf"\b(?P<number>{ORDINALS}) meeting of the (?:\d\dth )?(?:CPC )?{OF_CENTRE}|"
        rf"\b{OF_CENTRE.replace('name', 'host')}[^.;]{{0,60}}\bits (?P<own>{ORDINALS}) meeting\b",
        re.IGNORECASE,
    ),
}
COMMISSIONS = {"财经": "financ", "全面深化改革": "reform", "网络安全和信息化": "cyber", "全面依法治国": "law"}
SESSIONS = dict(zip("一二三四五六七", SPELLED[:7], strict=True))
NAMES = {"经济": "economic", "农村": "rural"}
TOLD = {
    # 就 X 作出重要指示, 会上传达了重要指示; in a recent instruction on X.
    "instruction": {
        "zh": re.compile(r"(?:作出|传达)了?[^，。；]{0,8}重要指示"),
        "en": re.compile(r"\binstructions? (?:on|was read|were read)\b"),
    },
    "letter": {
        "zh": re.compile(r"致贺信|致信祝贺|发来贺信|的贺信"),
        "en": re.compile(r"\bcongratulatory letter\b"),
    },
    "session": {
        "zh": re.compile(r"政治局[^。]{0,40}集体学习"),
        "en": re.compile(r"\b(?:group|collective) study session\b"),
    },
}
KINDS = {"座谈会": "symposium", "国务院常务会议": "executive meeting", "state council meeting": "executive meeting"}
PRESIDED_WITHIN = {"zh": 160, "en": 500}
FIRST = re.compile(r"(?:首次|首度|首)(?:突破|超过|达到|超|破|达)[^，。；\n]{0,8}$|突破[^，。；\n]{0,3}$")
PASSED = re.compile(
    r"\bfor the first time\b[^.;\n]{0,60}$|\bfirst (?:to )?(?:exceed|surpass|top|pass|break)\w*[^.;\n]{0,40}$", re.I
)
MARK = re.compile(r"[^，。；\n]{0,3}大关")
JUST_BEFORE = 30


def gatherings(headline: str, head: str, language: str) -> set[Occasion]:
    """Return the occasions of this kind that the beginning of a plain text reports: (kind, name, "")."""
    top = f"{headline}\n{head[:WITHIN]}" if language == "zh" else f"{headline}\n{head}"
    named = {m["opened"] or m["greeted"] for m in OPENS.finditer(top)} if language == "zh" else set()
    yearly, plenums = YEARLY[language].search(top), PLENUM[language].finditer(top)
    return (
        {("summit", name, "") for name in named}
        | ({("centre", _name(yearly), "")} if yearly else set())
        | {("centre", m["name"], "") for m in NATIONAL.finditer(top)}
        | {("centre", f"plenum {SESSIONS.get(m['session'], m['session'].lower())}", "") for m in plenums}
        | {("commission", name, "") for name in _commissions(top, language)}
        | {(kind, "", "") for kind, told in TOLD.items() if told[language].search(top)}
    )


def _commissions(top: str, language: str) -> Iterator[str]:
    """Yield the meetings of commissions of the centre, by what these are for and their number: "financ 6"."""
    for found in COMMISSION[language].finditer(top):
        named = found.groupdict()
        if language == "zh":
            yield f"{COMMISSIONS[named['name']]} {number(named['number']):g}"
            continue
        name, counted = (named["name"] or named["host"]).lower(), (named["number"] or named["own"]).lower()
        kind = next(kind for kind in COMMISSIONS.values() if kind in name)
        yield f"{kind} {SPELLED.index(counted) + 1 if counted in SPELLED else int(counted[:-2])}"


def _name(yearly: re.Match[str]) -> str:
    named = yearly.groupdict()
    name = named["name"] or named["past"] or named["told"]
    return NAMES.get(name, name.lower())


@dataclass(frozen=True)
class Chairs:
    """The leaders who preside over meetings.

    Their English names by the Chinese ones, and the patterns by which texts report it.
    """

    english: Mapping[str, str]
    presided: Mapping[str, re.Pattern[str]]


def compile_chairs(leaders: Mapping[str, str]) -> Chairs:
    """Compile the Chinese names of leaders, each with the English one."""
    chinese, english = ("|".join(map(re.escape, names)) or "(?!)" for names in (leaders, leaders.values()))
    # 习近平在民营企业座谈会上强调; Xi made the remarks when attending a symposium; 李克强主持召开国务院常务会议.
    presided = {
        "zh": rf"(?P<who>{chinese})[^。；\n]{{0,40}}?"
        r"(?P<kind>座谈会(?=上|强调|并)|(?<=主持召开)国务院常务会议)",
        "en": rf"\b(?P<who>{english})\b[\s\S]{{0,400}}?\b"
        r"(?:attending|attended|presid\w+ over|chair(?:ing|ed|s)|host(?:ing|ed)|at|during)\b[^.;\n]{0,40}"
        r"\b(?P<kind>(?i:symposium|executive meeting))\b|"
        r"\b(?P<held>(?i:symposium|executive meeting|state council meeting))\b[\s\S]{0,300}?"
        r"\b(?:presided over|chaired|hosted) by\b"
        rf"[^.;\n]{{0,30}}?\b(?P<by>{english})\b",
    }
    return Chairs(leaders, {language: re.compile(pattern) for language, pattern in presided.items()})


def presided(headline: str, head: str, language: str, chairs: Chairs) -> set[Occasion]:
    """Return the symposium or the cabinet's meeting that a leader held: ("presided", who and what, "")."""
    found = chairs.presided[language].search(f"{headline}\n{head[: PRESIDED_WITHIN[language]]}")
    if not found:
        return set()
    named = found.groupdict()
    who, kind = named["who"] or named["by"], named["kind"] or named["held"]
    return {("presided", f"{chairs.english.get(who, who)} {KINDS.get(kind.lower(), kind.lower())}", "")}


def milestones(head: str) -> set[tuple[str, str, str]]:
    """Return the milestones that the beginning of a plain text reports, as occasions: ("milestone", value, "")."""
    found = set()
    for quantity in quantities(head):
        before = head[max(0, quantity.start - JUST_BEFORE) : quantity.start]
        first = FIRST.search(before)
        known = first and (first[0].startswith("首") or MARK.match(head, quantity.end))
        if known or PASSED.search(before):
            found |= {("milestone", f"{in_base_unit(value, quantity.unit):g}", "") for value in quantity.values}
    return found
