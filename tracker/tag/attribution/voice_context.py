"""Show rows a name of a body or a place, and define the conditions that they test besides their patterns."""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import BEYOND, OWN, SENTENCE, Near, Scope, View
from tracker.tag.entities.bodies import CAPITAL, Voice
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
CAPITAL_WITHIN = 500
CAPITALS = re.compile(r"\b(?:Washington|Brussels|the West|Western)\b")
OF_THE_CITY = re.compile(
    r"\bBeijing(?:'s)? (?:[Mm]unicipal|[Cc]ity|E-Town|Daily|\w+ [Dd]istrict)|\b[Tt]he (?:city|capital)\b|"
    r"\bBeijing(?:,| and) Shanghai\b"
)
# 江苏要增强韧性: a demand on it.
ASKED = Near(after="[^，。；]{0,8}?(要(?!动力|活力|效益|空间)|应当?|必须)|[^。；]{0,60}，要")
NOT_ITSELF = Near(after="[^，。]{0,6}(举行|召开|开幕|举办)|[的、和与及]|等", scope=BEYOND)


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


def heads_a_part(said: VoiceContext) -> bool:
    """The place begins a line that heads a part of the text: 江西深化转型, 【江苏】."""
    reading, voice = said.reading, said.voice
    if voice.body != "local" or reading.language != "zh" or not voice.start:
        return False
    return reading.text[voice.start - 1] in "\n【" and reading.is_headline(said.sentence)


def is_its_own_office(said: VoiceContext) -> re.Match[str] | None:
    """The name is a word of `own_place_cues` in config/words.yaml: 我省."""
    return said.reading.patterns.own_place_cues.match(said.reading.text, said.voice.start)


def is_before_a_word_of_acting(said: VoiceContext) -> re.Match[str] | None:
    """A word of `local_cues` in config/words.yaml follows the place."""
    return said.reading.patterns.local_cues.match(said.reading.text, said.beyond)


def begins_the_news(said: VoiceContext) -> bool:
    """A sentence of news begins with the place, of which nothing is asked, and names no other body."""
    # 浙江水泥行业协会呼吁, 天津论坛期间，李强表示: another one acts.
    news = said.reading.kind == "news" and said.sentence.start == said.voice.start
    return news and not ASKED(said) and names_only_places(said)


def names_only_places(said: VoiceContext) -> bool:
    """The sentence names no body but places."""
    return all(voice.body == "local" for voice in said.reading.voices_in(said.sentence))


def is_the_capital(said: VoiceContext) -> bool:
    """The place is Beijing."""
    return said.written == CAPITAL


def stands_for_the_government(said: VoiceContext) -> bool:
    """Beijing stands for the central government: a body of it is named there or soon after, or another capital."""
    if said.written != CAPITAL:
        return False
    reading, sentence = said.reading, said.sentence
    if CAPITALS.search(reading.text, *sentence) and not OF_THE_CITY.search(reading.text):
        return True
    return any(v.body != "local" for v in reading.voices_in(Span(sentence.start, sentence.end + CAPITAL_WITHIN)))
