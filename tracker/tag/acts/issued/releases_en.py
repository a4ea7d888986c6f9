"""Find in English sentences which paper was issued, and what it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tracker.tag.acts.designated import english_rows
from tracker.tag.acts.issued.old_papers import NOT_NEW
from tracker.tag.acts.issued.unnamed_en import reports_one
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Table
from tracker.text.normalize import Span

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
# Made public 15 measures, issued an overall plan: the paper has no subject of its own.
OF_NOTHING = re.compile(
    r"\W*(?:(?:an?|the|its|their|of|new|fresh|first|joint|overall|long-awaited|detailed|sweeping|broad|key|major|trial|"
    r"series|set|package|raft|action|implementation|work|development|layout|policy|supporting|\d+|[\w-]+-(?:year|"
    r"point)) )*"
    r"(?:guidelines?|plans?|opinions|notice|circular|measures|document|blueprint|package|(?:ground )?rules|roadmap|"
    r"policies)(?: (?:on \w+day|late|this|last|over)\b[^.;,]{0,30})?\W*$"
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
    r"\band (?:made (?:it )?clear|clarified|proposed|pointed out|put forward|required|called)\b|"
    r",\s(?:also |further )?(?:says?|adds?|notes?|states?|shows?|envisages?|foresees?)\b"
)
AGO = re.compile(r"[^.;,]{0,40}\b(?:last year|years? ago|last month|earlier this year)\b", re.IGNORECASE)
# Extends the purchase tax exemption for X; the tax on X bought by then will be halved: a measure is taken.
TAXED = re.compile(
    r"(?<!has )(?<!have )(?<!to )\b(?:extend(?:s|ed)?|announced an extension of)\b[^.;]{0,60}\btax(?:es)?\b|"
    r"\btax\b[^.;]{0,90}\bwill be (?:exempted|halved|waived|extended)\b|\bwill be exempted from\b[^.;]{0,30}\btax\b|"
    r"\bwill (?:halve|waive|extend|scrap|lift|cut)\b(?=[^.;]*\b(?:announcement|circular|notice)\b)[^.;]{0,60}\btax\b|"
    r"\b(?:need not|no longer need to|(?:will|do) not have to|will not) pay\b[^.;]{0,30}\btax\b|"
    r"\b(?:stay|remain|(?:go on|keep) being|continue to be) (?:free of|exempt(?:ed)? from)\b[^.;]{0,30}\btax\b|"
    r"\bno [^.;,]{0,12}\btax\b[^.;]{0,80}\bwill (?:fall due|be (?:levied|charged|due|collected))\b",
    re.IGNORECASE,
)
NEARBY = 80
# A notice on the first batch of pilot projects is a list.
BATCH = re.compile(r"\b(?:first|second|third|fourth|fifth|\w+th|new) batch of\b")
# The five-year plan of the whole economy is not about one initiative.
OF_ALL = re.compile(
    r"five-year\s+(?:development\s+)?(?:plan|program)"
    r"(?!(?: \([^()]*\))? (?:for|on|of) (?!national|economic|the (?:period|national|economic)))"
    r"(?! (?:unveiled|released|issued|published|announced) by the (?:Ministry|ministry|industry|"
    r"National \w+ Administration))",
    re.IGNORECASE,
)
# An explanation of a plan is not the plan.
EXPLAINED = re.compile(
    r"\b(?:reading|explanation|interpretation|summary|analysis|overview|review) of\b[^.;,]{0,60}$", re.IGNORECASE
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
# The release over the weekend, by a committee, of a standard system for X; not after it, nor ahead of it.
RELEASE = re.compile(
    r"(?<!after )(?<!since )(?<!before )(?<!following )(?<!ahead of )\b[Tt]he (?:\w+ )?"
    r"(?:release|publication|issuance|promulgation|unveiling)"
    r"(?: (?:on|this|last|over|late|early|yesterday|today)\b[^.;,]{0,25}?)?(?:, [^.;]{3,90}?,| by [^.;,]{3,70}?)? of\b"
)
# Has overhauled its rules, publishing a new evaluation scheme.
BY_RELEASING = re.compile(r"(?<=, )(?:by )?(?:publishing|releasing|issuing|unveiling)\b")
# Has passed a set of measures, revised the criteria; firms that passed the standard passed a test.
REVISED = re.compile(
    r"\b(?:pass(?:ed|es)|revised|amended|overhauled)\b(?= (?:an?|its|their|new|interim|legislation|regulations|rules|"
    r"the (?:criteria|rules|measures|conditions|law|regulations?|catalog(?:ue)?))\b)"
)
# Came up with 30 measures to support X, has drawn up a blueprint for X, is the latest to put out a plan for X.
MADE = re.compile(
    r"\b(?:(?:came|come|comes) (?:up|out|forward) with|puts? (?:forward|in place|into (?:effect|force))|drawn up|"
    r"drew up|"
    r"worked out|formulated|compiled|finali[sz]ed|hammered out|rewritten|rewrote|outlined|presented|launched|launches|"
    r"approve[ds]|adopts|passes|endorse[ds]|delivered|posted|tabled|voted[^.;,]{0,20} to (?:adopt|pass|approve)|"
    r"(?:latest|first|second|third|newest) (?:\w+ )?to (?:put out|issue|release|publish|unveil|adopt|roll out|"
    r"introduce))\b(?: in principle)?"
    r"(?= (?:(?:an?|its|their|\d+|new|guiding|implementation|trial|interim|draft)\s)(?:[\w-]+\s){0,4}?"
    r"(?:guidelines?|(?:guiding |implementation )?opinions|(?:action |work |development )?plan|measures|rules|"
    r"regulations?|law|blueprint|road ?map|notice|circular|standards?|provisions)\b)"
)
# Announced that the standards will be widened: nothing is put out.
THAT = re.compile(r"\bthat (?:the|its|an?|it|they)\b")
# Who issues something stands right before the verb; elsewhere issues are questions.
ISSUER = re.compile(
    r"(?:[A-Z][\w+-]*|\)|ministry|government|council|commission|bureau|office|cabinet|also|now|hereby|\w+ly)\s$"
)
# The plan, which will take effect on July 1, was released.
ASIDE = r",[^.;:,]{3,90},\s(?=(?:was|were|has been|have been)\b)"
# A plan that the city's commission released on Thursday.
ITS_ISSUER = (
    r"(?!(?:was|were|is|are|will|would|should|could|can|may|must|has|have|had|it|they|we|he|she|many|some|most)\b)"
    r"(?:(?!\b(?:will|would|should|could|may|is|are)\b)[^.;:,]){2,180}?"
)
# The verb stands behind: a guideline released on Monday, the plan, jointly issued by.
BEHIND = re.compile(
    rf"(?! and suggestions| from| of)(?:[^.;:,\"“]|[\"“][^\"“”]{{1,90}}[\"”]){{0,90}}?[\"”]?(?:{ASIDE})?"
    r"(?:,\s*(?:which\s+(?:was|were|is)\s+)?|\b(?:was|were|has been|have been|is)\s+|\s"
    rf"|,?\s(?:that|which)\s(?:{ITS_ISSUER}|it|they)\s)"
    r"(?<!and )(?<!we )(?:(?<!ministry )|(?<=\sthat\sthe\sministry\s)|(?<=industry ministry ))(?:(?:has|have|"
    r"had)\s+)?(?:\w+ly\s+|newly\s+|also\s+)*"
    r"(?:(?:drawn up|drafted|signed|approved|compiled) and\s+)?(?:issued|released|unveiled|published|made public|"
    r"rolled out|adopted|promulgated|printed|announced|"
    r"approved(?=[.,]| (?:at|by|on) )|put out|came out|is out|brought in|out(?= on \w+day| this week| today)|"
    r"laid down|enacted|passed(?=[.,]| (?:at|by|on) ))\b"
    r"(?!\s+(?:an?|its|their|new|updated|\d))",
    re.IGNORECASE,
)

# Released jointly by two bodies on Friday, the plan also aims ...
AT_FIRST = re.compile(
    r"^(?:Jointly )?(?:Released|Issued|Published|Unveiled|Announced)\b[^.;]{0,140}?, (?:the|this) (?=\w)"
)

Subject = tuple[re.Match[str], Span]


@dataclass(frozen=True)
class Release:
    """A sentence that reports a paper: `about` are the stretches that name its subject.

    `bare` is true where the paper stands before its verb, "according to a guideline released on Monday": its subject is
    then named elsewhere.
    """

    about: tuple[Span, ...]
    bare: bool


def release(said: TargetContext) -> Release | None:
    """Return the paper that a sentence reports as put out; None without one, or if it is planned or long known."""
    if is_not_new(said):
        return None
    named = [about for _, about in _before_its_paper(said)]
    behind = [about for _, about in _behind_its_paper(said)]
    themed = any(THEMED.search(said.asserted, about.start, about.end) for about in behind)
    bare = not themed and all(OF_NOTHING.match(said.asserted, about.start, about.end) for about in named)
    if named or behind:
        return Release((*named, *behind), bare)
    return Release((), bare=True) if reports_one(said) else None


def is_not_new(said: TargetContext) -> bool:
    """The sentence reports results, research, or papers of another time."""
    return NOT_NEW.first(said) is not None


def is_put_out_before(said: TargetContext) -> re.Match[str] | None:
    """The name is in the subject of a paper behind the verb that puts it out: issued a guideline on X."""
    return _holds(said, _before_its_paper(said))


def is_put_out_behind(said: TargetContext) -> re.Match[str] | None:
    """The name is in the subject of a paper before the verb that puts it out: a plan on X was released."""
    return _holds(said, _behind_its_paper(said))


def _holds(said: TargetContext, subjects: Iterator[Subject]) -> re.Match[str] | None:
    return next((word for word, about in subjects if about.start <= said.hit.start < about.end), None)


def is_a_choice(said: TargetContext) -> bool:
    """The sentence reports that entities were set up or selected."""
    return _choices().first(said) is not None


@cache
def _choices() -> Table:
    return Table(english_rows.MADE)


def is_near_a_tax_measure(said: TargetContext) -> re.Match[str] | None:
    """A tax measure is taken near the name: extends the purchase tax exemption for X."""
    taxed = TAXED.search(said.plain)
    return taxed if taxed and taxed.start() - NEARBY <= said.hit.start <= taxed.end() + NEARBY else None


def _before_its_paper(said: TargetContext) -> Iterator[Subject]:
    """Find a verb and then its paper, The State Council issued a guideline on X; yield the verb with the subject."""
    sentence, p = said.asserted, said.patterns
    for verb in chain(*(ways.finditer(sentence) for ways in (p.issue, APPROVED, RELEASE, BY_RELEASING, REVISED, MADE))):
        before = sentence[: verb.start()]
        if verb[0] == "issues" and not ISSUER.search(before):
            continue
        if PLANNED.search(before) or OURS.search(before) or WHEN.search(before) or p.recall.search(before):
            continue
        papers = p.paper.finditer(sentence, verb.end(), verb.end() + FARTHEST)
        paper = next((one for one in papers if not sentence.endswith("Market ", 0, one.start())), None)
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
            yield verb, Span(verb.end(), _end(sentence, quoted.end() if quoted else paper.end()))


def _behind_its_paper(said: TargetContext) -> Iterator[Subject]:
    """Find a paper and then its verb; yield the kind of paper with the subject.

    According to a guideline on X released on Monday; the plan on X, jointly issued by.
    """
    sentence, p = said.asserted, said.patterns
    at_first = AT_FIRST.search(sentence)
    if at_first and (paper := p.paper.match(sentence, at_first.end())):
        yield paper, Span(at_first.end(), _end(sentence, paper.end()))
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
            yield paper, Span(_start(sentence, paper.start()), _end(sentence, paper.end()))


def _start(sentence: str, paper: int) -> int:
    """Return where the subject of a paper may begin; the words before "according to" are what the paper says."""
    start = max(0, paper - BEFORE)
    return max((m.end() for m in SAYS.finditer(sentence, start, paper)), default=start)


def _end(sentence: str, start: int) -> int:
    content = CONTENT.search(sentence, start)
    return content.start() if content else len(sentence)
