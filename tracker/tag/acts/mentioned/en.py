"""Decide whether an English sentence names an initiative only in passing."""

import re
from collections.abc import Callable

from tracker.tag.acts.mentioned.appraisals_en import is_appraised
from tracker.tag.acts.mentioned.means_en import is_means
from tracker.tag.acts.mentioned.scenes_en import is_scene
from tracker.tag.acts.target_context import TargetContext

# To further implement X, four ministries issued ...: what another thing is done for.
PURPOSE = re.compile(
    r"^[\"“\s]*(?:(?:In order )?[Tt]o|In (?:a bid|an effort|an attempt) to|With a view to)(?: \w+ly)? \w+"
    r"(?:(?!\b(?:will|shall|should|must|has|have|had|is|are|was|were|issued|released|said)\b|"
    r", (?:the|it|they|we|he|she|[A-Z]\w+)\b)[^.;])*$"
)
MAIN = re.compile(
    r"[^,.;]{0,140}, (?:since [^,.;]{4,20}, )?[^,;]{4,90}"
    r"\b(?:issued|released|will|has|have|had|was|were|is|are|held|plans|aims|seeks|\w+ed)\b|"
    r"[^.;]{0,140}, [^,;]{0,20}\b(?:departments|authorities|ministries|agencies)\b"
)
# Efforts in areas such as X; a verb of plans that governs the areas governs X too.
AREAS = r"titles|honors|chains|areas|industries|channels|fields|sectors|scenarios|aspects|domains|technologies"
AMONG = re.compile(
    rf"(?P<verb>(?:[^.;,]|(?<=\d),(?=\d))*)\b(?P<area>{AREAS})\b"
    r"(?P<behind>[^.;]{0,30})\b(?:such(?: as)?|including|like)\b"
    r"(?:(?!, (?:it|they|we|the \w+ has|and (?:join|create|build|promote|accelerate|push|work))\b)[^.;])*$"
)
FOSTERS = re.compile(
    r"\b(?:will focus on|with a focus on|(?:plan|circular|guidelines?) focuses on|"
    r"(?:measures|plan|opinions|circular|policy) (?:also )?cover|call|plann|attract|introduc|priorit(?:y|i)|target|"
    r"creat|form|foster|"
    r"develop|cultivat|promot|support|"
    r"advanc(?!ed\b)|boost|accelerat|expand|strengthen|nurtur|grow|deploy|launch|arrang|"
    r"deepen|breakthrough|enhanc|improv|increas|consolidat|explor|open|build|layout)\w*"
    r"(?: [\w-]+){0,9}\s*$",
    re.IGNORECASE,
)

# Industries will be promoted, as well as technologies such as X.
AS_WELL_AS = re.compile(r"\b(?:will|should|shall|must) be \w+ed, as well as\b[^.;]*$")
# Analysts believe that X will broaden.
GUESSES = re.compile(
    r"\b(?:[Tt]he market|[Aa]nalysts?|[Oo]bservers?|[Ii]nsiders?|[Ee]xperts?|[Ii]nvestors?|[Bb]rokers?|[Ss]cholars?)\b"
    r"[^.;]{0,60}"
    r"\b(?:believe|expect|predict|estimate|think|forecast)\w*\b"
)
# Shares of firms related to X rallied.
STOCKS = (
    re.compile(r"\b(?:[Ss]hares|[Ss]tocks)\b[^.;]{0,60}$"),
    re.compile(r"[^.;]{0,60}\b(?:rose|rall|jump|surge|fell|gain|climb|clos|drop|up|down|higher|lower)"),
)
# In the stage of X; from X to Y, companies take the lead.
STAGE = re.compile(r"\b(?:stage|process|course|era|wave|trend) of (?:the )?(?:[\w-]+ ){0,4}$")
IN_STAGE = (
    re.compile(r"\b(?:is|are) (?:now )?(?:in|at) (?:an? |the )?(?:(?!to\b)[\w-]+ ){0,4}$"),
    re.compile(r"(?:(?!\b(?:will|to)\b)[^.;]){0,110}\bstage\b", re.IGNORECASE),
)
GOES_THROUGH = re.compile(r"\b(?:going|passing) through (?:the |a )?(?:[\w-]+ ){0,4}$")
FROM = re.compile(r"^From (?!\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[^.;]*$")
TO = re.compile(r"(?:[^.;]*?\bto\b)?[^.;,]*, (?:an?|the|many|some|all|more)\b")
# Firms that focus on fields such as X; consumers who bought X.
WHO = re.compile(
    r"\b(?:firms|enterprises|companies|SMEs|startups)\b[^.;]*\b(?:focusing on|spanning)\b[^.;]*$|"
    r"\bconsumers who scrap\w*\b[^.;]*$|\b(?:majors|disciplines)\b[^.;]*$"
)
# Has a good foundation in the fields of X; trains professionals in areas like X.
GROUNDS = re.compile(
    r"\bhas (?:an? )?(?:good|solid|strong|unique|sound) (?:foundations?|basis|advantages?)\b"
    r"[^.;]*\bin (?:the )?fields? of\b[^.;]*$|"
    r"\b(?:professions|professionals|talents?|personnel|workers) in (?:[\w-]+ ){0,2}(?:areas|fields) "
    r"(?:like|such as|including)\b[^.;]*$"
)
# Imports grew as X developed: a reason.
MEANWHILE = (
    re.compile(r"(?<!such )(?<!well )\bas (?:the )?$"),
    re.compile(r" (?:developed|develops?|advanced|advances?|took shape)\b"),
)
# This "little giant" company: one of many.
THIS_ONE = re.compile(r"\b[Tt]his [\"“']?$"), re.compile(r"[\"”']? (?:company|firm|enterprise|startup)\b")
# In the "Opinions on X" issued by seven departments last year: a paper that is called to mind.
RECALLED = (
    re.compile(r"\bIn the [\"“][^\"”]*$"),
    re.compile(r"[^\"”]*[\"”] (?:jointly )?(?:issued|released) by [^.;,]*\blast year,"),
)
# Complained about X; a maker of X, opened a factory.
COMPLAINS = re.compile(r"\b(?:complain|criticiz|criticis|accus|attack)\w*\b[^.;,]{0,40}$")
MAKER = re.compile(
    r"\b(?:an?|the) (?:[\w-]+ ){0,4}(?:maker|manufacturer|producer|supplier|developer) of (?:[\w-]+ ){0,3}$"
)
# Focusing on practice in X, the program introduces.
ON_THEME = (
    re.compile(r"^(?:Focusing|Centering|Focused) on\b[^.;]*$"),
    re.compile(
        r"[^.;]*, (?:the|this) (?:[\w-]+ ){0,2}(?:program|show|event|conference|forum|exhibition|expo)\b|"
        r"[^.;]*, the meeting (?:heard|discussed)\b"
    ),
)
# Planned to buy X; giving firms backing to develop X; a growth that comes as X is fostered.
FOR_HIMSELF = re.compile(
    r"\b(?:plan|want|decid|hop|intend|consider)\w* (?:to )?(?:buy|purchas|get|choos)\w*\b[^.;]*$|"
    r"\bgiving [^.;,]{2,50} (?:backing|support|confidence|room) to "
    r"(?:\w+ly )?(?:accelerate|advance|promote|develop|foster)\b[^.;,]*$|"
    r"\b(?:company|firm|startup)'s (?:growth|rise|success|expansion)\b[^.;]*\b(?:comes|came) as\b[^.;]*$"
)
# In line with the drive to develop X; reflects a push to lead in X; the renewal of X buses.
IN_LINE = re.compile(
    r"\b(?:follow|adapt to|ride|conform to|seize) the (?:trend|wave|tide|opportunit\w+) of\b[^.;,]*$|"
    r"\bin light of (?:[\w-]+ ){0,2}(?:tasks|needs|requirements)\b[^.;]*$|"
    r"\baligns? with\b(?:(?!, with a focus on)[^.;])*$|"
    r"\breflects?\b[^.;]*\bpush to\b[^.;]*$|\bamid (?:[\w']+ ){1,2}push to\b[^.;]*$|\bthe renewal of (?:[\w-]+ ){0,2}$"
)
# First written into the work report as an industry alongside X.
WRITTEN = re.compile(r"\bwritten into\b[^.;]*$")
# As outlined in X.
AS_SAID = re.compile(
    r"\bas (?:originally |first )?(?:outlined|set out|laid out|described|stipulated|stated|envisioned) in (?:the )?"
    r"[\"“]?$"
)
# How China plans to deploy models in industries such as X: where something else is put to use.
USED_IN = re.compile(
    r"\b(?:(?:deploy|adopt|install|use)\w*|using|appl(?:y|ies|ied|ying)|applications?(?= (?:in|across))) "
    r"(?!of )(?:[\w-]+ ){0,5}(?:in|across) (?:[\w-]+ ){0,3}"
    rf"(?:industries|{AREAS}) (?:such(?: as)?|including|like)\b[^.;]*$|"
    r"\b(?:deployed|used|applied) [^.;,]{2,40} (?:in|across) (?:more than |over |some |nearly )?\d[\d,]* [^.;,]{0,40}"
    rf" in [^.;,]{{0,20}}\b(?:{AREAS}|industries) (?:such as|including|like)\b[^.;]*$|"
    r"\b(?:systems?|platforms?|networks?|laborator\w+|funds?) in (?:the )?(?:[\w-]+ ){0,2}"
    rf"(?:{AREAS}|industries) (?:such as|including|like)\b[^.;]*$"
)
DONE_SO = re.compile(
    r"\b(?:are|is|have|has|were|was|will be|should be) (?!expected)(?:\w+ly |also )*(?:been )?\w+(?:ed|ing)\b|"
    r"[^.;]{0,60}\b(?:grew|rose|maintained|posted|registered|surged|took off|gained momentum|"
    r"developed (?:rapidly|fast|well)|rapidly developed)\b|"
    r"[^.;]{0,60}\bemerged? (?:one after another|in succession|constantly|continuously)\b"
)
# As X represents Y, ...: a reason; as the first platform for X, a firm has grown: an apposition.
AS_IT_IS = re.compile(
    r"\W*As (?:[^.;,]*\b(?:is|are|represents?|constitutes?|remains?)\b[^.;,]*|"
    r"(?:an?|the|one of|China's|the country's)\b [^.;,]*\b"
    r"(?:platform|company|firm|enterprise|maker|supplier|provider|startup)\b[^.;,]*), "
)
# The development of X is expected to boost Y: what X will bring about.
BRINGS = re.compile(
    r"[^.;,]{0,30}\b(?:is|are) (?:expected|likely|set|poised) to (?:further |help |also )*"
    r"(?:boost|drive|promote|spur|stimulate|bring|inject|contribute|provide|create|generate|reshape|fuel|lift)\b|"
    r"[^.;,]{0,10}\bwill (?:bring|provide|create|offer|inject) [^.;,]{0,30}\b(?:opportunit|momentum|impetus)"
)


def is_aside(said: TargetContext) -> bool:
    """True where the initiative is a purpose, a part, a field or a definition of something else."""
    return any(finds(said) for finds in ASIDES)


def _is_purpose(said: TargetContext) -> bool:
    before, after = said.plain[: said.hit.start], said.plain[said.hit.end :]
    return said.kind == "news" and bool(PURPOSE.search(before) and MAIN.match(after))


def _is_field(said: TargetContext) -> bool:
    if USED_IN.search(said.plain[: said.hit.start]):
        return True
    among = AMONG.search(said.plain[: said.hit.start])
    if among and (said.patterns.done.search(among["verb"]) or DONE_SO.search(among["behind"])):
        return False
    if AS_WELL_AS.search(said.text, 0, said.hit.start):
        return False
    # Channels such as X are made of it.
    if among and among["area"] == "channels":
        return True
    return bool(among and not FOSTERS.search(among["verb"]) and not DONE_SO.search(said.plain, said.hit.end))


def _is_effect(said: TargetContext) -> bool:
    return bool(BRINGS.match(said.plain, said.hit.end))


def _is_guessed(said: TargetContext) -> bool:
    return bool(GUESSES.search(said.plain[: said.hit.start]))


def _is_beside(said: TargetContext) -> bool:
    """Complains about X; a maker of X, which does something; the stage of X; from X to Y."""
    before = said.plain[: said.hit.start]
    reason = AS_IT_IS.match(said.plain)
    if reason and said.hit.end <= reason.end():
        return True
    if said.stands_between(MEANWHILE, THIS_ONE, RECALLED, IN_STAGE, ON_THEME, STOCKS):
        return True
    if FROM.match(before) and " to " in said.plain and TO.match(said.plain, said.hit.end):
        return True
    return any(
        pattern.search(before)
        for pattern in (
            WHO,
            GROUNDS,
            AS_SAID,
            GOES_THROUGH,
            COMPLAINS,
            MAKER,
            STAGE,
            FOR_HIMSELF,
            IN_LINE,
            WRITTEN,
        )
    )


ASIDES: tuple[Callable[[TargetContext], bool], ...] = (
    _is_purpose,
    is_appraised,
    _is_field,
    is_scene,
    is_means,
    _is_effect,
    _is_guessed,
    _is_beside,
)
