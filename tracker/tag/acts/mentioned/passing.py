"""Decide whether a sentence names an initiative only in passing, by the first row that matches."""

from tracker.tag.acts.mentioned import en, zh
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import WRITTEN, Near, Rule, Table

ROWS = {
    "zh": Table(
        zh.asked.ROWS,
        zh.recalled.ROWS,
        zh.used.ROWS,
        zh.grounds.ROWS,
        zh.means.OF_MEANS,
        zh.aims.ROWS,
        zh.means.OF_SUBJECTS,
        zh.partners.ROWS,
        zh.appraised.OF_WHAT_IT_IS,
        zh.appraised.OF_ITS_WEIGHT,
        zh.effects.OF_VISITS,
        zh.effects.OF_WHAT_COMES_UP,
        zh.areas.OF_FIELDS,
        zh.areas.OF_USES,
        zh.shown.ROWS,
        zh.around.ROWS,
        zh.effects.OF_EFFECTS,
        zh.effects.OF_CALLS,
    ),
    "en": Table(
        en.beside.OF_PURPOSES,
        en.beside.OF_OTHER_PAPERS,
        en.appraised.ROWS,
        en.areas.ROWS,
        en.scenes.ROWS,
        en.means.ROWS,
        en.beside.OF_EFFECTS,
        en.beside.OF_WHAT_IS_BESIDE,
    ),
}
# 围绕 X 等产业方向，组织80项技术研发: planned for it.
ORGANIZES = Near(after=r"…30(领域|行业|产业|方向)，组织\d+项", scope=WRITTEN)


def in_passing(said: TargetContext) -> Rule | None:
    """Return the row by which an initiative is asked about, or a means, scene, part or partner of something else."""
    return None if said.language == "zh" and ORGANIZES(said) else ROWS[said.language].first(said)
