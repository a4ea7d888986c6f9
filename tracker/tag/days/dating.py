"""Show rows a statement whose day is looked for, and define the conditions that they test."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.tag.days import days_en, days_zh
from tracker.tag.days.candidates import HEAD, Dates
from tracker.tag.days.day_context import DayContext
from tracker.tag.engine import TITLE, Near, Scope, Table, View
from tracker.tag.reading import InDocument, Reading
from tracker.text.days import Day
from tracker.text.normalize import Span
from tracker.text.printed_day import labelled_day

STRONG = ("issued", "launched", "designated")
FRESH, RECALLED, RELEASED_WITHIN, TOLD_LATE = (timedelta(days=number) for number in (21, 31, 120, 120))
FARTHEST = 200
RELEASES = Table(days_zh.RELEASED, days_en.RELEASED)
ON_A_WIRE = Table(days_zh.ON_A_WIRE, days_en.ON_A_WIRE)
WHOLE = Table(days_en.RECALLED)
STAMPED = (Near(after=days_zh.STAMP), Near(after=days_en.STAMP))
# 8月27日在中南海召开座谈会, reported in October.
HELD = Near(after="[^，。；]{0,16}(召开|举行|主持)")
# 国资委网站8月20日发布消息: on its site, not at the meeting that it reports.
MESSAGE = Near(after="(发布)?消息")
# 11月30日，据某报报道，工信部近日公布: the day dates neither this nor the next sentence.
LATELY = re.compile(r"近日|(?<!\d)日前")
# 最近一段时期 describes a state.
LASTING = re.compile(r"(?:一段|几|两|一)")
TOLD = re.compile(r"\b(?:said|told|disclosed|revealed|according to)\b")
LEARNT_OF = re.compile(r"从[^，。会]{0,20}获悉")
ISSUED = re.compile(r"[^。]{0,240}(?:印发|发布|公布|出台)")
# At the meeting, Li Qiang said: on the day of the meeting that was reported before.
AT_MEETING = re.compile(
    r"\b(?:attended|at|addressed) the (?:meeting|conference|symposium|session)\b|(?:出席|在)(?:会议|大会|座谈会|会上)"
)
MEETING = re.compile(r"\b(?:meeting|conference|symposium|session)\b|会议|大会|座谈会")
# 中央政治局7月30日召开会议指出; three items on 中央政治局召开会议要求: one meeting.
MEETS = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,12})(?P<what>召开[\u4e00-\u9fff]{0,8}会议)")
SPOKE = re.compile(r"[会式动坛]上[^，。]{0,6}(?:表示|介绍|指出|强调|说|透露|宣布)")
QUOTATION = re.compile(r"\s*[“\"「]")
BEGINS_TO_SPEAK = re.compile(r"(?:表示|介绍|指出|强调|说|透露|告诉记者)[，：:]\s*[“\"「]")
INTRODUCED_WITHIN = 800
PART_OF_DAY = re.compile(r"(?:上午|中午|下午|傍晚|晚)")


@dataclass(frozen=True)
class Dating(InDocument):
    """An act that `sentence` reports and `body` does, in a text with its days."""

    dates: Dates
    act: str
    sentence: Span
    body: str | None

    def view(self, scope: Scope) -> View:
        """Return the title or the sentence."""
        whole = self.reading.title if scope == TITLE else self.reading.text[slice(*self.sentence)]
        return View("", whole, 0, len(whole), whole)


def published(said: Dating) -> date | None:
    """The day of publication is known."""
    return said.reading.published


def published_or_delivered(said: Dating) -> date | None:
    """The day of publication is known, or the head of the report says when it was delivered."""
    return said.reading.published or next((day.day for day in said.reading.days if day.start < HEAD), None)


def named(said: Dating) -> date | None:
    """The sentence names the day of its act."""
    own = _named(said)
    return own.day if own else None


def _named(said: Dating) -> Day | None:
    found = [one for one in said.dates.of_acts(said.sentence) if _may_date(said, one)]
    # 国资委网站8月20日发布消息，会议8月18日至19日举行: the day of the meeting, not of the message.
    return next((one.day for one in found if one is found[-1] or not MESSAGE(one)), None)


def _may_date(said: Dating, one: DayContext) -> bool:
    """Decide whether a day in the sentence of an act dates it; words are reported soon, or with their whole date."""
    return said.act in STRONG or said.dates.is_since(one.day.day, RECALLED) or WHOLE.first(one) is not None


def released(said: Dating) -> date | None:
    """The sentence says on which day its own paper was released, which may be before the page was published."""
    known = said.reading.published or date.max
    recent = (o for o in said.dates.within(said.sentence) if said.dates.is_since(o.day.day, RELEASED_WITHIN))
    return next((one.day.day for one in recent if one.day.day <= known and RELEASES.first(one)), None)


def printed(said: Dating) -> date | None:
    """The head of the text prints an earlier day of release than that of the page: 发布日期：2018年3月7日."""
    known, day = said.reading.published, labelled_day(said.reading.text)
    return day if known and day and day < known else None


def reported(said: Dating) -> date | None:
    """A day in the opening or beside the sentence dates what the same body does or says, or is that of the meeting."""
    reading, dates = said.reading, said.dates
    item = reading.item(said.sentence.start)
    opening = reading.opening(item)
    for one in dates.of_acts(item):
        in_opening = one.day.start < opening.end
        # An event may be reported months later.
        age = TOLD_LATE if in_opening and one.day.start >= opening.start and HELD(one) else FRESH
        if (
            dates.is_since(one.day.day, age)
            and not LATELY.search(reading.text, one.day.end, one.sentence.end)
            and (in_opening or _is_beside(said, one) or _introduces(said, one))
            and (_is_of_the_body(said, one) or _is_at_its_meeting(said, one))
        ):
            return one.day.day
    return None


def quoted_on(said: Dating) -> date | None:
    """The paragraph goes on with a quotation that a sentence with a day began: 26日，发言人表示，“…”, and then “…”."""
    reading, dates = said.reading, said.dates
    paragraph = reading.paragraph(said.sentence.start)
    if not QUOTATION.match(reading.text, paragraph.start):
        return None
    before = (one for one in dates.of_acts(reading.item(said.sentence.start)) if one.day.start < paragraph.start)
    spoken = (one for one in before if BEGINS_TO_SPEAK.search(reading.text, one.day.end, one.sentence.end))
    last = max(spoken, key=lambda one: one.day.start, default=None)
    return last.day.day if last and dates.is_since(last.day.day, FRESH) and _is_of_the_body(said, last) else None


def _is_beside(said: Dating, one: DayContext) -> bool:
    """Decide whether a day is in the paragraph of the sentence or in one next to it."""
    number = said.reading.paragraph_number
    return abs(number(one.day.start) - number(said.sentence.start)) <= 1


def _introduces(said: Dating, one: DayContext) -> bool:
    """Decide whether the sentence is quoted above the one that says when it was said, by its body: 甲31日介绍，…."""
    if not said.sentence.end <= one.sentence.start <= said.reading.item(one.sentence.start).start + INTRODUCED_WITHIN:
        return False
    voices = (voice for voice in said.reading.voices_in(one.sentence) if voice.body == said.body)
    return any(voice.speaker and SPOKE.search(said.reading.text, voice.end, one.sentence.end) for voice in voices)


def _is_of_the_body(said: Dating, one: DayContext) -> bool:
    """Decide whether the sentence of a day belongs to the body, or to no body; places are named for many reasons."""
    if one.day.day == said.reading.published:
        return True
    told = {voice.body for voice in said.reading.voices_in(one.sentence) if voice.body != "local"}
    return not told or said.body in told


def _is_at_its_meeting(said: Dating, one: DayContext) -> bool:
    """Decide whether a person speaks at the meeting whose day was named before, also in the paragraph after that."""
    reading, meeting = said.reading, one.sentence
    start = max(meeting.end, reading.paragraph(said.sentence.start).start - FARTHEST)
    return bool(MEETING.search(reading.text, *meeting) and AT_MEETING.search(reading.text[start : said.sentence.end]))


def on_the_wire(said: Dating) -> date | None:
    """A wire reports on the same day who spoke to the press, or new statistics."""
    item = said.reading.item(said.sentence.start)
    return next((one.day.day for one in said.dates.within(item) if ON_A_WIRE.first(one)), None)


def met(said: Dating) -> date | None:
    """An earlier item of a round-up reports the day of the meeting of the sentence."""
    text = said.reading.text
    meets = MEETS.search(text, *said.sentence)
    if not meets:
        return None
    before = (d for d in said.reading.days if d.start < said.sentence.start and said.dates.is_since(d.day, FRESH))
    same = (d for d in before if text.endswith(meets["who"], 0, d.start) and text.startswith(meets["what"], d.end))
    return next((day.day for day in same), None)


def journeyed(said: Dating) -> date | None:
    """A part of a day on the journey is named before the sentence: 5日上午，习近平来到……."""
    before = (day for day in reversed(_parts_of_days(said)) if day.start < said.sentence.start)
    return next((day.day for day in before), None)


def is_over_two_days(said: Dating) -> bool:
    """The text names parts of two days or more."""
    return len({day.day for day in _parts_of_days(said)}) > 1


def _parts_of_days(said: Dating) -> list[Day]:
    return [day for day in said.reading.days if PART_OF_DAY.match(said.reading.text, day.end)]


def stamped(said: Dating) -> date | None:
    """The page runs on from the stamp into a text that calls nothing recent: a paper's own page."""
    head = (one for one in said.dates.days if one.day.start < HEAD and any(stamp(one) for stamp in STAMPED))
    day = next((one.day for one in head), None)
    return day.day if day and not _is_recent(said.reading, day.end, day.end + 2 * HEAD) else None


def is_recent(said: Dating) -> bool:
    """The sentence calls something recent, with a word of `recently` in config/words.yaml."""
    return _is_recent(said.reading, *said.sentence)


def is_recent_after_its_day(said: Dating) -> bool:
    """The sentence calls something recent after the day: 记者17日获悉，三部门近日印发……."""
    own = _named(said)
    return bool(own and _is_recent(said.reading, own.end, said.sentence.end))


def is_learnt_of(said: Dating) -> bool:
    """A reporter learns on the day of a paper, which may have come out before: 记者14日从工信部获悉，该部印发通知."""
    own = _named(said)
    return bool(own and said.act == "issued" and LEARNT_OF.match(said.reading.text, own.end))


def is_recent_in_a_later_report(said: Dating) -> bool:
    """The day is that on which someone reports a recent act: recently started X, an official said on Wednesday."""
    own = _named(said)
    told = TOLD.search(said.reading.text, said.sentence.start, own.start) if own and is_news_in_itself(said) else None
    return bool(told and _is_recent(said.reading, said.sentence.start, told.start()))


def _is_recent(reading: Reading, start: int, end: int) -> bool:
    recent = reading.patterns.recently.finditer(reading.text, start, end)
    return any(not LASTING.match(reading.text, m.end()) for m in recent)


def came_out_recently(said: Dating) -> bool:
    """The head of the text says that its paper came out recently: 近日，网信办联合印发."""
    recent = said.reading.patterns.recently.finditer(said.reading.text, 0, 2 * HEAD)
    return any(ISSUED.match(said.reading.text, m.end()) for m in recent)


def is_news_in_itself(said: Dating) -> bool:
    """The act is one that is news in itself."""
    return said.act in STRONG


def is_a_plan_of_the_cabinet(said: Dating) -> bool:
    """The State Council plans it."""
    return said.act == "pledged" and said.body == "state-council"


def is_of_the_site(said: Dating) -> bool:
    """The body is the one that publishes the page."""
    return bool(said.body and said.body == said.reading.site)
