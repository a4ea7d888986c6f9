"""Show all initiatives: state, last act, how often they were announced, month by month."""

from collections import Counter

from markupsafe import Markup
from sqlmodel import Session
from starlette.requests import Request

from tracker.charts.attention import sparkline
from tracker.contract.filters import unknown
from tracker.views.overview import Overview
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable
from tracker.web.unchanged import kept


@readable("initiatives.html", "initiatives", kept("overview"))
def initiatives(session: Session, reader: Reader, request: Request) -> Facts:  # noqa: ARG001 - every page has one
    """Return one row for each initiative, or for those of one state if the address asks for it."""
    check_sizes(request.query_params)
    rows: list[Overview] = request.app.state.overview()
    states = Counter(row.state or "none" for row in rows)
    state = request.query_params.get("state") or ""
    if state and state not in states:
        raise unknown("state", state)
    shown = [(row, drawn(reader, row)) for row in rows if not state or (row.state or "none") == state]
    return {"rows": shown, "states": states.most_common(), "state": state}


def drawn(reader: Reader, row: Overview) -> Markup:
    """Draw the bars of an initiative's months."""
    label = reader.say("months-label", count=sum(row.months))
    return Markup(sparkline(row.months, label))  # noqa: S704 - our own drawing, which escapes its words
