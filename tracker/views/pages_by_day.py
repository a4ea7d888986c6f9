"""Cut lists ordered by day into pages whose addresses contain a day, so that a link means the same tomorrow."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from db.queries.timeline import Wanted

Row = TypeVar("Row")
MOST_OF_A_DAY = 1000


def page_of(
    fetch: Callable[[Wanted], Sequence[Row]], day: Callable[[Row], date | None], wanted: Wanted, most: int
) -> tuple[Sequence[Row], date | None]:
    """Return about `most` of the newest rows, as whole days, and the last day of the next page, or None at the end.

    `fetch` returns rows newest first. A day with more rows than a page has is a page of its own.
    """
    rows = fetch(replace(wanted, most=most + 1))
    if len(rows) <= most:
        return rows, None
    last = day(rows[most])
    if last is None:
        return rows, None
    kept = [row for row in rows if (its := day(row)) is not None and its > last]
    if kept:
        return kept, last
    return fetch(replace(wanted, since=last, until=last, most=MOST_OF_A_DAY)), last - timedelta(days=1)
