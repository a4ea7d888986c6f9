"""Collect the tables of rows by the act that their rows give."""

from collections.abc import Callable, Mapping

from tracker.tag.acts.designated import designations
from tracker.tag.acts.designated.designations import choice
from tracker.tag.acts.launched import starts
from tracker.tag.acts.launched.starts import start
from tracker.tag.acts.mentioned import passing
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.acts.tense import tenses
from tracker.tag.acts.tense.tenses import tense
from tracker.tag.engine import Rule, Table

BY_ROWS: Mapping[str, Callable[[TargetContext], Rule | None]] = {
    "launched": start,
    "designated": choice,
    "pledged": tense,
    "progress": tense,
    "mentioned": tense,
}


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by act and language."""
    return {
        "launched": starts.ROWS,
        "designated": designations.ROWS,
        "mentioned": passing.ROWS,
        **tenses.tables(),
    }


def deciding_row(act: str, said: TargetContext) -> Rule | None:
    """Return the row by which a sentence reports `act`; None where no row decides that."""
    return BY_ROWS[act](said) if act in BY_ROWS else None
