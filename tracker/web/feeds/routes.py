"""Name the addresses for programs: the API, and lists with a suffix: .atom, .feed.json, .ics, .json, .csv, .xlsx.

A list takes the filters of its page, and `Accept` at the page's address selects the same formats. The address of a page
contains no dot, so the two never conflict.
"""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from config import Config, Settings
from tracker.web.api import PREFIX
from tracker.web.by_accept import ByAccept
from tracker.web.feeds.asking import Context, answering
from tracker.web.feeds.catalogues import catalogue
from tracker.web.feeds.found import search
from tracker.web.feeds.proofs import references
from tracker.web.feeds.timelines import OF_ACT, OF_ALL, OF_BODY, OF_INITIATIVE, timeline
from tracker.web.kept import Store
from tracker.web.later import Later

Make = Callable[[Request], Response]


def program_routes(
    engine: Engine, config: Config, settings: Settings, health: Callable[[], list[str]], answers: Store
) -> list[BaseRoute]:
    """Return the routes. `health` reports what is wrong with the installation; `answers` stores answers of the API."""
    context = Context(engine, config, settings)
    lists: dict[str, Mapping[str, Make]] = {
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

    def api() -> ASGIApp:
        # FastAPI and its schemas take a third of the time and a quarter of the memory of a start.
        from tracker.web.api.service import make_api  # noqa: PLC0415

        return make_api(engine, config, health, answers)

    return [Mount(PREFIX, Later(api)), *_routes(lists)]


def _routes(lists: Mapping[str, Mapping[str, Make]]) -> Iterator[Route]:
    for path, suffixes in lists.items():
        endpoints = {suffix: answering(make) for suffix, make in suffixes.items()}
        # The longest first: .feed.json is not a .json of "ai-plus.feed".
        for suffix in sorted(suffixes, key=len, reverse=True):
            yield Route(f"{path}{suffix}", endpoints[suffix], methods=["GET"])
        yield ByAccept(path, endpoints)
