"""Define conditions that rows about the name of a place test besides their patterns."""

import re

from tracker.tag.attribution.voice_context import VoiceContext
from tracker.tag.engine import BEYOND, Near
from tracker.tag.entities.bodies import CAPITAL
from tracker.text.normalize import Span

CAPITAL_WITHIN = 500
CAPITALS = re.compile(r"\b(?:Washington|Brussels|the West|Western)\b")
OF_THE_CITY = re.compile(
    r"\bBeijing(?:'s)? (?:[Mm]unicipal|[Cc]ity|E-Town|Daily|\w+ [Dd]istrict)|\b[Tt]he (?:city|capital)\b|"
    r"\bBeijing(?:,| and) Shanghai\b"
)
# 江苏要增强韧性: a demand on it.
ASKED = Near(after="[^，。；]{0,8}?(要(?!动力|活力|效益|空间)|应当?|必须)|[^。；]{0,60}，要")
NOT_ITSELF = Near(after="[^，。]{0,6}(举行|召开|开幕|举办)|[的、和与及]|等", scope=BEYOND)


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
