"""Shows one initiative: where it stands, what lies ahead, its timeline by month, its chart and its figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup
from sqlmodel import Session
from starlette.requests import Request

from config.chosen import with_children
from config.schema.initiative import Initiative
from db.beijing import beijing_today
from db.models import Announcement, Document
from db.queries import timeline as queries
from db.queries.proofs import member_counts
from db.queries.timeline import Reported, Wanted
from tracker.alerts.compose.figures import number_words
from tracker.charts.lanes import Lane, lanes
from tracker.charts.series import series_chart
from tracker.development.measure import names_of
from tracker.development.series import Point, Series, series
from tracker.development.states import development
from tracker.views.clause import clause
from tracker.views.pages_by_day import page_of
from tracker.views.pictures import LONGEST_WHAT, acts, values
from tracker.web.reading.asked import MOST_ROWS, read_asked
from tracker.web.reading.news_page import filter_facts
from tracker.web.reading.picture_words import home_of, wording
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, missing, readable
from tracker.web.reading.sources_page import coverage
from tracker.web.reading.targets_page import Target, days_ahead, targets_of

MOST_SERIES = 12


@dataclass(frozen=True)
class Drawn:
    """A series with its picture and, newest first, its values in words."""

    what: str
    picture: Markup
    values: list[tuple[Point, str]]


@readable("initiative.html", "initiatives")
def initiative(session: Session, reader: Reader, request: Request) -> Facts:
    """Everything about one initiative and its children."""
    id_ = str(request.path_params["id"])
    declared = missing(reader.config.initiatives.get(id_))
    today, mine = beijing_today(), with_children((id_,), reader.config)
    asked = read_asked(request.query_params, reader.config, today, initiatives=mine)
    told = {one: queries.reported(session, one) for one in mine}
    return {
        "id": id_,
        "home": home_of(request),
        "declared": declared,
        "children": mine[1:],
        "parents": _parents(reader, declared),
        "count": sum(map(len, told.values())),
        "unsure": _unsure(session, mine),
        "coverage": coverage(reader, request),
        **_development(session, declared, told[id_], today),
        **_timeline(session, reader, asked.wanted),
        "chart": _chart(reader, told, today),
        "series": [drawn_series(reader, one) for one in series(told[id_], names_of(declared))[:MOST_SERIES]],
        "ahead": _ahead(session, mine, today),
        "days": days_ahead(session, reader, mine),
        **filter_facts(reader, asked),
    }


def _development(session: Session, declared: Initiative, told: Sequence[Reported], today: date) -> Facts:
    later = queries.reported(session, declared.successor) if declared.successor else []
    found = development(told, later, today)
    return {"found": found, "bodies": _bodies_of(session, [phase.announcement_id for phase in found.phases])}


def _bodies_of(session: Session, ids: Sequence[int]) -> dict[int, str | None]:
    """Who made the announcements that prove phases."""
    return {id_: found.body for id_ in ids if (found := session.get(Announcement, id_))}


def _parents(reader: Reader, declared: Initiative) -> list[str]:
    found: list[str] = []
    while declared.parent and declared.parent not in found and declared.parent in reader.config.initiatives:
        found.append(declared.parent)
        declared = reader.config.initiatives[declared.parent]
    return found


def _timeline(session: Session, reader: Reader, wanted: Wanted) -> Facts:
    """One page of the rail, newest first, by month."""

    def fetch(some: Wanted) -> list[tuple[Announcement, Document]]:
        return queries.announcements(session, some)[::-1]

    rows, older = page_of(fetch, lambda row: row[0].timeline_day, wanted, MOST_ROWS)
    counts = member_counts(session, [announcement for announcement, _ in rows])
    shown = [_row(reader, *row, counts) for row in rows]
    by_month = [(month, list(some)) for month, some in groupby(shown, lambda row: row["month"])]
    return {"months": by_month, "older": older}


def _row(reader: Reader, one: Announcement, document: Document, counts: dict[tuple[int, str], int]) -> dict[str, Any]:
    return {
        "one": one,
        "month": one.timeline_day.replace(day=1) if one.timeline_day else None,
        "clause": clause(one.quote, reader.config.initiatives.get(one.initiative)),
        "source": document.source,
        "members": counts.get((one.story_id, one.initiative), 1),
    }


def _chart(reader: Reader, told: Mapping[str, Sequence[Reported]], today: date) -> Markup:
    id_, *children = told
    rows = [Lane(reader.initiative(one), acts(told[one], wording(reader))) for one in told if told[one] or one == id_]
    label = reader.say("chart-label", name=reader.initiative(id_))
    return Markup(lanes(rows if children else rows[:1], label, today))  # noqa: S704 - our own drawing


def drawn_series(reader: Reader, one: Series) -> Drawn:
    """A series as a page shows it."""
    words = [number_words(point.value, one.unit, reader.language) for point in one.points]
    drawn = values(one, wording(reader))
    label = reader.say("series-label", what=one.what[:LONGEST_WHAT], count=len(drawn))
    picture = Markup(series_chart(drawn, label))  # noqa: S704 - our own drawing, which escapes its words
    return Drawn(one.what[:LONGEST_WHAT], picture, list(zip(one.points, words, strict=True))[::-1])


def _ahead(session: Session, initiatives: Sequence[str], today: date) -> list[tuple[int, list[Target]]]:
    """Targets for this year and later ones, the farthest first, as the rail runs."""
    found = [one for one in targets_of(session, set(initiatives)) if one.year >= today.year]
    ordered = sorted(found, key=lambda one: -one.year)
    return [(year, list(some)) for year, some in groupby(ordered, lambda one: one.year)]


def _unsure(session: Session, initiatives: tuple[str, ...]) -> Counter[str]:
    return Counter(queries.sureness(session, initiatives))
