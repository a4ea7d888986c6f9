"""Find in an English sentence the stage of the paper that it names."""

import re

from tracker.tag.acts.target_context import TargetContext, strike

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
        r"review)\b|\b(?:public|open) (?:comment|consultation|review)\b|\bconsultations? on\b",
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
    r"(?: (?:on|for|of|concerning|regarding|governing|about)\b| [\"'(]|[\"',])[^.;]{0,80}$|"
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
