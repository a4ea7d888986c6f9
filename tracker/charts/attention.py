"""Draw how often an initiative was announced, month by month: small beside a name, or with its axis."""

from collections.abc import Sequence
from datetime import date

from tracker.charts.svg import ACCENT, RULE, Picture, element, picture

BAR, GAP, HIGH = 4.0, 1.0, 20.0


def months(last: date, count: int) -> list[date]:
    """Return the first days of the given number of months, the last of them that of `last`."""
    ends = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(ends - count + 1, ends + 1)]


def sparkline(counts: Sequence[int], label: str) -> Picture:
    """Draw one bar for each month; a month without announcements keeps its place on the line."""
    most = max([*counts, 1])
    width = len(counts) * (BAR + GAP)
    bars = [
        element(
            "rect",
            x=number * (BAR + GAP),
            y=HIGH - max(HIGH * count / most, 2),
            width=BAR,
            height=max(HIGH * count / most, 2),
            fill=ACCENT,
            class_="bar",
        )
        for number, count in enumerate(counts)
        if count
    ]
    ground = element("line", x1=0, x2=width, y1=HIGH, y2=HIGH, stroke=RULE, class_="rule")
    return picture(width, HIGH + 1, label, ground, *bars)
