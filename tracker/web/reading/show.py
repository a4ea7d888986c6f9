"""Renders the pages for readers and gives them their heads; nothing of a page is markup unless a template says so."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from config import Config
from db.engine import reading
from tracker.charts.marks import badge
from tracker.charts.png import can_draw
from tracker.text.printable import printable
from tracker.web.reading.asked import AskedError
from tracker.web.reading.reader import Reader, language_of, reader_of
from tracker.web.reading.static_files import TYPES, address

# Style, script and pictures are ours alone, as files; nothing inline, nothing from elsewhere, nobody frames us.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
NAVIGATION = ("news", "initiatives", "targets", "bodies", "compare", "sources", "alerts", "about")
Facts = dict[str, Any]
Build = Callable[[Session, Reader, Request], Facts]


def readable(template: str, tab: str) -> Callable[[Build], Callable[[Request], Any]]:
    """Make a page of a function that gives what its template shows; it runs in a thread, with a session to read with.

    `tab` is the entry of the navigation that the page belongs to.
    """

    def of(build: Build) -> Callable[[Request], Any]:
        @wraps(build)
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(_answer, request, build, template, tab)

        return answer

    return of


def _answer(request: Request, build: Build, template: str, tab: str) -> Response:
    engine: Engine = request.app.state.engine
    config: Config = request.app.state.config
    reader = reader_of(request, config)
    try:
        with reading(engine) as session:
            facts = build(session, reader, request)
    except AskedError as error:
        return page_for(request, reader, "wrong.html", tab, {"what": str(error)}, 400)
    return page_for(request, reader, template, tab, facts)


def page_for(
    request: Request, reader: Reader, template: str, tab: str, facts: Facts, status: int = 200, *, kept: bool = True
) -> Response:
    """The page of a template. Who has it already gets 304, unless it is one that nobody may keep (`kept`)."""
    html = environment().get_template(template).render(reader=reader, tab=tab, **facts)
    body = html.encode("utf-8", "replace")
    heads = {"Content-Security-Policy": POLICY, "Vary": "Accept, Accept-Language"}
    if kept and status == 200:
        heads |= {"Cache-Control": "no-cache", "ETag": f'W/"{_digest(body)}"'}
        if heads["ETag"] in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]:
            return Response(status_code=304, headers=heads)
    return HTMLResponse(body, status, headers=heads)


def missing(found: Any) -> Any:
    """What was found; 404 where nothing was."""
    if found is None:
        raise HTTPException(404)
    return found


def _digest(body: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(body).digest()[:15]).decode()


@cache
def environment() -> Environment:
    """The templates; what steers a terminal or turns writing round is written out wherever it stands."""
    made = Environment(
        loader=PackageLoader("tracker.web.reading"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.globals |= {
        "NAVIGATION": NAVIGATION,
        "files": {name: address(name) for name in TYPES},
        "badge": _badge,
        "can_draw": can_draw,
    }
    made.filters |= {"lang": language_of, "chosen": _chosen}
    return made


@cache
def _badge(act: str) -> Markup:
    return Markup(badge(act))  # noqa: S704 - our own drawing


def _chosen(options: Markup, value: str) -> Markup:
    """Options of a form with the one that is chosen marked."""
    marked = Markup('value="{}"').format(value)
    return Markup(options.replace(marked, f"{marked} selected")) if value else options  # noqa: S704 - both are escaped


def _harmless(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
