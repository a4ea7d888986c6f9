"""Makes the rows of a list again only where their contents changed: an announcement's digest says whether they did."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from db.queries.announced import Mark
from tracker.web.kept import Store

Row = TypeVar("Row", str, bytes)
MOST_ROWS, MOST_ROW_BYTES = 8000, 12 * 2**20


def kept_rows(store: Store, keys: Sequence[Hashable], make: Callable[[Sequence[int]], Iterable[Row]]) -> list[Row]:
    """Return a row for each key. `make` makes those that are not stored, by their positions among the keys.

    A row whose key is None is made each time.
    """
    found: list[Row | None] = [None if key is None else store.get(key) for key in keys]
    missing = [position for position, row in enumerate(found) if row is None]
    for position, row in zip(missing, make(missing) if missing else (), strict=True):
        found[position] = row
        if keys[position] is not None:
            store.keep(keys[position], row, len(row))
    return [row for row in found if row is not None]


def keys_of(marks: Iterable[Mark], *kind: Hashable) -> list[Hashable]:
    """Return the keys of the rows of announcements in some form; None for one that an older program wrote."""
    return [(*kind, mark.id, mark.digest) if mark.digest else None for mark in marks]
