"""Look up what an announcement is compared with: of all that an initiative has, what its changes depend on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from db.beijing import beijing_day
from db.queries import changes as queries
from db.queries.changes import Span, Stated
from db.queries.timeline import reported_on
from tracker.development.series import spellings
from tracker.development.states import Dated


@dataclass(frozen=True)
class _Act:
    id: int | None
    act: str
    stage: str | None
    timeline_day: date | None


@dataclass(frozen=True)
class StoredPast:
    """The stored announcements but for number `but` of `day`, as `tracker.alerts.matching.changes.Past`."""

    session: Session
    but: int
    day: date | None

    def acts(self, initiative: str) -> list[Dated]:
        """Return the first and last of each act and stage, and all of the day on which their order counts."""
        spans = queries.spans(self.session, initiative, self.but)
        shared = _shared_day(spans)
        of_day = reported_on(self.session, initiative, [shared]) if shared else []
        others = (one for one in _ends(spans) if one.timeline_day != shared)
        return [*(one for one in of_day if one.id != self.but), *others]

    def figures(self, initiative: str, units: Collection[str]) -> list[Stated]:
        """Return those until the day of the one that is compared that state figures in these units."""
        written = [spelling for unit in sorted(units) for spelling in spellings(unit)]
        return queries.stating(self.session, initiative, written, self.day, self.but)

    def heard(self, initiative: str) -> date | None:
        """Return the day on which the newest became known."""
        at = queries.last_heard(self.session, initiative, self.but)
        return beijing_day(at) if at else None


def _ends(spans: Iterable[Span]) -> Iterator[_Act]:
    for span in spans:
        yield _Act(None, span.act, span.stage, span.first)
        yield _Act(None, span.act, span.stage, span.last)


def _shared_day(spans: Iterable[Span]) -> date | None:
    """Return the day of the last results if a stronger act came first on it: results before that do not count."""
    results = max((span.last for span in spans if span.act == "progress"), default=None)
    return results if any(span.first == results for span in spans if span.act != "progress") else None
