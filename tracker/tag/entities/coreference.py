"""Resolve who acts or speaks: names, later references to them, and people of unknown bodies."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from tracker.tag.entities.bodies import MOST, Register, Voice, voices
from tracker.tag.entities.introduced import introduced
from tracker.tag.entities.oblique import OBLIQUE, SENTENCE_END, NameContext
from tracker.tag.lexicon import Patterns
from tracker.text.normalize import Span, is_within

OFFICE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:省|市|自治区|区|县|州)(?:委|政府|[\u4e00-\u9fff]{0,8}?(?:厅|局|委员会|发展改革委|发改委|"
    r"经信委|办公厅))"
)
# The municipal Bureau of Industry, the provincial government; the city plans to: places that are named before.
OFFICE_EN = re.compile(
    r"\b[Tt]he (?:municipal|provincial|city|county|district|regional|local) (?:People's |people's |Party )?"
    r"(?:[Gg]overnment|[Cc]ommittee|[Bb]ureau|[Cc]ommission|[Dd]epartment|authorities)\b"
)
THE_PLACE = re.compile(
    r"\b(?:[Tt]he (?:city|province|municipality|autonomous region|county|district)|"
    r"(?:[Vv]arious|[Mm]any|[Aa]ll) (?:places|localities|regions)) (?:also |now |further |\w+ly )?"
)
REACH = 30
ADVERB = re.compile(r" (?:(?:also|further|then) )?|[还也]?")
# 各省、自治区、直辖市……厅（局）：the addressees of a paper.
ADDRESSEES = re.compile(r"^[^\S\n]*各[^。\n]{2,400}[：:][^\S\n]*$", re.MULTILINE)
OFFICE_BEHIND = re.compile(r"[^.;:,\"”，。；：、]{0,140}")
APPOSITION = re.compile(r", [^.;\"”]{3,140}?, (?=\w)")
# Ding visited a plant: an act of a leader on a journey.
DOES = re.compile(
    r" (?:also |then )?"
    r"(?:visited|went|came|walked|inspected|toured|attended|met|chaired|presided|arrived|learned|held)\b"
)
# "The conference" is the latest that has a name of its own.
CONFERENCE = re.compile(r"(?:Conference|Congress|[Pp]lenary session|[Pp]lenum|会议|全会)$")
MEETING = ("会议", "全会")
# 主持召开中央财经委员会第四次会议: whose meeting it is.
CONVENED = re.compile(r"召开[^，。；]{0,24}会议")
THE_CONFERENCE = re.compile("|".join(("the conference", *MEETING)), re.IGNORECASE)
NAME = r"[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){1,2}"
# Wen Fei, a deputy and a technician at Pinggang Steel in Pingxiang, Jiangxi province, noted.
# Not the head of a bureau, who speaks for it.
POST = (
    r"(?:an?|the|deputy|vice|chief|general|senior|president|director|head|professor|chairman|founder) "
    r"(?:(?![Bb]ureau|[Dd]epartment|[Cc]ommission|[Gg]overnment|[Cc]ommittee|[Oo]ffice|[Mm]inistry|[Aa]dministration)"
    r"[^.;]){3,140}?"
)
# Learned from the China Machinery Industry Federation.
UNION = (
    r"China(?: [A-Z][\w-]+| of| and| for){0,6}? (?:Association|Federation|Alliance|Chamber|Society)\b"
    r"(?: (?:of|for)(?: [A-Z][\w-]+| and| of){1,6})?"
)
# 记者从中国轻工业联合会获悉, 据某协会统计.
FIRM = (
    r"(?:记者[今天日昨]{0,2}从|[据由从])[\u4e00-\u9fff]{2,16}?(?:协会|联合会|学会|商会|集团|公司|电网)"
    r"(?=获悉|了解到|得知|介绍|消息|统计|数据|发布)|"
    r"(?:路透社|彭博社|法新社|美联社|《[^》]{2,14}》)(?:网站)?的?(?:评论)?(?:报道|文章)(?=说|称|聚焦|认为|指出)|"
    r"(?:(?<!\d)\d{1,6}位|多名|多位)(?:代表|委员)(?=(?:发言，)?[^，。；]{0,20}(?:就|从|围绕)[^。；]{2,80}(?:发言|建议))"
    r"|[\u4e00-\u9fff]{2,8}大学(?=[^，。；]{0,16}(?:团队|课题组|研究组))|"
    r"[\u4e00-\u9fff]{2,6}大学(?=[^，。；]{0,8}教授[\u4e00-\u9fff]{2,4}?(?:表示|认为|指出|建议|说|介绍))|"
    r"[\u4e00-\u9fff]{2,10}(?:协会|联合会|商会|学会|联盟|促进会)"
    r"(?=(?:副?(?:会长|理事长|秘书长)[\u4e00-\u9fff]{2,4}?)?(?:纷纷|联合|近日|日前|今[天日]|最新|的|\d+日|（[^（）]"
    r"{2,8}）)*(?:发出|发起|倡议|呼吁|表示|指出|发布|公布|数据|统计|调查|预计|预测|认为|建议))"
)
PERSON = ("he", "He", "she", "She", "他", "她")
HAN_NAME = r"[\u4e00-\u9fff·]{2,4}"


def acting(text: str, register: Register, year: int | None, p: Patterns) -> list[Voice]:
    """Return the voices of `text` in order, without those that are only followed, studied or addressed."""
    asked = [Span(*m.span()) for m in ADDRESSEES.finditer(text)]
    everyone = voices(text, register, year)
    places = [v for v in everyone if v.body == "local"]
    language = register.language
    named = [v for v in everyone if not is_within(asked, v.start)]
    named = [v for v in named if not OBLIQUE.first(NameContext(text, v, language, p, places))]
    named = _ordered(named, _offices(text, named) if language == "zh" else _places_again(text, named, p))
    found = _ordered(named, _outsiders(text, named, language, p))
    found = _ordered(found, introduced(text, named, p) if language == "zh" else ())
    found = _ordered(found, _surnames(text, found, p))
    return _ordered(found, _stand_ins(text, found, p))


def _ordered(*found: Iterable[Voice]) -> list[Voice]:
    return sorted(chain(*found), key=lambda voice: voice.start)


def _offices(text: str, named: list[Voice]) -> Iterator[Voice]:
    """Yield offices of places whose names say no more: 省工信厅, 市发展改革委."""
    for match in islice(OFFICE.finditer(text), MOST):
        at = bisect_left(named, match.end(), key=lambda voice: voice.start)
        if not at or named[at - 1].end <= match.start():
            yield Voice("local", None, *match.span())


def _places_again(text: str, named: list[Voice], p: Patterns) -> Iterator[Voice]:
    """Yield later references to a place named in an English text: the municipal government, the city plans to."""
    taken = [Span(v.start, v.end) for v in named]
    offices = (m for m in OFFICE_EN.finditer(text) if not is_within(taken, m.start()))
    places = (m for m in THE_PLACE.finditer(text) if p.local_cues.match(text, m.end()))
    for match in islice(chain(offices, places), MOST):
        yield Voice("local", None, match.start(), match.start() + len(match[0].rstrip()))


def _outsiders(text: str, named: list[Voice], language: str, p: Patterns) -> Iterator[Voice]:
    """Yield experts and managers who are quoted, unless a known body stands beside the name."""
    for match in _outsider(language, p.say.pattern, p.expert.pattern).finditer(text):
        end = max(match.end() + REACH, _end_of_office(text, match.end()))
        beside = (v for v in named if match.start() - REACH < v.start < end)
        # 浙江水泥行业协会: the place is a part of the name.
        if all(v.body == "local" and match.start() <= v.start < match.end() for v in beside):
            yield Voice("other", None, *match.span())


def _end_of_office(text: str, start: int) -> int:
    """Return where an office ends that stands behind a name: said Wu Jiaxi, deputy director of a department."""
    office = OFFICE_BEHIND.match(text, start)
    return office.end() if office else start


@cache
def _outsider(language: str, say: str, expert: str) -> re.Pattern[str]:
    if language == "en":
        union = rf"{UNION} (?:{say})|(?:from|by) the {UNION}"
        return re.compile(rf"(?:{say}) {NAME},|{NAME}, [^.,]{{3,60}}, (?:{say})|{NAME}, {POST}, (?:{say})|{union}")
    member = r"(?:常委|委员|代表|院士|教授)(?:代表[^，。]{2,12}发言)?"
    return re.compile(
        rf"{FIRM}|(?:{expert}){HAN_NAME}(?:撰文|发文)?(?:{say})|(?<![\u4e00-\u9fff]){HAN_NAME}{member}(?:{say}|建议|"
        rf"提出)"
    )


def _surnames(text: str, found: list[Voice], p: Patterns) -> Iterator[Voice]:
    """Yield people by surname whose whole name came before: `Mr. Zhao`, `Zhao said`."""
    people = [v for v in found if v.speaker and v.speaker.isascii()]
    for surname in {_surname(v) for v in people}:
        known = [v for v in people if _surname(v) == surname]
        for match in re.finditer(rf"(\b(?:Mr|Ms|Mrs)\.? )?\b{re.escape(surname)}\b", text):
            apposed = APPOSITION.match(text, match.end())
            does = DOES.match(text, match.end())
            if (
                match[1]
                or does
                or _says(text, match.end(), p)
                or (apposed and _says(text, apposed.end(), p, start=False))
            ):
                yield from _again(text, known, match)


def _stand_ins(text: str, found: list[Voice], p: Patterns) -> Iterator[Voice]:
    """Yield references to the latest voice before them: `he said`, `the ministry will`, `该负责人表示`."""
    known = [v for v in found if v.body != "local"]
    people = [v for v in known if v.speaker] or known
    convened = [m.span() for m in CONVENED.finditer(text)]
    conferences = [v for v in known if CONFERENCE.search(text, v.start, v.end) or is_within(convened, v.start)]
    for match in p.stand_in.finditer(text):
        if _says(text, match.end(), p):
            at = bisect_left(conferences, match.start(), key=lambda voice: voice.end)
            held = conferences[max(0, at - 1) : at] if THE_CONFERENCE.match(match[0]) else []
            # A person who attends a Chinese meeting without a name of its own is not its voice.
            others = [] if match[0] in MEETING else people if match[0] in PERSON else known
            yield from _again(text, held or others, match)


def _again(text: str, known: list[Voice], match: re.Match[str]) -> Iterator[Voice]:
    """Yield the latest of `known` before `match` that begins its sentence, as the voice that speaks there."""
    at = bisect_left(known, match.start(), key=lambda voice: voice.end)
    if at:
        begins = at - 1
        while begins and not SENTENCE_END.search(text, known[begins - 1].end, known[at - 1].start):
            begins -= 1
        yield Voice(known[begins].body, known[begins].speaker, *match.span())


def _surname(voice: Voice) -> str:
    return (voice.speaker or "").split()[0]


def _says(text: str, end: int, p: Patterns, *, start: bool = True) -> bool:
    gap = ADVERB.match(text, end) if start else None
    place = gap.end() if gap else end
    return bool(p.say.match(text, place) or p.will.match(text, place))
