"""Find in an English sentence the stage of the paper that it names, and what a day is to that paper."""

import re
from collections.abc import Iterator

from tracker.tag.acts.target_context import TargetContext, strike
from tracker.text.days import Day
from tracker.text.normalize import Span
from tracker.text.numbers.numerals import ENGLISH, number

NOUNS = (
    r"guidelines?|guidance|plans?|opinions?|notices?|circulars?|measures|standards?|regulations?|rules?|provisions|"
    r"blueprints?|schemes?|catalog(?:ue)?s?|polic(?:y|ies)|outlines?|laws?|decisions?|documents?|directives?|"
    r"roadmaps?|programs?|frameworks?|specifications?"
)
PAPER = f"(?:{NOUNS})"
NEAR = r"(?:[\w'’()-]+ ){0,7}?"
# The guidelines were put out after public opinions had been sought: an earlier stage.
ASKED_BEFORE = re.compile(
    r"\b(?:after|following|having|based on|since|earlier|previously)\b[^.;,]{0,60}\b(?:comments?|opinions?|feedback|"
    r"suggestions?|consultations?|drafts?)\b",
    re.IGNORECASE,
)
DRAFT = (
    # Is soliciting public opinions on; seeks comments from the public.
    re.compile(
        r"\b(?:solicit|seek|sought|invit|gather|collect|request|canvass)\w*\b[^.;]{0,24}\b(?:comments?|opinions?|"
        r"feedback|suggestions?|views|input)\b",
        re.IGNORECASE,
    ),
    # Opened the draft for public comment; released for consultation.
    re.compile(
        r"\bfor (?:public |soliciting |further |open )*(?:comments?|consultations?|opinions?|feedback|suggestions?|"
        r"review)\b|"
        r"\b(?:public|open) (?:comment|consultation)\b",
        re.IGNORECASE,
    ),
    # Released a draft guideline, the draft of the measures, draft rules.
    re.compile(
        rf"\bdraft (?:version )?(?:of )?(?:the |an? |its )?{NEAR}{PAPER}\b|"
        rf"\b{PAPER} \((?:exposure |consultation )?draft\b|"
        r"\b(?:a|the) (?:first |exposure |consultation )?draft (?:for|open)\b",
        re.IGNORECASE,
    ),
)
# Drafts of standards that were counted, a draft that was worked on: not a paper open for comments.
DRAFTS_COUNTED = re.compile(
    r"\b(?:\d+|dozens of|many|several|\w+ty|ten|two|three|four|five|six|seven|eight|nine) draft\b|"
    r"\b(?:is|are|was|were|began|begun|started) drafting\b",
    re.IGNORECASE,
)
ADOPTS = re.compile(
    r"\b(?:adopt(?:ed|s)?|approv(?:ed|es)|pass(?:ed|es)|endors(?:ed|es)|gave (?:the )?(?:green light|nod) to)\b",
    re.IGNORECASE,
)
MEETING = re.compile(
    r"\b(?:meetings?|sessions?|plenum|plenary|congress|lawmakers|legislat(?:ure|ors)|standing committee|politburo|"
    r"political bureau|commission for deepening)\b",
    re.IGNORECASE,
)
CABINET = re.compile(r"\b(?:state council|cabinet)\b", re.IGNORECASE)
ADOPTED_BY_CABINET = re.compile(r"\b(?:adopt(?:ed|s)?|pass(?:ed|es))\b", re.IGNORECASE)
# Words that report that the paper is out; a statement that was released reports on the paper.
OUT = re.compile(
    r"\b(?:issu(?:ed?|es|ing)|releas(?:ed?|es|ing)|unveil(?:ed|s|ing)?|publish(?:ed|es|ing)|made public|"
    r"promulgat(?:ed|es)|roll(?:ed|s)? out|print(?:ed|s) and distributed|put out)\b",
    re.IGNORECASE,
)
STATEMENT = re.compile(
    r"\b(?:statement|communique|communiqué|readout|press release|report|news)\b[^.;,]{0,24}"
    r"\b(?:issued|released|published)\b|"
    r"\b(?:will|to|shall) be (?:issued|released|published)\b",
    re.IGNORECASE,
)
# Issued revised measures on X, amendments to the rules; the revised catalogue was released. Not a plan for X to meet
# revised standards, nor rules that were issued under a revised law.
PUT_OUT = r"(?:issu|releas|unveil|publish|promulgat|announc|adopt|roll)\w*(?: out)?"
CHANGED = (
    rf"(?:(?:newly )?(?:revised|amended|updated)(?: version of)?(?: the| its| an?)? {NEAR}{PAPER}|"
    rf"(?:revisions?|amendments?) (?:to|of) (?:the |its |an? )?{NEAR}{PAPER})\b"
)
REVISED = re.compile(
    rf"\b{PUT_OUT} (?:[\w'’-]+ ){{0,4}}?{CHANGED}|"
    rf"^\W*(?:[\w'’-]+ ){{0,4}}?{CHANGED}[^.;]{{0,80}}?\b(?:was|were|has been|have been) {PUT_OUT}|"
    rf"\b{PAPER} \((?:\d{{4}} )?(?:revision|revised|amended)\b",
    re.IGNORECASE,
)
TO_BE_DONE = re.compile(r"\b(?:will|would|to|should|shall|plans? to|may|might|not) (?:be )?$", re.IGNORECASE)
REPEAL = (
    r"(?:repeal(?:ed|s)|abolish(?:ed|es)|annul(?:led|s)|rescind(?:ed|s)|revok(?:ed|es)|abrogat(?:ed|es)|"
    r"invalidat(?:ed|es))"
)
# Repealed the measures on X; the rules on X were repealed, ceased to have effect. Not rules that stand against X.
REPEALS = re.compile(
    rf"\b{REPEAL}(?: the| its| an?)? {NEAR}{PAPER}(?! that| which)"
    r"(?: (?:on|for|of|concerning|regarding|governing|about)\b|"
    r" [\"'(]|[\"',])[^.;]{0,80}$|"
    rf"\b{REPEAL}(?: the| its| an?)? [^.;,]{{0,60}}$",
    re.IGNORECASE,
)
REPEALED = re.compile(
    rf"[^.;,]{{0,80}}?\b(?:was|were|is|are|has been|have been|(?:shall|will) be)(?: \w+ly| thereby| also)? {REPEAL}\b|"
    r"[^.;,]{0,80}?\b(?:ceas(?:ed|es|e) to (?:be (?:effective|in force|valid)|have effect|apply)|became invalid|"
    r"(?:shall|will) be repealed)",
    re.IGNORECASE,
)
NAMES_A_PAPER = re.compile(rf"[^.;,]{{0,40}}?\b{PAPER}\b", re.IGNORECASE)
PAPER_BEFORE = re.compile(
    rf"\b{PAPER}(?: \([^()]*\))? (?:on|for|of|concerning|regarding|governing|about)\b[^.;,]{{0,60}}$", re.IGNORECASE
)
AGAINST = re.compile(r"\b(?:that|which|hinder\w*|imped\w*|obstruct\w*|restrict\w*|against|contrary)\b[^.;]{0,60}$")
AROUND = 60
FARTHEST = 300
EFFECTIVE = re.compile(
    r"(?:\b(?:tak(?:e|es|en|ing)|took|com(?:e|es|ing)|came|go|goes|went|enter(?:s|ed|ing)?|put)(?: \w+ly)?(?: into)? "
    r"(?:effect|force)(?: nationwide)?|\b(?:effective|with effect)|\b(?:be|is|are|being) (?:\w+ly )?(?:implemented|"
    r"enforced|in force|in effect|applied)|\b(?:apply|applies|implemented))"
    r"(?:,? (?:on|from|starting|beginning|as of|since|starting on))* (?:the )?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:\b(?:valid|effective|in force|in effect|validity|remains?|runs?|lasts?|appl(?:y|ies)|extended)\b[^.;,]{0,40}"
    r"\b(?:until|through|till|to)|\bexpir(?:e|es|ed|ing)(?: on)?)(?: the end of)? $",
    re.IGNORECASE,
)
AT_ONCE = re.compile(
    r"\b(?:takes?|took|comes?|came|goes?|entering|enters?)(?: into)? (?:effect|force) "
    r"(?:immediately|upon (?:its |their )?(?:release|publication|issuance|promulgation)|"
    r"(?:on|from) the (?:date|day) of (?:its |their )?(?:release|publication|promulgation|issuance))|"
    r"\beffective (?:immediately|upon (?:release|publication|promulgation))\b",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"\b(?:valid|effective|in force|in effect|validity)\b(?: \w+){0,3}? (?:for|of)(?: a period of)? "
    rf"(?P<years>\d{{1,2}}|{'|'.join(list(ENGLISH)[1:20])})[ -]years?\b",
    re.IGNORECASE,
)
OPINIONS = re.compile(r"\b(?:comments?|feedback|opinions?|suggestions?|consultations?|views|input|responses?)\b", re.I)
DEADLINE = re.compile(
    r"\b(?:by|before|until|till|through|to|no later than|not later than|on or before|up to|and|"
    r"(?:deadline|period|consultation|window)\b[^.;,]{0,60}\b(?:is|on|at|ends?|closes?)(?: on| at)?|"
    r"(?:ends?|ending|closes?|closing)(?: on)?)(?: \d{1,2}(?::\d\d)? ?[ap]\.?m\.?)?,? $",
    re.IGNORECASE,
)

LASTING = re.compile(r" (?:to|through|-|–) ")


def stage(said: TargetContext) -> str | None:
    """Return the stage that the sentence states of the paper that it names; None where it states none."""
    if repeals(said):
        return "repealed"
    text = strike(ASKED_BEFORE, said.asserted)
    # A meeting may adopt a draft, which is then handed on.
    if _is_adopted(text):
        return "adopted"
    if _is_draft(text):
        return "draft"
    if REVISED.search(text):
        return "revised"
    return "issued" if OUT.search(text) else None


def repeals(said: TargetContext) -> bool:
    """Decide whether the sentence says that a paper on what the hit names is no longer in force."""
    before, after = said.asserted[: said.hit.start], said.asserted[said.hit.end :]
    if AGAINST.search(before):
        return False
    paper_before, paper_behind = PAPER_BEFORE.search(before), NAMES_A_PAPER.match(after)
    gone = REPEALS.search(before)
    if gone and not TO_BE_DONE.search(before, 0, gone.start()) and (paper_before or paper_behind):
        return True
    return bool(REPEALED.match(after) and (paper_before or paper_behind))


def _is_draft(text: str) -> bool:
    told = strike(DRAFTS_COUNTED, text)
    asks, opened, named = (pattern.search(told) for pattern in DRAFT)
    return bool(asks or opened or named)


def _is_adopted(text: str) -> bool:
    if OUT.search(strike(STATEMENT, text)) or any(asks.search(text) for asks in DRAFT[:2]):
        return False
    by_meeting = MEETING.search(text) and ADOPTS.search(text)
    return bool(by_meeting or (CABINET.search(text) and ADOPTED_BY_CABINET.search(text)))


def is_effective(text: str, day: Day) -> bool:
    """Decide whether a paper is in force from a day on."""
    return bool(EFFECTIVE.search(text, max(0, day.start - AROUND), day.start))


def is_expiry(text: str, day: Day) -> bool:
    """Decide whether a paper is in force until a day."""
    return bool(UNTIL.search(text, max(0, day.start - AROUND), day.start))


def is_comment_deadline(text: str, day: Day, sentence: Span) -> bool:
    """Decide whether comments are taken until a day; of a range (June 1 to 30) its last."""
    before = text[max(sentence.start, day.start - AROUND) : day.start]
    near = max(sentence.start, day.start - FARTHEST), min(sentence.end, day.end + FARTHEST)
    lasting = LASTING.search(text, day.start, day.end)
    return bool(OPINIONS.search(text, *near) and (DEADLINE.search(before) or lasting))


def durations(text: str) -> Iterator[tuple[int, int]]:
    """Return for how many years something is in force, and where that is said."""
    return ((int(number(m["years"].lower())), m.start()) for m in DURATION.finditer(text))
