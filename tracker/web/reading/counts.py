"""Count the announcements of those initiatives again whose marks moved, for the overview of all."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Engine

from config import Config
from db.beijing import beijing_today
from db.engine import reading
from db.queries.stamps import marks
from tracker.views.overview import Counted, Overview, counted, rows_of


class Counts:
    """What was counted of each initiative, with its mark and the day."""

    def __init__(self, engine: Engine, config: Config) -> None:
        self.engine, self.config = engine, config
        self.known: Mapping[str, Counted] = {}
        self.marks: Mapping[str, tuple[str, date]] = {}

    def overview(self) -> list[Overview]:
        """Return the overview of all initiatives."""
        today, named = beijing_today(), list(self.config.initiatives)
        # Read before the counts, which are then never older than their mark.
        found = dict(mark.split("=", 1) for mark in marks(self.engine, named))
        now = {id_: (found.get(id_, ""), today) for id_ in named}
        moved = [id_ for id_ in named if self.marks.get(id_) != now[id_]]
        if moved:
            with reading(self.engine) as session:
                again = counted(session, today, () if len(moved) == len(named) else moved)
            self.known = {**self.known, **{id_: Counted() for id_ in moved}, **again}
            self.marks = now
        return rows_of(self.known, self.config, today)
