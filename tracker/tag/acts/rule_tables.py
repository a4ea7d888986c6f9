"""Decide by the tables of rows what a sentence reports of an initiative, stage by stage."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from tracker.acts import ACTS
from tracker.tag.acts.designated import chinese_rows as designated_zh
from tracker.tag.acts.designated import english_rows as designated_en
from tracker.tag.acts.issued import old_papers, papers_en, papers_zh, themes
from tracker.tag.acts.launched import starts_en as launched_en
from tracker.tag.acts.launched import starts_zh as launched_zh
from tracker.tag.acts.launched.verbs import each_verb
from tracker.tag.acts.mentioned import en, zh
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.acts.tense import english_marks
from tracker.tag.acts.tense import tenses_zh as tense_zh
from tracker.tag.engine import Rule, Table

LAUNCHED = {
    "zh": Table(launched_zh.WITHOUT_A_VERB, launched_zh.NOT_ITS_START, launched_zh.STARTED),
    "en": Table(launched_en.WITHOUT_A_VERB, launched_en.NOT_ITS_START, launched_en.STARTED),
}
DESIGNATED = {
    "zh": Table(
        designated_zh.DECIDED,
        designated_zh.AGAINST,
        designated_zh.MADE,
        designated_zh.LISTED,
        designated_zh.WINS,
        designated_zh.CHOSEN,
    ),
    "en": Table(
        designated_en.DECIDED, designated_en.AGAINST, designated_en.MADE, designated_en.LISTED, designated_en.CHOSEN
    ),
}
RESULTS, PLANS, MORE_PLANS = Table(tense_zh.DONE), Table(tense_zh.PLANNED), Table(tense_zh.THEN_PLANNED)
# Asked where the clause neither plans nor reports, or does both.
OTHERS = Table(tense_zh.BY_NEIGHBOURS, tense_zh.BY_MOOD)


def issued(said: TargetContext) -> Rule | None:
    """Return the row by which a paper about the initiative was issued, and is not only recalled or listed."""
    table = papers_zh.TABLE if said.language == "zh" else papers_en.TABLE
    return table.affirms(said)


def launched(said: TargetContext) -> Rule | None:
    """Return the row by which a start is reported: with no verb, or with the first verb that no row is against."""
    rows = (LAUNCHED[said.language].affirms(one) for one in chain([said], each_verb(said)))
    return next(filter(None, rows), None)


def designated(said: TargetContext) -> Rule | None:
    """Return the row by which a choice is new; a target, a plan or a running total is not a new choice."""
    return DESIGNATED[said.language].affirms(said)


def mentioned(said: TargetContext) -> Rule | None:
    """Return the row by which an initiative is asked about, or a means, scene, part or partner of something else."""
    table = zh.TABLE if said.language == "zh" else en.TABLE
    return table.affirms(said)


def tense(said: TargetContext) -> Rule | None:
    """Return the row by which a sentence plans, reports or only names the initiative."""
    return mentioned(said) or (english_marks.by_marks(said) if said.language == "en" else _by_clause(said))


def _by_clause(said: TargetContext) -> Rule | None:
    planned, done = PLANS.first(said), RESULTS.affirms(said)
    if planned and not done:
        return planned
    if done and not planned:
        return MORE_PLANS.first(said) or done
    return OTHERS.first(said)


NEWS: Mapping[str, Callable[[TargetContext], Rule | None]] = {
    "issued": issued,
    "launched": launched,
    "designated": designated,
}
"""What asks whether a sentence reports an act that is news in itself, the strongest first."""


def act_of(said: TargetContext) -> str:
    """Return one of ACTS: an act that is news in itself, else whether the sentence plans, reports or only names."""
    return next((act for act, reports in NEWS.items() if reports(said)), None) or stance(said)


def stance(said: TargetContext) -> str:
    """Return `pledged`, `progress` or `mentioned`: what the sentence says of the initiative."""
    row = tense(said)
    return row.gives if row else "mentioned"


def strongest(acts: Iterable[str]) -> str:
    """Return the strongest of `acts`."""
    return min(acts, key=ACTS.index)


def tables() -> Mapping[str, Mapping[str, Table]]:
    """Return the tables by act, or by what their rows find, and language."""
    marks = english_marks
    return {
        "issued": {"zh": papers_zh.TABLE, "en": papers_en.TABLE},
        "not issued": {"en": old_papers.NOT_NEW},
        "one theme of an issued paper": {"en": themes.IN_SENTENCES},
        "one theme of an issued paper, in a headline": {"en": themes.IN_HEADLINES},
        "launched": LAUNCHED,
        "designated": DESIGNATED,
        "mentioned": {"zh": zh.TABLE, "en": en.TABLE},
        "results": {"zh": RESULTS, "en": marks.RESULTS},
        "results after a verb of saying": {"en": marks.REPORTED},
        "results before a plan": {"en": marks.BEFORE_PLANS},
        "plans": {"zh": PLANS, "en": marks.PLANS},
        "plans for more": {"zh": MORE_PLANS},
        "plans under way": {"en": marks.EFFORTS},
        "plans to an end": {"en": marks.TO_AN_END},
        "results and plans around the name": {"zh": OTHERS, "en": marks.DECIDED},
        "no plan or result before the name": {"en": marks.NO_MARK_BEFORE},
        "no plan or result": {"en": marks.NO_MARK},
    }


def deciding_row(act: str, said: TargetContext) -> Rule | None:
    """Return the row by which a sentence reports `act`, one of ACTS; None where no row decides that."""
    return NEWS.get(act, tense)(said)
