"""Show some initiatives side by side: their acts on one axis of time, and the first events of each."""

from collections.abc import Sequence

from markupsafe import Markup
from sqlmodel import Session
from starlette.requests import Request

from db.beijing import beijing_today
from db.queries.timeline import Acts, Reported, acts_by_day, first_with_figures, reported_on
from tracker.charts.lanes import Lane, lanes
from tracker.contract.filters import AskedError, unknown
from tracker.development.by_day import summed
from tracker.views.compared import MOST_COMPARED
from tracker.views.pictures import acts
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.news_page import choices
from tracker.web.reading.picture_words import home_of, wording
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable
from tracker.web.unchanged import of_all


@readable("compare.html", "compare", of_all)
def compare(session: Session, reader: Reader, request: Request) -> Facts:
    """Return the initiatives that the address names."""
    chosen = compared(reader, request)
    told = {one: acts_by_day(session, one) for one in chosen}
    rows = [Lane(reader.initiative(one), acts(told[one], wording(reader))) for one in chosen]
    chart = Markup(lanes(rows, reader.say("compare-label"), beijing_today()))  # noqa: S704 - our own drawing
    return {
        "chosen": chosen,
        "home": home_of(request),
        "pairs": [("initiative", one) for one in chosen],
        "choices": choices(reader)["initiative"],
        "chart": chart,
        "firsts": {one: _firsts(session, one, told[one]) for one in chosen},
        "counts": {one: summed(told[one]) for one in chosen},
    }


def compared(reader: Reader, request: Request) -> list[str]:
    """Return the initiatives that an address names; raise AskedError if one is unknown, or if there are too many."""
    check_sizes(request.query_params)
    chosen = list(dict.fromkeys(request.query_params.getlist("initiative")))
    if strange := [one for one in chosen if one not in reader.config.initiatives]:
        raise unknown("initiative", strange[0])
    if len(chosen) > MOST_COMPARED:
        raise AskedError("initiative", f"{len(chosen)} initiatives are chosen; {MOST_COMPARED} at most")
    return chosen


def _firsts(session: Session, initiative: str, told: Sequence[Acts]) -> list[Reported | None]:
    """Return the first announcement, the first paper and the first figure of an initiative."""
    first = next((one.timeline_day for one in told if one.timeline_day), None)
    issued = next((one.timeline_day for one in told if one.timeline_day and one.act == "issued"), None)
    on_these = reported_on(session, initiative, {day for day in (first, issued) if day})
    return [
        next(iter(on_these), None),
        next((one for one in on_these if one.act == "issued"), None),
        first_with_figures(session, initiative),
    ]
