"""Decide whether a sentence reports a start, or announces one for a named time."""

from itertools import chain

from tracker.tag.acts.launched import chinese_rows as zh
from tracker.tag.acts.launched import english_rows as en
from tracker.tag.acts.launched.verbs import each_verb
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule, Table

ROWS = {
    "zh": Table(zh.WITHOUT_A_VERB, zh.NOT_ITS_START, zh.STARTED),
    "en": Table(en.WITHOUT_A_VERB, en.NOT_ITS_START, en.STARTED),
}


def start(said: TargetContext) -> Rule | None:
    """Return the row by which a start is reported: with no verb, or with the first verb that no row is against."""
    firsts = (ROWS[said.language].first(one) for one in chain([said], each_verb(said)))
    return next((row for row in firsts if row and not row.against), None)


def launches(said: TargetContext) -> bool:
    """Decide whether the start is reported, or announced for a named time."""
    return start(said) is not None
