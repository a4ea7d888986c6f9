"""Rows for the fields of something else: efforts in areas such as X."""

import re

from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import WRITTEN, Near, Rule
from tracker.tag.vocabulary.en import FRAGMENTS

AREAS = FRAGMENTS["AREAS"]
AMONG = re.compile(
    rf"(?P<verb>(?:[^.;,]|(?<=\d),(?=\d))*)\b(?P<area>{AREAS})\b"
    r"(?P<behind>[^.;]{0,30})\b(?:such(?: as)?|including|like)\b"
    r"(?:(?!, (?:it|they|we|the \w+ has|and (?:join|create|build|promote|accelerate|push|work))\b)[^.;])*$"
)
FOSTERS = re.compile(
    r"\b(?:will focus on|with a focus on|(?<!\w )focus(?:ing)? on|(?:plan|circular|guidelines?) focuses on|"
    r"(?:measures|plan|opinions|circular|policy) (?:also )?cover|call|plann|attract|introduc|priorit(?:y|i)|target|"
    r"creat|form|foster|"
    r"develop|cultivat|promot|support|"
    r"advanc(?!ed\b)|boost|accelerat|expand|strengthen|nurtur|grow|deploy|launch|arrang|"
    r"deepen|breakthrough|enhanc|improv|increas|consolidat|explor|open|build|layout|"
    r"outlin\w+ (?:key |major |specific )?(?:initiatives|measures|tasks|steps|actions|goals)|"
    r"(?:focus|priority|key|target) (?:areas|fields|sectors|directions) include)\w*"
    r"(?: [\w-]+){0,9}\s*$",
    re.IGNORECASE,
)
DONE_SO = re.compile(
    r"\b(?:are|is|have|has|were|was|will be|should be) (?!expected)(?:\w+ly |also )*(?:been )?\w+(?:ed|ing)\b|"
    r"[^.;]{0,60}\b(?:grew|rose|maintained|posted|registered|surged|took off|gained momentum|"
    r"developed (?:rapidly|fast|well)|rapidly developed)\b|"
    r"[^.;]{0,60}\bemerged? (?:one after another|in succession|constantly|continuously)\b"
)
# Industries will be promoted, as well as technologies such as X.
AS_WELL_AS = Near(before=r"\b(will|should|shall|must) be \w+ed, as well as\b……", scope=WRITTEN)


def is_among_fields(said: TargetContext) -> re.Match[str] | None:
    """The name is one of several fields that no verb of planning governs; channels such as X are an exception."""
    among = AMONG.search(said.plain[: said.hit.start])
    if not among or said.patterns.done.search(among["verb"]) or DONE_SO.search(among["behind"]):
        return None
    governed = FOSTERS.search(among["verb"]) or DONE_SO.search(said.plain, said.hit.end)
    return None if governed and among["area"] != "channels" else among


ROWS = (
    Rule("en.mentioned.title-of-a-part",
         before=r"\b(consists? of|comprises?|is divided into|has) (\w+ )?(parts|chapters|sections)\b……"
             r"[\"“]([\w-]+ ){0,4}",
         examples=('The white paper consists of six parts: "Energy in the New Era," "Developing New Quality Productive '
             'Forces" and "Governance."',
             'The book has ten chapters: "Money," "The Low-Altitude Economy at Dawn" and others.')),
    Rule("en.mentioned.used-in-fields",
         before=r"\b(is|are|was|were) (\w+ly |also )?(used|found|embedded|built) in (the )?([\w-]+ ){0,2}|"
             r"\b((deploy|adopt|install|use)\w*|using|appl(y|ies|ied|ying)|applications?(?= (in|across))) "
             r"(?!of )([\w-]+ ){0,5}(in|across) ([\w-]+ ){0,3}" r"(industries|{AREAS}) (such( as)?|including|like)\b……|"
             r"\b(deployed|used|applied) …{2,40} (in|across) (more than |over |some |nearly )?\d[\d,]* …40"
             r" in …20\b({AREAS}|industries) (such as|including|like)\b……|"
             r"\b(systems?|platforms?|networks?|laborator\w+|funds?|scenarios) in (the )?([\w-]+ ){0,2}"
             r"({AREAS}|industries) (such as|including|like)\b……|"
             r"\b(products?|services?|insurance|courses?|majors|equipment|parts|tools|talents?|professionals|"
             r"engineers|" r"technicians|graduates|components|software|degrees|laws?|lawyers|patents?|instruments)"
             r" (for|to|in) ([\w'-]+ ){0,3}({AREAS}) (such( as)?|including|like)\b……",
         examples=(
             "Anhui is building a service system in fields such as chips and future industries, to bridge the gap.",
             "State firms have deployed models in more than 500 scenes in sectors such as intelligent connected "
             "vehicles.", "It shows how China plans to use models in industries such as new materials.",
             "The town runs laboratories in fields such as quantum technology.",
             "The city will open 30 scenarios in areas such as the low-altitude economy.",
             "Lithium is widely used in new energy vehicles, a sector that policy supports.",
             "Insurers are encouraged to develop exclusive products for key fields such as hydrogen energy.",
             "Schools are asked to train engineers for industries such as new materials.")),
    # Pilot zones will be set up, with X among the first fields.
    Rule("en.mentioned.counted-among", before=r"\bwith [^.;]{0,80}",
         after=r"[^.;,]{0,60}? among (the|its|their) ([\w-]+ ){0,3}({AREAS}|topics|themes|examples)\b",
         examples=("Work to set up zones, with humanoid robots among the first fields, will start in May.",
             "The choir will sing of the future, with quantum technology among its themes.")),
    Rule("en.mentioned.so-many-in-its-field",
         before=r"\b\d[\d,]* (of them )?(are |were )?in the ((fields?|areas?|sectors?|industry) of "
             r"[^.;,]{0,40})?",
         examples=("Of the 45 clusters, 13 are in the field of networks and 7 in the field of new materials.",
             "The list has 12 in the sector of new energy vehicles.")),
    Rule("en.mentioned.among-fields", before="({AREAS}).*", when=(is_among_fields,), unless=(AS_WELL_AS,),
         examples=("Such robots integrate advanced technologies such as chips and new materials, the paper says.",
             "The policy emphasizes training people in new areas like big data and smart manufacturing.",
             "The report covers fields such as chips and quantum technology.",
             "Expand mobile sensing channels such as intelligent connected vehicles.")),
)  # fmt: skip
