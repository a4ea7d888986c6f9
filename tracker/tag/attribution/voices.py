"""Attribute a statement: decide whose act or word it is, and which person speaks."""

import re

from tracker.tag.attribution.places import acts, heads
from tracker.tag.entities.bodies import Voice
from tracker.tag.reading import Reading
from tracker.text.normalize import Span

TURN = re.compile(r"\s*[:：]")
OWN_HOUSE = re.compile(r"我[部委局署](?!分)")
WE = re.compile(r"\b(?:We|we|I|[Oo]ur)\b|我们|我部")
LET_KNOWN = re.compile(r"(?:获悉|了解到|得知|透露|介绍|表示|消息|报道|讯)[，：]")
# 工业和信息化部官网消息: where it was read, not who acts; 官网公布 is the ministry's act.
SITE = re.compile(
    r"[”\"]?(?:官网|网站|官方网站|微信|公众号|微信公众号|'s (?:official )?website| website)(?!公布|发布|发文)"
)
# 在全国人大会议上，总理李强说: where a person speaks.
VENUE = re.compile(r"[^，。；]{0,14}(?:(?:会议|大会|全会|记者会|发布会|座谈会|论坛|会)上，|政策(?:例行)?吹风会)")
# A paragraph that begins with a number is an item of a round-up like the others, and does not open for all.
NUMBERED = re.compile(r"[\s*#►•·●【①-⑳（(]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)、.．][^\d]|\s*[►•●【①]")
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


def voice_of(reading: Reading, sentence: Span, hit: Span) -> Voice | None:
    """Return the body or person that acts or speaks in `sentence`.

    If it names none, this is the one whose turn it is, else the nearest one named.
    """
    if OWN_HOUSE.search(reading.text, sentence.start, hit.start) and reading.title_body:
        return None
    within = [v for v in reading.voices_in(reading.item(hit.start)) if acts(reading, v)]
    turn = None if reading.home else _turn(reading, within, sentence)
    if turn and WE.search(reading.text, sentence.start, sentence.end):
        return turn
    if WE.search(reading.text, sentence.start, hit.start) and (speaker := _speaking(within, sentence)):
        return speaker
    if own := [v for v in within if sentence.start <= v.start < sentence.end]:
        return _maker(reading, within, _together(reading, _first_to_act(reading, own, sentence, hit), own))
    return None if reading.home else _from_elsewhere(reading, within, sentence, turn)


def _from_elsewhere(reading: Reading, within: list[Voice], sentence: Span, turn: Voice | None) -> Voice | None:
    """Return whose words a sentence are that names no one."""
    if quoted := _quoted(reading, within, sentence):
        return quoted
    if reading.title_body and reading.is_interview:
        return None
    central = [v for v in within if v.body != "local"]
    if not within and _opens_for_all(reading):
        within = [v for v in reading.voices_in(reading.items[0]) if acts(reading, v)]
    part = max((v.start for v in within if v.start < sentence.start and heads(reading, v)), default=len(reading.text))
    start = min(part, reading.paragraph(sentence.start).start)
    here = [v for v in within if start <= v.start < sentence.start]
    if here and reading.language == "zh":
        here = [v for v in here if v.start >= reading.sentence(here[-1].start).start]
    # A place at work in the paragraph goes before an earlier speaker; English names places for many reasons.
    nearest = central if any(v.body != "local" for v in here) else here or central
    chosen = (turn, _reported(reading, within), _around(reading, nearest, sentence), _around(reading, within, sentence))
    return next((voice for voice in chosen if voice), None)


def _opens_for_all(reading: Reading) -> bool:
    """Decide whether a round-up begins with what holds for all of its items, and not with the first of them."""
    item = reading.items[0]
    headed = reading.is_headline(reading.sentence(item.start))
    # A title alone heads them all; together with its report it is one of them.
    reports = headed and reading.paragraph(item.start).end < reading.paragraph(item.end - 1).start
    return not (NUMBERED.match(reading.text) or (len(reading.items) > 1 and reports))


def _reported(reading: Reading, voices: list[Voice]) -> Voice | None:
    """Return the work report whose points a text gives one by one, even if it names others between."""
    report = OF_REPORT.search(reading.text, 0, BEGINNING)
    return next((v for v in voices if report and report.start() <= v.start < report.end()), None)


def _first_to_act(reading: Reading, own: list[Voice], sentence: Span, hit: Span) -> Voice:
    """Return the first voice before the hit.

    记者从杭州获悉，工信部印发: the one who acts stands behind the one who gives the information.
    """
    acting_ones = [v for v in own if _acts_there(reading, v)] or own
    before = [v for v in acting_ones if v.start < hit.start] or acting_ones
    going = [v for v in before if GOING_TO.match(reading.text, v.end) and not ANYWHERE.match(reading.text, v.start)]
    if going and not any(TELLS.match(reading.text, v.end) for v in before):
        return going[-1]
    known = [m.end() for m in LET_KNOWN.finditer(reading.text, sentence.start, hit.start)]
    acting = [v for v in before if known and v.start >= known[-1] and _issues(reading, v, hit)]
    return _whose_words(reading.text, acting or before)


def _whose_words(text: str, voices: list[Voice]) -> Voice:
    """Return the first of `voices`, or the person or body that it quotes."""
    first = voices[0]
    for voice in voices[1:]:
        if QUOTES.fullmatch(text, first.end, voice.start) and TELLS.match(text, voice.end):
            first = voice
    return first


def _acts_there(reading: Reading, voice: Voice) -> bool:
    """Decide whether a name acts where it stands, and is not that of a website or of a venue."""
    return not SITE.match(reading.text, voice.end) and not VENUE.match(reading.text, voice.end)


def _issues(reading: Reading, voice: Voice, hit: Span) -> bool:
    """Decide whether a word of putting out or of choosing stands behind `voice` in its clause."""
    p, clause = reading.patterns, CLAUSE_END.split(reading.text[voice.end : hit.end])[0]
    return bool(p.issue.search(clause) or p.designate.search(clause))


def _together(reading: Reading, voice: Voice, own: list[Voice]) -> Voice:
    """Return the party's centre where it acts together with the State Council, in whatever order they are named."""
    if voice.body != "state-council":
        return voice
    others = (v for v in own if v.body == "cpc" and v.speaker is None)
    return next((v for v in others if JOINTLY.fullmatch(reading.text[voice.end : v.start])), voice)


def _maker(reading: Reading, voices: list[Voice], voice: Voice) -> Voice:
    """Return `voice`; for the government, the body that made the paper which an English text reports."""
    if not GOVERNMENT.fullmatch(reading.text, voice.start, voice.end):
        return voice
    made = MADE_BY.search(reading.text, 0, MADE_WITHIN)
    return next((v for v in voices if made and made.start() <= v.start < made.end()), voice)


def _speaking(voices: list[Voice], sentence: Span) -> Voice | None:
    """Return the person named last before `sentence`, who says "we" in it."""
    return next((v for v in reversed(voices) if v.speaker and v.end <= sentence.start), None)


def _quoted(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    """Return who is named right behind its quotation marks as having said `sentence`."""
    paragraph, text = reading.paragraph(sentence.start), reading.text
    if text[paragraph.start : sentence.start].count('"') % 2 == 0 and text[sentence.start] != '"':
        return None
    end = text.find('"', sentence.start + 1, paragraph.end)
    # A name in quotation marks at the beginning of a sentence is not a quotation.
    said = end >= sentence.start + LONGEST_NAME
    return next((v for v in voices if said and end < v.start <= end + SAID_WITHIN), None)


def speaker_of(reading: Reading, voice: Voice) -> str | None:
    """Return the person who speaks: the voice, or the one of its body who is named in the same sentence."""
    rest = Span(voice.start, reading.sentence(voice.start).end)
    people = (v.speaker for v in reading.voices_in(rest) if v.body == voice.body)
    return next((speaker for speaker in people if speaker), None)


def _turn(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    """Return whose turn it is in a transcript, with `金壮龙：` or `Jin Zhuanglong:` before each speaker's words."""
    before = [v for v in voices if v.start < sentence.start and TURN.match(reading.text, v.end)]
    return next((v for v in reversed(before) if reading.text[: v.start].endswith("\n")), None)


def _around(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    """Return the first voice of the nearest earlier sentence that has one; in a text without a name, of the next."""
    before = [v for v in voices if v.start < sentence.start]
    before = [v for v in before if not _attends(reading, v)] or before
    if before:
        if teller := _telling(reading, before):
            return teller
        start = _first_signatory(reading.text, before).start
        there = [v for v in before if v.start >= reading.sentence(start).start]
        known = LET_KNOWN.search(reading.text, there[0].end, there[-1].start)
        there = [v for v in there if not known or ISSUES.match(reading.text, v.end)] or there
        return next((v for v in there if _acts_there(reading, v)), there[0])
    later = (v for v in voices if v.start >= sentence.end)
    first = None if reading.title_body else next(later, None)
    return first and _together(reading, first, voices)


def _telling(reading: Reading, voices: list[Voice]) -> Voice | None:
    """Return who speaks at the head of the paragraph in which the last of `voices` is named: 甲表示，……乙将同你会晤."""
    last = voices[-1]
    first = next(v for v in voices if v.start >= reading.paragraph(last.start).start)
    tells = first.speaker and TELLS.match(reading.text, first.end) and not TELLS.match(reading.text, last.end)
    return first if tells else None


def _first_signatory(text: str, voices: list[Voice]) -> Voice:
    """Return the last of `voices`, or the first of the names that sign with it, each on a line of its own."""
    first = voices[-1]
    for voice in reversed(voices[:-1]):
        if not SIGNED.fullmatch(text, voice.end, first.start):
            break
        first = voice
    return first


def _attends(reading: Reading, voice: Voice) -> bool:
    return bool(ATTENDS.search(reading.text, voice.end, reading.sentence(voice.start).end))
