"""Show rows a statement whose body is looked for, and find whose it may be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.attribution.named import Named
from tracker.tag.attribution.voice_context import heads_a_part
from tracker.tag.engine import BEFORE, Scope, View
from tracker.tag.entities.bodies import Voice
from tracker.tag.reading import InDocument, Reading
from tracker.text.normalize import Span

TURN = re.compile(r"\s*[:：]")
LET_KNOWN = re.compile(r"(?:获悉|了解到|得知|透露|介绍|表示|消息|报道|讯)[，：]")
# A paragraph that begins with a number is an item of a round-up like the others, and does not open for all.
NUMBERED = re.compile(r"[\s*#►•·●【①-⑳（(]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)、.．][^\d]|\s*[►•●【①]")
# 工信部近日印发《方案》。内容如下: the parts of a paper that is printed in full.
PRINTED = re.compile(r"(?:内容|全文|原文)如下")
# 李强出席会议: a guest beside the hosts.
ATTENDS = re.compile(
    r"(?:出席|列席|参加)了?(?:会议|座谈会|大会|活动)(?![^。]{0,300}(?:讲话|发言|指出|强调))|"
    r"\b(?:attended|were present at) the (?:meeting|symposium|conference)\b"
    r"(?![^.]{0,600}\b(?:said|stressed|delivered|spoke)\b)"
)
# 全会提出了新要求，国资委将…: the body that will act, where no one reports it.
GOING_TO = re.compile(r"(?:还|也)?(?:将|拟|计划)")
# 记者从商务部了解到，各地将…: a ministry reports on all places.
ANYWHERE = re.compile(r"各地|多地")
TELLS = re.compile(r"[^，。；]{0,8}(?:表示|介绍|指出|强调|称|透露|认为|宣布|说)")
# 国家数据局发布消息，国家发展改革委等五部门近日联合印发…….
ISSUES = re.compile(
    r"(?:、[^，。；]{2,30})?(?:等[^，。；]{1,6}部门)?(?:近日|日前|今[天日])?(?:联合)?(?:印发|出台|发布《|公布《)"
)
# 甲表示，乙指出，要……: the words of 乙.
QUOTES = re.compile(r"[^，。；]{0,4}(?:表示|指出|强调|说|介绍)，")
SIGNED = re.compile(r"(?:办公厅|综合司|办公室)?\s*")
CLAUSE_END = re.compile(r"[，。；]")
JOINTLY = re.compile(r",? and the |、| and ")
# China will strive to ..., according to a government work report. Here are some key points.
OF_REPORT = re.compile(
    r"\baccording to (?:a|the|this year's) (?:annual )?government work report\b|"
    r"(?:今年|\d年)(?:的)?政府工作报告(?=提出|明确|指出)",
    re.IGNORECASE,
)
# The Chinese government has published measures. The plan was jointly issued by the MIIT and six others.
GOVERNMENT = re.compile(r"(?:the )?(?:Chinese|central) (?:government|authorities)", re.IGNORECASE)
MADE_BY = re.compile(
    r"\b(?:plan|guidelines?|opinions|notice|circular|document|measures|directive)\b[^.;]{0,30}"
    r"\b(?:issued|released|published|unveiled|adopted)\b[^.;]{0,30}\bby\b[^.;]{0,120}"
)
MADE_WITHIN = 1100
BEGINNING = 400
SAID_WITHIN = 40
LONGEST_NAME = 16


@dataclass(frozen=True)
class Attribution(InDocument):
    """A sentence with the name of an initiative in it, in a text with its names of bodies, places and people."""

    named: Named
    sentence: Span
    hit: Span

    def view(self, scope: Scope) -> View:
        """Return the sentence, in the scope "before" as far as the name."""
        end = self.hit.start if scope == BEFORE else self.sentence.end
        whole = self.reading.text[self.sentence.start : end]
        return View("", whole, 0, len(whole), whole)

    @cached_property
    def within(self) -> list[Voice]:
        """Return the names that act in the item of the sentence."""
        return self.named.within(self.reading.item(self.hit.start))

    @cached_property
    def own(self) -> list[Voice]:
        """Return those in the sentence."""
        return [v for v in self.within if self.sentence.start <= v.start < self.sentence.end]

    @cached_property
    def outside(self) -> list[Voice]:
        """Return those in the item; if it has none, those in the opening of a round-up that holds for all items."""
        if self.within or not _opens_for_all(self.reading):
            return self.within
        return self.named.within(self.reading.items[0])


def _opens_for_all(reading: Reading) -> bool:
    """Decide whether a round-up begins with what holds for all of its items, and not with the first of them."""
    item = reading.items[0]
    if PRINTED.search(reading.text, *item):
        return True
    headed = reading.is_headline(reading.sentence(item.start))
    # A title alone heads them all; together with its report it is one of them.
    reports = headed and reading.paragraph(item.start).end < reading.paragraph(item.end - 1).start
    return not (NUMBERED.match(reading.text) or (len(reading.items) > 1 and reports))


def whose_turn(said: Attribution) -> Voice | None:
    """It is someone's turn in a transcript: `金壮龙：` or `Jin Zhuanglong:` before each speaker's words."""
    text = said.reading.text
    if said.reading.home:
        return None
    before = [v for v in said.within if v.start < said.sentence.start and TURN.match(text, v.end)]
    return next((v for v in reversed(before) if text[: v.start].endswith("\n")), None)


def last_speaker(said: Attribution) -> Voice | None:
    """A person is named before the sentence."""
    return next((v for v in reversed(said.within) if v.speaker and v.end <= said.sentence.start), None)


def named_in_it(said: Attribution) -> Voice | None:
    """The sentence names who acts or speaks."""
    if not said.own:
        return None
    return _maker(said.reading, said.within, _together(said.reading, _first_to_act(said), said.own))


def _first_to_act(said: Attribution) -> Voice:
    """Return the first voice before the hit.

    记者从杭州获悉，工信部印发: the one who acts stands behind the one who gives the information.
    """
    text, hit = said.reading.text, said.hit
    at_work = said.named.of_those_at_work(said.own) or said.own
    before = [v for v in at_work if v.start < hit.start] or at_work
    going = [v for v in before if GOING_TO.match(text, v.end) and not ANYWHERE.match(text, v.start)]
    if going and not any(TELLS.match(text, v.end) for v in before):
        return going[-1]
    known = [m.end() for m in LET_KNOWN.finditer(text, said.sentence.start, hit.start)]
    issuing = [v for v in before if known and v.start >= known[-1] and _issues(said.reading, v, hit)]
    return _whose_words(text, issuing or before)


def _whose_words(text: str, voices: Sequence[Voice]) -> Voice:
    """Return the first of `voices`, or the person or body that it quotes."""
    first = voices[0]
    for voice in voices[1:]:
        if QUOTES.fullmatch(text, first.end, voice.start) and TELLS.match(text, voice.end):
            first = voice
    return first


def _issues(reading: Reading, voice: Voice, hit: Span) -> bool:
    """Decide whether a word of putting out or of choosing stands behind `voice` in its clause."""
    p, clause = reading.patterns, CLAUSE_END.split(reading.text[voice.end : hit.end])[0]
    return bool(p.issue.search(clause) or p.designate.search(clause))


def _together(reading: Reading, voice: Voice, own: Sequence[Voice]) -> Voice:
    """Return the party's centre where it acts together with the State Council, in whatever order they are named."""
    if voice.body != "state-council":
        return voice
    others = (v for v in own if v.body == "cpc" and v.speaker is None)
    return next((v for v in others if JOINTLY.fullmatch(reading.text[voice.end : v.start])), voice)


def _maker(reading: Reading, voices: Sequence[Voice], voice: Voice) -> Voice:
    """Return `voice`; for the government, the body that made the paper which an English text reports."""
    if not GOVERNMENT.fullmatch(reading.text, voice.start, voice.end):
        return voice
    made = MADE_BY.search(reading.text, 0, MADE_WITHIN)
    return next((v for v in voices if made and made.start() <= v.start < made.end()), voice)


def quoted(said: Attribution) -> Voice | None:
    """The sentence is in quotation marks, right behind which someone is named."""
    paragraph, text, sentence = said.reading.paragraph(said.sentence.start), said.reading.text, said.sentence
    if text[paragraph.start : sentence.start].count('"') % 2 == 0 and text[sentence.start] != '"':
        return None
    end = text.find('"', sentence.start + 1, paragraph.end)
    # A name in quotation marks at the beginning of a sentence is not a quotation.
    is_said = end >= sentence.start + LONGEST_NAME
    return next((v for v in said.within if is_said and end < v.start <= end + SAID_WITHIN), None)


def of_the_report(said: Attribution) -> Voice | None:
    """The text gives the points of a work report one by one, even if it names others between."""
    report = OF_REPORT.search(said.reading.text, 0, BEGINNING)
    return next((v for v in said.outside if report and report.start() <= v.start < report.end()), None)


def nearest(said: Attribution) -> Voice | None:
    """A body is named before the sentence, or a place at work in its paragraph or part."""
    reading, start = said.reading, said.sentence.start
    heading = (v.start for v in said.outside if v.start < start and heads_a_part(said.named.context(v)))
    part = max(heading, default=len(reading.text))
    here = [v for v in said.outside if min(part, reading.paragraph(start).start) <= v.start < start]
    if here and reading.language == "zh":
        here = [v for v in here if v.start >= reading.sentence(here[-1].start).start]
    # A place at work in the paragraph goes before an earlier speaker; English names places for many reasons.
    central = [v for v in said.within if v.body != "local"]
    heard = central if any(v.body != "local" for v in here) else here or central
    # A body that is named below is not heard yet where a place was at work above.
    is_below = all(v.start >= start for v in heard) and any(v.start < start for v in said.outside)
    return None if is_below else _around(said, heard)


def of_the_text(said: Attribution) -> Voice | None:
    """Anyone is named before the sentence, or after it in a text without a body of its own."""
    return _around(said, said.outside)


def _around(said: Attribution, voices: Sequence[Voice]) -> Voice | None:
    """Return the first voice of the nearest earlier sentence that has one; in a text without a name, of the next."""
    reading, sentence = said.reading, said.sentence
    before = [v for v in voices if v.start < sentence.start]
    before = [v for v in before if not _attends(reading, v)] or before
    if before:
        return _telling(reading, before) or _first_of_the_last(said, before)
    later = (v for v in voices if v.start >= sentence.end)
    first = None if reading.title_body else next(later, None)
    return first and _together(reading, first, voices)


def _first_of_the_last(said: Attribution, before: Sequence[Voice]) -> Voice:
    """Return the first who is at work in the sentence of the last of them."""
    text = said.reading.text
    start = said.reading.sentence(_first_signatory(text, before).start).start
    there = [v for v in before if v.start >= start]
    known = LET_KNOWN.search(text, there[0].end, there[-1].start)
    there = [v for v in there if not known or ISSUES.match(text, v.end)] or there
    return next((v for v in there if said.named.is_at_work(v)), there[0])


def _telling(reading: Reading, voices: Sequence[Voice]) -> Voice | None:
    """Return who speaks at the head of the paragraph in which the last of `voices` is named: 甲表示，……乙将同你会晤."""
    last = voices[-1]
    first = next(v for v in voices if v.start >= reading.paragraph(last.start).start)
    tells = first.speaker and TELLS.match(reading.text, first.end) and not TELLS.match(reading.text, last.end)
    return first if tells else None


def _first_signatory(text: str, voices: Sequence[Voice]) -> Voice:
    """Return the last of `voices`, or the first of the names that sign with it, each on a line of its own."""
    first = voices[-1]
    for voice in reversed(voices[:-1]):
        if not SIGNED.fullmatch(text, voice.end, first.start):
            break
        first = voice
    return first


def _attends(reading: Reading, voice: Voice) -> bool:
    return bool(ATTENDS.search(reading.text, voice.end, reading.sentence(voice.start).end))


def is_of_the_titles_body(said: Attribution) -> bool:
    """The title, or else the source, names a body."""
    return said.reading.title_body is not None


def is_of_its_own_page(said: Attribution) -> bool:
    """The document is a body's own text."""
    return said.reading.home is not None


def is_an_interview(said: Attribution) -> bool:
    """The text has answers: 答：……."""
    return said.reading.is_interview


def is_on_a_bodys_site(said: Attribution) -> bool:
    """The page is on the site of a body, and its text names none."""
    return said.reading.site is not None
