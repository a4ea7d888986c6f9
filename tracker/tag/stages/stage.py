"""Tells how far the paper has come that a statement is about, and the days that its text states of it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.tag.acts.target_context import TargetContext
from tracker.tag.reading import Reading
from tracker.tag.stages import en, zh
from tracker.tag.stages.validity import Terms, terms
from tracker.text.normalize import Span

IN = {"zh": zh, "en": en}
# A repeal is news whatever else is said; nobody looks for it where no such word stands.
WORDS_OF_REPEAL = {
    "zh": ("废止", "失效", "撤销", "停止执行", "停止施行"),
    "en": ("repeal", "abolish", "annul", "rescind", "revok", "abrogat", "invalid", "ceas"),
}
MOST_ASKED = 20
NO_TERMS = Terms(None, None, None)


class Staged(NamedTuple):
    """The stage of a paper (one of `tracker.acts.STAGES`, None where no paper is told of) and its days."""

    stage: str | None
    terms: Terms


def staged(
    reading: Reading,
    act: str,
    said_at: tuple[Span, Span],
    day: date | None,
    spans: tuple[Sequence[Span], Sequence[Span]],
) -> Staged:
    """The stage of the paper that an act tells of; for any other act, only that one on the initiative was repealed.

    `said_at` are the sentence that proves the act and the hit in it, `spans` the hits in text and title.
    """
    sentence, hit = said_at
    in_text, in_title = spans
    if act != "issued":
        return Staged("repealed" if _repeals(reading, in_text) else None, NO_TERMS)
    stage = _stage(reading, hit, in_title)
    return Staged(stage, terms(reading, stage, sentence, hit, day))


def _stage(reading: Reading, hit: Span, in_title: Sequence[Span]) -> str:
    """What the sentence says, else the title; a paper's own page is told by its title alone."""
    of_title = [_said(reading.title_utterance(one)) for one in in_title]
    first = next((stage for stage in of_title if stage not in (None, "issued")), None)
    if reading.kind != "news":
        return first or "issued"
    return _said(reading.utterance(hit)) or first or "issued"


def _said(said: TargetContext) -> str | None:
    return IN[said.language].stage(said)


def _repeals(reading: Reading, hits: Sequence[Span]) -> bool:
    words = WORDS_OF_REPEAL[reading.language]
    if reading.kind != "news" or not any(word in reading.text for word in words):
        return False
    return any(IN[reading.language].repeals(reading.utterance(hit)) for hit in hits[:MOST_ASKED])
