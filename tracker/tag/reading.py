"""Take a document apart once, for the acts, bodies, speakers and days that are read from it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from db.beijing import beijing_day
from db.models import Document
from tracker.tag.acts.modality import AIMED, is_told_to_do, mood
from tracker.tag.acts.target_context import TargetContext, strike
from tracker.tag.entities.bodies import Register, Voice
from tracker.tag.entities.coreference import acting
from tracker.tag.genres import genre, home, named_in, prose_start
from tracker.tag.lexicon import Patterns
from tracker.text.condensed import as_read
from tracker.text.days import Day, days
from tracker.text.normalize import Span, index_at, paragraphs, plain_words, sentences, titled
from tracker.text.printed_day import printed_day, signed_day
from tracker.text.roundups import items

REACH = 300
# A paragraph of news of this length shows by itself whether it looks back.
ENOUGH = 120
FAR = 800
MOST_DAYS = 300
SHORT = 100
MOST_ASKED = 3
LONGEST_HEADLINE = 160
LONGEST_QUESTION = 1500
ENDS = '。！？；….!?;:：,，”"'
# A paragraph of a reporter: it ends in thanks after a question, or asks what someone can say. A headline that asks how.
# 答：…….
ANSWERS = re.compile(r"^[^\S\n]*答[：:]", re.MULTILINE)
QUESTION = re.compile(
    r"[?？][^?？]{0,60}(?:[Tt]hank you|Thanks|谢谢)[。.！!]?\s*$|\b[Cc]ould you\b.*\?\s*$|请问.*？\s*$|^问[：:].*？\s*$"
    r"|^\W{0,6}(?:How|Why) [^.?!。]{10,140}$"
)
MARK = r"[•·●■▪◆\-*]"
LISTED = re.compile(rf"\s*(?:{MARK}|[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])")
BULLET = re.compile(rf"\s*{MARK}\s")
# A sentence without a subject continues the one before: 我国将……。大力发展 X.
GOES_ON = re.compile(
    r"(?:同时，|此外，|还将|聚焦|立足|有序|大力|深入|持续|着力|积极|加快|加大|加强|推动|推进|支持|鼓励|完善|促进|强化|"
    r"[培引]育|提升|优化|扩大|打造|发布|出台|印发)"
)
# 二是围绕……，三是制定……: tasks, one by one.
TASK = re.compile(r"[一二三四五六七八九十]是，?")
GOES_ABOUT = re.compile(r"围绕|继续")
DONE_SO_FAR = re.compile(r"以来|[年月]来|做了|开展了|完成了|取得了?")
PAST_MONTH = re.compile(r"(?<![到至])((?:19|20)\d\d)年(1[0-2]|[1-9])月(?![^，。]{0,6}[前底])")
# 金壮龙：推进……，培育 X: a task that a person sets, in a headline or a line like one.
SET_AS_TASK = re.compile(r"[\u4e00-\u9fff]{2,10}：")
FULL_ENDS = {"zh": "。！？\n", "en": ".!?\n"}


@dataclass(frozen=True)
class Reading:
    """A document's text with its sentences, paragraphs, items, voices and days, and what kind of text it is.

    Text and title are in plain characters, one for one, so that places are those of the document. `home` is the body
    whose own text it is; `title_body` the one that its title names, else its source's; `site` the body that publishes
    the page, where its text names none. `prose` is where the report begins, below title, dates and captions.
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
    prose: int
    site: str | None = None

    def sentence(self, place: int) -> Span:
        """Return the sentence that holds `place`."""
        return self.sentences[index_at(self.sentences, place)]

    def paragraph(self, place: int) -> Span:
        """Return the paragraph that holds `place`."""
        return self.paragraphs[self.paragraph_number(place)]

    def paragraph_number(self, place: int) -> int:
        """Return the number, from 0, of the paragraph that holds `place`."""
        return index_at(self.paragraphs, place)

    def voices_in(self, span: Span) -> list[Voice]:
        """Return the voices named in `span`."""
        first = bisect_left(self.voices, span.start, key=lambda voice: voice.start)
        return self.voices[first : bisect_left(self.voices, span.end, key=lambda voice: voice.start)]

    def item(self, place: int) -> Span:
        """Return the item of a round-up that holds `place`; for any other text, the whole text."""
        return self.items[index_at(self.items, place)]

    def opening(self, item: Span) -> Span:
        """Return the first two sentences of `item` that read as prose; some more where they are short or ask."""
        first = self.sentence(max(item.start, self.prose) if item.start <= self.prose < item.end else item.start)
        second = self.following(first) or first
        if second.end - first.start < SHORT:
            second = self.following(second) or second
        for _ in range(MOST_ASKED):
            if self.text[second.end - 1] in "？?":
                second = self.following(second) or second
        return Span(first.start, second.end)

    def following(self, sentence: Span) -> Span | None:
        """Return the sentence after `sentence`, if there is one."""
        at = bisect_left(self.sentences, sentence.end, key=lambda span: span.start)
        return self.sentences[at] if at < len(self.sentences) else None

    def is_headline(self, sentence: Span) -> bool:
        """Decide whether `sentence` is, or ends, a short line without an end."""
        paragraph = self.paragraph(sentence.start)
        short = paragraph.end - paragraph.start <= LONGEST_HEADLINE
        return short and sentence.end == paragraph.end and self.text[sentence.end - 1] not in ENDS

    def is_question(self, place: int) -> bool:
        """Decide whether the paragraph of `place` is a reporter's question."""
        paragraph = self.paragraph(place)
        short = paragraph.end - paragraph.start <= LONGEST_QUESTION
        return short and bool(QUESTION.search(self.text[slice(*paragraph)]))

    def utterance(self, hit: Span) -> TargetContext:
        """Return the sentence around `hit` (of an endless one the part nearby), with what leads to it."""
        sentence, paragraph = self.sentence(hit.start), self.paragraph(hit.start)
        start, end = max(sentence.start, hit.start - FAR), min(sentence.end, hit.end + FAR)
        within = Span(hit.start - start, hit.end - start)
        return TargetContext(
            self.text[start:end],
            within,
            self._lead(sentence, paragraph),
            self.mood(hit),
            self.kind,
            self.patterns,
            self.language,
            self.today,
        )

    @cached_property
    def today(self) -> date | None:
        """Return the day of publication, else the latest month that the text names, which cannot be long before it."""
        if self.published:
            return self.published
        months = (date(int(m[1]), int(m[2]), 1) for m in PAST_MONTH.finditer(self.text))
        return max(months, default=None)

    @cached_property
    def is_interview(self) -> bool:
        """Decide whether the text has answers: 问：……？ 答：……."""
        return bool(ANSWERS.search(self.text))

    def title_utterance(self, hit: Span) -> TargetContext:
        """Return the title as a sentence around `hit`."""
        return TargetContext(self.title, hit, "", "", "news", self.patterns, self.language, self.published)

    def _lead(self, sentence: Span, paragraph: Span) -> str:
        """Return what leads to `sentence`.

        It is what a semicolon parted from it, or the sentence before where this one continues with its subject.
        """
        if self.language == "en" and BULLET.match(self.text, paragraph.start):
            return self._heads(paragraph)
        before = self.text[max(paragraph.start, sentence.start - FAR) : sentence.start]
        goes_on = self.kind == "news" and GOES_ON.match(self.text, sentence.start)
        until = max(0, len(before.rstrip()) - 1) if goes_on else len(before)
        start = max(before.rfind(end, 0, until) for end in FULL_ENDS[self.language]) + 1
        return strike(self.patterns.pseudo_cues, before[start:])

    def _heads(self, paragraph: Span) -> str:
        """Return the line above a list of points that says that they are wanted: The document calls for:."""
        above = self._above(paragraph)
        line = self.text[max(above.start, above.end - REACH) : above.end].strip()
        plans = self.patterns.will.search(line) or self.patterns.urge.search(line)
        return line if plans and (line.endswith(":") or line.startswith("#")) else ""

    def mood(self, hit: Span) -> str:
        """Return the mood of the passage around `hit`: see `TargetContext`."""
        if self.kind in ("paper", "list"):
            return "plan"
        if self.language == "en":
            return ""
        item, paragraph = self.item(hit.start), self.paragraph(hit.start)
        lead, sentence = self._lead_of(paragraph, hit), self.sentence(hit.start)
        if self.kind == "news" and self._is_task(sentence) and not DONE_SO_FAR.search(lead):
            return "asked"
        set_as_task = SET_AS_TASK.match(self.text, sentence.start)
        if self.kind == "news" and set_as_task and self.patterns.plan.match(self.text, set_as_task.end()):
            return "plan"
        if self.kind == "news" and is_told_to_do(lead):
            return "aimed" if AIMED.search(lead) else "asked"
        reach = 0 if self.kind == "news" and paragraph.end - paragraph.start >= ENOUGH else REACH
        start = max(item.start, hit.start - FAR, min(paragraph.start, hit.start - reach))
        end = min(item.end, hit.end + FAR, max(paragraph.end, hit.end + reach))
        return mood(self.text[start:end], self.patterns)

    def _is_task(self, sentence: Span) -> bool:
        """Decide whether `sentence` is one of a series of tasks: 二是推动……."""
        p, mark = self.patterns, TASK.match(self.text, sentence.start)
        if not mark or p.done.search(self.text, *sentence):
            return False
        return bool(p.plan.match(self.text, mark.end()) or GOES_ABOUT.match(self.text, mark.end()))

    def _lead_of(self, paragraph: Span, hit: Span) -> str:
        """Return what a paragraph says before `hit`, of a long one the end; in a list, with what leads to it."""
        paragraph = self._above(paragraph)
        return self.text[max(paragraph.start, hit.start - FAR) : hit.start]

    def _above(self, paragraph: Span) -> Span:
        """Return `paragraph`, or for a point of a list the paragraph that leads to it."""
        number, item = self.paragraph_number(paragraph.start), self.item(paragraph.start)
        while number and paragraph.start > item.start and LISTED.match(self.text, paragraph.start):
            number -= 1
            paragraph = self.paragraphs[number]
        return paragraph


@dataclass(frozen=True)
class InDocument:
    """Something in a document; no verb is tried with it."""

    reading: Reading
    tries_a_verb = False

    @property
    def language(self) -> str:
        """Return the language of the document."""
        return self.reading.language

    @property
    def sides(self) -> tuple[str, str]:
        """Return nothing: rows look for words anywhere."""
        return "", ""


def take_apart(
    document: Document, text: str, patterns: Patterns, register: Register, site: str | None = None
) -> Reading:
    """Prepare `document`, whose `text` is as read, for reading; words and names are those of its language."""
    language = document.language
    title, text = (plain_characters(part, language) for part in (as_read(document.title or ""), text))
    told = beijing_day(document.published)
    year = told.year if told else None
    # Facts that a page does not state of itself may stand at the head of its text.
    published = document.published_on if told else printed_day(text) or signed_day(text)
    kind, lines = genre(title, text, patterns), paragraphs(text)
    found = acting(text, register, year, patterns)
    title_body = named_in(title, text, register) or document.body
    return Reading(
        title=title,
        text=text,
        language=language,
        published=published,
        patterns=patterns,
        sentences=sentences(text),
        paragraphs=lines,
        items=[Span(*item) for item in items(text)],
        voices=found,
        days=list(islice(days(text, language, published, year), MOST_DAYS)),
        kind=kind,
        home=home(document, kind, register, patterns),
        title_body=title_body,
        prose=prose_start(text, lines),
        site=None if found or title_body else site,
    )


def plain_characters(text: str, language: str) -> str:
    """Return `text` in plain characters and words; a Chinese paper in quotes, as in Taiwan, stands in 《》."""
    return plain_words(titled(text)) if language == "zh" else text.replace("’", "'")
