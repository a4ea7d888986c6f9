"""Look up what an announcement is compared with: of all that an initiative has, what its changes depend on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from db.beijing import beijing_day
from db.models import Announcement
from db.queries import past as queries
from db.queries.past import Span, Stated
from db.queries.timeline import reported_on
from tracker.development.series import MOST_MEASURED, spellings
from tracker.development.states import Dated


@dataclass(frozen=True)
class _Act:
    id: int
    act: str
    stage: str | None
    timeline_day: date | None


@dataclass(frozen=True)
class StoredPast:
    """What is stored beside an announcement, known until now by the act `before`: a `Past` of it."""

    session: Session
    announcement: Announcement
    before: str | None

    def acts(self, initiative: str) -> list[Dated]:
        """Return the first and last of each act and stage, and all of the days on which their order counts."""
        spans = queries.spans(self.session, initiative, self._but)
        known = [spans, *([*spans, own] for own in self._own(initiative))]
        shared = {day for some in known if (day := _shared_day(some))}
        of_days = reported_on(self.session, initiative, shared) if shared else []
        return [*of_days, *(one for one in _ends(spans) if one.timeline_day not in shared)]

    def figures(self, initiative: str, units: Collection[str]) -> list[Stated]:
        """Return the newest until the day of the one that is compared that state figures in these units."""
        until = self.announcement.timeline_day
        return queries.stating(self.session, initiative, spellings(units), until, MOST_MEASURED, self._but)

    def heard(self, initiative: str) -> date | None:
        """Return the day on which the newest became known."""
        at = queries.last_heard(self.session, initiative, self._but)
        return beijing_day(at) if at else None

    @property
    def _but(self) -> int:
        return self.announcement.id or 0

    def _own(self, initiative: str) -> list[Span]:
        """Return the announcement by its act, and by the one before."""
        one, day = self.announcement, self.announcement.timeline_day
        if not day or initiative != one.initiative:
            return []
        return [Span(act, one.stage, day, day) for act in (one.act, self.before) if act]


def _ends(spans: Iterable[Span]) -> Iterator[_Act]:
    for span in spans:
        yield _Act(0, span.act, span.stage, span.first)
        yield _Act(0, span.act, span.stage, span.last)


def _shared_day(spans: Iterable[Span]) -> date | None:
    """Return the day of the last results if a stronger act came first on it: results before that do not count."""
    results = max((span.last for span in spans if span.act == "progress"), default=None)
    return results if any(span.first == results for span in spans if span.act != "progress") else None
