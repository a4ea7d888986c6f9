"""Detect where an English sentence names an initiative as the place, show or talk of something else."""

import re

from tracker.tag.acts.target_context import TargetContext

# Visits to X.
VISITS = re.compile(r"\b(?:visit(?:s|ed|ing)?|toured)\b[^.;]*$")
# Will hold a press conference on X; held a study session on X.
TO_BRIEF = re.compile(
    r"\b[Hh](?:eld|old(?:s|ing)?) (?:an?|the) (?:[\w-]+ ){0,3}(?:study session|symposium|seminar|forum|meeting)"
    r" on\b[^.;,]*$|"
    r"\bat (?:an?|the) (?:[\w-]+ ){0,3}(?:forum|symposium|seminar|panel|lecture|summit) on (?:the )?(?:[\w-]+ ){0,3}$|"
    r"\bhold(?:s|ing)? (?:an?|the) (?:press|news) (?:conference|briefing) (?:on|about)\b[^.;]*$"
)
# Products of X are being showcased.
ON_SHOW = re.compile(
    r"[^.;,]{0,40}\b(?:are|were|was|is) (?:also )?(?:being )?"
    r"(?:showcased|displayed|exhibited|on display|on show)\b"
)
# An exhibition that shows X.
AT_SHOW = re.compile(
    r"\b(?:showcas|featur|exhibit|display)(?:e[sd]?|ing|s)?\b[^.;]*$|\bdivided into [^.;:]{3,30}:[^.;]*$"
)
SHOW = re.compile(r"\b(?:exhibition|expo|convention|fair|booths?|exhibits|trade show|auto show)\b", re.IGNORECASE)
# The focus was on showcasing products in the fields of X; a report on X; a fair that focuses on X.
IN_FIELDS = re.compile(
    r"\b(?:fair|expo|exposition|exhibition|forum|summit|event|symposium|seminar|discussions)\b[^.;]*"
    r"\b(?:focus(?:es|ed|ing)?|cent(?:er|re)(?:s|ed)?) on\b(?! (?:curb|rein|tackl|address|combat)\w*)[^.;]*$|"
    r"\b[Ww]ith the theme (?:of )?[^.;,]*$|\b(?:Conference|Forum|Symposium|Summit) on (?:[A-Z][\w-]+ |the ){0,4}$|"
    r"\bput(?:s|ting)? on (?:\w+ )?display\b[^.;]*$|"
    r"\bpresent(?:s|ed|ing)? (?:[\w-]+ ){0,4}(?:achievements|products|technologies|showcase)\b[^.;]*$|"
    r"\btheme (?:of [^.;,]{0,40} )?(?:is|was)\b[^.;]*$|\b[Uu]nder the theme\b[^.;]*$|"
    r"\bshowcasing\b[^.;]*\bin the fields? of\b[^.;]*$|\b(?:reports?|speech|lecture|talk) on (?:the )?$"
)
# A forum on X gathered scholars; X was among the hot topics.
MET = (
    re.compile(
        r"\b(?:forum|conference|symposium|summit|expo|exhibition|fair|contest|competition|workshop|seminar)s? "
        r"(?:on|of|for|themed on|focusing on|dedicated to) (?:the )?(?:[\w-]+ ){0,4}$",
        re.IGNORECASE,
    ),
    re.compile(
        r"[^.;,]{0,40}\b(?:gather|attract|drew|brought together|convene|open|conclud|close|took place|was held)\w*"
    ),
)
TOPICS = re.compile(
    r"[^.;]{0,80}\b(?:was|were|is|are|became|ha(?:s|ve) become|remained) (?:also |all )?(?:among )?"
    r"(?:an?|the)? ?(?:hot|hottest|main|key|core|popular|heated|buzz|most discussed) ?"
    r"(?:topics?|words?|buzzwords?|themes?)\b"
)
# The X Games will open: an event that bears the name.
EVENT = re.compile(
    r" (?:[A-Z]\w+ ){0,3}(?:Games|Conference|Summit|Forum|Expo|Exposition|Exhibition|Congress|Fair|Contest)\b"
)
# In the X workshop of a firm, he encouraged it to do more.
AT_PLACE = (
    re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]oured) (?:the|an?|this) (?:[\w-]+ ){0,2}$"),
    re.compile(r" (?:\w+ ){0,2}(?:workshop|booth|exhibition area|exhibition hall|showroom|laboratory)\b"),
)


def is_scene(said: TargetContext) -> bool:
    """Visits to X, a press conference on X, products of X on show, a forum on X that gathered scholars."""
    before = said.plain[: said.hit.start]
    if SHOW.search(said.plain) and AT_SHOW.search(before):
        return True
    if said.stands_between(MET, AT_PLACE):
        return True
    if any(pattern.match(said.plain, said.hit.end) for pattern in (ON_SHOW, TOPICS, EVENT)):
        return True
    return any(pattern.search(before) for pattern in (VISITS, TO_BRIEF, IN_FIELDS))
