"""Define conditions that rows test besides their patterns: the kind of text, and what is planned or requested in it."""

import re
from dataclasses import dataclass

from tracker.tag.acts.target_context import DENIED, TargetContext

BRACKETS = len("《》")
# As X represents Y, ...: a reason; as the first platform for X, a firm has grown: an apposition.
AS_IT_IS = re.compile(
    r"\W*As (?:[^.;,]*\b(?:is|are|represents?|constitutes?|remains?)\b[^.;,]*|"
    r"(?:an?|the|one of|China's|the country's)\b [^.;,]*\b"
    r"(?:platform|company|firm|enterprise|maker|supplier|provider|startup)\b[^.;,]*), "
)
# More than 20 provinces have issued: what many do is the state of things, as a pattern of rows.
MANY_HAVE_ISSUED = (
    r"\b([Ss]everal|[Mm]any|[Dd]ozens of|[Mm]ore than ([a-z]+|\d+)|[Oo]ver \d+|[Ss]ome \d+|\d{1,3}|[Mm]ost|"
    r"[Aa] (growing )?number of)( [a-z-]+){0,2} "
    r"(cities|provinces|localities|regions|governments|places|municipalities)\b"
    r"……80\b(have|has) (also |already |since |now )?"
    r"(issued|introduced|rolled out|released|unveiled|published|formulated|drawn up|adopted)\b"
)


@dataclass(frozen=True)
class Words:
    """Ask for a word of a kind in config/words.yaml."""

    kind: str

    def __post_init__(self) -> None:
        """Say what it asks, as functions do."""
        object.__setattr__(self, "__doc__", f"The sentence has a word of `{self.kind}` in config/words.yaml.")

    def __call__(self, said: TargetContext) -> re.Match[str] | None:
        """Find the first of them."""
        return self.pattern(said).search(said.plain)

    def pattern(self, said: TargetContext) -> re.Pattern[str]:
        """Return the pattern that finds them."""
        found: re.Pattern[str] = getattr(said.patterns, self.kind)
        return found


def is_news(said: TargetContext) -> bool:
    """The text is news."""
    return said.kind == "news"


def is_amid_results(said: TargetContext) -> bool:
    """The passage looks back."""
    return said.mood == "past"


def is_paper(said: TargetContext) -> bool:
    """The text is a paper or a notice."""
    return said.kind == "paper"


def is_denied(said: TargetContext) -> re.Match[str] | None:
    """The clause denies what it names: 尚未启动."""
    return DENIED[said.language].search(said.text, *said.clause)


def is_dated_back(said: TargetContext) -> bool:
    """A month or year before the name is long past."""
    return said.dated_back


def is_asked_for(said: TargetContext) -> bool:
    """A paper or a meeting requests what is named."""
    return said.is_asked


def is_in_a_longer_title(said: TargetContext) -> bool:
    """The name is a part of a 《title》."""
    return bool(said.title and said.title.end - said.title.start > said.hit.end - said.hit.start + BRACKETS)


def is_done_for(said: TargetContext) -> bool:
    """A verb of planning precedes the name in its clause: 加快, 建设."""
    return bool(said.patterns.plan.search(said.before))


def is_planned_before(said: TargetContext) -> re.Match[str] | None:
    """A word before the name states that something will be done."""
    return said.patterns.will.search(said.plain, 0, said.hit.start)


def is_planned_in_its_clause(said: TargetContext) -> re.Match[str] | None:
    """The clause states before the name that something will be done."""
    return said.patterns.will.search(said.before)


def is_wanted_earlier(said: TargetContext) -> bool:
    """An earlier clause, a paper or a meeting requests something: 要……, 将……, 鼓励……."""
    p, earlier = said.patterns, said.plain[: said.clause.start]
    return bool(said.is_asked or p.urge.search(earlier) or p.will.search(earlier))


def is_wanted(said: TargetContext) -> bool:
    """The text plans or requests something, or states before the name that something will be done."""
    planned = said.kind == "paper" or (said.kind == "report" and said.mood == "plan")
    return planned or said.is_asked or bool(said.patterns.will.search(said.plain[: said.hit.start]))


def is_in_a_reason(said: TargetContext) -> re.Match[str] | None:
    """The name is in the opening of the sentence: As X represents Y, ...."""
    reason = AS_IT_IS.match(said.plain)
    return reason if reason and said.hit.end <= reason.end() else None
