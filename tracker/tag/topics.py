"""What a text is about where a sentence does not name it: its paper, its headline, the sentence before."""

import re
from dataclasses import dataclass, field

from tracker.tag.continuation import takes_up
from tracker.tag.quantities import Quantity
from tracker.tag.sentences import Hit, Sentence

PAPER = re.compile(
    r"《[^》]*》|[通公]知|[通公]告|\b(?:opinions|guidelines?|plan|notice|circular|measures)\b", re.IGNORECASE
)
RELEASED = re.compile(r"印发|发布|出台|公布|下发|\b(?:issued?|released?|unveiled|published)\b", re.IGNORECASE)
TITLE = re.compile(r"《[^》]*》|关于[^《》，。；]{4,60}?(?:通知|意见|公告|方案|规划)")
OF_THESE = re.compile(r"[\s*]*(?:其中|同期|of (?:them|these|the total)\b|among them)[，,\s]*", re.IGNORECASE)


@dataclass
class Topic:
    """What the sentences of one item have told so far: its headline, its paper, and whose the last figures were."""

    text: str
    headline: list[Hit] = field(default_factory=list)
    paper: set[str] = field(default_factory=set)
    last: list[Hit] = field(default_factory=list)
    released: bool = False

    def read(self, sentence: Sentence) -> None:
        """Take in one more sentence."""
        if sentence.heading and sentence.hits:
            self.headline = sentence.hits
        paper = self._paper(sentence)
        self.released = bool(paper)
        self.paper = paper or self.paper
        if sentence.hits:
            self.last = sentence.hits

    def owners(self, sentence: Sentence, quantity: Quantity, named: set[str]) -> set[str]:
        """Whose a quantity is, given whom its own sentence names for it.

        A paper's figures are the paper's, also where its sentence says them of a part. A sentence that
        names nobody speaks of the paper, of what the sentence before spoke of (其中), or of the headline
        of its item.
        """
        if named:
            return named | (self.paper if self.released else set())
        if not sentence.hits and (follows := OF_THESE.match(self.text, sentence.start)):
            own = self.text[follows.end() : quantity.start]
            return {i for i, start, end in self.last if takes_up(self.text[start:end], own)}
        if self.paper and (self.released or not sentence.hits):
            return self.paper
        topics = {initiative for initiative, _, _ in self.headline}
        in_round_up = sentence.item != (0, len(self.text))
        return topics if in_round_up and len(topics) == 1 else set()

    def _paper(self, sentence: Sentence) -> set[str]:
        """The initiatives of a paper whose release a sentence tells: named in its title, or else in the headline."""
        said = self.text[sentence.start : sentence.end]
        if sentence.heading or not (RELEASED.search(said) and PAPER.search(said)):
            return set()
        titles = [(sentence.start + m.start(), sentence.start + m.end()) for m in TITLE.finditer(said)]
        titled = {i for i, start, _ in sentence.hits if any(a < start < b for a, b in titles)}
        named = {i for i, _, _ in sentence.hits}
        return titled or {i for i, _, _ in self.headline} or (named if len(named) == 1 else set())
