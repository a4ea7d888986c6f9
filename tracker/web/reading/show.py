"""Render the pages for readers and set their heads; text is never markup unless a template says so."""

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from typing import TYPE_CHECKING, Any

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
from tracker.contract.filters import AskedError
from tracker.text.printable import printable
from tracker.web.kept import Store
from tracker.web.reading.frames import Framed, put_together
from tracker.web.reading.reader import Reader, language_of, reader_of
from tracker.web.reading.static_files import TYPES, address
from tracker.web.reading.wrong import said_in
from tracker.web.unchanged import LARGEST_KEPT, Marks, at_once, known, validator

if TYPE_CHECKING:
    from jinja2 import Environment, Template

# Style, script and pictures are only our own files: nothing inline, nothing from elsewhere, no framing.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
NAVIGATION = ("news", "initiatives", "targets", "bodies", "compare", "sources", "alerts", "about")
Facts = dict[str, Any]
Build = Callable[[Session, Reader, Request], Facts | Framed | Response]


@dataclass(frozen=True)
class _Page:
    """A page: the function that returns its facts, its template, its tab, and the marks that show it is unchanged."""

    build: Build
    template: str
    tab: str
    of: Marks | None


def readable(template: str, tab: str, of: Marks | None = None) -> Callable[[Build], Callable[[Request], Any]]:
    """Make a page from a function that returns what its template shows.

    It runs in a thread, with a session to read with.

    `tab` is the entry of the navigation that the page belongs to. A page that depends on `of` alone is kept after
    rendering; any other is rendered to see whether it has changed.
    """

    def made(build: Build) -> Callable[[Request], Any]:
        page = _Page(build, template, tab, of)

        @wraps(build)
        async def answer(request: Request) -> Response:
            reader = reader_of(request, request.app.state.config)
            etag = at_once(request, page.of, reader.language) if page.of else None
            if etag and (kept := _kept(request, etag)):
                return kept
            return await run_in_threadpool(_answer, request, reader, page, etag)

        return answer

    return made


def _kept(request: Request, etag: str) -> Response | None:
    """Return 304 for what the client has, or the answer that is kept, if any."""
    if etag in known(request):
        return Response(status_code=304, headers=_heads(etag))
    body: bytes | None = request.app.state.pages.get(etag)
    return None if body is None else HTMLResponse(body, headers=_heads(etag))


def _answer(request: Request, reader: Reader, page: _Page, etag: str | None) -> Response:
    if page.of is None:
        return _written(request, reader, page)
    if etag is None:
        etag = validator(request, page.of, reader.language)
        if kept := _kept(request, etag):
            return kept
    pages: Store = request.app.state.pages
    answer = _written(request, reader, page, etag)
    if answer.status_code == 200 and len(answer.body) <= LARGEST_KEPT:
        pages.keep(etag, bytes(answer.body), len(answer.body))
    return answer


def _written(request: Request, reader: Reader, page: _Page, etag: str | None = None) -> Response:
    engine: Engine = request.app.state.engine
    try:
        with reading(engine) as session:
            facts = page.build(session, reader, request)
    except AskedError as error:
        return page_for(request, reader, "wrong.html", page.tab, {"wrong": said_in(reader.language, error)}, 400)
    if isinstance(facts, Response):
        return facts
    return page_for(request, reader, page.template, page.tab, facts, etag=etag)


def page_for(
    request: Request,
    reader: Reader,
    template: str,
    tab: str,
    facts: Facts | Framed,
    status: int = 200,
    *,
    kept: bool = True,
    etag: str | None = None,
) -> Response:
    """Return the page of a template, or 304 if the client has it already. A page that is not `kept` is always sent."""
    if isinstance(facts, Framed):
        asked = (template, reader.language, reader.chosen, reader.path, reader.asked, facts.key)
        frames, key, around = request.app.state.frames, None if facts.key is None else asked, facts.facts
        body = put_together(facts, frames, key, lambda: _rendered(template, reader, tab, around))
    else:
        body = _rendered(template, reader, tab, facts)
    if not kept or status != 200:
        return HTMLResponse(body, status, headers=_heads(None))
    etag = etag or hashlib.blake2b(body, digest_size=15).hexdigest()
    if etag in known(request):
        return Response(status_code=304, headers=_heads(etag))
    return HTMLResponse(body, status, headers=_heads(etag))


def _rendered(template: str, reader: Reader, tab: str, facts: Facts) -> bytes:
    return in_bytes(_template(template).render(reader=reader, tab=tab, **facts))


def _heads(etag: str | None) -> dict[str, str]:
    heads = {"Content-Security-Policy": POLICY, "Vary": "Accept, Accept-Language"}
    return heads | {"Cache-Control": "no-cache", "ETag": f'W/"{etag}"'} if etag else heads


def missing(found: Any) -> Any:
    """Return what was found; answer 404 if nothing was."""
    if found is None:
        raise HTTPException(404)
    return found


def macros(template: str) -> Any:
    """Return the macros of a template by name; they return markup."""
    return _template(template).module


def in_bytes(markup: str) -> bytes:
    """Return markup as it is sent."""
    return markup.encode("utf-8", "replace")


def _lasting(template: str, macro: str) -> Callable[..., Markup]:
    """Return a macro whose markup is made once, since it is the same for all readers of a language."""

    @lru_cache(maxsize=1000)
    def made(config: Config, language: str, chosen: bool, *of: Hashable) -> Markup:
        markup: Markup = getattr(macros(template), macro)(Reader(config, language, chosen, "/"), *of)
        return markup

    return lambda reader, *of: made(reader.config, reader.language, reader.chosen, *of)


@cache
def _template(name: str) -> "Template":
    return environment().get_template(name)


@cache
def environment() -> "Environment":
    """Return the templates. Characters that control a terminal or the direction of text are escaped everywhere."""
    # Loaded by the first page, and not by the start.
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # noqa: PLC0415

    made = Environment(
        loader=PackageLoader("tracker.web.reading"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
        # They do not change while we run, so they are not looked up on the disk again.
        auto_reload=False,
    )
    made.globals |= {
        "NAVIGATION": NAVIGATION,
        "files": {name: address(name) for name in TYPES},
        "badge": _badge,
        "can_draw": can_draw,
        "navigation": _lasting("frame.html", "navigation"),
        "keys": _lasting("frame.html", "keys"),
        "act": _lasting("parts.html", "act"),
        "initiative": _lasting("parts.html", "initiative"),
        "exports": _lasting("parts.html", "exports"),
        "feed": _lasting("parts.html", "feed"),
    }
    made.filters |= {"lang": language_of, "chosen": _chosen}
    return made


@cache
def _badge(act: str) -> Markup:
    return Markup(badge(act))  # noqa: S704 - our own drawing


def _chosen(options: Markup, value: str) -> Markup:
    """Return the options of a form with the chosen one marked."""
    marked = Markup('value="{}"').format(value)
    return Markup(options.replace(marked, f"{marked} selected")) if value else options  # noqa: S704 - both are escaped


def _harmless(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
