"""List rows by which a Chinese sentence names an initiative only in passing, by the role that it has there."""

from tracker.tag.acts.mentioned.zh import (
    aims,
    appraised,
    areas,
    around,
    asked,
    effects,
    grounds,
    means,
    partners,
    recalled,
    shown,
    used,
)
from tracker.tag.engine import Table

TABLE = Table(
    around.PLANNED_FOR_IT,
    asked.ROWS,
    recalled.ROWS,
    used.ROWS,
    grounds.ROWS,
    means.OF_MEANS,
    aims.ROWS,
    means.OF_SUBJECTS,
    partners.ROWS,
    appraised.OF_WHAT_IT_IS,
    appraised.OF_ITS_WEIGHT,
    effects.OF_VISITS,
    effects.OF_WHAT_COMES_UP,
    areas.OF_FIELDS,
    areas.OF_USES,
    shown.ROWS,
    around.ROWS,
    effects.OF_EFFECTS,
    effects.OF_CALLS,
)
