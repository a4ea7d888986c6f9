"""Lays out rows as a table of a given width: each column whole or wrapped, none cut; as records if no table fits."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Group
from rich.table import Table
from rich.text import Text

from tracker.cli.screen.lines import broken, text
from tracker.cli.screen.plain import cell_words

if TYPE_CHECKING:
    from rich.console import RenderableType

LEAST = 12
"""The least width of a column that wraps."""
GUTTER = 2


@dataclass(frozen=True)
class Column:
    """A column of a table. One that `wraps` gets the room that the others leave; the others are shown whole."""

    name: str
    wraps: bool = False
    right: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int, heads: bool = True) -> Table | None:
    """Return the rows as a table of at most `width`; None if they do not fit."""
    natural = [_natural(column, cells) for column, cells in zip(columns, _turned(columns, rows), strict=True)]
    wide = _widths(columns, natural, width)
    if wide is None:
        return None
    laid = Table(box=None, pad_edge=False, padding=(0, GUTTER, 0, 0), header_style="bold", show_header=heads)
    for column, its in zip(columns, wide, strict=True):
        laid.add_column(text(column.name), justify="right" if column.right else "left", width=its, no_wrap=True)
    for row in rows:
        laid.add_row(*(Text("\n").join(broken(cell, its)) for cell, its in zip(row, wide, strict=True)))
    return laid


def records(names: Sequence[str], rows: Iterable[Sequence[Text]], width: int) -> Group:
    """Return the rows one after the other, a line for each field."""
    label = max(map(cell_len, names), default=0) + GUTTER
    parts: list[RenderableType] = []
    for row in rows:
        laid = Table.grid(padding=0)
        laid.add_column(width=label, style="bold", no_wrap=True)
        laid.add_column(no_wrap=True)
        for name, cell in zip(names, row, strict=True):
            if cell.plain:
                laid.add_row(text(name), Text("\n").join(broken(cell, max(width - label, LEAST))))
        parts += [laid, Text()]
    return Group(*parts[:-1])


def from_rows(rows: Sequence[Mapping[str, Any]], names: Sequence[str], width: int) -> "RenderableType":
    """Return the `names` of plain rows as a table or, if that does not fit, as records."""
    cells = [[text(value_words(row.get(name))) for name in names] for row in rows]
    columns = [
        Column(
            name,
            wraps=any(_may_wrap(row[at].plain) for row in cells),
            right=all(isinstance(row.get(name), int | float | None) for row in rows),
        )
        for at, name in enumerate(names)
    ]
    return table(columns, cells, width) or records(names, cells, width)


def value_words(value: Any) -> str:
    """Return a value as a cell shows it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}" + ("Z" if value.tzinfo else "")
    return f"{value:,.10g}" if isinstance(value, float) else cell_words(value)


def _may_wrap(cell: str) -> bool:
    """Decide whether a cell may wrap: words or an address may. An id, a day and a number are shown whole."""
    return "://" in cell or any(sign.isspace() or unicodedata.east_asian_width(sign) in "WF" for sign in cell)


def _turned(columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> list[list[Text]]:
    return [[row[at] for row in rows] for at in range(len(columns))]


def _natural(column: Column, cells: Iterable[Text]) -> int:
    lines = (line for cell in cells for line in cell.plain.split("\n"))
    return max([cell_len(column.name), *map(cell_len, lines)])


def _widths(columns: Sequence[Column], natural: Sequence[int], width: int) -> list[int] | None:
    """Return the width of each column: its own, or less if it wraps and others need room; None if none is left."""
    wide = list(natural)
    over = sum(wide) + GUTTER * (len(wide) - 1) - width
    while over > 0:
        wrapping = [at for at, column in enumerate(columns) if column.wraps and wide[at] > LEAST]
        if not wrapping:
            return None
        widest = max(wrapping, key=lambda at: wide[at])
        wide[widest] -= 1
        over -= 1
    return wide
