"""Lays out initiatives as lanes on one axis of time: a cell for each span, with the letter of its strongest act."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from tracker.acts import Act, strength
from tracker.cli.screen.acts import legend, letter
from tracker.cli.screen.bars import NOTHING
from tracker.cli.screen.console import console, is_laid_out
from tracker.cli.screen.lines import text
from tracker.cli.screen.prose import DIM, WIDEST, Page

FEWEST_CELLS = 12
YEAR = 4
"""The cells that a year needs."""
Row = Mapping[str, Any]


def lanes_page(rows: Sequence[Row]) -> Page:
    """Return the page of the rows of `tracker.views.compared`; a pipe gets a line for each act instead of lanes."""
    page = Page()
    days = [one["day"] for row in rows for one in row["acts"] if one["day"]]
    names = [text(str(row["initiative_name"])).plain for row in rows]
    if days and is_laid_out():
        wide = min(console().width, WIDEST) - max(map(cell_len, names)) - 2
        axis = _Axis(min(days), max(days), max(wide, FEWEST_CELLS))
        lanes = [(name, axis.lane(row["acts"])) for name, row in zip(names, rows, strict=True)]
        page.facts([*lanes, ("", axis.years())], indent=0)
        page.paragraph(legend(one["act"] for row in rows for one in row["acts"]), 0)
    for name, row in zip(names, rows, strict=True):
        page.blank()
        page.paragraph(Text.assemble((name, "bold"), (f"  {row['initiative']}", DIM)), 0)
        heard = f", announced {row['announcements']} times" if row["announcements"] else ""
        between = f", from {row['first']} to {row['last']}" if row["first"] else ""
        page.paragraph(text(f"{row['state'] or 'never announced'}{heard}{between}"))
        page.facts(_firsts(row["acts"]))
    return page


def _firsts(acts: Iterable[Row]) -> list[tuple[str, Text]]:
    """Return the first day of each act, the strongest act first, with how often it was announced."""
    found: dict[str, list[Row]] = {}
    for one in acts:
        found.setdefault(one["act"], []).append(one)
    return [
        (act, text(f"{_count(some)}, first {next((one['day'] for one in some if one['day']), 'on no known day')}"))
        for act, some in sorted(found.items(), key=lambda pair: strength(pair[0]), reverse=True)
    ]


def _count(some: Iterable[Row]) -> str:
    times = sum(one["announcements"] for one in some)
    return "once" if times == 1 else f"{times} times"


class _Axis:
    """The days from the first to the last, on so many cells."""

    def __init__(self, first: date, last: date, cells: int) -> None:
        self.first, self.last = first, last
        self.cells = min(cells, (last - first).days + 1)

    def place(self, day: date) -> int:
        """Return the cell of a day."""
        return (day - self.first).days * self.cells // ((self.last - self.first).days + 1)

    def lane(self, acts: Iterable[Row]) -> Text:
        """Return the letters of the strongest acts."""
        strongest: dict[int, Act] = {}
        for one in acts:
            if one["day"]:
                cell = self.place(one["day"])
                if cell not in strongest or strength(one["act"]) > strength(strongest[cell]):
                    strongest[cell] = one["act"]
        cells = (letter(strongest[cell]) if cell in strongest else Text(NOTHING, DIM) for cell in range(self.cells))
        return Text().join(cells)

    def years(self) -> Text:
        """Return the years below the lanes, each where it begins, as far as there is room."""
        line = str(self.first.year)
        for year in range(self.first.year + 1, self.last.year + 1):
            at = self.place(date(year, 1, 1))
            if len(line) < at <= self.cells - YEAR:
                line = f"{line:{at}}{year}"
        return Text(line, DIM)
