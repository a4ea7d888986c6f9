"""Build the list of coming dates: ends of comment periods, days from and until which papers hold, years of targets."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlmodel import Session

from config import Config
from db.models import Announcement, Document
from db.queries.deadlines import with_dates
from db.queries.timeline import Wanted
from tracker.text.numbers.numerals import in_base_unit
from tracker.views.timeline import figure_words

PEOPLE = ("when", "kind", "initiative", "body", "what", "announcement")
# The columns of an announcement that hold a day of its paper, and their names in a row.
DAYS = {"comment_until": "comments", "effective": "effective", "expires": "expires"}


class _Dated(NamedTuple):
    """A date in EDTF (2025-10-01, 2025-10, 2025) with what happens then; of equal `same` only one is listed."""

    when: str
    kind: str
    what: str
    same: tuple[Any, ...]


def deadlines(
    session: Session,
    config: Config,
    initiatives: tuple[str, ...],
    since: date | None,
    until: date | None,
    *,
    targets: bool = True,
) -> list[dict[str, Any]]:
    """Return one row for each date within the span, the earliest first; a year or a month counts with all its days.

    `day` is null if only the month or the year is known. A target that is stated again is listed where it was stated
    first. Without `targets` only the days of papers are listed.
    """
    seen: set[tuple[Any, ...]] = set()
    rows = []
    for announcement, document in with_dates(session, Wanted(initiatives), since, targets=targets):
        for dated in _dates(announcement, targets=targets):
            key = (announcement.initiative, dated.when, dated.kind, *dated.same)
            first, last = span(dated.when)
            if key in seen or (since and last < since) or (until and first > until):
                continue
            seen.add(key)
            rows.append(_row(config, announcement, document, dated))
    return sorted(rows, key=lambda row: (span(row["when"])[1], row["kind"], row["initiative"]))


def span(when: str) -> tuple[date, date]:
    """Return the first and last day of a date in EDTF: of a day, a month or a year."""
    year, *rest = (int(part) for part in when.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
    day = date.fromisoformat(when)
    return day, day


def _dates(announcement: Announcement, *, targets: bool) -> Iterator[_Dated]:
    for column, kind in DAYS.items():
        if day := getattr(announcement, column):
            yield _Dated(day.isoformat(), kind, announcement.headline or announcement.quote, (announcement.story_id,))
    for figure in announcement.figures if targets else ():
        if figure.get("kind") == "target" and figure.get("year"):
            value = in_base_unit(figure["value"], figure.get("unit") or "")
            yield _Dated(_end(figure), "target", figure_words(figure), (value, figure.get("unit")))


def _end(figure: Mapping[str, Any]) -> str:
    """Return the month in which the period of a target ends, or its year."""
    end = str(figure.get("period") or "").rsplit("/", 1)[-1]
    return end if end.startswith(str(figure["year"])) else str(figure["year"])


def _row(config: Config, announcement: Announcement, document: Document, dated: _Dated) -> dict[str, Any]:
    body = config.bodies.get(announcement.body or "")
    first, last = span(dated.when)
    return {
        "when": dated.when,
        "day": first if first == last else None,
        "kind": dated.kind,
        "initiative": announcement.initiative,
        "body": announcement.body,
        "body_name": body.name.en if body else None,
        "what": dated.what,
        "stage": announcement.stage,
        "announcement": announcement.id,
        "stated": announcement.timeline_day,
        "url": document.url,
    }
