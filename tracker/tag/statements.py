"""Says of each initiative in a document what is done, by whom, in whose words and when."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.tag.acts import ACTS, act_of
from tracker.tag.bodies import Voice
from tracker.tag.reading import Reading
from tracker.text import Span


@dataclass(frozen=True)
class Statement:
    """The strongest act that a document reports of one initiative; `start:end` is the sentence that proves it."""

    act: str
    start: int
    end: int
    hit: Span
    body: str | None = None
    speaker: str | None = None
    day: date | None = None


def statements(reading: Reading, hits: Mapping[str, Sequence[Span]], title_hits: Mapping[str, Sequence[Span]]) -> dict[str, Statement]:
    """The statement of each initiative, from its hits in the text and in the title."""
    return {i: _complete(reading, _strongest(reading, spans, title_hits.get(i, ()))) for i, spans in hits.items() if spans}


def _strongest(reading: Reading, spans: Sequence[Span], in_title: Sequence[Span]) -> Statement:
    found = [_stated(reading, Span(*span)) for span in spans]
    best = min(found, key=lambda s: ACTS.index(s.act))
    titled = _by_title(reading, in_title)
    if titled and ACTS.index(titled) < ACTS.index(best.act):
        return Statement(titled, best.start, best.end, best.hit)
    return best


def _stated(reading: Reading, span: Span) -> Statement:
    sentence = reading.around(span.start, reading.sentences)
    hit = Span(span.start - sentence.start, span.end - sentence.start)
    act = act_of(reading.text[sentence.start : sentence.end], hit, reading.patterns, reading.language, None)
    if reading.kind in ("paper", "list") and act in ("issued", "launched", "designated"):
        act = "pledged"
    return Statement(act, sentence.start, sentence.end, span)


def _by_title(reading: Reading, in_title: Sequence[Span]) -> str | None:
    if not in_title:
        return None
    if reading.kind == "paper":
        return "issued"
    if reading.kind == "list":
        return "designated"
    if reading.kind == "news":
        acts = [act_of(reading.title, Span(*span), reading.patterns, reading.language, None) for span in in_title]
        best = min(acts, key=ACTS.index)
        return best if best in ("issued", "launched") else None
    return None


def _complete(reading: Reading, s: Statement) -> Statement:
    voice = _voice(reading, s)
    body = voice.body if voice else None
    if reading.kind != "news" and reading.home:
        body = reading.home
    if body is None:
        body = reading.home
    return Statement(s.act, s.start, s.end, s.hit, body, _speaker(reading, s), _day(reading, s, body))


def _voice(reading: Reading, s: Statement) -> Voice | None:
    item = reading.around(s.hit.start, reading.items)
    paragraph = reading.around(s.hit.start, reading.paragraphs)
    voices = [v for v in reading.voices if item.start <= v.start < item.end and (v.body != "local" or _acts(reading, v))]
    own = [v for v in voices if s.start <= v.start < s.end]
    if own:
        before = [v for v in own if v.start < s.hit.start]
        return (before or own)[0]
    for area in (paragraph, item):
        before = [v for v in voices if area.start <= v.start < s.start]
        if before:
            last = reading.around(before[-1].start, reading.sentences)
            return next(v for v in before if v.start >= last.start)
    after = [v for v in voices if v.start >= s.end]
    return after[0] if after else None


LOCAL_ACT = re.compile(r"(?:省|市|自治区|区)?(?:政府|人民政府|委|提出|明确|印发|发布|出台|计划|将|力争|启动|率先)|\s(?:has|have|had|will|plans|issued|is|set|launched)")


def _acts(reading: Reading, v: Voice) -> bool:
    return bool(re.search(r"我省|我市|全省|全市|我区|各地|overnment|uthorit|our ", reading.text[v.start:v.end]) or LOCAL_ACT.match(reading.text, v.end))


def _speaker(reading: Reading, s: Statement) -> str | None:
    people = [v for v in reading.voices if v.person and v.start < s.end]
    own = [v for v in people if v.start >= s.start]
    return None


def _day(reading: Reading, s: Statement, body: str | None) -> date | None:
    p, text = reading.patterns, reading.text
    if reading.kind in ("paper", "list"):
        return reading.published
    usable = [d for d in reading.days if not p.other_day.search(text[max(0, d.start - 12) : d.end + 25])]
    if reading.kind == "report":
        held = [d.day for d in usable if d.end < 400]
        return held[0] if held and s.act == "pledged" else None
    own = [d for d in usable if s.start <= d.start < s.end]
    if own:
        return own[0].day
    if p.recently.search(text[s.start : s.end]):
        return None
    item = reading.around(s.hit.start, reading.items)
    recent = [d for d in usable if item.start <= d.start < item.end and reading.published and reading.published - timedelta(days=10) <= d.day <= reading.published]
    lead = [d for d in recent if d.start < item.start + 300]
    if lead:
        first = lead[0]
        sentence = reading.around(first.start, reading.sentences)
        told = {v.body for v in reading.voices if sentence.start <= v.start < sentence.end}
        if not told or body is None or body in told:
            return first.day
    return None
