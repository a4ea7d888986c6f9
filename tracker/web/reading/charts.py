"""Serve the charts of pages as pictures, SVG and PNG: by a suffix of the page's address, or by `Accept`."""

from collections.abc import Awaitable, Callable
from functools import wraps

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from config.chosen import with_children
from db.beijing import beijing_today
from db.engine import reading
from db.queries import timeline as queries
from tracker.charts.attention import sparkline
from tracker.charts.png import MissingExtraError, can_draw, draws_chinese, png
from tracker.charts.sheet import Part, sheet
from tracker.charts.svg import Picture
from tracker.contract.filters import AskedError
from tracker.development.measure import names_of
from tracker.development.series import MOST_MEASURED, series
from tracker.views.overview import Overview
from tracker.views.pictures import MOST_SERIES, acts_sheet, figures_sheet, timeline_sheet
from tracker.views.recent_stories import stories
from tracker.web.api.responses import validated
from tracker.web.by_accept import MEDIA_TYPES, ByAccept
from tracker.web.reading.asked import read_asked
from tracker.web.reading.compare_page import compared
from tracker.web.reading.picture_words import wording
from tracker.web.reading.reader import Reader, reader_of
from tracker.web.reading.show import missing
from tracker.web.reading.wrong import said_in

Draw = Callable[[Session, Reader, Request], Picture]
Endpoint = Callable[[Request], Awaitable[Response]]
MOST_STORIES = 500


def chart_routes() -> list[BaseRoute]:
    """Return a route for each chart and format; those by `Accept` share the addresses of pages."""
    charts = {
        "/initiatives/{id:slug}": _acts,
        "/initiatives/{id:slug}/figures": _figures,
        "/initiatives/{id:slug}/attention": _attention,
        "/compare": _compared,
        "/news": _news,
    }
    made: list[BaseRoute] = []
    for path, draw in charts.items():
        formats = {".svg": _drawing(draw, as_png=False), ".png": _drawing(draw, as_png=True)}
        made += [Route(f"{path}{suffix}", endpoint, methods=["GET"]) for suffix, endpoint in formats.items()]
        made.append(ByAccept(path, formats))
    return made


def _acts(session: Session, reader: Reader, request: Request) -> Picture:
    """Return the acts of an initiative and its children."""
    id_ = _initiative(reader, request)
    told = {one: queries.acts_by_day(session, one) for one in with_children((id_,), reader.config)}
    return acts_sheet(told, reader.initiative(id_), wording(reader, request), beijing_today())


def _figures(session: Session, reader: Reader, request: Request) -> Picture:
    """Return its series of figures, or the one at a position (`series=1`), as its page numbers them."""
    id_ = _initiative(reader, request)
    measured = queries.newest_with_figures(session, id_, MOST_MEASURED)
    found = series(measured, names_of(reader.config.initiatives[id_]))[:MOST_SERIES]
    if asked := request.query_params.get("series"):
        if asked not in map(str, range(1, len(found) + 1)):
            raise AskedError("series", f"there is no series {asked[:20]!r}; there are {len(found)}")
        found = [found[int(asked) - 1]]
    return figures_sheet(found, reader.initiative(id_), wording(reader, request))


def _attention(_: Session, reader: Reader, request: Request) -> Picture:
    """Return how often it was announced, month by month."""
    id_ = _initiative(reader, request)
    rows: list[Overview] = request.app.state.overview()
    row = next((one for one in rows if one.id == id_), None)
    if row is None:
        return Picture()
    label = reader.say("months-label", count=sum(row.months))
    return sheet(reader.initiative(id_), [Part(sparkline(row.months, label), label)])


def _compared(session: Session, reader: Reader, request: Request) -> Picture:
    told = {one: queries.acts_by_day(session, one) for one in compared(reader, request)}
    return acts_sheet(told, reader.say("compare-title"), wording(reader, request), beijing_today())


def _news(session: Session, reader: Reader, request: Request) -> Picture:
    """Return the news that match the filters, with a lane for each initiative."""
    asked = read_asked(request.query_params, reader.config, beijing_today(), most=MOST_STORIES)
    rows = [row for _, row in stories(session, reader.config, asked.wanted)]
    return timeline_sheet(rows, reader.say("news-title"), wording(reader, request), beijing_today())


def _initiative(reader: Reader, request: Request) -> str:
    id_ = str(request.path_params["id"])
    missing(reader.config.initiatives.get(id_))
    return id_


def _drawing(draw: Draw, *, as_png: bool) -> Endpoint:
    @wraps(draw)
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, request, draw, as_png)

    return endpoint


def _answer(request: Request, draw: Draw, as_png: bool) -> Response:
    reader = reader_of(request, request.app.state.config)
    try:
        if as_png and reader.language == "zh" and can_draw() and not draws_chinese():
            reader = Reader(reader.config, "en", reader.chosen, reader.path, reader.asked)
        with reading(request.app.state.engine) as session:
            drawn = draw(session, reader, request)
        if not drawn:
            raise HTTPException(404)
        body = png(drawn) if as_png else drawn.encode("utf-8", "replace")
    except AskedError as error:
        return PlainTextResponse(f"{said_in(reader.language, error).text}\n", 400)
    except MissingExtraError as error:
        return PlainTextResponse(f"{error}\n", 501)
    kind = MEDIA_TYPES[".png" if as_png else ".svg"]
    return validated(request, body, kind, {"Vary": "Accept-Language"})
