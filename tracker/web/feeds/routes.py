"""Name the addresses for programs: the API, and lists with a suffix: .atom, .feed.json, .ics, .json, .csv, .xlsx.

A list takes the filters of its page, and `Accept` at the page's address selects the same formats. The address of a page
contains no dot, so the two never conflict. What answers is loaded by the first request.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from config import Config, Settings
from tracker.web.api import PREFIX
from tracker.web.by_accept import ByAccept
from tracker.web.kept import Store
from tracker.web.later import Endpoint, Later, later

FILES = (".json", ".csv", ".xlsx")
FEEDS = (".atom", ".feed.json")
TIMELINE = (*FEEDS, ".ics", *FILES)
LISTS: dict[str, Sequence[str]] = {
    "/news": TIMELINE,
    "/initiatives/{id}": TIMELINE,
    "/bodies/{id}": TIMELINE,
    "/acts/{id}": TIMELINE,
    "/search": (*FEEDS, *FILES),
    "/initiatives": TIMELINE,
    "/bodies": FILES,
    "/sources": FILES,
    "/announcements/{id:int}": (".json", ".bib", ".ris"),
}
"""The lists by their addresses, with the suffixes of their formats."""


def program_routes(
    engine: Engine, config: Config, settings: Settings, health: Callable[[], list[str]], answers: Store, rows: Store
) -> list[BaseRoute]:
    """Return the routes. `health` reports what is wrong with the installation; the API stores answers and rows."""

    def api() -> ASGIApp:
        # FastAPI and its schemas take a third of the time and a quarter of the memory of a start.
        from tracker.web.api.service import make_api  # noqa: PLC0415

        return make_api(engine, config, health, answers, rows, private=settings.webhook_private)

    @cache
    def endpoints() -> dict[str, dict[str, Endpoint]]:
        from tracker.web.feeds.asking import Context  # noqa: PLC0415
        from tracker.web.feeds.by_suffix import endpoints  # noqa: PLC0415

        return endpoints(Context(engine, config, settings))

    described = [Route(path, _described, methods=["GET"]) for path in (PREFIX, f"{PREFIX}/")]
    return [*described, Mount(PREFIX, Later(api)), *_routes(endpoints)]


def _described(_: Request) -> Response:
    """Lead who asks for the API itself to its description, which names all addresses."""
    return RedirectResponse(f"{PREFIX}/openapi.json")


def _routes(endpoints: Callable[[], dict[str, dict[str, Endpoint]]]) -> Iterator[Route]:
    def one(path: str, suffix: str) -> Endpoint:
        return later(lambda: endpoints()[path][suffix])

    for path, suffixes in LISTS.items():
        # The longest first: .feed.json is not a .json of "ai-plus.feed".
        made = {suffix: one(path, suffix) for suffix in sorted(suffixes, key=len, reverse=True)}
        yield from (Route(f"{path}{suffix}", endpoint, methods=["GET"]) for suffix, endpoint in made.items())
        yield ByAccept(path, made)
