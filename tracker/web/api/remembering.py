"""Repeat answers of the API's lists and rows after asking the database only whether anything changed."""

import re
from collections.abc import Mapping

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.api.responses import CACHED, VALIDATOR
from tracker.web.kept import Store
from tracker.web.unchanged import (
    LARGEST_KEPT,
    Marks,
    at_once,
    known,
    of_all,
    of_announcement,
    of_initiative,
    validator,
)

# Paths below that of the API; all other answers depend on more than announcements.
DEPENDS: tuple[tuple[re.Pattern[str], Marks], ...] = (
    (re.compile(r"/(?:announcements|initiatives)"), of_all),
    (re.compile(r"/announcements/(?P<id>[0-9]{1,9})"), of_announcement),
    (re.compile(r"/initiatives/(?P<id>[a-z0-9-]{1,80})(?:/development)?"), of_initiative),
)


class Remembering:
    """Middleware that adds validators to answers, and sends 304 or the kept body while nothing has changed."""

    def __init__(self, app: ASGIApp, answers: Store) -> None:
        self.app = app
        self.answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or pass the request on and keep the answer."""
        found = _depends(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if found is None:
            await self.app(scope, receive, send)
            return
        marks, parameters = found
        request = Request({**scope, "path_params": parameters})
        etag = at_once(request, marks)
        if etag is None:
            try:
                etag = await run_in_threadpool(validator, request, marks)
            except SQLAlchemyError:
                # The operation will find the same trouble, and reports it as a problem.
                await self.app(scope, receive, send)
                return
        body: bytes | None = self.answers.get(etag)
        shown = known(request)
        if etag in shown or ("*" in shown and body is not None):
            await Response(status_code=304, headers=_heads(etag))(scope, receive, send)
        elif body is not None:
            await Response(body, headers=_heads(etag), media_type="application/json")(scope, receive, send)
        else:
            await self.app({**scope, VALIDATOR: etag}, receive, _keeping(send, etag, self.answers))


def _depends(scope: Scope) -> tuple[Marks, Mapping[str, str]] | None:
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    for pattern, marks in DEPENDS:
        if fits := pattern.fullmatch(path):
            return marks, fits.groupdict()
    return None


def _heads(etag: str) -> dict[str, str]:
    return {"ETag": f'"{etag}"', "Cache-Control": CACHED}


def _keeping(send: Send, etag: str, answers: Store) -> Send:
    """Send an answer, and keep it when it is complete."""
    parts: list[bytes] | None = []

    async def sent(message: Message) -> None:
        nonlocal parts
        if message["type"] == "http.response.start":
            if message["status"] != 200:
                parts = None
        elif parts is not None:
            parts.append(message.get("body", b""))
            body = b"".join(parts) if not message.get("more_body") else b""
            if body and len(body) <= LARGEST_KEPT:
                answers.keep(etag, body, len(body))
        await send(message)

    return sent
