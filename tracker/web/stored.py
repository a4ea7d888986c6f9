"""Show a page as we stored it to clients that know its SHA-256, from our mail or from the page itself."""

import re
import zlib
from email.utils import format_datetime

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from db.engine import reading
from db.models import Page
from db.queries.pages import page_with

SHA256 = re.compile(r"[0-9a-f]{64}")
TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:; ?charset=\"?[\w.:-]+\"?)?", re.ASCII)
RUN = re.compile(r"script|css|wasm", re.IGNORECASE)
# What a browser shows by itself; anything else is a file to save.
SHOWN = ("text/html", "text/plain", "application/xhtml+xml")
# A page is someone else's: it may look as it did, but must not run or fetch anything.
BOX = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


async def stored(request: Request) -> Response:
    """Return the page byte for byte; its Memento-Datetime (RFC 7089) is when it was fetched."""
    sha256 = str(request.path_params["sha256"])
    found = await run_in_threadpool(_find, request.app.state.engine, sha256) if SHA256.fullmatch(sha256) else None
    if found is None:
        raise HTTPException(404)
    page, content = found
    return Response(content, headers=_heads(page))


def _find(engine: Engine, sha256: str) -> tuple[Page, bytes] | None:
    with reading(engine) as session:
        found = page_with(session, sha256)
        return (found[0], zlib.decompress(found[1].zipped)) if found else None


def is_shown(page: Page) -> bool:
    """Return whether a browser shows a page by itself."""
    return _type(page).partition(";")[0].lower() in SHOWN


def _type(page: Page) -> str:
    """Return the media type that the page came with, but that of a plain file for a script or a style sheet.

    So no page of ours can be made to run it.
    """
    known = page.content_type
    return known if TYPE.fullmatch(known) and not RUN.search(known) else "application/octet-stream"


def _heads(page: Page) -> dict[str, str]:
    return {
        "Content-Type": _type(page),
        "Content-Disposition": "inline" if is_shown(page) else f'attachment; filename="{page.sha256[:12]}"',
        "Content-Security-Policy": BOX,
        "Memento-Datetime": format_datetime(page.fetched_at, usegmt=True),
    }
