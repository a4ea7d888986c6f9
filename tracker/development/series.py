"""Arrange the figures of an initiative as series: what was measured or promised again, and what changed in between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from tracker.development.growth import signed
from tracker.development.measure import Names, alike, at_odds, batches
from tracker.development.spans import comparable

MULTIPLES = (
    ("万亿", 1e12),
    ("亿", 1e8),
    ("万", 1e4),
    ("trillion", 1e12),
    ("billion", 1e9),
    ("million", 1e6),
    ("thousand", 1e3),
)
MOST_MEASURED = 1000
"""The number of newest announcements with figures from which series are made."""
SAME_UNIT = {"yuan": "元", "units": "辆", "vehicles": "辆", "kw": "千瓦"}


class Measured(Protocol):
    """Define the fields that series are made from: those of an announcement, or of a row that has them."""

    @property
    def id(self) -> int | None:
        """Return its number."""

    @property
    def timeline_day(self) -> date | None:
        """Return its place in time."""

    @property
    def figures(self) -> list[dict[str, Any]]:
        """Return its figures, as tagging gives them."""


@dataclass(frozen=True)
class Point:
    """Hold one figure of one announcement: in the unit of its series, a result or a target (for `year`).

    A rate that fell has a value below zero.
    """

    day: date | None
    value: float
    kind: str
    year: int | None
    period: str | None
    what: str
    announcement_id: int
    change: float | None = None


@dataclass(frozen=True)
class Series:
    """Hold one measure over time, in the order in which it was announced.

    `change` of a point is from the last point before it that it can be compared with, or None if there is no such
    point.
    """

    unit: str
    kind: str
    what: str
    points: tuple[Point, ...]


def series(announcements: Iterable[Measured], own: Names | None = None) -> list[Series]:
    """Return the measures of an initiative announced more than once, or for more than one year, the longest first.

    `own` are the names of the initiative (`names_of`), which do not distinguish one measure from another. Results and
    targets are kept apart. A figure that the next announcement only repeats adds no point, nor does a target that is
    the last one of its year.
    """
    found: list[tuple[str, list[Point]]] = []
    for unit, point in points_of(announcements):
        home = next((points for of, points in found if of == unit and _same(points, point, unit, own)), None)
        if home is None:
            found.append((unit, [point]))
        else:
            home.append(point)
    told = (Series(unit, points[0].kind, points[-1].what, _changes(points, unit)) for unit, points in found)
    return sorted((one for one in told if len(one.points) > 1), key=lambda one: -len(one.points))


def plain(value: float, unit: str) -> tuple[float, str]:
    """Return a figure with the multiple of its unit multiplied out: 591.4 万辆 is 5914000 辆."""
    for word, factor in MULTIPLES:
        if unit.lower().startswith(word):
            value, unit = value * factor, unit[len(word) :].strip()
            break
    return round(value, 6), SAME_UNIT.get(unit.lower(), unit)


def spellings(units: Iterable[str]) -> list[str]:
    """Return how the plain `units` of figures may be written, multiples aside."""
    plain_units = sorted(set(units))
    return [*plain_units, *(other for other, same in SAME_UNIT.items() if same in plain_units)]


def points_of(announcements: Iterable[Measured]) -> Iterator[tuple[str, Point]]:
    """Yield every figure of the announcements in the order of their days, each with its plain unit.

    Announcements of one day stay in the order in which they are given.
    """
    for announcement in sorted(announcements, key=lambda a: a.timeline_day or date.min):
        for figure in announcement.figures:
            yield _point(announcement, figure)


def last_before(point: Point, earlier: Sequence[Point], unit: str) -> Point | None:
    """Return the last of `earlier`, the ordered points of one measure, that a point can be compared with, or None.

    It is one of the same year if there is any, and always of another announcement: the targets of one paper for two
    years are milestones, of which the later does not change the earlier.
    """
    others = [one for one in reversed(earlier) if one.announcement_id != point.announcement_id]
    of_its_year = (one for one in others if one.year == point.year and comparable(one, point, unit))
    return next(of_its_year, None) or next((one for one in others if comparable(one, point, unit)), None)


def _point(announcement: Measured, figure: dict[str, Any]) -> tuple[str, Point]:
    value, unit = plain(signed(figure), figure.get("unit") or "")
    kind = figure.get("kind") or "result"
    known = {name: figure.get(name) for name in ("year", "period")}
    day, id_ = announcement.timeline_day, announcement.id or 0
    return unit, Point(day, value, kind, what=figure.get("what") or "", announcement_id=id_, **known)


def _same(points: list[Point], point: Point, unit: str, own: Names | None) -> bool:
    last = points[-1]
    if last.kind != point.kind or batches(last.what) != batches(point.what):
        return False
    # One text may set targets for several years, but it does not measure the same thing twice.
    if last.announcement_id == point.announcement_id and (point.kind != "target" or last.year == point.year):
        return False
    if (last.value, last.year) == (point.value, point.year) and not at_odds(last.what, point.what, unit):
        return True
    return alike(point.what, last.what, unit, own)


def _changes(points: list[Point], unit: str) -> tuple[Point, ...]:
    told: list[Point] = []
    for point in points:
        if _stated(point) != _stated_last(point, told):
            last = last_before(point, told, unit)
            told.append(replace(point, change=round(point.value - last.value, 6) if last else None))
    return tuple(told)


def _stated_last(point: Point, told: Sequence[Point]) -> tuple[float, int | None, str | None] | None:
    """Return what the last of the points `told` states; of targets the last one for the same year."""
    of_its_year = (one for one in reversed(told) if one.kind != "target" or one.year == point.year)
    last = next(of_its_year, None)
    return _stated(last) if last else None


def _stated(point: Point) -> tuple[float, int | None, str | None]:
    return point.value, point.year, point.period
