"""Show rows a name of a body or a place, with the words around it."""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import BEYOND, OWN, SENTENCE, Scope, View
from tracker.tag.entities.bodies import Voice
from tracker.tag.reading import InDocument
from tracker.text.normalize import Span

NEAR = 20
FAR = 200
# What belongs to the name of a place: its rank, what it is, the city in it.
BELONGS = re.compile(
    r"(?: [Pp]rovince| [Cc]ity| [Mm]unicipality|(?: Zhuang| Uygur| Hui)? [Aa]utonomous [Rr]egion| New Area| SAR|"
    r" Industrial Park|(?: [A-Z]\w+)? [Dd]istrict)?(?:, [^,.;\n]{2,70},| - [^.;\n]{2,140}? -)? (?:on \w+day )?|"
    r"(?:省|市|自治区|区|两地|地区)?(?:[\u4e00-\u9fff]{2}[市区县]?(?=发布|印发|出台|提出|计划))?"
    r"(?:[\u4e00-\u9fff]{0,6}(?:开发区|新区))?"
)


@dataclass(frozen=True)
class VoiceContext(InDocument):
    """A name in a text. Rows look at the 20 characters before it, or at its sentence, and at what follows it.

    In the scope "own" they look at the name itself and what follows, and "beyond" at what follows all that belongs to
    the name of a place.
    """

    voice: Voice

    @cached_property
    def sentence(self) -> Span:
        """Return the sentence that contains the name."""
        return self.reading.sentence(self.voice.start)

    @cached_property
    def written(self) -> str:
        """Return the name as it is written."""
        return self.reading.text[self.voice.start : self.voice.end]

    @cached_property
    def beyond(self) -> int:
        """Return where that ends which belongs to the name of a place."""
        belongs = BELONGS.match(self.reading.text, self.voice.end)
        return belongs.end() if belongs else self.voice.end

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the text before the name, and the name with the text after it, as far as rows look."""
        text, start = self.reading.text, self.voice.start
        return text[max(0, start - FAR) : start], text[start : self.voice.end + FAR]

    def view(self, scope: Scope) -> View:
        """Return the text around the name in which patterns of a scope look."""
        text, start = self.reading.text, self.voice.start
        # An endless sentence is cut.
        before = text[max(self.sentence.start, start - FAR) if scope == SENTENCE else max(0, start - NEAR) : start]
        after = start if scope == OWN else self.beyond if scope == BEYOND else self.voice.end
        return View(before, text, after, len(text), self.written)
