"""Declare the filters of lists, and read them: the same in the API, in feeds, in files and in notebooks."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar, get_origin

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from config import Config
from config.chosen import of_tier, with_children
from db.queries.listing import Listed
from db.queries.timeline import Wanted
from tracker.acts import ACTS, Act, Stage, strength
from tracker.contract.wrong_values import told
from tracker.text.asked_day import asked_day

MOST_VALUES = 50
MOST_IDS = 100
MOST_ROWS = 200
LARGEST = 2**31 - 1
Id = Annotated[str, Field(max_length=80)]
Day = Annotated[str, Field(max_length=10, examples=["2025-08-26", "2025-08", "2025", "7d", "yesterday"])]
Ids = Annotated[list[Id], Field(max_length=MOST_VALUES)]


def _written_out(value: Any) -> Any:
    """Return a moment as text in ISO 8601, since pydantic would also take numbers, as seconds since 1970."""
    if not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", str(value)):
        raise ValueError("write 2025-08-26T17:30:00+08:00, with the zone")
    return value


class AskedError(ValueError):
    """A filter with an unknown value: which filter it is, and one line that names the value."""

    def __init__(self, parameter: str, told: str) -> None:
        super().__init__(told)
        self.parameter = parameter


class Filters(BaseModel):
    """Which announcements, or documents; of several values of one filter, one has to match."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    since: Day | None = None
    """First day: 2025-08-26, 2025-08, 2025, 7d, 2w, today or yesterday."""
    until: Day | None = None
    """Last day, in the same forms."""
    initiative: Ids = []
    """By id; its children are included."""
    act: Annotated[list[Act], Field(max_length=MOST_VALUES)] = []
    at_least: Act | None = None
    """This act or a stronger one."""
    stage: Annotated[list[Stage], Field(max_length=MOST_VALUES)] = []
    """Of papers at this stage."""
    body: Ids = []
    """Of this issuing body, by id."""
    source: Ids = []
    """Only what this source reported, by id."""
    tier: Literal["primary", "media"] | None = None
    """Only what primary sources, or media, reported."""
    language: Literal["zh", "en"] | None = None


class Listing(Filters):
    """A page of a list."""

    ids: Annotated[str, Field(max_length=1200, pattern=r"^[0-9]{1,9}(,[0-9]{1,9}){0,99}$")] | None = None
    """Only these, up to 100 numbers with commas between."""
    changed_since: Annotated[AwareDatetime, BeforeValidator(_written_out)] | None = None
    """Only announcements with any field that changed after this moment, by news or by rules, and documents
    with a page that was fetched after it; the zone is required. Changed names do not count: they are in the lists of
    declarations."""
    count: Literal["none", "capped"] = "none"
    """Whether to state how many there are, counted up to 10,000."""
    cursor: Annotated[str, Field(max_length=200)] | None = None
    """The `next` of the page before."""
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 50


class Search(Filters):
    """A page of what a query finds."""

    q: Annotated[str, Field(min_length=1, max_length=500)]
    """Words, "phrases", AND, OR, NOT or -word, (brackets), beginnings (wor*), title:word."""
    cursor: Annotated[str, Field(max_length=200)] | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20


Model = TypeVar("Model", bound=BaseModel)


def read_filters(model: type[Model], pairs: Iterable[tuple[str, str]], **fixed: Any) -> Model:
    """Return the filters in an address's names and values; those that are empty or of other lists are ignored.

    Raise AskedError for the first value that cannot be one.
    """
    given: dict[str, Any] = {}
    for name, value in pairs:
        if not value or name not in model.model_fields:
            continue
        if get_origin(model.model_fields[name].annotation) is list:
            given.setdefault(name, []).append(value)
        else:
            given[name] = value
    try:
        return model.model_validate(given | fixed)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise AskedError(name, told(first)) from None


def unknown(parameter: str, value: str) -> AskedError:
    """Return the error for a value that a filter does not have."""
    return AskedError(parameter, f"there is no {parameter.replace('_', ' ')} {value[:60]!r}")


def wanted(filters: Filters, config: Config, today: date, most: int | None = None) -> Wanted:
    """Return what filters select; raise AskedError if one names an unknown value."""
    _known("initiative", filters.initiative, config.initiatives)
    _known("body", filters.body, config.bodies)
    _known("source", filters.source, {**config.sources, "import": None})
    since, until = _day("since", filters.since, today), _day("until", filters.until, today)
    if since and until and since > until:
        raise AskedError("since", f"since={filters.since} lies after until={filters.until}; swap them")
    sources, other_sources = of_tier(filters.tier, filters.source, config)
    return Wanted(
        initiatives=with_children(filters.initiative, config),
        since=since,
        until=until,
        acts=_acts(filters),
        stages=tuple(filters.stage),
        bodies=tuple(filters.body),
        sources=sources,
        other_sources=other_sources,
        language=filters.language,
        most=most,
    )


def listed(listing: Listing, config: Config, today: date) -> Listed:
    """Return the query behind a page of a list."""
    ids = tuple(int(one) for one in listing.ids.split(",") if int(one) <= LARGEST) if listing.ids else ()
    since: datetime | None = listing.changed_since
    return Listed(wanted(listing, config, today), ids, since)


def _acts(filters: Filters) -> tuple[str, ...]:
    least = strength(filters.at_least) if filters.at_least else 0
    chosen = tuple(act for act in ACTS if act in (filters.act or ACTS) and strength(act) >= least)
    return () if len(chosen) == len(ACTS) else chosen or ("",)


def _day(name: str, typed: str | None, today: date) -> date | None:
    try:
        return asked_day(typed, today, last=name == "until") if typed else None
    except ValueError as error:
        raise AskedError(name, str(error)) from None


def _known(name: str, asked: list[str], known: Mapping[str, Any]) -> None:
    for one in asked:
        if one not in known:
            raise unknown(name, one)
