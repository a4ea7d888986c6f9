"""Answer with rows: a body with its validator, 304 if the client has it already, 406 if it accepts no JSON."""

import hashlib
from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticSerializationError, to_json
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.contract.models.row import Row
from tracker.text.printable import HARMFUL, as_json, escaped
from tracker.web.api.problems import problem

# A cache may keep the answer, but asks each time whether it is still valid.
CACHED = "public, no-cache"


def answer(request: Request, told: Row | Mapping[str, Any], heads: Mapping[str, str] | None = None) -> Response:
    """Return a row as JSON."""
    return validated(request, json_bytes(told), "application/json", heads)


def json_bytes(told: Row | Mapping[str, Any]) -> bytes:
    """Return rows, or what they are made of, as JSON from pydantic, with control characters escaped as in `as_json`."""
    try:
        return HARMFUL.sub(escaped, to_json(told).decode()).encode()
    except PydanticSerializationError:
        # A lone surrogate, which UTF-8 cannot encode.
        return as_json(told.plain() if isinstance(told, Row) else told).encode()


def validated(request: Request, body: bytes, media_type: str, heads: Mapping[str, str] | None = None) -> Response:
    """Return a body with its ETag, or 304 (RFC 9110, 13.1.2) if the request has it."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    all_heads = {"ETag": etag, "Cache-Control": CACHED, **(heads or {})}
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    if etag in known or "*" in known:
        return Response(status_code=304, headers=all_heads)
    return Response(body, headers=all_heads, media_type=media_type)


class Negotiating:
    """Middleware that refuses clients that do not take JSON (406), and answers HEAD like GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if not takes_json(request.headers.get("Accept", "")):
            await problem(406, "answers are application/json; leave out Accept, or name it")(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self.app({**scope, "method": "GET"}, receive, _headless(send))
        else:
            await self.app(scope, receive, send)


def takes_json(accept: str) -> bool:
    """Decide whether an Accept head (RFC 9110, 12.5.1) permits JSON; a missing head permits everything."""
    if not accept.strip():
        return True
    best: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().casefold() for piece in part.split(";"))
        best[name] = quality(parameters)
    named = next((best[name] for name in ("application/json", "application/*", "*/*") if name in best), 0.0)
    return named > 0


def quality(parameters: list[str]) -> float:
    """Return how much a media type of an Accept head is wanted, from 0 to 1, by its parameters (`q=0.5`)."""
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return float(parameter[2:])
            except ValueError:
                return 0.0
    return 1.0


def _headless(send: Send) -> Send:
    async def without_body(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return without_body
