"""Hold rows as a sequence that notebooks show as a table, and as columns and data frames."""

import html
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Generic, Literal, TypeVar, overload

from tracker.contract.formats.flat import Cell, cells, columns
from tracker.contract.models.row import Row
from tracker.text.printable import printable

R = TypeVar("R", bound=Row)
Library = Literal["pandas", "polars"]
LIBRARIES: tuple[Library, ...] = ("pandas", "polars")
MOST_SHOWN = 20
LONGEST_SHOWN = 80


class Rows(Sequence[R], Generic[R]):
    """Hold rows of one kind, frozen; `model` says which fields they have."""

    def __init__(self, model: type[R], rows: Iterable[R]) -> None:
        self.model = model
        self._rows = tuple(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows[R]": ...
    def __getitem__(self, index: int | slice) -> "R | Rows[R]":
        """Return a row, or some of them."""
        return Rows(self.model, self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} row{'s' * (len(self) != 1)} of {self.model.__name__}>"

    def columns(self) -> dict[str, list[Cell]]:
        """Return the rows by column, as in CSV: `figure_1_value`, `quote_zh`; days, moments and numbers as such."""
        names = columns(self.model)
        told = [cells(row) for row in self._rows]
        return {name: [row[place] for row in told] for place, name in enumerate(names)}

    def frame(self, library: Library | None = None) -> Any:
        """Return the same as a data frame of pandas or polars; ImportError, with what to install, if neither exists."""
        named = library or next((one for one in LIBRARIES if find_spec(one)), None)
        if named is None:
            raise ImportError("a data frame needs pandas or polars: pip install pandas")
        return import_module(named).DataFrame(self.columns())

    def _repr_html_(self) -> str:
        """Return the first rows as a table for Jupyter: only columns that have a value."""
        shown = {name: some[:MOST_SHOWN] for name, some in self.columns().items() if any(some[:MOST_SHOWN])}
        head = "".join(f"<th>{html.escape(name)}</th>" for name in shown)
        lines = zip(*shown.values(), strict=True)
        body = "".join(f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in line)}</tr>" for line in lines)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{len(self)} rows</p>"


def _shown(cell: Cell) -> str:
    text = "" if cell is None else printable(str(cell))
    return html.escape(text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…")
