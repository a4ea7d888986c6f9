"""Decide by one look-up whether an answer that a client has, or that was kept, is still current.

The validator of an answer is made of its address, the language, the day, and the marks that writers move whenever what
is served changes (`db.store.stamps`). The marks are read before anything else, so that what is shown is never older
than its validator. Each process draws a word of its own when it starts, since another version may render the same rows
differently.

A look-up in a file takes less time than the way to a thread and back, so it is first tried without one (`at_once`).
What would have to wait, for a lock, a server or an answer that is too old, is left to a thread (`validator`).
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request

from config.chosen import with_children
from db.beijing import beijing_today
from db.queries.stamps import mark_of, marks
from tracker.web.kept import WaitError

MOST_KEPT, MOST_KEPT_BYTES = 500, 24 * 2**20
LARGEST_KEPT = 2**20
_START = secrets.token_hex(8)

Marks = Callable[[Request, bool], Iterable[str]]
"""What an answer depends on besides its address, the language and the day.

Given whether it may wait, the function raises WaitError instead of waiting.
"""


def of_all(request: Request, wait: bool) -> Iterable[str]:
    """Return the mark of all initiatives."""
    return _marks(request, ("",), wait)


def of_initiative(request: Request, wait: bool) -> Iterable[str]:
    """Return the marks of the initiative of an address, its children and its successor."""
    config = request.app.state.config
    id_ = str(request.path_params["id"])
    if id_ not in config.initiatives:
        return ()
    successor = config.initiatives[id_].successor
    return _marks(request, [*with_children((id_,), config), *([successor] if successor else [])], wait)


def of_announcement(request: Request, wait: bool) -> Iterable[str]:
    """Return the mark of the initiative of the announcement of an address."""
    return mark_of(_engine(request, wait), min(int(request.path_params["id"]), 2**31 - 1))


def kept(*names: str) -> Marks:
    """Return the marks of answers that the application keeps, by their names in its state."""
    return lambda request, wait: [getattr(request.app.state, name).mark(wait=wait) for name in names]


def both(*of: Marks) -> Marks:
    """Return all marks that any of these return."""
    return lambda request, wait: [mark for one in of for mark in one(request, wait)]


def at_once(request: Request, of: Marks, language: str = "") -> str | None:
    """Return the `validator`; None if it has to wait for something, or if the database has any other trouble."""
    try:
        return validator(request, of, language, wait=False)
    except (WaitError, SQLAlchemyError):
        return None


def validator(request: Request, of: Marks, language: str = "", *, wait: bool = True) -> str:
    """Return the opaque part of an ETag; raise WaitError where that takes long and it may not `wait`."""
    scope = request.scope
    # If no address is public, citations show the requested one.
    asked = (request.headers.get("Host", ""), scope["root_path"], scope["path"])
    parts = (_START, str(beijing_today()), language, *asked, *of(request, wait))
    told = "\0".join(parts).encode("utf-8", "surrogateescape") + b"\0" + scope["query_string"]
    return hashlib.blake2b(told, digest_size=15).hexdigest()


def known(request: Request) -> set[str]:
    """Return the validators in a request, without the prefix of weak ones (RFC 9110, 13.1.2)."""
    shown = request.headers.get("If-None-Match", "")
    return {one.strip().removeprefix("W/").strip('"') for one in shown.split(",")} if shown else set()


def _marks(request: Request, names: Iterable[str], wait: bool) -> Iterable[str]:
    return marks(_engine(request, wait), tuple(names))


def _engine(request: Request, wait: bool) -> Engine:
    engine: Engine | None = request.app.state.engine if wait else request.app.state.unwaiting
    if engine is None:
        raise WaitError
    return engine
