"""Show the state of every source: when it was crawled, what is wrong with it, how much we have of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlmodel import Session
from starlette.requests import Request

from db.queries.leases import claims
from db.queries.overview import last_crawls
from tracker.web.reading.asked import check_sizes
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable

if TYPE_CHECKING:
    from tracker.health.states import Health


@readable("sources.html", "sources")
def sources(session: Session, reader: Reader, request: Request) -> Facts:
    """Return one row for each source, the worst first."""
    from tracker.health.states import STATES  # noqa: PLC0415

    check_sizes(request.query_params)
    healths: list[Health] = request.app.state.sources()
    counts, crawls, leases = request.app.state.source_counts(), last_crawls(session), claims(session.connection())
    rows = [
        {
            "health": health,
            "source": reader.config.sources[health.source],
            "worst": next((one for one in health.findings if one.state == health.state), None),
            "have": counts.get(health.source),
            "crawled": crawls.get(health.source),
            "lease": leases.get(f"crawl:{health.source}"),
        }
        for health in sorted(healths, key=lambda one: (STATES.index(one.state), one.source))
    ]
    return {"rows": rows, "coverage": coverage(reader, request)}


def coverage(reader: Reader, request: Request) -> str:
    """Return one sentence that says how many of the crawled sources are well."""
    well, count = request.app.state.coverage()
    if not count:
        return reader.say("coverage-none")
    return reader.say("coverage-all" if well == count else "coverage-well", count=count, well=well)


def of_coverage(request: Request, wait: bool) -> tuple[str]:
    """Return what that sentence depends on."""
    return (str(request.app.state.coverage(wait=wait)),)


def counts(healths: Iterable["Health"]) -> tuple[int, int]:
    """Return how many sources are well, and how many were crawled."""
    known = [health for health in healths if health.state != "new"]
    return sum(not health.findings for health in known), len(known)
