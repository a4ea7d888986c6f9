"""Gives the style sheet and the script of the pages, which are the only ones that a browser takes from us."""

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
    """A file of ours by its name; its address changes with what it says, so that it may be kept."""
    name = str(request.path_params["name"])
    if name not in TYPES:
        raise HTTPException(404)
    return Response(content(name), headers={"Content-Type": TYPES[name], "Cache-Control": "public, max-age=604800"})


@cache
def content(name: str) -> bytes:
    """What a file holds."""
    return (files("tracker.web.reading") / "static" / name).read_bytes()


@cache
def address(name: str) -> str:
    """The address of a file, with a mark of what it holds."""
    return f"/static/{name}?v={hashlib.sha256(content(name)).hexdigest()[:12]}"
