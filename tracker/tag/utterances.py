"""A sentence round a name of an initiative, prepared for the rules that read its act."""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.lexicon import Patterns
from tracker.text import Span

TITLE = re.compile(r"《[^》]*》")
STOPS = {"zh": re.compile(r"[，：:。！？；;\n]"), "en": re.compile(r"[,;:\n]")}
STRUCK = "□"


@dataclass(frozen=True)
class Utterance:
    """A sentence, where the initiative stands in it, and what it is said in.

    `lead` is what a semicolon parted from the sentence before it. `mood` is what the text round it does as
    a whole: "plan", "past" or "" where neither shows. `kind` is the kind of the document, as `genre` says.
    """

    text: str
    hit: Span
    lead: str
    mood: str
    kind: str
    patterns: Patterns
    language: str

    @cached_property
    def plain(self) -> str:
        """The sentence at its length, with paper titles and words that only look like marks struck out."""
        return strike(self.patterns.blank, strike(TITLE, self.text))

    @cached_property
    def clause(self) -> Span:
        """The clause that holds the hit."""
        stops = [m.start() for m in STOPS[self.language].finditer(self.plain)]
        start = max((s + 1 for s in stops if s < self.hit.start), default=0)
        return Span(start, min((s for s in stops if s >= self.hit.end), default=len(self.plain)))

    @property
    def before(self) -> str:
        """The clause as far as the hit."""
        return self.plain[self.clause.start : self.hit.start]

    @property
    def after(self) -> str:
        """The clause behind the hit."""
        return self.plain[self.hit.end : self.clause.end]


def strike(pattern: re.Pattern[str], text: str) -> str:
    """`text` at its length with every match of `pattern` made unreadable."""
    return pattern.sub(lambda m: STRUCK * len(m[0]), text)


def tells_news(said: Utterance) -> bool:
    """News tells what happens, and so does a report where it looks back; a paper only plans."""
    return said.kind == "news" or (said.kind == "report" and (said.mood == "past" or said.language == "en"))
