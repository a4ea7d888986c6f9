"""List rows by which an English sentence names an initiative only in passing, by the role that it has there."""

from tracker.tag.acts.mentioned.en import appraised, areas, aside, beside, means, scenes
from tracker.tag.engine import Table

TABLE = Table(
    beside.OF_PURPOSES,
    beside.OF_OTHER_PAPERS,
    appraised.ROWS,
    areas.ROWS,
    scenes.ROWS,
    means.ROWS,
    beside.OF_EFFECTS,
    beside.OF_WHAT_IS_BESIDE,
    aside.ROWS,
)
