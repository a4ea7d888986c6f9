"""Distinguish plans from results in an English sentence, by its auxiliaries and tenses."""

import re
from collections.abc import Iterable, Iterator

from tracker.tag.acts.mentioned.passing import in_passing
from tracker.tag.acts.target_context import TargetContext, strike
from tracker.tag.lexicon import Patterns

# Within so many characters behind "will" a verb belongs to it: "will have built", "will continue to".
INSIDE = 14
# Words that end in -ed before a noun and are not verbs.
ADJECTIVES = (
    "need|advanced|integrated|unified|related|specialized|sophisticated|connected|automated|limited|detailed|"
    "diversified|"
    "coordinated|sustained|balanced|targeted|concerted|qualified|skilled|developed|continued|combined|standardized|"
    "so-called|"
    "refined|networked|digitalized|localized|customized|distributed|hundred|shared|planned|proposed|named|based|united|"
    "embodied|unmanned|manned|crewed|aged|wired|electrified|assisted|enabled|speed|indeed|exceed|proceed|succeed|"
    "feed|seed"
)
PAST = rf"(?: \w+ly)? (?!(?:{ADJECTIVES})\b)(\w+ed)\b"
DID = re.compile(rf"\b(?:[Ww]e|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|which|that|who|China|country|government|ministry){PAST}")
ALSO_DID = re.compile(rf"(?:,|\band){PAST}(?! and)")
INTENDED = (
    "soliciting|inviting|"
    "expected|aimed|needed|committed|studying|planning|drafting|considering|preparing|formulating|working|seeking|"
    "required|projected|forecast|slated|poised|scheduled|likely|estimated|anticipated|drawing up|pushing|looking"
)
IS_DONE = re.compile(rf"\b(?:is|are)(?: \w+ly| also| now| still)* (?!{INTENDED})(\w+(?:ed|ing))\b")
# After a plan these report something beside it: the zones, which have grown; a goal that was set; (up 5 percent).
BESIDE = re.compile(
    r"\b(?:which|that|who)\s+(?:\w+ly\s+|China\s+|it\s+)?(?:has|have|had|was|were|is|are)\b[^,;]*|\([^()]*\)"
)

# Will issue bonds totaling 300 billion yuan: the size of what is planned.
SIZED = re.compile(r"(?<!, )\b(?:total+ing|exceeding|surpassing|topping|reaching|hitting|averaging|growing)\b")
CLAUSE_END = re.compile(r"[,;]")
# Hopes to have 100 centers: the verb is no auxiliary; is said to have grown: a report, not a plan.
TO_HAVE = re.compile(r"(?<=\bto )have\b")
REPORTED = re.compile(
    r"\bto have (?:already |also |now |since )?(?:\w+ed|grown|risen|fallen|become|been|built|sold|taken|begun|made)\b"
)
# In order to promote X, bonds are arranged: a translated plan; bonds are arranged to support X.
TO_END = re.compile(r"\W*(?:In order to|To(?! (?:date|this|the|be)\b)) [^.;]*?, ")
ARRANGED = re.compile(
    r"\b(?:is|are) (?:also |\w+ly )?(?:arranged|earmarked|allocated|set aside|appropriated|formulated|allowed|asked|"
    r"supported|guided|tasked) (?:to|for|in order to)\b"
)
IS_ED = re.compile(r"(?:is|are)\b.*(?:ed|ilt|wn|aken)$")
# The city implemented X: a past tense with its object, of any subject.
ACTED = re.compile(
    r"(?:^\W*|\b(?!(?:is|are|was|were|be|been|being|get|got|of|the|an?|its|their|by|with|as|well|most|more|less|"
    r"newly|also|"
    r"highly|to|not|and|or|has|have|had|such|than|for|in|on|from|China's|country's)\b)[\w'-]+[\"')]* )"
    r"(?:\w+ly |also )?(?P<verb>(?:[Cc]arried out|[Pp]ushed forward|[Ss]tepped up|[Ss]ped up|[Bb]uilt|"
    r"(?:[Ii]mplement|[Pp]romot|[Aa]dvanc|[Ff]oster|[Ss]trengthen|[Dd]eepen|[Aa]ccelerat|[Ee]xpand|[Ee]stablish|"
    r"[Dd]evelop|[Cc]ultivat|[Ii]mprov|[Nn]urtur|[Bb]oost|[Ee]nhanc|[Oo]ptimiz|[Ss]upport)ed))"
    r"(?= (?:the|an?|its|their|our|this|more|new|all|further|\d[\d,]*|[a-z-]+ (?:of|and))\b| [\"']?$)"
)
# 1.4 million NEVs left factories; charging points now number 17 million: counted, whatever the verb.
COUNTED = re.compile(
    r"(?:^|[^\w.,-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?: (?:million|billion|trillion))? (?:[\w-]+ ){0,3}[\"']?$"
)
COUNTS_ON = re.compile(
    r"[^.;,]*?(?<![\w.-])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)? (?:percent|million|billion|trillion)\b|"
    r"[^.;,]*?\b(?:numbers?|totals?|reach(?:es)?|covers?|connects?|serves?|links?|employs?|spans?|holds?|hosts?|owns?) "
    r"(?:all |about |around |nearly |over |some |more than |an average of )?\d|"
    r"[^.;,]*?\b(?:(?:a|one|two|three)[- ](?:third|quarter|half|fifth|tenth)s?|half) (?:of|more|less|higher|lower)\b"
)
# Efforts to build X are paying off.
PAID_OFF = re.compile(
    r"[^.;]{0,60}\b(?:(?:are|is|have been|has been) (?:paying off|bearing fruit|yielding|producing)|"
    r"(?:have|has) (?:\w+ )?(?:paid off|borne fruit|yielded|produced|achieved|delivered))\b"
)
EFFORTS = re.compile(r"\b(?:[Ee]fforts?|[Dd]rives?|[Cc]ampaigns?|[Mm]oves?|[Pp]ush) to\b[^.;]*$")
# Put the plan into effect.
PUT = (
    re.compile(r"\bput (?:the |its )?[\"']?$"),
    re.compile(r"[^.;,]{0,30}\binto (?:effect|practice|force|action|operation)\b"),
)
# A verb with a number behind it counts a stock: covers all 41, contributed 13.6, released more than 330.
ABOUT = r"(?: all| a total of| nearly| almost| about| around| some| over| more than| at least| another)*"
COUNTS = re.compile(
    r"\b(?:\w+ed|covers?|encompass(?:es)?|boasts?|hosts?|connects?|links?|serves?|gathers?|owns?|employs?|operates?|"
    r"houses?|contributes?|comprises?|creates|builds|cultivates|"
    r"drew|built|sold|made|put|leads with|top)"
    rf"{ABOUT} (?!\d+G\b)[\d¥$]"
)
# Background: "Made in China 2025, which was launched in 2015"; disorder that has emerged.
BACKGROUND = re.compile(
    r"^[\"”,)]* (?:which|that) (?:was|were) (?:first )?\w+ed\b[^,.;]*|"
    r"^(?: in [^.;,]{3,40})? that (?:has|have) (?:recently )?(?:emerged|arisen|appeared|occurred)\b[^,.;]*"
)
# A place is speeding up the building of X: work under way.
EFFORT = re.compile(
    r"\b(?:is|are) (?:\w+ly |also |now |still |all )*"
    r"(?:accelerating|speeding up|stepping up|ramping up|scaling up|intensifying|cultivating|promoting|advancing|"
    r"fostering|focusing on) (?=(?:the|its|their|efforts|projects|[\w-]+ [a-z]+)\b|$)"
)
# A paper of an earlier year: "China came up with Made in China 2025 last year".
CAME_OUT = re.compile(r"\b(?:came up with|put forward|introduced|proposed|unveiled|released|issued|adopted)\b[^.;,]*$")
AGO = re.compile(r"[^.;]{0,30}\b(?:last year|years? ago|in (?:\w+ )?20\d\d)\b")
# A meeting was held to curb X, a talk focused on bringing X down: still to be done.
TO_CURB = re.compile(
    r"\b(?:to (?:jointly |further )?(?:tackle|address|curb|combat|rein in|crack down on|eliminate|fight|clamp down on)|"
    r"(?:meeting|talks?|conference|campaign|discussions?|symposium)\b[^.;,]{0,30}\bfocused on \w+ing|"
    r"focus(?:es)? on \w+ing)\b"
)
# Set a 300 GW target for X, an X target of 300 GW.
SETS_A_TARGET = re.compile(r"\bset an? [^.;,]{0,20}$"), re.compile(r"[^.;,]{0,20}\b(?:target|goal)\b")
# Listed X as key industries.
LISTED_AS = (
    re.compile(r"\b(?:list(?:s|ed)?|identif\w+|includ\w+|designat\w+|regard\w*)\b[^.;]*$"),
    re.compile(
        r"(?:[^.;]|etc\.)*\bas (?:an? |the |its )?(?:key|priority|pillar|strategic|major) "
        r"(?:\w+ )?(?:industr|area|field|sector|task)"
    ),
)
# X is named among the industries to be developed.
LISTED_BEHIND = re.compile(
    r"[^.;]*?\b(?:is|are|was|were|being)(?: also| \w+ly)? (?:named|listed|included|identified|placed|counted|"
    r"designated|selected|targeted|classified|ranked)\b[^.;]{0,80}?\b(?:to be (?:\w+ly )?\w+(?:ed|ilt)\b|"
    r"for (?:\w+ )?(?:development|growth|support)|as (?:an? |the |its )?(?:key|priority|pillar|strategic|major) )"
)
# Bio-manufacturing is named among the industries of the future to be developed.
LISTED_AMONG = (
    re.compile(
        r"\b(?:named|listed|included|identified|placed|counted|ranked|classified|regarded|viewed|seen) "
        r"(?:among|in|as)\b[^.;,]{0,40}$"
    ),
    re.compile(r"[^.;,]{0,30}\bto be (?:\w+ly )?\w+(?:ed|ilt)\b"),
)
# Progress in the campaign to address X.
PROGRESS_IN = re.compile(r"\bprogress in the\b[^.;,]{0,40}\b(?:campaign|drive|push|efforts?) to\b[^.;]*$")
# Key tasks to promote X, a meeting to study how to promote X, sectors identified for development: the same.
TASKED = re.compile(
    # China to allocate 69 billion yuan: a headline.
    r"^\W*(?!From\b|According\b|Thanks\b|Due\b|Prior\b|Up\b|In\b)(?:[A-Z][\w'.-]* ){1,4}to "
    r"(?!date\b|the\b|an?\b|its\b|\w+ern\b|north|south|east|west|which\b|whom\b|this\b)[a-z]+\b|"
    r"\b(?:goal|aim|target|objective)s?(?: (?:is|was|are)\b|:)|\b(?:envisages?|envisions?|envisaged|foresees?)\b|"
    r"\b(?:is|are) (?:targeted|meant|intended|designed) to (?=(?:reach|be|hit|support|exceed|foster|top)\b)|"
    r"\b(?:is|are) being (?:prepared|drafted|drawn up|planned|considered|weighed|studied)\b|\b(?:is|are) weighing\b|"
    r"\b(?:asked|told|ordered|instructed|directed|pressed) (?:the )?(?!for\b|about\b|that\b)(?:[\w-]+ ){1,4}to (?=\w)|"
    r"\b(?:has|have|with) (?:its|their|an|his) eyes? (?:set |fixed )?on\b|"
    r"\b(?:ramping|stepping|scaling) up (?:\w+ )?efforts to (?=\w+)|\bredoubling efforts to (?=\w+)|"
    r"\b(?:tasks?|meeting|symposium|deliberated|discussed)\b[^.;]{0,60}?\bto (?:\w+ly )?"
    r"(?:study|discuss|promote|accelerate|advance|boost|develop|foster|push|speed up|strengthen)\b|"
    r"\b(?:circular|plan|guidelines?)(?: \([^()]*\))? (?:also |strongly |actively )?(?:backed|promotes)\b|"
    r"\b(?:tasks|priorities|missions) such as\b|\bset (?:an?|the) \w+ (?:target|goal)s?\b|"
    r"\b[Tt]his includes (?:the )?(?:expansion|development|construction|improvement) of\b|"
    r"\bsteps? towards? (?=\w+ing\b)|\bstudied (?:the )?(?:work|plans?|measures|policies|issues)\b|"
    r"\bmade (?:plans|arrangements) for |\bgiving (?:[\w-]+ ){0,2}(?:policy )?support to\b|"
    r"\b(?:projects|tasks|measures|steps|actions): (?=\w+ing\b)|"
    r"\b(?:key|priority|strategic) (?:sectors|areas|fields|industries) are\b|"
    r"\b(?:identified|selected|designated|targeted) (?:for (?:\w+ )?(?:development|growth|support)|as (?:\w+ )?priorit)"
)
# Will be stabilized and expanded; should be made stronger, and industries upgraded.
BE_DONE = re.compile(r"\b(?:will|shall|should|must|to) (?:\w+ly )?be \w+")
# Continued to be unleashed, has made efforts to: not a plan.
STILL = re.compile(r"\bcontinue[sd] to be\b|(?<=\bmade )(?:\w+ ){0,2}efforts to\b")
EXPECTED = re.compile(r"\bexpected to\b")
IN_YEAR = re.compile(r"\bin ((?:19|20)\d\d)\b")
GROWING = re.compile(
    r"\b[Tt]here (?:are|were) (?:\w+ ){0,2}\d|\bleading to (?:\w+ ){0,2}(?:growth|expansion|increases?)\b|"
    r"\bemerges? (?:one after another|in succession|constantly|continuously)\b|"
    r"\b(?:growing|rising|surging|soaring|reaching|exceeding|totaling|topping|hitting)\b|"
    r"\b(?:up|down) (?:by )?(?:\w+ )?\d[\d.]* ?(?:percent|per cent|pct|%)|"
    r"\b(?:is|are) (?:now |already |well )?(?:in full swing|under way|underway|on track|gathering pace|up and running|"
    r"up by|ahead of schedule|in the lead)\b|\b(?:is|are|remains?) (?:now |still |also )?the world's (?:[\w-]+ )?"
    r"(?:largest|biggest|leading|top|first)\b|"
    r"\bdeveloped (?:rapidly|steadily|vigorously|fast|well|with|at)\b|"
    r"\bg(?:ives|ave|iving) (?:birth|rise) to\b|"
    r"\b(?:made|took|saw) (?:\w+ ){0,3}(?:progress|headway|strides|breakthroughs|advances|steps|growth)\b|"
    r"\b(?:built|opened|created|established|completed) (?:the|its) (?:country|nation|world|province|city)'s "
    r"(?:first|largest)\b"
)
# The fostering of X accelerated.
RAN = re.compile(
    r"(?: industry| sector| construction| development)?(?: \w+ly| also| further)? "
    r"(?:accelerated|quickened|picked up|gathered (?:pace|momentum|speed)|improved|deepened|emerged|took shape|grew)\b"
)
IN_BRACKETS = re.compile(r"\([^()]*\)")
NUMBER = re.compile(r"\d")
# An item of a list of plans: Stepping up development of X.
TO_COME = re.compile(
    r"^[^A-Za-z]{0,6}(?!According|Including|During|Following|Regarding|Concerning|Considering|"
    r"(?:Bei|Nan)jing|(?:Xi|Ji|Sui)ning|\w+qing\b|Boeing)"
    r"[A-Z][a-z]+ing\b(?: up)?[^.;]*$"
)
PARTS = re.compile(r"\b(?:such as|including)\b")


def stance(said: TargetContext) -> str:
    """Return `pledged`, `progress` or `mentioned`.

    The mark last before the name decides, else the first behind it.
    """
    if said.text.rstrip().endswith("?") or _came_out_ago(said) or in_passing(said):
        return "mentioned"
    if PROGRESS_IN.search(said.plain, 0, said.hit.start):
        return "progress"
    if said.stands_between(SETS_A_TARGET, LISTED_AS, LISTED_AMONG) or LISTED_BEHIND.match(said.plain, said.hit.end):
        return "pledged"
    if said.stands_between(PUT, (EFFORTS, PAID_OFF)):
        return "progress"
    if any(said.hit.start < m.end() for m in TO_CURB.finditer(said.plain, 0, said.hit.end)):
        return "pledged"
    return _by_marks(said)


def _by_marks(said: TargetContext) -> str:
    p = said.patterns
    before = f"{said.lead} {strike(IN_BRACKETS, said.plain[: said.hit.start])}"
    marks = [*_marks(said, before), *((m.end(), "pledged") for m in EFFORT.finditer(before))]
    settings = [m.end() for m in p.setting.finditer(before) if _sets(m, before)]
    if marks and max(marks)[0] >= max(settings, default=0):
        return max(marks)[1]
    if settings:
        return "mentioned"
    if RAN.match(said.plain, said.hit.end):
        return "progress"
    if marks := list(_marks(said, BACKGROUND.sub("", said.plain[said.hit.end :]))):
        return min(marks)[1]
    done = p.done.search(said.plain, *said.hit)
    if not done and (p.plan.search(before) or TO_COME.search(before.strip())):
        return "pledged"
    return "progress" if done or _is_counted(said) else "mentioned"


def _is_counted(said: TargetContext) -> bool:
    """Decide whether a sentence of news counts what it names, or measures it."""
    counted = COUNTED.search(said.plain[: said.hit.start]) or COUNTS_ON.match(said.plain, said.hit.end)
    return said.kind == "news" and bool(counted)


def _is_reckoned(said: TargetContext) -> bool:
    """Decide whether an estimate is of a year that is over: is expected to exceed 48 trillion yuan reports a result."""
    years = [int(m[1]) for m in IN_YEAR.finditer(said.text)]
    return bool(years and said.published and max(years) < said.published.year)


def _sets(setting: re.Match[str], before: str) -> bool:
    """Decide whether the sentence sets or counts what it names.

    Such as X names X; a stock of 28 million X counts X; what else is based on X only names it.
    """
    if before.endswith("fforts will be ", 0, setting.start()):
        return False
    return not PARTS.fullmatch(setting[0]) and not NUMBER.search(before, setting.end())


def _came_out_ago(said: TargetContext) -> bool:
    came = CAME_OUT.search(said.plain, 0, said.hit.start)
    ago = AGO.match(said.plain, said.hit.end)
    return bool(came and ago and said.patterns.paper.search(said.plain, came.start(), ago.end()))


def _marks(said: TargetContext, text: str) -> Iterator[tuple[int, str]]:
    """Yield where `text` plans and where it reports; after a plan only an auxiliary reports something done."""
    yield from ((m.start(), "progress") for m in REPORTED.finditer(text))
    text = strike(TO_HAVE, strike(REPORTED, text))
    p, ahead = said.patterns, strike(STILL, text)
    planned = [m.start() for pattern in (p.will, p.urge, TO_CURB, TASKED, ARRANGED) for m in pattern.finditer(ahead)]
    if EXPECTED.search(text) and _is_reckoned(said):
        planned = []
    if planned:
        first = min(planned)
        text = text[:first] + strike(BESIDE, text[first:])
        text = _without_sizes(text, planned)
    yield from ((start, "pledged") for start in planned)
    be_done = BE_DONE.search(text)
    done = [
        m.start()
        for pattern in (p.done, p.state_cues)
        for m in pattern.finditer(text)
        if not (be_done and m.start() > be_done.start() and m[0].endswith("ed"))
        and not (planned and m[0].lower() == "continue to")
    ]
    yield from ((d, "progress") for d in done if not any(0 <= d - start < INSIDE for start in planned))
    for pattern in (DID, COUNTS, GROWING):
        found = (m.start() for m in pattern.finditer(text) if not m.re.groups or not _only_says(p, m[1]))
        yield from ((d, "progress") for d in found if not any(0 <= d - start < INSIDE for start in planned))
    yield from _told_before(said, text[: min(planned, default=len(text))])


def _told_before(said: TargetContext, text: str) -> Iterator[tuple[int, str]]:
    """Yield the marks of `text`, before a plan, that a verb without an auxiliary makes."""
    p, to_end = said.patterns, TO_END.match(said.plain)
    for pattern in (ALSO_DID, IS_DONE):
        for m in pattern.finditer(text):
            if not p.say.fullmatch(m[1]) and not p.urge.fullmatch(m[1]):
                yield m.start(), "pledged" if to_end and IS_ED.match(m[0]) else "progress"
    yield from ((m.start("verb"), "progress") for m in ACTED.finditer(text))


def _without_sizes(text: str, planned: Iterable[int]) -> str:
    """Return `text` at its length, with the sizes struck out that a clause with a plan gives of it."""
    for start in planned:
        ends = CLAUSE_END.search(text, start)
        end = ends.start() if ends else len(text)
        text = text[:start] + strike(SIZED, text[start:end]) + text[end:]
    return text


def _only_says(p: Patterns, verb: str) -> bool:
    """Decide whether a past tense reports words only: it urged, he pointed out, they issued."""
    return any(words.fullmatch(verb) for words in (p.issue, p.urge)) or verb in ("said", "pointed", "noted", "stressed")
