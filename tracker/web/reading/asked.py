"""Read the filters in the address of a page: which announcements a reader asks for, and how the page describes them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from starlette.datastructures import QueryParams

from config import Config
from db.queries.timeline import Wanted
from tracker.contract.filters import AskedError, Filters, read_filters, wanted

MOST_PARAMETERS = 40
LONGEST = 500
MOST_ROWS = 30


@dataclass(frozen=True)
class Asked:
    """The filters of an address, as written, and what they select."""

    wanted: Wanted
    pairs: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        """Return the first value of a filter, "" if it is not set, as a form shows it."""
        return next((value for key, value in self.pairs if key == name), "")


def read_asked(query: QueryParams, config: Config, today: date, most: int = MOST_ROWS, **fixed: Any) -> Asked:
    """Return the filters of a query; raise AskedError if one names an unknown value. `fixed` ones are not described."""
    check_sizes(query)
    pairs = tuple((name, value) for name, value in query.multi_items() if name in Filters.model_fields and value)
    filters = read_filters(Filters, pairs)
    found = wanted(filters, config, today, most)
    return Asked(replace(found, **fixed), pairs)


def check_sizes(query: QueryParams) -> None:
    """Raise AskedError for an address with more or longer parameters than a form of ours has."""
    pairs = query.multi_items()
    if len(pairs) > MOST_PARAMETERS:
        raise AskedError("", f"the address has {len(pairs)} parameters; {MOST_PARAMETERS} at most")
    for name, value in pairs:
        if len(name) + len(value) > LONGEST:
            raise AskedError(name[:20], f"the parameter {name[:20]} is longer than {LONGEST} characters")
