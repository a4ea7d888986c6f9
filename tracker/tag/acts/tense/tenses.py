"""Decide whether a sentence plans, reports or only names an initiative, by the first rows that match."""

from collections.abc import Mapping

from tracker.tag.acts.mentioned.passing import in_passing
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.acts.tense import chinese_rows as zh
from tracker.tag.acts.tense import english_marks as en
from tracker.tag.engine import Rule, Table

RESULTS, PLANS, MORE_PLANS = Table(zh.DONE), Table(zh.PLANNED), Table(zh.THEN_PLANNED)
# Asked where the clause neither plans nor reports, or does both.
OTHERS = Table(zh.BY_NEIGHBOURS, zh.BY_MOOD)


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by what their rows find, and language."""
    return {
        "results": {"zh": RESULTS, "en": en.RESULTS},
        "results after a verb of saying": {"en": en.REPORTED},
        "results before a plan": {"en": en.BEFORE_PLANS},
        "plans": {"zh": PLANS, "en": en.PLANS},
        "plans for more": {"zh": MORE_PLANS},
        "plans under way": {"en": en.EFFORTS},
        "plans to an end": {"en": en.TO_AN_END},
        "results and plans around the name": {"zh": OTHERS, "en": en.DECIDED},
        "no plan or result before the name": {"en": en.NO_MARK_BEFORE},
        "no plan or result": {"en": en.NO_MARK},
    }


def tense(said: TargetContext) -> Rule | None:
    """Return the row by which a sentence plans, reports or only names the initiative."""
    if row := in_passing(said):
        return row
    return en.by_marks(said) if said.language == "en" else _by_clause(said)


def _by_clause(said: TargetContext) -> Rule | None:
    planned, done = PLANS.first(said), RESULTS.first(said)
    if done and done.against:
        done = None
    if planned and not done:
        return planned
    if done and not planned:
        return MORE_PLANS.first(said) or done
    return OTHERS.first(said)


def stance(said: TargetContext) -> str:
    """Return `pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    row = tense(said)
    return row.gives if row else "mentioned"
