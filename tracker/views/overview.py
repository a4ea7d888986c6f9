"""Build the overview of all initiatives: state, last act, number of announcements, and how many month by month."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from config import Config
from db.queries import overview as queries
from db.queries.overview import ActSpan
from tracker.acts import ACTS, strength
from tracker.charts.attention import months
from tracker.development.states import development

SHOWN_MONTHS = 24


@dataclass(frozen=True)
class Overview:
    """One initiative in a line; `months` counts the announcements of each of the last months, the newest last."""

    id: str
    parent: str | None
    state: str | None
    act: str | None
    first: date | None
    last: date | None
    count: int
    months: tuple[int, ...]


@dataclass(frozen=True)
class _Dated:
    id: int | None
    act: str
    stage: str | None
    timeline_day: date | None


@dataclass
class Counted:
    """How often one initiative was announced: with each act and stage, and in each of the months that are shown."""

    spans: list[ActSpan] = field(default_factory=list)
    months: dict[date, int] = field(default_factory=dict)


def overview(session: Session, config: Config, today: date) -> list[Overview]:
    """Return one row for each initiative of the catalogue, the most recently announced first."""
    return rows_of(counted(session, today), config, today)


def counted(session: Session, today: date, initiatives: Collection[str] = ()) -> dict[str, Counted]:
    """Count the announcements of all initiatives that have any, or of some initiatives."""
    found: dict[str, Counted] = {id_: Counted() for id_ in initiatives}
    for span in queries.act_spans(session, initiatives):
        if span.act in ACTS:
            found.setdefault(span.initiative, Counted()).spans.append(span)
    for initiative, month, count in queries.months_since(session, months(today, SHOWN_MONTHS)[0], initiatives):
        found.setdefault(initiative, Counted()).months[month] = count
    return found


def rows_of(found: Mapping[str, Counted], config: Config, today: date) -> list[Overview]:
    """Return the rows of an overview from what is counted."""
    shown, none = months(today, SHOWN_MONTHS), Counted()
    rows = [
        _row(
            id_,
            one.parent,
            found.get(id_, none).spans,
            found.get(one.successor or "", none).spans,
            [found.get(id_, none).months.get(month, 0) for month in shown],
            today,
        )
        for id_, one in config.initiatives.items()
    ]
    return sorted(rows, key=lambda row: row.last or date.min, reverse=True)


def _row(
    id_: str, parent: str | None, spans: list[ActSpan], after: Sequence[ActSpan], counts: Sequence[int], today: date
) -> Overview:
    found = development(list(_dated(spans)), list(_dated(after)), today)
    newest = max(spans, key=lambda span: (span.last or date.min, strength(span.act)), default=None)
    return Overview(
        id=id_,
        parent=parent,
        state=found.state,
        act=newest.act if newest else None,
        first=found.first,
        last=found.last,
        count=sum(span.announcements for span in spans),
        months=tuple(counts),
    )


def _dated(spans: Sequence[ActSpan]) -> Iterator[_Dated]:
    """Yield the first and the last announcement of each act, which is all that a state depends on."""
    for span in sorted(spans, key=lambda span: (span.act, span.stage or "")):
        yield _Dated(None, span.act, span.stage, span.first)
        yield _Dated(None, span.act, span.stage, span.last)
