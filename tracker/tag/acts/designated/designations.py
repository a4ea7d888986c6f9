"""Decide whether a sentence reports that entities under the initiative were newly recognised or set up."""

from tracker.tag.acts.designated import chinese_rows as zh
from tracker.tag.acts.designated import english_rows as en
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule, Table

ROWS = {
    "zh": Table(zh.DECIDED, zh.AGAINST, zh.MADE, zh.LISTED, zh.WINS, zh.CHOSEN),
    "en": Table(en.DECIDED, en.AGAINST, en.MADE, en.LISTED, en.CHOSEN),
}


def choice(said: TargetContext) -> Rule | None:
    """Return the row by which a choice is new; a target, a plan or a running total is not a new choice."""
    row = ROWS[said.language].first(said)
    return None if row is None or row.against else row


def designates(said: TargetContext) -> bool:
    """Decide whether the choice is new."""
    return choice(said) is not None
