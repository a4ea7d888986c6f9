"""What every answer of the endpoint has and what no request may do: closed pages, small bodies, no waiting for ever."""

import asyncio
import base64
import hashlib
import hmac

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 4096
SECONDS = 10


class Closed:
    """Middleware that lets nobody frame, keep, index or leak a page; `style` is the only style sheet that applies."""

    def __init__(self, app: ASGIApp, style: str) -> None:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'"
        self.app = app
        self.heads = {
            "Content-Security-Policy": f"{policy}; base-uri 'none'",
            "Cache-Control": "no-store",
            # The address of a page holds a secret.
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex, nofollow",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the heads to the answer."""

        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                heads = MutableHeaders(scope=message)
                for name, value in self.heads.items():
                    # A stored page is closed more tightly still.
                    heads.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, closed if scope["type"] == "http" else send)


async def small_body(request: Request) -> bytes:
    """The body of a request; 413 for one that is longer than MOST_BODY, 408 for one that does not come."""
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
    """Whether a request shows the operator's token (`Authorization: Bearer ...`); nobody does where none is set."""
    scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
    same = hmac.compare_digest(shown.strip().encode("latin-1", "replace"), token.encode())
    return bool(token) and scheme.casefold() == "bearer" and same
