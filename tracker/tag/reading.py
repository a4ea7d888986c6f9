"""What acts, bodies, speakers and days are read from: one document, taken apart once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from db.models import Document
from tracker.announce import beijing_day
from tracker.days import Day, days
from tracker.items import items
from tracker.tag.acts.moods import mood
from tracker.tag.acts.utterances import Utterance
from tracker.tag.bodies import Register, Voice
from tracker.tag.echoes import acting
from tracker.tag.genres import genre, home, named_in
from tracker.tag.lexicon import Patterns
from tracker.text import Span, paragraphs, plain, sentences

REACH = 300
FAR = 800
MOST_DAYS = 300
ENDS = '。！？；.!?;:：,，”"'
FULL_ENDS = {"zh": "。！？\n", "en": ".!?\n"}


@dataclass(frozen=True)
class Reading:
    """A document's text with its sentences, paragraphs, items, voices and days, and what kind of text it is.

    Text and title are in plain signs, one for one, so that places are those of the document.
    `home` is the body whose own text it is; `title_body` the one that its title names, else its source's.
    """

    title: str
    text: str
    language: str
    published: date | None
    patterns: Patterns
    sentences: list[Span]
    paragraphs: list[Span]
    items: list[Span]
    voices: list[Voice]
    days: list[Day]
    kind: str
    home: str | None
    title_body: str | None

    def sentence(self, place: int) -> Span:
        """The sentence that holds `place`."""
        return _holding(self.sentences, place)

    def paragraph(self, place: int) -> Span:
        """The paragraph that holds `place`."""
        return _holding(self.paragraphs, place)

    def paragraph_number(self, place: int) -> int:
        """The number, from 0, of the paragraph that holds `place`."""
        return bisect_right(self.paragraphs, place, key=lambda span: span.start) - 1

    def voices_in(self, span: Span) -> list[Voice]:
        """The voices named in `span`."""
        first = bisect_left(self.voices, span.start, key=lambda voice: voice.start)
        return self.voices[first : bisect_left(self.voices, span.end, key=lambda voice: voice.start)]

    def item(self, place: int) -> Span:
        """The item of a round-up that holds `place`; the whole text where it is none."""
        return _holding(self.items, place)

    def following(self, sentence: Span) -> Span | None:
        """The sentence after `sentence`, if there is one."""
        at = bisect_left(self.sentences, sentence.end, key=lambda span: span.start)
        return self.sentences[at] if at < len(self.sentences) else None

    def is_headline(self, sentence: Span) -> bool:
        """Whether `sentence` is a line of its own without an end."""
        return sentence in self.paragraphs and self.text[sentence.end - 1] not in ENDS

    def utterance(self, hit: Span) -> Utterance:
        """The sentence round `hit` (of an endless one what is near), with what a semicolon parted from it."""
        sentence, paragraph = self.sentence(hit.start), self.paragraph(hit.start)
        start, end = max(sentence.start, hit.start - FAR), min(sentence.end, hit.end + FAR)
        within = Span(hit.start - start, hit.end - start)
        before = self.text[max(paragraph.start, sentence.start - FAR) : sentence.start]
        lead = before[max(before.rfind(end) for end in FULL_ENDS[self.language]) + 1 :]
        return Utterance(
            self.text[start:end],
            within,
            lead,
            self._mood(hit),
            self.kind,
            self.patterns,
            self.language,
            self.published,
        )

    def title_utterance(self, hit: Span) -> Utterance:
        """The title as a sentence round `hit`."""
        return Utterance(self.title, hit, "", "", "news", self.patterns, self.language, self.published)

    def _mood(self, hit: Span) -> str:
        if self.kind in ("paper", "list"):
            return "plan"
        if self.language == "en":
            return ""
        item, paragraph = self.item(hit.start), self.paragraph(hit.start)
        start = max(item.start, hit.start - FAR, min(paragraph.start, hit.start - REACH))
        end = min(item.end, hit.end + FAR, max(paragraph.end, hit.end + REACH))
        return mood(self.text[start:end], self.patterns)


def take_apart(document: Document, patterns: Patterns, register: Register) -> Reading:
    """Prepare `document` for reading; words and names are those of its language."""
    language = document.language
    title, text = (_plain(part or "", language) for part in (document.title, document.text))
    published = beijing_day(document.published)
    kind = genre(title, text, patterns)
    return Reading(
        title=title,
        text=text,
        language=language,
        published=published,
        patterns=patterns,
        sentences=sentences(text),
        paragraphs=paragraphs(text),
        items=[Span(*item) for item in items(text)],
        voices=acting(text, register, published.year if published else None, patterns),
        days=list(islice(days(text, language, published), MOST_DAYS)),
        kind=kind,
        home=home(document, kind, register, patterns),
        title_body=named_in(title, register) or document.body,
    )


def _plain(text: str, language: str) -> str:
    return plain(text) if language == "zh" else text.replace("’", "'")


def _holding(spans: Sequence[Span], place: int) -> Span:
    return spans[bisect_right(spans, place, key=lambda span: span.start) - 1]
