"""Decide whether a sentence plans, reports or only names an initiative, by the first rows that match."""

from tracker.tag.acts.mentioned.passing import in_passing
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.acts.tense import chinese_rows as zh
from tracker.tag.engine import Rule, Table

RESULTS = {"zh": Table(zh.DONE)}
PLANS = {"zh": Table(zh.PLANNED)}
MORE_PLANS = {"zh": Table(zh.THEN_PLANNED)}
# Asked where the clause neither plans nor reports, or does both.
OTHERS = {"zh": Table(zh.BY_NEIGHBOURS, zh.BY_MOOD)}


def tense(said: TargetContext) -> Rule | None:
    """Return the row by which a sentence plans, reports or only names the initiative."""
    if (row := in_passing(said)) or said.language == "en":
        return row
    planned, done = PLANS["zh"].first(said), RESULTS["zh"].first(said)
    if done and done.against:
        done = None
    if planned and not done:
        return planned
    if done and not planned:
        return MORE_PLANS["zh"].first(said) or done
    return OTHERS["zh"].first(said)


def stance(said: TargetContext) -> str:
    """Return `pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    row = tense(said)
    return row.gives if row else "mentioned"
