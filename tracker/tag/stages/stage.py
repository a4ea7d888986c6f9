"""Find the stage of the paper that a statement is about, and the days that its text states of it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.tag.acts.target_context import TargetContext
from tracker.tag.reading import Reading
from tracker.tag.stages import en, zh
from tracker.tag.stages.validity import NO_TERMS, Terms, terms
from tracker.text.normalize import Span

STAGE = {"zh": zh.stage, "en": en.stage}
REPEALS = {"zh": zh.repeals, "en": en.repeals}
# A repeal is news whatever else is said; it is looked for only where such a word stands.
WORDS_OF_REPEAL = {
    "zh": ("废止", "失效", "撤销", "停止执行", "停止施行"),
    "en": ("repeal", "abolish", "annul", "rescind", "revok", "abrogat", "invalid", "ceas"),
}
MOST_ASKED = 20
OPENING = 1500


class Staged(NamedTuple):
    """The stage of a paper (one of `tracker.acts.STAGES`, None where no paper is reported) and its days."""

    stage: str | None
    terms: Terms


def staged(
    reading: Reading,
    act: str,
    said_at: tuple[Span, Span],
    day: date | None,
    spans: tuple[Sequence[Span], Sequence[Span]],
) -> Staged:
    """Return the stage of the paper that an act reports.

    For any other act, only the repeal of a paper on the initiative counts. `said_at` are the sentence that proves the
    act and the hit in it, `spans` the hits in text and title.
    """
    sentence, hit = said_at
    in_text, in_title = spans
    if act != "issued":
        return Staged("repealed" if _repeals(reading, in_text) else None, NO_TERMS)
    if reading.kind == "news":
        stage = _said(reading.utterance(hit)) or _of_title(reading, in_title) or "issued"
    else:
        stage = _of_own_page(reading, in_text, in_title)
    return Staged(stage, terms(reading, stage, sentence, hit, day))


def _of_own_page(reading: Reading, in_text: Sequence[Span], in_title: Sequence[Span]) -> str:
    """Return the stage in the title of a paper's own page, else in its opening: 我部修订了《…》，现印发给你们."""
    opening = [hit for hit in in_text[:MOST_ASKED] if hit.start < OPENING]
    said = (_said(of) for of in map(reading.utterance, opening) if of.title and _is_own(reading, of))
    return _of_title(reading, in_title) or next((stage for stage in said if stage == "revised"), "issued")


def _of_title(reading: Reading, in_title: Sequence[Span]) -> str | None:
    found = (_said(reading.title_utterance(hit)) for hit in in_title)
    return next((stage for stage in found if stage not in (None, "issued")), None)


def _is_own(reading: Reading, said: TargetContext) -> bool:
    named = "".join(said.text[slice(*said.title)].split()).strip("《》") if said.title else ""
    return bool(named) and named in "".join(reading.title.split())


def _said(said: TargetContext) -> str | None:
    return STAGE[said.language](said)


def _repeals(reading: Reading, hits: Sequence[Span]) -> bool:
    words = WORDS_OF_REPEAL[reading.language]
    if reading.kind != "news" or not any(word in reading.text for word in words):
        return False
    return any(REPEALS[reading.language](reading.utterance(hit)) for hit in hits[:MOST_ASKED])
