"""Draw lanes: a row for each initiative, a mark for each act, all on one axis of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.acts import ACTS, strength
from tracker.charts.marks import mark
from tracker.charts.svg import INK, RULE, Picture, element, picture, text
from tracker.charts.time_axis import Axis, padded
from tracker.charts.width import shortened

WIDTH, HEAD, FOOT = 960.0, 8.0, 28.0
GUTTER, EDGE = 190.0, 30.0
# The most of the width that names take.
NAMES = 0.33
LANE = 40.0
# Marks of one act that would overlap are merged into one.
NEAR = 7.0
RING = 9.0
LONGEST_TITLE = 160


@dataclass(frozen=True)
class Act:
    """One act on a day, or several; `title` says what it was, `address` is a page with more about it.

    A ring is drawn around what is `stressed`.
    """

    day: date
    act: str
    title: str
    address: str | None = None
    times: int = 1
    stressed: bool = False


@dataclass(frozen=True)
class Lane:
    """One row: a name and its acts."""

    name: str
    acts: Sequence[Act]


def lanes(rows: Sequence[Lane], label: str, today: date | None = None, width: float = WIDTH) -> Picture:
    """Draw some lanes, with a line at `today` if it lies within; an empty picture if there are no acts."""
    days = [act.day for row in rows for act in row.acts]
    if not days:
        return Picture()
    height = HEAD + LANE * len(rows)
    gutter = min(GUTTER, width * NAMES)
    axis = Axis(*padded(min(days), max(days)), gutter if len(rows) > 1 else EDGE, width - EDGE)
    drawn = [axis.draw(HEAD, height)]
    if today and axis.first < today < axis.last:
        x = axis.place(today)
        drawn.append(element("line", x1=x, x2=x, y1=0, y2=height, stroke=INK, stroke_dasharray="2 3", class_="ink"))
    for number, row in enumerate(rows):
        drawn += _lane(row, axis, HEAD + LANE * number, named=len(rows) > 1)
    return picture(width, height + FOOT, label, *drawn, role="group")


def _lane(row: Lane, axis: Axis, top: float, *, named: bool) -> Iterator[str]:
    middle = top + LANE / 2
    yield element("line", x1=axis.left, x2=axis.right, y1=middle, y2=middle, stroke=RULE, class_="rule")
    if named:
        yield element("text", text(shortened(row.name, axis.left - 12)), x=4, y=middle + 4, fill=INK, class_="ink")
    for act in sorted(ACTS, key=strength):
        for x, together in _clusters(act, row.acts, axis):
            yield _linked(act, x, middle + _offset(act), together)


def _offset(act: str) -> float:
    """Return the offset of an act: strong acts above the line, weak ones below, so that they do not overlap."""
    return {"mentioned": 11.0, "progress": 7.0}.get(act, -7.0 if act != "designated" else 0.0)


def _clusters(act: str, acts: Sequence[Act], axis: Axis) -> Iterator[tuple[float, list[Act]]]:
    together: list[Act] = []
    for one in sorted((one for one in acts if one.act == act), key=lambda one: (one.day, one.title)):
        if together and axis.place(one.day) - axis.place(together[0].day) >= NEAR:
            yield axis.place(together[0].day), together
            together = []
        together.append(one)
    if together:
        yield axis.place(together[0].day), together


def _linked(act: str, x: float, y: float, together: Sequence[Act]) -> str:
    newest = together[-1]
    others = sum(one.times for one in together) - 1
    said = f"{newest.day} {newest.title}" + (f" (+{others})" if others else "")
    said = _short(said, LONGEST_TITLE)
    ring = [element("circle", cx=x, cy=y, r=RING, fill="none", stroke=INK, stroke_width=1.5, class_="ink ring")]
    stressed = any(one.stressed for one in together)
    inside = (element("title", text(said)), *(ring if stressed else ()), mark(act, x, y))
    if newest.address is None:
        return element("g", *inside)
    return element("a", *inside, href=newest.address, aria_label=said, tabindex=-1)


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
