"""Find what one announcement changed in the figures of its initiative: those that differ from the last ones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.development.measure import Names, alike, batches
from tracker.development.series import Measured, Point, points_of
from tracker.development.spans import comparable

HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class FigureChange:
    """A figure (in `unit`, multiples multiplied out) that differs from `before`, the last one of its measure."""

    unit: str
    before: Point
    now: Point


def figure_changes(announcement: Measured, others: Iterable[Measured], own: Names | None = None) -> list[FigureChange]:
    """Return the figures that differ from the last ones that `others` of the announcement's initiative stated before.

    `own` are the names of the initiative (`names_of`). Figures that `comparable` keeps apart do not differ. An
    announcement is earlier if it has an earlier day, or the same day and a lower number. A target differs by its value
    or its year, a result by its value. A figure that was stated before, in either language, is restated and not a
    change.
    """
    place = _place(announcement)
    earlier = list(points_of(other for other in others if other.figures and _place(other) < place))[::-1]
    compared = ((unit, point, _last(unit, point, earlier, own)) for unit, point in points_of([announcement]))
    return [FigureChange(unit, last, point) for unit, point, last in compared if last]


def _place(announcement: Measured) -> tuple[date, int]:
    return announcement.timeline_day or date.min, announcement.id or 0


def _last(unit: str, point: Point, earlier: Sequence[tuple[str, Point]], own: Names | None) -> Point | None:
    """Return the last point of the same measure; None if there is not one, or if the point is already known."""
    rivals = list(_rivals(unit, point, earlier))
    if any(_states(other) == _states(point) and _tells_of(other.what, point.what, unit, own) for other in rivals):
        return None
    same = [one for one in rivals if alike(one.what, point.what, unit, own) and comparable(one, point, unit)]
    of_its_year = (other for other in same if other.year == point.year)
    return next(of_its_year, next(iter(same), None))


def _rivals(unit: str, point: Point, earlier: Iterable[tuple[str, Point]]) -> Iterator[Point]:
    for of, other in earlier:
        if of == unit and other.kind == point.kind and batches(other.what) == batches(point.what):
            yield other


def _states(point: Point) -> tuple[float, int | None]:
    """Return what is compared: a target for another year is another target, a result with another date is not."""
    return point.value, point.year if point.kind == "target" else None


def _tells_of(what: str, other: str, unit: str, own: Names | None) -> bool:
    """Decide whether two clauses may state one measure; clauses in two languages share no words."""
    return alike(what, other, unit, own) or bool(HAN.search(what)) != bool(HAN.search(other))
