"""Names the lists for programs, each with the function that answers for each suffix."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from tracker.web.feeds.asking import Context, answering
from tracker.web.feeds.catalogues import catalogue
from tracker.web.feeds.found import search
from tracker.web.feeds.proofs import references
from tracker.web.feeds.timelines import OF_ACT, OF_ALL, OF_BODY, OF_INITIATIVE, timeline
from tracker.web.later import Endpoint

Make = Callable[[Request], Response]


def endpoints(context: Context) -> dict[str, dict[str, Endpoint]]:
    """Return the endpoints of the lists, by address and suffix."""
    return {path: {suffix: answering(make) for suffix, make in some.items()} for path, some in _lists(context).items()}


def _lists(context: Context) -> dict[str, Mapping[str, Make]]:
    return {
        "/news": timeline(context, OF_ALL),
        "/initiatives/{id}": timeline(context, OF_INITIATIVE),
        "/bodies/{id}": timeline(context, OF_BODY),
        "/acts/{id}": timeline(context, OF_ACT),
        "/search": search(context),
        "/initiatives": {**timeline(context, OF_ALL), **catalogue(context, "initiatives")},
        "/bodies": catalogue(context, "bodies"),
        "/sources": catalogue(context, "sources"),
        "/announcements/{id:int}": references(context),
    }
