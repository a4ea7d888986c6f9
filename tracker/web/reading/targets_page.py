"""Show coming dates of papers, and targets by their year."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlmodel import Session
from starlette.requests import Request

from db.beijing import beijing_today
from db.queries.listing import Stating, stating_targets
from db.queries.timeline import Wanted
from tracker.alerts.compose.figures import number_words
from tracker.contract.filters import AskedError
from tracker.development.series import plain
from tracker.views.deadlines import deadlines
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable
from tracker.web.unchanged import of_all

FIRST_YEAR, LAST_YEAR = 1990, 2100
LONGEST_WHAT = 200
MOST_TARGETS = 5000
"""The most announcements with a target that are read, the newest."""


@dataclass(frozen=True)
class Target:
    """A figure to be reached in `year`, in a plain unit, as the newest announcement sets it."""

    year: int
    value: float
    unit: str
    what: str
    announcement: Stating

    def words(self, language: str) -> str:
        """Return the figure in words."""
        return number_words(self.value, self.unit, language)


@readable("targets.html", "targets", of_all)
def targets(session: Session, reader: Reader, request: Request) -> Facts:
    """Return all targets, or those for one year."""
    check_sizes(request.query_params)
    found = targets_of(session)
    years = sorted({one.year for one in found})
    asked = request.query_params.get("year") or ""
    if asked and asked not in map(str, years):
        raise AskedError("year", f"there is no target for the year {asked[:30]!r}")
    chosen = sorted((one for one in found if not asked or str(one.year) == asked), key=lambda one: one.year)
    return {
        "days": [] if asked else days_ahead(session, reader, ()),
        "years": years,
        "asked": asked,
        "targets": [(year, list(some)) for year, some in groupby(chosen, lambda one: one.year)],
    }


def days_ahead(session: Session, reader: Reader, initiatives: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the days until or from which drafts may be commented on and papers hold, as in `tracker deadlines`."""
    return deadlines(session, reader.config, initiatives, beijing_today(), None, targets=False)


def targets_of(session: Session, initiatives: Collection[str] = ()) -> list[Target]:
    """Return the targets of some initiatives, or of all, each once, as it was set last."""
    found: dict[tuple[str, int, float, str], Target] = {}
    for announcement in stating_targets(session, Wanted(tuple(initiatives)), MOST_TARGETS):
        for figure in announcement.figures:
            year, value = figure.get("year"), figure.get("value")
            if figure.get("kind") != "target" or not isinstance(value, int | float) or not isinstance(year, int):
                continue
            if not FIRST_YEAR <= year <= LAST_YEAR:
                continue
            plainly, unit = plain(value, figure.get("unit") or "")
            target = Target(year, plainly, unit, str(figure.get("what") or "")[:LONGEST_WHAT], announcement)
            found.setdefault((announcement.initiative, year, plainly, unit), target)
    return list(found.values())
