"""Chooses the voice of a statement: whose act or word it is, and the person who speaks."""

import re

from tracker.tag.bodies import Voice
from tracker.tag.reading import Reading
from tracker.text import Span

TURN = re.compile(r"\s*[:：]")
LOCAL_SELF = re.compile(r"我省|我市|全省|全市|我区|各地|.*(?:overnment|uthorit)|our ")
LOCAL_ACT = re.compile(
    r"(?:省|市|自治区|区)[\u4e00-\u9fff]{0,10}?(?:政府|委|厅|局|办公室)|(?:省|市|自治区|区)?(?:提出|明确|印发|发布|出台|计划|将|力争|启动|率先)"
    r"|(?: province| city| municipality)? (?:has|have|had|will|would|plans|issued|is|set|launched|released|unveiled|sees|aims|vowed|seeks|pledged)\b(?! be)"
)


def voice_of(reading: Reading, sentence: Span, hit: Span) -> Voice | None:
    """The body or person that acts or speaks in `sentence`, or in the nearest one that names any."""
    item = reading.item(hit.start)
    within = [v for v in reading.voices if item.start <= v.start < item.end and _acts(reading, v)]
    own = [v for v in within if sentence.start <= v.start < sentence.end]
    if own:
        return ([v for v in own if v.start < hit.start] or own)[0]
    if reading.home:
        return None
    if turn := _turn(reading, within, sentence):
        return turn
    central = [v for v in within if v.body != "local"]
    return next(filter(None, (_around(reading, voices, sentence) for voices in (central, within))), None)


def _turn(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    """Whose turn it is in a transcript, where `金壮龙：` or `Jin Zhuanglong:` stands before what each one says."""
    before = [v for v in voices if v.start < sentence.start and TURN.match(reading.text, v.end)]
    return next((v for v in reversed(before) if reading.text[: v.start].endswith("\n")), None)


def _around(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    return _earlier(reading, voices, sentence) or _later(reading, voices, sentence)


def _acts(reading: Reading, voice: Voice) -> bool:
    """Places are named for many reasons; only a place that does something speaks."""
    if voice.body != "local":
        return True
    named = reading.text[voice.start : voice.end]
    return bool(LOCAL_SELF.match(named) or LOCAL_ACT.match(reading.text, voice.end))


def _earlier(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    before = [v for v in voices if v.start < sentence.start]
    if not before:
        return None
    last = reading.sentence(before[-1].start)
    return next(v for v in before if v.start >= last.start)


def _later(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    if reading.title_body:
        return None
    return next((v for v in voices if v.start >= sentence.end), None)


def speaker_of(reading: Reading, sentence: Span, hit: Span, body: str | None) -> str | None:
    """The person who speaks for `body` in `sentence` or last before it, with the office, in the text's language."""
    item = reading.item(hit.start)
    said = [v for v in reading.voices if v.body == body and item.start <= v.start < sentence.end]
    return said[-1].speaker if said else None
