"""Track the topic of a text where a sentence does not name it: by its paper, headline or previous sentence."""

import re
from dataclasses import dataclass, field
from itertools import islice

from tracker.tag.figures.continuation import takes_up
from tracker.tag.figures.figure_tables import OF_A_FIRM, OF_OTHERS
from tracker.tag.figures.kinds import of_such_kind, repeats_head, sums_up_sentence, takes_up_kind
from tracker.tag.figures.paper_topics import MOST_THEMES, REFERS, initiatives, is_task, paper_of, says, titled_on
from tracker.tag.figures.quantity_context import FEW, QuantityContext
from tracker.tag.figures.rows import APART, first_share
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

CLAUSE = re.compile(r"[，；;]|, ")
# The sector, these zones, 该产业: the earlier subject, under its general name.
THE_SAME = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ii]ts|[Ss]uch)(?: \w+)? "
    r"(?:sectors?|industry|zones?|parks?|clusters?|centers?|bases|factories|network|"
    r"program(?:me)?s?|pilots?|initiative|market|firms|enterprises|companies|facilities|"
    r"platforms?|batch(?:es)?|tranches?|projects|funds|systems?|framework|standards)\b"
    r"(?! (?:of|for|in|that|which|to)\b)"
    r"|\b(?:[Ss]uch|[Tt]hese|[Tt]hose) (?:vehicles|cars|stations|plants|robots|drones|devices|bases|cities)\b"
    r"|\b[Tt]he \w+ \w+ (?:batches|tranches|rounds)\b(?! (?:of|for|in)\b)"
    r"|^第[一二三四五六七八九十]批(?:企业|城市|园区|基地|项目)?共?|该(?:产业|行业|领域|集群|园区|工程|平台|批|类)|"
    r"这(?:些|批|一产业|一领域)"
)
THEY = re.compile(
    r"\W*(?:(?:While|Although|Around|About|Nearly|Over|More than|Some|At least|Together|"
    r"(?:Once|When|After) (?:\w+ ){0,3}\w+),? )?"
    r"(?:[Tt]hey|[Tt]heir|[Ii]ts|these|[Tt]hat (?:was|is|marked)"
    r"|(?:[A-Z]\w+ (?:noted|said|added)(?: that)? |Compared (?:to|with) [^,]{3,80}, )?"
    r"[Tt]his (?:represents|marks|is) an? "
    r"(?:\w+ ){0,3}(?:increase|growth|rise|gain|jump|rate)\b"
    r"|[Ii]t (?:also )?(?:will|would|is expected|aims|calls|sets|outlined|prescribed|lists|focuses|"
    r"reached|grew|rose|accounts))\b"
    r"|\W*(?:In|From|During|Between|Last|This|By)[^,]{0,40}, (?:cumulative |combined |projected |total )?"
    r"(?:sales|output|production|exports|revenues?|profits?)\b(?! of)"
    r"|\W*(?:Sales|Output|Production|Exports|Deliveries) (?:(?:during|in|over|for|between) [^,.;]{2,40} )?(?:\w+ly )?"
    r"(?:rose|grew|increased|climbed|jumped|surged|fell|declined|dropped|reached|totaled|totalled|stood|hit|came)\b"
    r"|[\s*]*(?:今年以来|(?:今年)?前?[\d一二三四五六七八九十]+(?:[-—至][\d一二三四五六七八九十]+)?个?月份?|上半年)，"
    r"?(?:累计)?(?:产销|产量|销量|销售|零售|批发|出口|渗透率)"
)
# The 230 factories, despite ..., they: the subject of a whole sentence.
SUBJECT = re.compile(
    r"(?:(?:Despite|By|While|With|In|Since|At|During|Likewise|Meanwhile|Currently|According|Together|Altogether|"
    r"Today|Now)\b[^,;]{0,90}, )?"
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch|[Tt]he number of such|[Aa] total of \S+)(?: \d[\d,]*)?(?: [\w-]+)? "
    r"(?:sectors?|industry|zones?|parks?|clusters?|centers?|bases|factories|network|program(?:me)?s?|pilots?|market|"
    r"enterprises|facilities|platforms?|batch|tranche|funds|funding|bonds)\b(?! (?:of|for|in|that|which|to)\b)"
    r"|they\b|(?:[Tt]he |[Tt]heir )?(?:[Tt]otal |[Cc]ombined |[Oo]perating |[Aa]nnual |[Cc]umulative ){1,2}"
    r"(?:revenues?|sales|output|production|exports|profits?)\b(?! of))"
)
# This batch, two batches of pilot projects, the first stage of trials: a programme continues.
PROGRAM = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Ss]uch) (?:\w+ )?(?:batch(?:es)?|tranches?|rounds?|funds)\b"
    r"|\bsince (?:the|this) (?:\w+ )?(?:program(?:me)?|action|campaign|scheme|drive|pilot|initiative|policy) "
    r"(?:began|started|was launched|was introduced|took effect|kicked off|got going)\b"
    r"|\b(?:the|year's) program(?:me)?\b|\b\w+ (?:batches|tranches|rounds) of\b"
    r"|\bpilot (?:projects|program(?:me)?s)\b|\b(?:trials|trial campaigns)\b|\bcumulative (?:total|number)\b"
    r"|\b(?:bought|sold|purchased|replaced|renewed|scrapped|exchanged) (?:under|through) (?:the|this) "
    r"(?:program(?:me)?|scheme|policy|drive|campaign|initiative)\b"
)
# The plant was put on the list of smart factories: what follows is said of one of many.
PLANT_CHOSEN = re.compile(
    r"\W*(?:The|This|Its|Our|Their) (?:[\w-]+ ){0,2}(?:plant|factory|company|firm|mill|workshop|refinery|yard)\b[^.;]"
    r"{0,60}\b(?:list|batch|title|recogni[sz]ed|certified|named|selected|included|honou?red|rated|awarded)\b"
)
# 从区域看，东部地区30个、中部8个; thirty of the 45 are in eastern China: the parts of what was counted.
REGIONS = re.compile(
    r"[\s*]*(?:(?:从|分|按)(?:区域|地区|地域|省份)(?:分布|布局)?来?看[，：]|其中[，：]?)?"
    r"(?:东部|中部|西部|东北|长三角|京津冀|粤港澳大湾区|成渝)(?:地区|区域)?"
    r"(?:共?有|布局|入选|拥有|分布)?\d+[个家座项]?(?:[、，]|$)"
    r"|[\w-]+ of the [\w,]+ (?:are|were|lie|stand) in\b"
)
TARGET = re.compile(r"\W*(?:By (?:the end of )?20\d\d\b|(?:力争|争取)?到20\d\d年)")
# A line that is a paper's title: 低空经济高质量发展实施方案（2024-2026年）.
TITLED = re.compile(r"(?:方案|计划|意见|规划|措施|指南)\s*(?:（[^）]*）)?$")
# 据估算，实行这一政策，减免总额将达到5200亿元.
THIS_POLICY = re.compile(r"这(?:一|项)(?:政策|举措|行动)")
THESE = re.compile(r"(?:[Tt]hese|[Ss]uch) (?:[\w-]+ )?[a-z]+|这些[\u4e00-\u9fff]{2,6}")
ALONE = re.compile(r"\s*(?:will|were|are|have|had) ")
# 新材料产业瞄准高端化。……产值超过350亿元。: a sector, reported in several sentences, the last of them without a
# subject.
SECTOR = re.compile(r"[\u4e00-\u9fff、（）“”\"]{2,16}?产业(?![链集园基化体])")
OF_SECTOR = re.compile(
    r"(?:力争|争取|实现|预计|核心|相关)*(?:产业)?(?:总|核心|链)?(?:规模|产值|营收|营业收入)(?:力争|将)?(?:达到|达|突破|"
    r"超过|超)"
)
NOUN_WITHIN = 14
MOST_SEEN = 30
OF_THESE = re.compile(r"[\s*]*(?:其中|同期|of (?:them|these|the total)\b|among them)[，,\s]*", re.IGNORECASE)
OF_THEM = re.compile(
    r"(?:[Oo]f|[Aa]mong) (?:them|these|those|(?:the|this|that) (?:(?:grand |combined )?total|number|sum)),"
)
SUCH = re.compile(r"\s?of (?:such|these|them)\b")


def may_be_told_on(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether a quantity may be said of the one theme of its sentence.

    A small count and a list of other things may not.
    """
    few = quantity.unit == "count" and quantity.values[0] < FEW
    return not few and not quantity.spelled and not APART.search(sentence.said())


@dataclass
class Topic:
    """What the sentences of one item have said so far: its headline, its paper, and what was named last.

    `theme` is what the title names; without one, what the first sentence names. Only `news` stays with one thing; a
    report goes through many, and `sector` is the current one. `written_on` is the one initiative that news names in the
    title of the only paper that it reports.
    """

    news: bool = True
    theme: set[str] = field(default_factory=set)
    headline: list[Name] = field(default_factory=list)
    paper: set[str] = field(default_factory=set)
    last: list[Name] = field(default_factory=list)
    before: list[Name] = field(default_factory=list)
    seen: list[Name] = field(default_factory=list)
    released: bool = False
    known: bool = False
    titled: bool = False
    subject: set[str] = field(default_factory=set)
    sector: set[str] = field(default_factory=set)
    written_on: set[str] = field(default_factory=set)
    of_plant: set[str] = field(default_factory=set)
    shares: dict[Quantity | None, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start with the theme of the title; in a paper's own text it is the theme of the paper."""
        self.titled = len(self.theme) == 1
        if not self.news and 0 < len(self.theme) <= MOST_THEMES:
            self.paper = set(self.theme)

    def read(self, sentence: Sentence) -> None:
        """Read one more sentence."""
        self.shares = {}
        if sentence.heading and sentence.names:
            self.headline = sentence.names
            if TITLED.search(sentence.said()):
                self.paper = initiatives(self.headline)
        self.known = len(self.theme) == 1
        if not self.theme and not sentence.heading:
            self.theme = initiatives(sentence.names)
        # A report mentions many papers, each for no more than a sentence.
        paper = paper_of(sentence, self.headline, self.theme) if self.news or self.paper else set()
        self.released = bool(paper)
        # The plan, published on Friday, says: the one that was named before, whatever the sentence names.
        again = self.paper and REFERS.match(sentence.said()) and not titled_on(sentence)
        self.paper = self.paper if again else paper or self.paper
        if self.news and not self.paper and len(self.theme) <= MOST_THEMES and says(sentence):
            self.paper = self.theme
        if self.news and (on := titled_on(sentence)):
            self.written_on = on if self.written_on in (set(), on) and on == self.paper else set()
        if PLANT_CHOSEN.match(sentence.said()):
            self.of_plant = initiatives(sentence.names) or self.theme
        elif self.of_plant & initiatives(sentence.names):
            self.of_plant = set()
        taken_up = self._subject_of(sentence)
        self.before, self.seen = self.last, (self.seen + self.last)[-MOST_SEEN:]
        self.last = sentence.names or self.last
        if told := SECTOR.match(sentence.text, sentence.start, sentence.end):
            self.sector = initiatives([name for name in sentence.names if name.start < told.end()])
        if sentence.names and not THEY.match(sentence.said()):
            self.subject = taken_up

    def _subject_of(self, sentence: Sentence) -> set[str]:
        """Return the one initiative of the sentence before that is taken up as the subject of one: The zones make X."""
        subject = SUBJECT.match(sentence.said())
        said = [
            name for name in self.last if subject and repeats_head(sentence.text[name.start : name.end], subject[0])
        ]
        return initiatives(said) if len(initiatives(said)) == 1 else set()

    def owners(self, said: QuantityContext, named: set[str]) -> set[str]:
        """Return whose a quantity is, given whose its own sentence says it is.

        A paper's figures are the paper's, even if the sentence that reports its release says them of a part. A sentence
        that names no initiative speaks of the topic of the one before (其中), of the paper, or of the headline of its
        item. What one firm makes or sells belongs to no initiative.
        """
        sentence, quantity = said.sentence, said.quantity
        if OF_A_FIRM.denies(said):
            return set()
        if named:
            owners = named | (self.paper if self.released else set())
            return owners if said.counts else self._remember(quantity, owners)
        if (first := first_share(sentence, quantity)) in self.shares:
            return self.shares[first]
        if not any(name.start < quantity.start for name in sentence.names) and (
            kind := self._of_its_kind(sentence, quantity)
        ):
            # The 45 clusters cover X: what they have is said next.
            self.subject = kind
            return kind
        unnamed = set() if OF_OTHERS.denies(said) else self._unnamed(sentence, quantity) - self.of_plant
        return self._remember(quantity, unnamed)

    def _remember(self, quantity: Quantity, owners: set[str]) -> set[str]:
        """Keep whose a share is, for those that follow it in one list."""
        if quantity.unit == "%":
            self.shares[quantity] = owners
        return owners

    def _unnamed(self, sentence: Sentence, quantity: Quantity) -> set[str]:
        """Return whose a quantity is if its own sentence does not say."""
        if OF_SECTOR.fullmatch(sentence.text, sentence.start, quantity.start):
            return self.sector
        if not sentence.names and (said := self._of_these(sentence, quantity)):
            return said
        others = [name for name in sentence.names if name.initiative not in self.paper]
        first = all(quantity.end <= name.start for name in others)
        if self.paper and (self.released or first or is_task(sentence, quantity)):
            return self.paper
        if not sentence.names and OF_THESE.match(sentence.said()):
            return set()
        if self.news and (said := self._told_on(sentence, quantity)):
            return said
        topics = initiatives(self.headline)
        in_round_up = sentence.item != (0, len(sentence.text))
        return topics if in_round_up and len(topics) == 1 else set()

    def _of_its_kind(self, sentence: Sentence, quantity: Quantity) -> set[str]:
        """Return what a count of more things of its kind belongs to: seven such bases, 340 new ones."""
        if quantity.unit != "count":
            return set()
        said = of_such_kind(self.seen + (self.before if sentence.names else self.last), sentence.text, quantity)
        return said or (self.theme if len(self.theme) == 1 and takes_up_kind(sentence.text, quantity.end) else set())

    def _of_these(self, sentence: Sentence, quantity: Quantity) -> set[str]:
        """Return whose a quantity is that is a part of things in the sentence before.

        其中公共充电桩3万个, 3 GW of such.
        """
        text = sentence.text
        if SUCH.match(text, quantity.end):
            return initiatives(self.last)
        if OF_THEM.match(text, sentence.start):
            return initiatives(self.last) if len(initiatives(self.last)) == 1 else set()
        if follows := OF_THESE.match(text, sentence.start):
            own = text[follows.end() : quantity.start]
            return {name.initiative for name in self.last if takes_up(text[name.start : name.end], own)}
        return set()

    def _told_on(self, sentence: Sentence, quantity: Quantity) -> set[str]:
        """Return whose a quantity is in news that stays with one thing."""
        if not any(name.start < quantity.start for name in sentence.names):
            if said := self._taken_up(sentence, quantity):
                return said
            # So far the text has spoken of nothing but what its title names.
            of_theme = self.titled and initiatives(self.seen + self.before + self.last) <= self.theme
        else:
            of_theme = self.known and initiatives(sentence.names) == self.theme
        return self.theme if of_theme and may_be_told_on(sentence, quantity) else set()

    def _taken_up(self, sentence: Sentence, quantity: Quantity) -> set[str]:
        """Return whose a quantity is in a sentence that takes up a name by one of its words: these zones, 该集群."""
        text = sentence.text
        clause = text[sentence.after_last(CLAUSE, quantity.start) : quantity.start]
        noun = text[quantity.end : min(quantity.end + NOUN_WITHIN, sentence.end)]
        last = self.before if sentence.names else self.last
        subject = SUBJECT.match(sentence.said())
        taken_up = f"{clause} {noun} {subject[0] if subject else ''}"
        said = initiatives([n for n in last if repeats_head(text[n.start : n.end], taken_up)])
        if not said and (these := THESE.match(text, sentence.start)):
            earlier = (n for n in reversed(self.seen) if repeats_head(text[n.start : n.end], these[0]))
            said = {n.initiative for n in islice(earlier, 1)}
        begins = text[sentence.start : quantity.start]
        the_same = (
            THE_SAME.search(clause)
            or THEY.match(begins)
            or THIS_POLICY.search(begins)
            or subject
            or sums_up_sentence(begins)
        )
        goes_on = (
            PROGRAM.search(sentence.said())
            or REGIONS.match(sentence.said())
            or (self.titled and TARGET.match(sentence.said()))
        )
        if not said and (the_same or goes_on or ALONE.match(text, quantity.end)):
            said = next((one for one in (self.subject, initiatives(last), self.theme) if len(one) == 1), set())
        self.subject = said or self.subject
        return said
