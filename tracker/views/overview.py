"""Build the overview of all initiatives: state, last act, number of announcements, and how many month by month."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from config import Config
from db.queries import overview as queries
from db.queries.overview import ActSpan
from tracker.acts import ACTS, strength
from tracker.charts.attention import by_month, months
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


def overview(session: Session, config: Config, today: date) -> list[Overview]:
    """Return one row for each initiative of the catalogue, the most recently announced first."""
    spans: dict[str, list[ActSpan]] = defaultdict(list)
    for span in queries.act_spans(session):
        if span.act in ACTS:
            spans[span.initiative].append(span)
    shown = months(today, SHOWN_MONTHS)
    days: dict[str, dict[date, int]] = defaultdict(dict)
    for initiative, day, count in queries.days_since(session, shown[0]):
        days[initiative][day] = count
    rows = [
        _row(id_, one.parent, spans[id_], spans.get(one.successor or "", ()), by_month(days[id_], shown), today)
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
