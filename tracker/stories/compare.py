"""Decide whether two items report the same announcement, by the first row of a table that applies to them."""

from collections.abc import Callable
from typing import NamedTuple

from tracker.stories import deeds, measured, one_deed, one_paper, one_text, passages, score, veto
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.one_occasion import one_occasion
from tracker.stories.pinned import tied

JOIN = "stories.join."


class Row(NamedTuple):
    """A name, and a test that says of which two items the row joins them (JOIN) or keeps them apart (others)."""

    name: str
    test: Callable[[Fingerprint, Fingerprint], bool]

    @property
    def joins(self) -> bool:
        """Whether it joins two items, and does not keep them apart."""
        return self.name.startswith(JOIN)


# Two items name themselves apart: neither are they one announcement, nor does either join a story with the other.
NAMED_APART = (
    Row("stories.part.other-number", veto.other_number),
    Row("stories.part.other-papers", veto.other_papers),
    Row("stories.part.recalled-paper", veto.recalled_paper),
    Row("stories.part.other-meeting", veto.other_meeting),
    Row("stories.part.other-delegation", veto.other_delegation),
    Row("stories.part.other-study-session", veto.other_study_session),
    Row("stories.part.other-province", veto.other_province),
    Row("stories.part.other-work-report", veto.other_work_report),
    Row("stories.part.other-place", deeds.other_place),
    Row("stories.part.other-chosen-place", deeds.other_chosen_place),
    Row("stories.part.other-meeting-days", veto.other_meeting_days),
    Row("stories.part.other-leader", veto.other_leader),
    Row("stories.part.other-notice", veto.other_notice),
    Row("stories.part.refuted-rumor", veto.refuted_rumor),
    Row("stories.part.other-batch", veto.other_batch),
    Row("stories.part.other-month", veto.other_month),
    Row("stories.part.other-stage", veto.other_stage),
    Row("stories.part.other-year", veto.other_year),
)
ROWS = (
    *NAMED_APART,
    # One event, whatever other figures are reported of it.
    Row("stories.join.one-statistic", measured.one_statistic),
    Row("stories.join.one-count", measured.one_count),
    Row("stories.join.one-release", measured.one_release),
    Row("stories.join.one-occasion", one_occasion),
    Row("stories.part.measured-apart", measured.measured_apart),
    # These alone join a part of a work report with anything.
    Row("stories.join.exact-text", one_text.exact_text),
    Row("stories.join.one-text", one_text.one_text),
    Row("stories.join.one-passage", passages.one_passage),
    Row("stories.join.news-of-passage", passages.news_of_passage),
    Row("stories.part.passage", passages.is_passage),
    Row("stories.join.one-headline", one_text.one_headline),
    Row("stories.join.one-number", one_paper.one_number),
    Row("stories.join.one-paper", one_paper.one_paper),
    Row("stories.join.one-deed", one_deed.one_deed),
    Row("stories.join.one-dated-deed", one_deed.one_dated_deed),
    Row("stories.join.one-speech", one_deed.one_speech),
    Row("stories.join.one-title", one_paper.one_title),
    Row("stories.join.one-english-title", one_paper.one_english_title),
    Row("stories.join.one-english-report", one_deed.one_english_report),
    Row("stories.join.precise-values", measured.precise_values),
    Row("stories.join.planned-counts", measured.planned_counts),
    Row("stories.join.amounts-and-years", measured.amounts_and_years),
    Row("stories.join.one-set-of-values", measured.one_set_of_values),
    Row("stories.join.one-version", one_text.one_version),
    Row("stories.join.one-joint-paper", one_paper.one_joint_paper),
    Row("stories.join.weighty-evidence", score.weighty),
)


def same(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report the same announcement: the first row that applies says so, or none applies.

    A reprint, a rewrite, an excerpt, a translation and a briefing do; another batch, month or year does not.
    """
    for row in ROWS:
        if row.test(a, b):
            return row.joins
    return False


def named_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items name themselves apart: by document number, paper, meeting, batch, year or month."""
    return any(row.test(a, b) for row in NAMED_APART)


def may_be_weighed(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether nothing certain keeps two items apart, so that the evidence is left to decide."""
    certain = named_apart(a, b) or measured.told_apart(a, b) or passages.is_passage(a, b)
    return not certain and score.comparable(a, b) and tied(a, b)
