"""Prepare the context of a name: its sentence, clauses and views for the act rules (ConText's target context)."""

import re
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.tag.engine import ASSERTED, CLAUSE, OF_TITLES, OF_VERBS, OWN, SENTENCE, VERB, WRITTEN_CLAUSE, Scope, View
from tracker.tag.engine import TITLE as IN_TITLE
from tracker.tag.lexicon import Patterns
from tracker.text.normalize import Span

TITLE = re.compile(r"《[^》]*》")
STOPS = {"zh": re.compile(r"[，：:。！？；;\n]"), "en": re.compile(r"[,;:\n]")}
# 将 before something moved or changed is 把, and does not look ahead.
TAKEN = re.compile(
    r"(?<!决定)(?<!今后)(?<!我们)(?<!明年)将"
    r"(?!于|在|把|有|会|继续|支持|推动|推荐|进一步|逐步|加快|适时)(?=[^，。]{2,14}(?:列为|列入|纳入|视为|定位为|送入|"
    r"改造成|转化|转换|引导|变成|转变|□□[于到]|用于|引入|运用|延伸|送[到往至]|分为|(?:提升|提高|调整|扩大|增加|降低?|"
    r"缩短)(?:至|到|为|了)))"
)
MONTH = re.compile(r"((?:19|20)\d\d年|今年|去年)(?:(\d{1,2})月(?!\d{1,2}日)|(年初))?(?![\d度版])")
THIS_YEAR = {"今年": 0, "去年": -1}
LAST_MONTH = 12
BEFORE_NOW = re.compile(r"\s*(?:此前|早前|早些时候|前期)，[^。；]{0,40}?(?:已|曾|于?[去前]年)")
FRESH_MONTHS = 2
STRUCK = "□"
NO_VERB = Span(-1, -1)
POSTPONES = (
    r"delay(?:s|ed|ing)?|postpon(?:es?|ed|ing)|suspend(?:s|ed|ing)?|shelv(?:es?|ed|ing)|put(?:s|ting)? off|held off"
)
PUTTING_OUT = (
    r"(?:(?:re)?launch(?:ing)?|roll-?out|release|releasing|issu(?:e|ing|ance)|approv(?:al|ing)|publi(?:cation|shing))\b"
)
# Denials report nothing: 尚未启动 X, has not yet launched X, no guideline on X has been issued.
DENIED = {
    "zh": re.compile(
        r"(?:尚未|并未|从未|未能|(?<=[，。；：*])未(?!来)|没有|不会|不再|否认|无需|不必)[^，。；]{0,12}|"
        # 推迟发布 X, 暂缓出台 X.
        r"(?:推迟|暂缓|延后|延期|暂停|叫停|搁置)了?[^，。；]{0,4}"
        r"(?:发布|出台|启动|印发|实施|公布|认定|批复|开展|推出|上线|审批)"
    ),
    "en": re.compile(
        r"\b(?:(?:has|have|had|is|are|was|were|will|would|did|does|do|can|could)(?:n't| not| never)|"
        r"won't|can't|cannot|never|denied that)\b"
        r"(?! (?:only|just|merely|simply))(?: yet| ever| \w+ly)*(?: be| been)? \w+|"
        # Delayed the release of X; the launch of X was postponed; X may be issued.
        rf"\b(?:{POSTPONES})(?: (?:the|its|their|a|on|of|planned|official|formal)){{0,3}} {PUTTING_OUT}|"
        rf"\b{PUTTING_OUT} of\b[^.;]{{1,60}}? (?:(?:has|have) been|was|were|is|are) (?:{POSTPONES})|"
        r"\b(?:may|might|could)(?: \w+ly| soon| also| even)? be "
        r"(?:issued|released|published|unveiled|launched|rolled out|approved|introduced)\b|"
        r"\b[Nn]either\b[^.;]{0,80}\bnor\b[^.;]{0,60}\b(?:has|had|have)\b \w+(?: \w+)?|"
        # Has yet to issue X, refused to approve X, stopped short of launching X, no new zones will be approved.
        r"\b(?:(?:has|have|had|is|are|was|were) (?:yet|still) to|(?:refus|declin|fail)(?:es|ed|ing)? to) (?:be )?\w+|"
        r"\bstop(?:s|ped)? short of \w+ing|"
        r"\b[Nn]o (?:new|more(?! than)|further|additional) [^,.;]{3,60}? "
        r"(?:will|would|were|was|(?:have|has) been) (?:be )?\w+|"
        r"(?:\b(?:has|have|had|made|makes?|is|are|was|were) )?\b[Nn]o (?:new |such |further |specific |current )?"
        r"(?:guidelines?|plans?|polic(?:y|ies)|measures|notice|regulations?)\b[^.;]*|"
        r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|refut(?:es|ed)) (?:\w+ ){0,3}(?:reports?|rumou?rs?|claims?)\b"
        r"(?:(?!\band\b)[^,.;])*|\b(?:[Rr]eports?|[Rr]umou?rs?|[Cc]laims?) that\b(?:(?!\bthat\b)[^.;])*"
        r"\b(?:are|is|were|was) (?:false|untrue|fake|groundless|not true)\b"
    ),
}
# 发布一周年, the tenth anniversary of the launch, three years after the launch: a look back is not news.
LOOKED_BACK = {
    "zh": re.compile(
        r"(?:启动|发布|实施|印发|出台|提出|开展)[^，。；]{0,4}(?:\d{1,2}|[一二两三四五六七八九十]{1,3})周年|"
        r"[^，。；]{0,20}[满逢](?:\d{1,2}|[一二两三四五六七八九十]{1,3})周年"
    ),
    "en": re.compile(
        r"\banniversary of (?:(?!\band\b)[^,.;])*|"
        r"\b(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten) years? (?:after|since|on from|ago)\b[^,.;]*|"
        r"\b(?:c[ao]me|comes|follow(?:s|ed)) after (?:(?!\band\b)[^,.;]){1,60}?"
        r"\b(?:issued|unveiled|released|published|rolled out|launched) (?:an?|its|the)\b(?:(?!\band\b)[^,.;])*",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class TargetContext:
    """A sentence, where the initiative stands in it, and the text around it.

    `lead` is the text before the sentence that belongs to it. `kind` is the kind of the document, as `genres.genre`
    says. `mood` is the mood of the passage around it: "plan" or "past", "asked" where a paper or a meeting asks for
    what is named ("aimed" by a year), or "" where none shows. `verb` is the verb that rows are tried with, if any.
    """

    text: str
    hit: Span
    lead: str
    mood: str
    kind: str
    patterns: Patterns
    language: str
    published: date | None
    verb: Span = NO_VERB

    def with_verb(self, verb: re.Match[str]) -> "TargetContext":
        """Return the same with a verb in `plain`; the views are not computed again."""
        other = copy(self)
        vars(other)["verb"] = Span(*verb.span())
        return other

    @cached_property
    def asserted(self) -> str:
        """Return the sentence at its length, with what it denies or looks back on struck out."""
        return strike(LOOKED_BACK[self.language], strike(DENIED[self.language], self.text))

    @cached_property
    def outside(self) -> str:
        """Return the same with paper titles struck out, too."""
        return strike(TITLE, self.asserted)

    @cached_property
    def plain(self) -> str:
        """Return the same without words that only look like marks."""
        return strike(TAKEN, strike(self.patterns.pseudo_cues, self.outside))

    @cached_property
    def clause(self) -> Span:
        """Return the clause that holds the hit."""
        stops = [m.start() for m in STOPS[self.language].finditer(self.plain)]
        start = max((stop + 1 for stop in stops if stop < self.hit.start), default=0)
        return Span(start, min((stop for stop in stops if stop >= self.hit.end), default=len(self.plain)))

    @cached_property
    def before(self) -> str:
        """Return the clause as far as the hit."""
        return self.plain[self.clause.start : self.hit.start]

    @cached_property
    def after(self) -> str:
        """Return the clause behind the hit."""
        return self.plain[self.hit.end : self.clause.end]

    @property
    def earlier(self) -> str:
        """Return the clauses before that of the hit, with what leads to the sentence."""
        return self.lead + self.plain[: self.clause.start]

    @property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before and after the hit, as written."""
        return self.text[: self.hit.start], self.text[self.hit.end :]

    @property
    def tries_a_verb(self) -> bool:
        """Whether rows are tried with a verb."""
        return self.verb.start >= 0

    def view(self, scope: Scope) -> View | None:
        """Return the text around the name, or the verb, in which patterns of a scope look."""
        if scope in OF_VERBS:
            return self._view_of_verb(scope)
        if scope not in self._views:
            self._views[scope] = self._view_of_name(scope)
        return self._views[scope]

    @cached_property
    def _views(self) -> dict[str, View | None]:
        return {}

    def _view_of_name(self, scope: Scope) -> View | None:
        if scope in OF_TITLES:
            if self.title is None:
                return None
            start, end = self.title
            text = self.text if scope == IN_TITLE else self.outside
            return View(text[:start], text, end, len(text), self.text[start:end])
        if scope == OWN:
            return View(self.before, self.own, len(self.before), len(self.own), self.own)
        text = self.plain if scope in (CLAUSE, SENTENCE) else self.asserted if scope == ASSERTED else self.text
        start, end = self.clause if scope in (CLAUSE, WRITTEN_CLAUSE) else (0, len(text))
        return View(text[start : self.hit.start], text, self.hit.end, end, text[start:end])

    def _view_of_verb(self, scope: Scope) -> View:
        verb, text = self.verb, self.plain
        first, last = (verb, verb) if scope == VERB else sorted((verb, self.hit))
        within = slice(*verb) if scope == VERB else slice(first.end, last.start)
        return View(text[: first.start], text, max(first.end, last.end), len(text), text[within])

    @cached_property
    def own(self) -> str:
        """Return the clause without the hit."""
        return self.before + self.after

    @cached_property
    def title(self) -> Span | None:
        """Return the 《title》 that holds the hit."""
        found = (m.span() for m in TITLE.finditer(self.text))
        return next((Span(*span) for span in found if span[0] <= self.hit.start < span[1]), None)

    @property
    def dated_back(self) -> bool:
        """Decide whether a month or year last named before the hit, not a day, is long past.

        2023年2月，国务院印发《…》 is. 此前，四部门已印发通知 reports what was before this news, too.
        """
        return self._months_back() > FRESH_MONTHS or bool(BEFORE_NOW.match(self.text))

    @property
    def dated_to_a_month_back(self) -> bool:
        """Decide the same of a month alone: a year may be the one that is summed up, 2025年新培育绿色工厂2038家."""
        return self._months_back(whole_years=False) > FRESH_MONTHS

    def _months_back(self, *, whole_years: bool = True) -> int:
        named = list(MONTH.finditer(self.text, 0, self.hit.start))
        if not named or not self.published or not (whole_years or named[-1][2] or named[-1][3]):
            return 0
        written = named[-1][1]
        year = self.published.year + THIS_YEAR[written] if written in THIS_YEAR else int(written[:4])
        month = int(named[-1][2] or (1 if named[-1][3] else LAST_MONTH))
        if not (named[-1][2] or named[-1][3]) and year < self.published.year:
            return LAST_MONTH
        return (self.published.year - year) * LAST_MONTH + self.published.month - month

    @property
    def is_asked(self) -> bool:
        """Decide whether a paper or a meeting asks for what is said here, by a year or not."""
        return self.mood in ("asked", "aimed")

    @property
    def tells_news(self) -> bool:
        """Decide whether the text reports what happens.

        News does, and so does a report where it looks back; a paper only plans.
        """
        looks_back = self.kind == "report" and (self.mood == "past" or self.language == "en")
        return self.kind == "news" or looks_back


def strike(pattern: re.Pattern[str], text: str) -> str:
    """Return `text` at its length with every match of `pattern` made unreadable."""
    return pattern.sub(lambda m: STRUCK * len(m[0]), text)
