"""Show the issuing bodies: how much each announced, when last, and on what."""

from collections import defaultdict
from datetime import date

from sqlmodel import Session
from starlette.requests import Request

from db.queries.overview import BodySpan
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable
from tracker.web.unchanged import kept

MOST_NAMED = 4


@readable("bodies.html", "bodies", kept("bodies"))
def bodies(session: Session, reader: Reader, request: Request) -> Facts:  # noqa: ARG001 - every page has them
    """Return one row for each body that announced anything, the busiest first."""
    check_sizes(request.query_params)
    spans: dict[str, list[BodySpan]] = defaultdict(list)
    for span in request.app.state.bodies():
        spans[span.body].append(span)
    rows = [
        {
            "id": id_,
            "count": sum(span.announcements for span in some),
            "last": max((span.last for span in some if span.last), default=None),
            "initiatives": [
                s.initiative for s in sorted(some, key=lambda s: (-s.announcements, s.initiative))[:MOST_NAMED]
            ],
        }
        for id_, some in spans.items()
    ]
    return {"rows": sorted(rows, key=lambda row: (-int(str(row["count"])), row["last"] or date.min, row["id"]))}
