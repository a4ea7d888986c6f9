"""Draw a series of figures over time: results filled, targets hollow at the end of their year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tracker.charts.svg import ACCENT, GROUND, INK, RULE, Picture, element, picture, text
from tracker.charts.time_axis import Axis, padded
from tracker.charts.width import width_of

WIDTH, HEIGHT = 640.0, 220.0
LEFT, RIGHT, TOP, FOOT = 24.0, 60.0, 34.0, 28.0
LINE = 15.0
RADIUS = 4.5


@dataclass(frozen=True)
class Value:
    """One figure: its day, its value in the unit of the series, and its text."""

    day: date
    value: float
    words: str
    title: str
    is_target: bool = False
    address: str | None = None


@dataclass(frozen=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def series_chart(values: Sequence[Value], label: str) -> Picture:
    """Draw a series in order of time; an empty picture if there are no values."""
    if not values:
        return Picture()
    placed = sorted(values, key=lambda one: (one.day, one.value))
    axis = Axis(*padded(placed[0].day, placed[-1].day), LEFT, WIDTH - RIGHT)
    low, high = _range([one.value for one in placed])
    bottom = HEIGHT - FOOT
    room = bottom - 10 - TOP
    points = [(axis.place(one.day), bottom - 10 - (one.value - low) / (high - low) * room) for one in placed]
    ground = element("line", x1=LEFT, x2=WIDTH, y1=bottom, y2=bottom, stroke=RULE, class_="rule")
    drawn = [axis.draw(TOP - 10, bottom), ground]
    reached = [place for place, one in zip(points, placed, strict=True) if not one.is_target]
    drawn += _line(reached)
    drawn += [_point(one, *place) for place, one in zip(points, placed, strict=True)]
    drawn += _labels(placed, points, reached)
    return picture(WIDTH, HEIGHT, label, *drawn, role="group")


def _range(values: Sequence[float]) -> tuple[float, float]:
    """Return the range of values that the picture covers; from zero if the changes remain visible."""
    low, high = min(values), max(values)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    return (low, high) if high > low else (low - 1, high + 1)


def _line(places: Sequence[tuple[float, float]]) -> list[str]:
    if len(places) < 2:
        return []
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    return [element("path", d=path, fill="none", stroke=ACCENT, stroke_width=1.5, class_="line")]


def _point(one: Value, x: float, y: float) -> str:
    dot = element(
        "circle",
        element("title", text(one.title)),
        cx=x,
        cy=y,
        r=RADIUS,
        fill=GROUND if one.is_target else ACCENT,
        stroke=ACCENT,
        stroke_width=1.5,
        class_="point hollow" if one.is_target else "point",
    )
    return element("a", dot, href=one.address, aria_label=one.title, tabindex=-1) if one.address else dot


def _labels(
    values: Sequence[Value], points: Sequence[tuple[float, float]], reached: Sequence[tuple[float, float]]
) -> Iterator[str]:
    """Label the newest points first; a point without room above, below or beside it has only its title."""
    taken = [_Box(x - RADIUS, x + RADIUS, y - RADIUS, y + RADIUS) for x, y in (*points, *_between(reached))]
    for one, (x, y) in reversed(list(zip(values, points, strict=True))):
        wide = width_of(one.words)
        free = (box for box in _places(x, y, wide) if not any(box.meets(other) for other in taken))
        if box := next(free, None):
            taken.append(box)
            middle = (box.left + box.right) / 2
            yield element(
                "text", text(one.words), x=middle, y=box.bottom - 3, text_anchor="middle", fill=INK, class_="ink"
            )


def _between(reached: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield positions along the line, so close to each other that no label fits between two of them."""
    for (x, y), (to_x, to_y) in pairwise(reached):
        steps = int(max(abs(to_x - x), abs(to_y - y)) // (2 * RADIUS)) + 1
        for step in range(1, steps):
            yield x + (to_x - x) * step / steps, y + (to_y - y) * step / steps


def _places(x: float, y: float, wide: float) -> Iterator[_Box]:
    left = min(max(x - wide / 2, 0), WIDTH - wide)
    for top in (y - LINE - 6, y + 6):
        if top >= 0 and top + LINE <= HEIGHT - FOOT:
            yield _Box(left, left + wide, top, top + LINE)
    for top in (y - LINE / 2, y - LINE - 2, y + 2):
        if top + LINE > HEIGHT - FOOT:
            continue
        if x + 8 + wide <= WIDTH:
            yield _Box(x + 8, x + 8 + wide, top, top + LINE)
        if x - 8 - wide >= 0:
            yield _Box(x - 8 - wide, x - 8, top, top + LINE)
