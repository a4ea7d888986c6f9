"""What a text is about where a sentence does not name it: its paper, its headline, the sentence before."""

import re
from dataclasses import dataclass, field

from tracker.tag.amounts import Quantity
from tracker.tag.continuation import takes_up
from tracker.tag.sentences import Name, Sentence

PAPER = re.compile(r"《|[通公]知|[通公]告|\b(?:opinions|guidelines?|plan|notice|circular|measures)\b", re.IGNORECASE)
RELEASED = re.compile(r"印发|发布|出台|公布|下发|\b(?:issued?|released?|unveiled|published)\b", re.IGNORECASE)
TITLE = re.compile(r"《[^》]*》|关于[^《》，。；]{4,60}?(?:通知|意见|公告|方案|规划)")
OF_THESE = re.compile(r"[\s*]*(?:其中|同期|of (?:them|these|the total)\b|among them)[，,\s]*", re.IGNORECASE)
SUCH = re.compile(r"\s?of (?:such|these|them)\b")


@dataclass
class Topic:
    """What the sentences of one item have told so far: its headline, its paper, and what was named last."""

    headline: list[Name] = field(default_factory=list)
    paper: set[str] = field(default_factory=set)
    last: list[Name] = field(default_factory=list)
    released: bool = False

    def read(self, sentence: Sentence) -> None:
        """Take in one more sentence."""
        if sentence.heading and sentence.names:
            self.headline = sentence.names
        paper = self._paper(sentence)
        self.released = bool(paper)
        self.paper = paper or self.paper
        self.last = sentence.names or self.last

    def owners(self, sentence: Sentence, quantity: Quantity, named: set[str]) -> set[str]:
        """Whose a quantity is, given whose its own sentence says it is.

        A paper's figures are the paper's, also where the sentence that tells its release says them of a part.
        A sentence that names nobody speaks of what the one before spoke of (其中), of the paper, or of the
        headline of its item.
        """
        if named:
            return named | (self.paper if self.released else set())
        if not sentence.names and SUCH.match(sentence.text, quantity.end):
            return _initiatives(self.last)
        if not sentence.names and (follows := OF_THESE.match(sentence.text, sentence.start)):
            own = sentence.text[follows.end() : quantity.start]
            return {n.initiative for n in self.last if takes_up(sentence.text[n.start : n.end], own)}
        if self.paper and (self.released or not sentence.names):
            return self.paper
        topics = _initiatives(self.headline)
        in_round_up = sentence.item != (0, len(sentence.text))
        return topics if in_round_up and len(topics) == 1 else set()

    def _paper(self, sentence: Sentence) -> set[str]:
        """The initiatives of a paper whose release a sentence tells: named in its title, or else in the headline."""
        said = sentence.said()
        if sentence.heading or not (RELEASED.search(said) and PAPER.search(said)):
            return set()
        titles = [m.span() for m in TITLE.finditer(sentence.text, sentence.start, sentence.end)]
        titled = [name for name in sentence.names if any(a < name.start < b for a, b in titles)]
        named = _initiatives(sentence.names)
        return _initiatives(titled or self.headline) or (named if len(named) == 1 else set())


def _initiatives(names: list[Name]) -> set[str]:
    return {name.initiative for name in names}
