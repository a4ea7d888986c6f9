"""Secure the endpoint: closed pages, known hosts and small bodies. It sets the heads that every answer has."""

import asyncio
import base64
import hashlib
import hmac
import re
from collections.abc import Set

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.pages import page

MOST_BODY = 4096
# Our addresses are short, and so are the heads that a browser adds.
MOST_ADDRESS = 16 * 1024
MOST_HEADS = 32 * 1024
SECONDS = 10


class Closed:
    """Middleware that forbids to frame, store, index or leak a page; `style` is the only style sheet that applies."""

    def __init__(self, app: ASGIApp, style: str) -> None:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'"
        self.app = app
        heads = {
            "Content-Security-Policy": f"{policy}; base-uri 'none'",
            "Cache-Control": "no-store",
            # The address of a page contains a secret.
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex, nofollow",
        }
        self.heads = [(name.lower().encode(), value.encode()) for name, value in heads.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the heads to the answer."""

        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                # A stored page is closed more tightly still.
                names = {name.lower() for name, _ in message["headers"]}
                more = [head for head in self.heads if head[0] not in names]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        await self.app(scope, receive, closed if scope["type"] == "http" else send)


class Strict:
    """Middleware that refuses a request for another host, one that is too long, and one that states two lengths.

    The end of the last is ambiguous, so what follows is not read (RFC 9112, 6.3). `hosts` are names or addresses
    without ports, folded; a request with no `Host`, or with two, matches none of them.
    """

    def __init__(self, app: ASGIApp, hosts: Set[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 400, 414 or 431 and close, or pass on."""
        if scope["type"] == "http":
            heads = Headers(scope=scope)
            twice = "content-length" in heads and "transfer-encoding" in heads
            named = [host_of(one) for one in heads.getlist("host")]
            is_wrong = twice or len(named) != 1 or named[0] not in self.hosts
            if status := 400 if is_wrong else _too_long(scope):
                answer = page(Request(scope), "400", status)
                answer.headers["Connection"] = "close"
                await answer(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _too_long(scope: Scope) -> int:
    """Return the status for a request whose address or head is too long (RFC 9110, 15.5.15; RFC 6585, 5), else 0."""
    if len(scope["raw_path"]) + len(scope["query_string"]) > MOST_ADDRESS:
        return 414
    return 431 if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADS else 0


def host_of(authority: str) -> str:
    """Return the host of a `Host` head, folded, without its port; an IPv6 address keeps its brackets."""
    host = re.fullmatch(r"(\[[0-9a-f:.]+\]|[^:\[\]]*)(?::\d*)?", authority.strip().casefold())
    return host[1].rstrip(".") if host else ""


async def small_body(request: Request) -> bytes:
    """Return the body of a request; answer 413 if it is longer than MOST_BODY, 408 if it does not arrive."""
    body = b""
    try:
        async with asyncio.timeout(SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > MOST_BODY:
                    raise HTTPException(413)
    except (TimeoutError, ClientDisconnect) as error:
        raise HTTPException(408) from error
    return body


def knows(request: Request, token: str) -> bool:
    """Return whether a request has the operator's token (`Authorization: Bearer ...`); never if none is set."""
    scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
    same = hmac.compare_digest(shown.strip().encode("latin-1", "replace"), token.encode())
    return bool(token) and scheme.casefold() == "bearer" and same
