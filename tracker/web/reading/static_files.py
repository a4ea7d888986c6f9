"""Serve the style sheet and the scripts of the pages, the only ones that a browser accepts from us."""

import hashlib
from functools import cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

TYPES = {
    "style.css": "text/css; charset=utf-8",
    "keys.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


async def static(request: Request) -> Response:
    """Return a file of ours by name. Its address changes with its content, so that it may be cached."""
    name = str(request.path_params["name"])
    if name not in TYPES:
        raise HTTPException(404)
    return Response(content(name), headers={"Content-Type": TYPES[name], "Cache-Control": "public, max-age=604800"})


@cache
def content(name: str) -> bytes:
    """Return the content of a file."""
    return (files("tracker.web.reading") / "static" / name).read_bytes()


@cache
def address(name: str) -> str:
    """Return the address of a file, with a mark of its content."""
    return f"/static/{name}?v={hashlib.sha256(content(name)).hexdigest()[:12]}"
