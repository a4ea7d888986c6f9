"""Show one initiative: its state, coming dates and targets, its timeline by month, its chart and its figures."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup
from sqlmodel import Session
from starlette.requests import Request

from config.chosen import with_children
from config.schema.initiative import Initiative
from db.beijing import beijing_today
from db.queries.announced import marked, told_with
from db.queries.overview import bodies_of
from db.queries.proofs import member_counts
from db.queries.timeline import Acts, Wanted, acts_by_day, newest, newest_with_figures
from tracker.alerts.compose.figures import number_words
from tracker.charts.lanes import Lane, lanes
from tracker.charts.series import series_chart
from tracker.development.by_day import development_of, summed
from tracker.development.measure import names_of
from tracker.development.series import MOST_MEASURED, Point, Series, series
from tracker.views.clause import clause
from tracker.views.pages_by_day import page_of
from tracker.views.pictures import LONGEST_WHAT, MOST_POINTS, MOST_SERIES, acts, values
from tracker.web.kept import Store
from tracker.web.kept_rows import kept_rows, keys_of
from tracker.web.reading.asked import MOST_ROWS, read_asked
from tracker.web.reading.frames import Framed, place
from tracker.web.reading.news_page import filter_facts
from tracker.web.reading.picture_words import home_of, wording
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, in_bytes, macros, missing, readable
from tracker.web.reading.sources_page import coverage, of_coverage
from tracker.web.reading.targets_page import Target, days_ahead, targets_of
from tracker.web.unchanged import both, of_initiative

MOST_AHEAD = 50
DRAWN = ("chart", "series", "ahead")
"""The facts that are markup of all announcements, which is most of a page."""
FILTERS = ("act", "at_least", "stage", "body", "source", "tier", "language")


@dataclass(frozen=True)
class Drawn:
    """A series with its picture and, newest first, its values in words."""

    what: str
    picture: Markup
    values: list[tuple[Point, str]]


@readable("initiative.html", "initiatives", both(of_initiative, of_coverage))
def initiative(session: Session, reader: Reader, request: Request) -> Framed:
    """Return everything about one initiative and its children."""
    id_ = str(request.path_params["id"])
    declared = missing(reader.config.initiatives.get(id_))
    today, mine = beijing_today(), with_children((id_,), reader.config)
    asked = read_asked(request.query_params, reader.config, today, initiatives=mine)
    # Whatever the filters are, the rest stays the same until the initiative changes.
    key = (id_, reader.link(""), reader.language, today, *of_initiative(request, True))
    standing = request.app.state.standings.made(key, lambda: _standing(session, reader, declared, mine, today))
    months, older = _timeline(session, reader, id_, asked.wanted, request.app.state.rows)
    facts = {
        "id": id_,
        "home": home_of(request),
        "declared": declared,
        "children": mine[1:],
        "parents": _parents(reader, declared),
        "coverage": coverage(reader, request),
        "older": older,
        **standing,
        **filter_facts(reader, asked, FILTERS),
    }
    pieces: list[bytes] = []
    for name in DRAWN:
        facts[name] = _placed(pieces, facts[name])
    facts["months"] = [(month, _placed(pieces, rows)) for month, rows in months]
    return Framed(facts, pieces)


def _placed(pieces: list[bytes], piece: bytes) -> Markup:
    """Return the place of one more piece; "" for an empty one, which a template leaves out."""
    pieces.append(piece)
    return place(len(pieces) - 1) if piece else Markup("")


def _standing(session: Session, reader: Reader, declared: Initiative, initiatives: Sequence[str], today: date) -> Facts:
    """Return what is counted and drawn from all announcements of an initiative and its children."""
    id_ = initiatives[0]
    told = {one: acts_by_day(session, one) for one in initiatives}
    later = acts_by_day(session, declared.successor) if declared.successor else []
    found = development_of(session, id_, told[id_], later, today)
    measured = newest_with_figures(session, id_, MOST_MEASURED)
    count = sum(map(summed, told.values()))
    parts = macros("standing.html")
    stated = sum(one.stated for some in told.values() for one in some)
    return {
        "found": found,
        "bodies": bodies_of(session, [phase.announcement_id for phase in found.phases]),
        "count": count,
        "unsure": Counter(stated=stated, reported=count - stated),
        "chart": in_bytes(_chart(reader, told, today)),
        "series": in_bytes(
            parts.figures(
                reader, id_, [drawn_series(reader, one) for one in series(measured, names_of(declared))[:MOST_SERIES]]
            )
        ),
        "ahead": in_bytes(
            parts.ahead(
                reader, id_, days_ahead(session, reader, tuple(initiatives)), _ahead(session, initiatives, today)
            )
        ),
    }


def _parents(reader: Reader, declared: Initiative) -> list[str]:
    found: list[str] = []
    while declared.parent and declared.parent not in found and declared.parent in reader.config.initiatives:
        found.append(declared.parent)
        declared = reader.config.initiatives[declared.parent]
    return found


def _timeline(
    session: Session, reader: Reader, id_: str, wanted: Wanted, store: Store
) -> tuple[list[tuple[date | None, bytes]], date | None]:
    """Return one page of the rail, newest first, by month; and the last day of the next page."""
    places, older = page_of(lambda some: newest(session, some), lambda one: one.timeline_day, wanted, MOST_ROWS)
    marks = marked(session, [one.id for one in places])
    rows = kept_rows(
        store,
        keys_of(marks, "timeline", id_, reader.language, reader.chosen),
        lambda missing: _rows(session, reader, id_, [marks[position].id for position in missing]),
    )
    by_month = groupby(zip(marks, rows, strict=True), lambda one: _month(one[0].timeline_day))
    return [(month, b"\n".join(row for _, row in some)) for month, some in by_month], older


def _month(day: date | None) -> date | None:
    return day.replace(day=1) if day else None


def _rows(session: Session, reader: Reader, id_: str, announcements: Sequence[int]) -> Iterator[bytes]:
    """Yield the rows of these announcements, as the page of the initiative `id_` shows them."""
    told, parts = told_with(session, announcements), macros("rows.html")
    counts = member_counts(session, [one for one, _ in told.values()])
    for one, source in map(told.__getitem__, announcements):
        words = clause(one.quote, reader.config.initiatives.get(one.initiative))
        told_by = counts.get((one.story_id, one.initiative), 1)
        yield in_bytes(parts.announcement(reader, id_, one, words, source, told_by))


def _chart(reader: Reader, told: Mapping[str, Sequence[Acts]], today: date) -> Markup:
    id_, *children = told
    rows = [Lane(reader.initiative(one), acts(told[one], wording(reader))) for one in told if told[one] or one == id_]
    label = reader.say("chart-label", name=reader.initiative(id_))
    return Markup(lanes(rows if children else rows[:1], label, today))  # noqa: S704 - our own drawing


def drawn_series(reader: Reader, one: Series) -> Drawn:
    """Return a series as a page shows it, with the newest of its points."""
    points = one.points[-MOST_POINTS:]
    words = [number_words(point.value, one.unit, reader.language) for point in points]
    drawn = values(one, wording(reader))
    label = reader.say("series-label", what=one.what[:LONGEST_WHAT], count=len(drawn))
    picture = Markup(series_chart(drawn, label))  # noqa: S704 - our own drawing, which escapes its words
    return Drawn(one.what[:LONGEST_WHAT], picture, list(zip(points, words, strict=True))[::-1])


def _ahead(session: Session, initiatives: Sequence[str], today: date) -> list[tuple[int, list[Target]]]:
    """Return targets for this year and later, the farthest first, as the rail runs; of many only the nearest."""
    found = [one for one in targets_of(session, set(initiatives)) if one.year >= today.year]
    ordered = sorted(found, key=lambda one: -one.year)[-MOST_AHEAD:]
    return [(year, list(some)) for year, some in groupby(ordered, lambda one: one.year)]
