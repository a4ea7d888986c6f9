"""Place days on a line and label years and months below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.charts.svg import FAINT, RULE, element, text

# A label of four digits with space on both sides.
LEAST_ROOM = 44
MONTHS = (1, 3, 6, 12, 24, 60, 120)
DAYS_OF_A_MONTH = 30.44


@dataclass(frozen=True)
class Axis:
    """The days from `first` to `last` between two positions in a picture."""

    first: date
    last: date
    left: float
    right: float

    def place(self, day: date) -> float:
        """Return the position of a day; days outside are placed at the ends."""
        days = max((self.last - self.first).days, 1)
        share = (day - self.first).days / days
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the starts of months or years with room for their labels: the position, and 2026 or 2026-03."""
        room = (self.right - self.left) / max((self.last - self.first).days / DAYS_OF_A_MONTH, 1)
        step = next((months for months in MONTHS if months * room >= LEAST_ROOM + 12), MONTHS[-1])
        month = self.first.year * 12 + self.first.month
        month += -month % step if step < 12 else -(month - 1) % step
        while (day := date((month - (month - 1) % 12) // 12, (month - 1) % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield self.place(day), f"{day:%Y}" if step >= 12 else f"{day:%Y-%m}"
            month += step

    def draw(self, top: float, bottom: float) -> str:
        """Draw faint lines at the ticks and their labels below."""
        return "".join(
            element("line", x1=x, x2=x, y1=top, y2=bottom, stroke=RULE, class_="rule")
            + element("text", text(name), x=x, y=bottom + 16, text_anchor="middle", fill=FAINT, class_="faint")
            for x, name in self.ticks()
        )


def padded(first: date, last: date) -> tuple[date, date]:
    """Return the first of the month, and some days after the last, at least two months apart."""
    first = first.replace(day=1)
    return first, max(last + timedelta(days=10), first + timedelta(days=62))
