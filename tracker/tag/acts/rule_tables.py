"""Collect the tables of rows by the act that their rows give."""

from collections.abc import Callable, Mapping

from tracker.tag.acts.designated import designations
from tracker.tag.acts.designated.designations import choice
from tracker.tag.acts.issued import old_papers, papers_en, papers_zh, themes
from tracker.tag.acts.issued.papers import release_row
from tracker.tag.acts.mentioned import passing
from tracker.tag.acts.mentioned.passing import in_passing
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule, Table

BY_ROWS: Mapping[str, Callable[[TargetContext], Rule | None]] = {
    "designated": choice,
    "issued": release_row,
    "mentioned": in_passing,
}


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by act and language."""
    return {
        "issued": {"zh": papers_zh.TABLE, "en": papers_en.TABLE},
        "not issued": {"en": old_papers.NOT_NEW},
        "one theme of an issued paper": {"en": themes.IN_SENTENCES},
        "one theme of an issued paper, in a headline": {"en": themes.IN_HEADLINES},
        "designated": designations.ROWS,
        "mentioned": passing.ROWS,
    }


def deciding_row(act: str, said: TargetContext) -> Rule | None:
    """Return the row by which a sentence reports `act`; None where no row decides that."""
    return BY_ROWS[act](said) if act in BY_ROWS else None
