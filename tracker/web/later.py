"""Makes applications and endpoints on their first request: rarely used ones cost a start neither time nor memory."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Endpoint = Callable[[Request], Awaitable[Response]]


class Later:
    """An application that `make` makes, once, in a thread."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make = make
        self._made: ASGIApp | None = None
        self._turn = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as soon as the application exists."""
        if self._made is None:
            async with self._turn:
                if self._made is None:
                    self._made = await run_in_threadpool(self._make)
        await self._made(scope, receive, send)


def later(load: Callable[[], Endpoint]) -> Endpoint:
    """Return an endpoint that `load` imports on the first request, in a thread."""
    loaded: list[Endpoint] = []

    async def endpoint(request: Request) -> Response:
        if not loaded:
            loaded.append(await run_in_threadpool(load))
        return await loaded[0](request)

    return endpoint
