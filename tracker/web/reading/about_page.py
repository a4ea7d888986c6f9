"""Say what this is, how much there is, and how good the readings are."""

from sqlmodel import Session
from starlette.requests import Request

from db.queries.documents import totals
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable
from tracker.web.reading.sources_page import coverage


@readable("about.html", "about")
def about(session: Session, reader: Reader, request: Request) -> Facts:
    """Return the counts of what there is."""
    check_sizes(request.query_params)
    return {
        "totals": totals(session),
        "coverage": coverage(reader, request),
        "catalogue": len(reader.config.initiatives),
    }
