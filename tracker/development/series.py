"""Figures of an initiative as series: what was measured again, or promised anew, and what changed in between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

MULTIPLES = (
    ("万亿", 1e12),
    ("亿", 1e8),
    ("万", 1e4),
    ("trillion", 1e12),
    ("billion", 1e9),
    ("million", 1e6),
    ("thousand", 1e3),
)
SAME_UNIT = {"yuan": "元", "units": "辆", "vehicles": "辆", "kw": "千瓦"}
# Shares of neighbouring letters (or words) by which two measures are one; a matter of trial on real series.
ALIKE = 0.34
BATCH = re.compile(
    r"第[一二三四五六七八九十\d]+批|(?:first|second|third|fourth|fifth) (?:batch|tranche|round)", re.IGNORECASE
)
NOISE = re.compile(r"[\d.,，。、%％\s]+|[一二三四五六七八九十百千万亿]+(?=[个家项类批])")


class Measured(Protocol):
    """What series are made of: an announcement, or a row that has as much of one."""

    @property
    def id(self) -> int | None:
        """Its number."""

    @property
    def timeline_day(self) -> date | None:
        """Where it stands in time."""

    @property
    def figures(self) -> list[dict[str, Any]]:
        """Its figures, as tagging gives them."""


@dataclass(frozen=True)
class Point:
    """One figure of one announcement: in the unit of its series, a result or a target (for `year`)."""

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
    """One measure over time, in the order in which it was announced; `change` of a point is from the one before."""

    unit: str
    kind: str
    what: str
    points: tuple[Point, ...]


def series(announcements: Iterable[Measured]) -> list[Series]:
    """The measures of an initiative that were announced more than once, or for more than one year, the longest first.

    Results and targets are kept apart. A figure that the next announcement merely repeats is no point of its own.
    """
    found: list[tuple[str, list[Point]]] = []
    for unit, point in points_of(announcements):
        home = next((points for of, points in found if of == unit and _same(points, point)), None)
        if home is None:
            found.append((unit, [point]))
        else:
            home.append(point)
    told = (Series(unit, points[0].kind, points[-1].what, _changes(points)) for unit, points in found)
    return sorted((one for one in told if len(one.points) > 1), key=lambda one: -len(one.points))


def plain(value: float, unit: str) -> tuple[float, str]:
    """A figure with the multiple of its unit multiplied out: 591.4 万辆 is 5914000 辆."""
    for word, factor in MULTIPLES:
        if unit.lower().startswith(word):
            value, unit = value * factor, unit[len(word) :].strip()
            break
    return round(value, 6), SAME_UNIT.get(unit.lower(), unit)


def points_of(announcements: Iterable[Measured]) -> Iterator[tuple[str, Point]]:
    """Every figure of the announcements in the order of their days, each with its plain unit."""
    for announcement in sorted(announcements, key=lambda a: (a.timeline_day or date.min, a.id or 0)):
        for figure in announcement.figures:
            yield _point(announcement, figure)


def _point(announcement: Measured, figure: dict[str, Any]) -> tuple[str, Point]:
    value, unit = plain(figure["value"], figure.get("unit") or "")
    kind = figure.get("kind") or "result"
    known = {name: figure.get(name) for name in ("year", "period")}
    day, id_ = announcement.timeline_day, announcement.id or 0
    return unit, Point(day, value, kind, what=figure.get("what") or "", announcement_id=id_, **known)


def _same(points: list[Point], point: Point) -> bool:
    last = points[-1]
    if last.kind != point.kind or batches(last.what) != batches(point.what):
        return False
    # One text may set targets for several years, but it does not measure the same thing twice.
    if last.announcement_id == point.announcement_id and (point.kind != "target" or last.year == point.year):
        return False
    if (last.value, last.year) == (point.value, point.year):
        return True
    return alike(point.what, last.what)


def alike(what: str, other: str) -> bool:
    """Whether two clauses state the same measure, by the words that they share."""
    mine, others = _pieces(what), _pieces(other)
    return len(mine & others) >= ALIKE * min(len(mine), len(others)) > 0


def batches(what: str) -> list[str]:
    """The batches that a clause speaks of: what one batch measures is no total."""
    return BATCH.findall(what)


def _pieces(what: str) -> set[str]:
    """The words of English, the neighbouring pairs of Chinese letters, without numbers."""
    text = NOISE.sub(" ", what.lower())
    words = set(re.findall(r"[a-z]{3,}", text))
    runs = re.findall(r"[\u4e00-\u9fff]+", text)
    return words | {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def _changes(points: list[Point]) -> tuple[Point, ...]:
    told: list[Point] = []
    for point in points:
        if not told:
            told.append(point)
        elif (point.value, point.year, point.period) != (told[-1].value, told[-1].year, told[-1].period):
            told.append(replace(point, change=round(point.value - told[-1].value, 6)))
    return tuple(told)
