"""Find in English sentences which paper was issued, and what it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tracker.tag.lexicon import Patterns
from tracker.text.normalize import Span
from tracker.text.printed_day import MONTHS

NEAR = 110
BEFORE = 60
# The plan for the communication sector names its theme; one for the next five years does not.
THEMED = re.compile(
    r"\b(?:plan|blueprint|guidelines?|scheme|opinions?|measures)(?: \([^()]*\))? (?:for|on) "
    r"(?!(?:the )?(?:next|coming|period|\d|year|implement))[^.;,]*\b(?:sector|industry|development of|industries)\b",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"\b(?:according to|said|says|(?:set|laid) out in|outlined in|included in|listed in)\b", re.IGNORECASE
)
FARTHEST = 260
# Unveiled guidelines, unfolding the blueprint for X: a later phrase names the paper's subject.
UNFOLDS = (
    r"(?!(?:unfolding|outlining|mapping out|laying out|setting out) "
    r"(?:the|an?|its) (?:blueprint|roadmap|timeline|path)\b)"
)
# Where a sentence stops naming its paper and begins to report its content.
CONTENT = re.compile(
    r"[;:\n]|(?:,\s|，)\s*"
    rf"(?:which|that|{UNFOLDS}\w{{3,}}ing|with|as|in (?:a bid|an effort)|in line|to|and|"
    r"studied|heard|discussed|made|arranged|examined|listened)\b|"
    r"\b(?:that|which)\s+(?:calls?|proposes?|aims?|sets?|outlines?|requires?|specif\w+|states?|stipulat\w+|seeks?)\b|"
    r"\.\s|,\s+(?:(?:the|more|a) )?(?:\w+ ){0,5}?(?:will|would|should|is|are|plans|aims)\b|,\s+under which\b|"
    r",\s+(?:calls?|proposes?|aims?|sets?|outlines?|requires?|stipulates?|seeks?|urges?|encourages?|vows?|pledges?)\b|"
    r"\b(?:lists?|names?|identif\w+|prioriti[sz]es?) |\bthrough (?:measures|steps)|\bsuch as\b|"
    r"\bas part of\b|\bin the latest (?:effort|move|bid|step) to\b|"
    r"\band (?:made (?:it )?clear|clarified|proposed|pointed out|put forward|required|called)\b"
)
# The remarks came as China issued a guideline: other news. A plan that was released last year.
BESIDE = re.compile(
    r"\b(?:remarks?|comments?|statements?|words|views?) (?:came|comes?|follow(?:s|ed)?)\b", re.IGNORECASE
)
AGO = re.compile(r"[^.;,]{0,40}\b(?:last year|years? ago|last month|earlier this year)\b", re.IGNORECASE)
LAST_MONTH_NAMED = re.compile(r"\b[Ll]ast (?:year|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)\b")
# A notice on the first batch of pilot projects is a list.
BATCH = re.compile(r"\b(?:first|second|third|fourth|fifth|\w+th|new) batch of\b")
# The five-year plan of the whole economy is not about one initiative.
OF_ALL = re.compile(
    r"five-year\s+(?:development\s+)?(?:plan|program)"
    r"(?!(?: \([^()]*\))? (?:for|on|of) (?!national|economic|the (?:period|national|economic)))",
    re.IGNORECASE,
)
# An explanation of a plan is not the plan.
EXPLAINED = re.compile(
    r"\b(?:reading|explanation|interpretation|summary|analysis|overview|review) of\b[^.;,]{0,60}$", re.IGNORECASE
)
# 22 standards have been released, five local standards were issued: a result.
MANY = re.compile(
    r"\d[^.,;]{0,50}\bstandards (?:have|had) been\b|\bstandards [^.;,]{0,40}\bwere \w+ for \d|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:local|provincial|municipal) standards\b"
)
# Published a paper on quantum computing in the journal Nature: research.
RESEARCH = re.compile(
    r"\bpublished (?:\w+ ){0,3}(?:papers?|stud(?:y|ies)|articles?|findings|results)\b"
    r"[^.;]*\bin (?:the )?(?:journals?|Nature|Science|Cell)\b"
)
QUOTED = re.compile(r"[\"“'‘][^\"”“]{6,220}[\"”’']")
PLANNED = re.compile(
    r"\b(?:will|would|shall|should|may|might|to|plans?|soon|not)\s+(?:also\s+|soon\s+|be\s+|\w+ly\s+|further\s+)*$",
    re.I,
)
OURS = re.compile(r"\b[Ww]e(?:'ve| have| had)\b[^.;]*$")
# Entered a new phase in early 2025, when the commission issued guidelines.
WHEN = re.compile(r"\bin (?:\w+ )?20\d\d, when\b[^.;]*$")
# A meeting adopts what it approves.
APPROVED = re.compile(
    r"\b(?:meetings?|State Council)\b[^.;]{0,90}\b(?:approved|passed|endorsed|to review and approve)\b"
    r"(?=[^.;,]{0,12}\b(?:an?|the|opinions|guidelines|measures)\b)"
)
# Announced that the standards will be widened: nothing is put out.
THAT = re.compile(r"\bthat (?:the|its|an?|it|they)\b")
# Who issues something stands right before the verb; elsewhere issues are questions.
ISSUER = re.compile(
    r"(?:[A-Z][\w+-]*|\)|ministry|government|council|commission|bureau|office|cabinet|also|now|hereby|\w+ly)\s$"
)
YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|back in|of|[Oo]n)\s+(?:early |late |mid-)?"
    r"(?:([A-Z][a-z]{2,8})\.?\s+(?:\d{1,2},?\s+)?)?((?:19|20)\d\d)\b"
)
FRESH_MONTHS = 2
# Released in January, when it is July.
IN_MONTH = re.compile(
    r"\b(?:issued|released|unveiled|published|announced|adopted) (?:in|on) "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?! 20|, 20| \d)"
)
# At the start of this year, the guidelines were released: reported in a review.
AT_START = re.compile(
    r"\W*(?:(?:At the (?:start|beginning) of|Early|Earlier) th(?:is|e) year\b|This year,|Not long ago,)"
)
# In August 2025, the State Council issued: a text without a day reports what was.
IN_A_YEAR = re.compile(r"\W*(?:Back |As early as )?[Ii]n (?:[A-Z][a-z]{2,8} )?20\d\d,? (?!\d)")
OUT_IN_A_YEAR = re.compile(
    r"\b(?:issued|released|unveiled|published) by [^.;]{0,80}\bin (?:[A-Z][a-z]{2,8} )?20\d\d\b(?! and)"
)
# In October, China unveiled a plan, when it is December.
AT_HEAD = re.compile(r"\W*(?:Back |Earlier, )?[Ii]n (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*, (?!20)")
# The plan, which will take effect on July 1, was released.
ASIDE = r",[^.;:,]{3,90},\s(?=(?:was|were|has been|have been)\b)"
# The verb stands behind: a guideline released on Monday, the plan, jointly issued by.
BEHIND = re.compile(
    rf"(?! and suggestions| from| of)[^.;:,]{{0,90}}?(?:{ASIDE})?"
    r"(?:,\s*(?:which\s+(?:was|were|is)\s+)?|\b(?:was|were|has been|have been|is)\s+|\s)"
    r"(?<!and )(?<!we )(?<!ministry )(?:\w+ly\s+|newly\s+|also\s+)*"
    r"(?:issued|released|unveiled|published|made public|rolled out|adopted|promulgated|printed|announced|"
    r"approved(?=[.,]| (?:at|by|on) )|came out|is out)\b"
    r"(?!\s+(?:an?|its|their|new|updated|\d))",
    re.IGNORECASE,
)

# Released jointly by two bodies on Friday, the plan also aims ...
AT_FIRST = re.compile(
    r"^(?:Jointly )?(?:Released|Issued|Published|Unveiled|Announced)\b[^.;]{0,140}?, (?:the|this) (?=\w)",
)


@dataclass(frozen=True)
class Release:
    """A sentence that reports a paper: `about` are the stretches that name its subject.

    `bare` is true where the paper stands before its verb, "according to a guideline released on Monday": its subject is
    then named elsewhere.
    """

    about: tuple[Span, ...]
    bare: bool


def release(sentence: str, p: Patterns, published: date | None) -> Release | None:
    """Return the paper that `sentence` reports as put out; None without one, or if it is planned or long known."""
    if any(other.search(sentence) for other in (MANY, BESIDE, RESEARCH)) or _is_old(sentence, published):
        return None
    named, behind = list(_before_its_paper(sentence, p)), list(_behind_its_paper(sentence, p))
    themed = any(THEMED.search(sentence, about.start, about.end) for about in behind)
    return Release((*named, *behind), bare=not named and not themed) if named or behind else None


def _before_its_paper(sentence: str, p: Patterns) -> Iterator[Span]:
    """Find a verb and then its paper: The State Council issued a guideline on X."""
    for verb in chain(p.issue.finditer(sentence), APPROVED.finditer(sentence)):
        before = sentence[: verb.start()]
        if verb[0] == "issues" and not ISSUER.search(before):
            continue
        if PLANNED.search(before) or OURS.search(before) or WHEN.search(before) or p.recall.search(before):
            continue
        paper = p.paper.search(sentence, verb.end(), verb.end() + FARTHEST)
        if (
            paper is None
            or EXPLAINED.search(sentence, verb.end(), paper.start())
            or OF_ALL.search(sentence, verb.end(), paper.end() + 20)
        ):
            continue
        quoted = next((q for q in QUOTED.finditer(sentence, verb.end()) if q.start() < paper.end() <= q.end()), None)
        between = sentence[verb.end() : paper.start()]
        if BATCH.search(sentence, verb.end(), paper.end() + BEFORE) or THAT.search(between):
            continue
        if quoted or (len(between) <= NEAR and not CONTENT.search(between) and not p.listed.search(between)):
            yield Span(verb.end(), _end(sentence, quoted.end() if quoted else paper.end()))


def _behind_its_paper(sentence: str, p: Patterns) -> Iterator[Span]:
    """Find a paper and then its verb.

    According to a guideline on X released on Monday; the plan on X, jointly issued by.
    """
    at_first = AT_FIRST.search(sentence)
    if at_first and (paper := p.paper.match(sentence, at_first.end())):
        yield Span(at_first.end(), _end(sentence, paper.end()))
    for paper in p.paper.finditer(sentence):
        verb = BEHIND.match(sentence, paper.end())
        if (
            verb
            and not EXPLAINED.search(sentence, 0, paper.start())
            and not OURS.search(sentence[: verb.end()])
            and not p.recall.search(sentence, 0, paper.start())
            and not p.will.search(re.sub(ASIDE, "", verb[0]))
            and not AGO.match(sentence, verb.end())
            and not OF_ALL.search(sentence, max(0, paper.start() - 20), verb.end())
        ):
            yield Span(_start(sentence, paper.start()), _end(sentence, paper.end()))


def _start(sentence: str, paper: int) -> int:
    """Return where the subject of a paper may begin; the words before "according to" are what the paper says."""
    start = max(0, paper - BEFORE)
    return max((m.end() for m in SAYS.finditer(sentence, start, paper)), default=start)


def _end(sentence: str, start: int) -> int:
    content = CONTENT.search(sentence, start)
    return content.start() if content else len(sentence)


def names_an_old_year(sentence: str, published: date | None) -> bool:
    """Decide whether a year that `sentence` names, or a month of it, is long past on the day of publication."""
    if published is None:
        return False
    for named in YEAR.finditer(sentence):
        number = MONTHS.get((named[1] or "")[:3].lower(), len(MONTHS))
        if (published.year - int(named[2])) * 12 + published.month - number > FRESH_MONTHS:
            return True
    return False


def _is_old(sentence: str, published: date | None) -> bool:
    if published is None:
        return bool(IN_A_YEAR.match(sentence) or OUT_IN_A_YEAR.search(sentence))
    if AT_START.match(sentence) and published.month > FRESH_MONTHS:
        return True
    if names_an_old_year(sentence, published):
        return True
    if (named := AT_HEAD.match(sentence)) and _months_since(named[1], published) >= FRESH_MONTHS:
        return True
    if (named := IN_MONTH.search(sentence)) and _months_since(named[1], published) > FRESH_MONTHS:
        return True
    last = LAST_MONTH_NAMED.search(sentence)
    return bool(last and (not last[1] or (_months_since(last[1], published) or len(MONTHS)) > FRESH_MONTHS))


def _months_since(month: str, published: date) -> int:
    """Return the months since the last month of that name; 0 in that month itself."""
    return (published.month - MONTHS[month.lower()]) % len(MONTHS)
