"""Chooses the voice of a statement: whose act or word it is, and the person who speaks."""

import re

from tracker.tag.bodies import Voice
from tracker.tag.reading import Reading
from tracker.text import Span

TURN = re.compile(r"\s*[:：]")
GOVERNMENT = re.compile(r"各地|\w+ (?:government|authorit)(?! efforts)")
# 支持地方政府: somebody else wants it to act.
OBJECT = ("支持", "鼓励", "引导", "指导", "要求", "推动", "督促", "组织")
OWN_HOUSE = re.compile(r"我[部委局署](?!分)")
BUREAU = re.compile(r"(?:省|市|自治区|区)[\u4e00-\u9fff]{0,10}?(?:政府|委|厅|局|办公室)")
SUFFIX = re.compile(r"(?: province| city| municipality)? |(?:省|市|自治区|区)?")


def voice_of(reading: Reading, sentence: Span, hit: Span) -> Voice | None:
    """The body or person that acts or speaks in `sentence`, else whose turn it is, else the nearest one named."""
    if OWN_HOUSE.search(reading.text, sentence.start, hit.start) and reading.title_body:
        return None
    within = [v for v in reading.voices_in(reading.item(hit.start)) if _acts(reading, v)]
    if own := [v for v in within if sentence.start <= v.start < sentence.end]:
        return ([v for v in own if v.start < hit.start] or own)[0]
    if reading.home:
        return None
    central = [v for v in within if v.body != "local"]
    chosen = (_turn(reading, within, sentence), _around(reading, central, sentence), _around(reading, within, sentence))
    return next((voice for voice in chosen if voice), None)


def speaker_of(reading: Reading, voice: Voice) -> str | None:
    """The person who speaks: the voice, or the one of its body who is named in the same sentence."""
    rest = Span(voice.start, reading.sentence(voice.start).end)
    people = (v.speaker for v in reading.voices_in(rest) if v.body == voice.body)
    return next((speaker for speaker in people if speaker), None)


def _acts(reading: Reading, voice: Voice) -> bool:
    """Places are named for many reasons; only one that does something speaks."""
    if voice.body != "local":
        return True
    p, text = reading.patterns, reading.text
    if text[: voice.start].endswith(OBJECT):
        return False
    if p.ours.match(text, voice.start) or GOVERNMENT.match(text, voice.start) or BUREAU.match(text, voice.end):
        return True
    suffix = SUFFIX.match(text, voice.end)
    return bool(suffix and p.locally.match(text, suffix.end()))


def _turn(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    """Whose turn it is in a transcript, where `金壮龙：` or `Jin Zhuanglong:` stands before what each one says."""
    before = [v for v in voices if v.start < sentence.start and TURN.match(reading.text, v.end)]
    return next((v for v in reversed(before) if reading.text[: v.start].endswith("\n")), None)


def _around(reading: Reading, voices: list[Voice], sentence: Span) -> Voice | None:
    """The first voice of the nearest sentence before that has one; else, in a text without a name, the next."""
    before = [v for v in voices if v.start < sentence.start]
    if before:
        last = reading.sentence(before[-1].start)
        return next(v for v in before if v.start >= last.start)
    later = (v for v in voices if v.start >= sentence.end)
    return None if reading.title_body else next(later, None)
