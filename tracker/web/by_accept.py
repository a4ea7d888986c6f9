"""Answer at a page's address in the format that `Accept` asks for, as the address with a suffix does."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from tracker.web.api.responses import quality

Endpoint = Callable[[Request], Awaitable[Response]]
PAGE = "text/html"
MEDIA_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".feed.json": "application/feed+json",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The suffixes of addresses, and the media types that ask for the same format."""
MOST_NAMED = 30


class ByAccept(Route):
    """A route that accepts only requests for one of its formats, not those for a page."""

    def __init__(self, path: str, formats: Mapping[str, Endpoint]) -> None:
        """Store the formats; `formats` has an endpoint for each suffix."""
        self._by_type = {MEDIA_TYPES[suffix]: endpoint for suffix, endpoint in formats.items()}

        async def answer(request: Request) -> Response:
            kind = asked_for(request.headers.get("Accept", ""), tuple(self._by_type)) or ""
            response = await self._by_type[kind](request)
            response.headers.add_vary_header("Accept")
            return response

        super().__init__(path, answer, methods=["GET"])

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match as a route does, if `Accept` names a format."""
        if scope["type"] == "http":
            named = next((value for name, value in scope["headers"] if name == b"accept"), b"").decode("latin-1")
            if asked_for(named, tuple(self._by_type)):
                return super().matches(scope)
        return Match.NONE, {}


class _Formats(BaseRoute):
    """All routes by `Accept` as one, so that a browser's request skips them by one header."""

    def __init__(self, routes: Sequence[ByAccept]) -> None:
        self._routes = routes

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match as the first route that accepts the request."""
        if scope["type"] == "http":
            named = next((value for name, value in scope["headers"] if name == b"accept"), b"*/*")
            if named not in (b"*/*", b"text/html") and not named.startswith(b"text/html,"):
                for route in self._routes:
                    match, child = route.matches(scope)
                    if match is not Match.NONE:
                        return match, {**child, "by_accept": route}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle the request as the route that matched."""
        await scope["by_accept"].handle(scope, receive, send)


def formats_first(routes: Sequence[BaseRoute]) -> list[BaseRoute]:
    """Return the routes in their order, with those by `Accept` before all others."""
    by_accept = [route for route in routes if isinstance(route, ByAccept)]
    return [_Formats(by_accept), *(route for route in routes if not isinstance(route, ByAccept))]


def asked_for(accept: str, offered: tuple[str, ...]) -> str | None:
    """Return the offered media type that an Accept head (RFC 9110, 12.5.1) prefers to a page, if any.

    `*/*` means a page.
    """
    wanted: dict[str, float] = {}
    for part in accept.split(",")[:MOST_NAMED]:
        name, *parameters = (piece.strip().casefold() for piece in part.split(";"))
        wanted.setdefault(name, quality(parameters))
    named = [one for one in wanted if one in offered and wanted[one] > 0]
    best = max(named, key=wanted.__getitem__, default=None)
    if best is None or wanted[best] <= wanted.get(PAGE, -1.0):
        return None
    return best if wanted[best] >= max(wanted.get("text/*", 0.0), wanted.get("*/*", 0.0)) else None
