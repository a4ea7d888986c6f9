"""Decide by one look-up whether an answer that a client has, or that was kept, is still current.

The validator of an answer is made of its address, the language, the day, and the marks that writers move whenever what
is served changes (`db.store.stamps`). The marks are read before anything else, so that what is shown is never older
than its validator. Each process draws a word of its own when it starts, since another version may render the same rows
differently.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable

from starlette.requests import Request

from config.chosen import with_children
from db.beijing import beijing_today
from db.queries.stamps import mark_of, marks

MOST_KEPT, MOST_KEPT_BYTES = 500, 24 * 2**20
LARGEST_KEPT = 2**20
_START = secrets.token_hex(8)

Marks = Callable[[Request], Iterable[str]]
"""What an answer depends on besides its address, the language and the day."""


def of_all(request: Request) -> Iterable[str]:
    """Return the mark of all initiatives."""
    return _marks(request, ("",))


def of_initiative(request: Request) -> Iterable[str]:
    """Return the marks of the initiative of an address, its children and its successor."""
    config = request.app.state.config
    id_ = str(request.path_params["id"])
    if id_ not in config.initiatives:
        return ()
    successor = config.initiatives[id_].successor
    return _marks(request, [*with_children((id_,), config), *([successor] if successor else [])])


def of_announcement(request: Request) -> Iterable[str]:
    """Return the mark of the initiative of the announcement of an address."""
    return mark_of(request.app.state.engine, min(int(request.path_params["id"]), 2**31 - 1))


def kept(*names: str) -> Marks:
    """Return the marks of answers that the application keeps, by their names in its state."""
    return lambda request: [getattr(request.app.state, name).mark() for name in names]


def both(*of: Marks) -> Marks:
    """Return all marks that any of these return."""
    return lambda request: [mark for one in of for mark in one(request)]


def validator(request: Request, of: Marks, language: str = "") -> str:
    """Return the opaque part of an ETag."""
    scope = request.scope
    # If no address is public, citations show the requested one.
    asked = (request.headers.get("Host", ""), scope["root_path"], scope["path"])
    parts = (_START, str(beijing_today()), language, *asked, *of(request))
    told = "\0".join(parts).encode("utf-8", "surrogateescape") + b"\0" + scope["query_string"]
    return hashlib.blake2b(told, digest_size=15).hexdigest()


def known(request: Request) -> set[str]:
    """Return the validators in a request, without the prefix of weak ones (RFC 9110, 13.1.2)."""
    shown = request.headers.get("If-None-Match", "")
    return {one.strip().removeprefix("W/").strip('"') for one in shown.split(",")} if shown else set()


def _marks(request: Request, names: Iterable[str]) -> Iterable[str]:
    return marks(request.app.state.engine, tuple(names))
