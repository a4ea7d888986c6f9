"""Read the filters in an address: which announcements a reader asks for, and how the page describes them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from starlette.datastructures import QueryParams

from config import Config
from config.chosen import of_tier, with_children
from db.queries.timeline import Wanted
from tracker.acts import ACTS

MOST_PARAMETERS = 40
LONGEST = 500
MOST_ROWS = 30
_AGO = re.compile(r"([1-9]\d{0,3})([dwmy])", re.ASCII)
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
NAMES = ("since", "until", "initiative", "act", "body", "source", "tier", "language")


class AskedError(ValueError):
    """An address that asks for something that does not exist; its text says in one line what and where."""


@dataclass(frozen=True)
class Asked:
    """The filters of an address, as written, and what they select."""

    wanted: Wanted
    pairs: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        """Return the first value of a filter, "" if it is not set, as a form shows it."""
        return next((value for key, value in self.pairs if key == name), "")


def read_asked(query: QueryParams, config: Config, today: date, **fixed: Any) -> Asked:
    """Return the filters of a query; raise AskedError if one names an unknown value. `fixed` ones are not described."""
    check_sizes(query)
    pairs = tuple((name, value) for name, value in query.multi_items() if name in NAMES and value)
    given = {name: tuple(value for key, value in pairs if key == name) for name in NAMES}
    _known("initiative", given["initiative"], config.initiatives)
    _known("act", given["act"], dict.fromkeys(ACTS))
    _known("body", given["body"], config.bodies)
    _known("source", given["source"], {**config.sources, "import": None})
    _known("tier", given["tier"], {"primary": 1, "media": 1})
    _known("language", given["language"], {"zh": 1, "en": 1})
    since, until = (_day(name, given[name], today, last=name == "until") for name in ("since", "until"))
    if since and until and since > until:
        raise AskedError(f"since={given['since'][0]} lies after until={given['until'][0]}")
    sources, other_sources = of_tier((given["tier"] or (None,))[0], given["source"], config)
    fields: dict[str, Any] = {
        "initiatives": with_children(given["initiative"], config),
        "since": since,
        "until": until,
        "acts": given["act"],
        "bodies": given["body"],
        "sources": sources,
        "other_sources": other_sources,
        "language": (given["language"] or (None,))[0],
        "most": MOST_ROWS,
    }
    return Asked(Wanted(**fields | fixed), pairs)


def check_sizes(query: QueryParams) -> None:
    """Raise AskedError for an address with more or longer parameters than a form of ours has."""
    pairs = query.multi_items()
    if len(pairs) > MOST_PARAMETERS:
        raise AskedError(f"the address has {len(pairs)} parameters; {MOST_PARAMETERS} at most")
    for name, value in pairs:
        if len(name) + len(value) > LONGEST:
            raise AskedError(f"the parameter {name[:20]} is longer than {LONGEST} characters")


def _known(what: str, named: tuple[str, ...], known: Mapping[str, Any]) -> None:
    for one in named:
        if one not in known:
            raise AskedError(f"there is no {what} {one[:60]!r}")


def _day(name: str, given: tuple[str, ...], today: date, *, last: bool) -> date | None:
    if not given:
        return None
    typed = given[0].strip().lower()
    try:
        if typed == "today":
            return today
        if ago := _AGO.fullmatch(typed):
            return today - timedelta(days=int(ago[1]) * DAYS[ago[2]])
        if part := _DAY.fullmatch(typed):
            return _part(part, last)
    except (ValueError, OverflowError):
        pass
    raise AskedError(f"{name}={typed[:30]!r} is not a day; write 7d, 2026, 2026-08 or 2026-08-26")


def _part(part: re.Match[str], last: bool) -> date:
    year, month, day = part.groups()
    first = date(int(year), int(month or (12 if last else 1)), int(day or 1))
    if day or not last:
        return first
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
