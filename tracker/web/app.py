"""The endpoint as an ASGI application: pages for readers, links in our mails, and pages for the operator alone."""

import logging
from types import ModuleType

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from config import Config, Settings
from db.connect import unwaiting
from db.models import now
from tracker.web.by_accept import formats_first
from tracker.web.feeds.routes import program_routes
from tracker.web.guard import Closed, Strict, knows
from tracker.web.health import reasons
from tracker.web.kept import Kept, Store
from tracker.web.kept_rows import MOST_ROW_BYTES, MOST_ROWS
from tracker.web.later import later
from tracker.web.pages import STYLE, WORDS, page
from tracker.web.rates import Limited
from tracker.web.reading.routes import prepare, reading_routes
from tracker.web.stored import stored
from tracker.web.unchanged import MOST_KEPT, MOST_KEPT_BYTES

log = logging.getLogger(__name__)

# More frequent requests get the same answer, so that requests cannot keep the database busy.
HEALTH_SECONDS = 5.0
METRICS_SECONDS = 15.0
EXPOSITION = "text/plain; version=0.0.4; charset=utf-8"
"""The media type of metrics, as Prometheus names its text format."""


def make_app(engine: Engine, config: Config, settings: Settings) -> Starlette:
    """Return the application for a database; `settings.web_token` opens what is for the operator alone."""
    pages, rows = Store(MOST_KEPT, MOST_KEPT_BYTES), Store(MOST_ROWS, MOST_ROW_BYTES)
    app = Starlette(
        routes=formats_first(
            [
                # Each is tried in turn, so the most requested come first.
                *reading_routes(),
                *program_routes(engine, config, settings, lambda: app.state.health(), pages, rows),  # noqa: PLW0108 - set below
                Route("/confirm/{token}", later(lambda: _links().ask), methods=["GET"]),
                Route("/confirm/{token}", later(lambda: _links().confirm), methods=["POST"]),
                Route("/unsubscribe/{token}", later(lambda: _links().ask), methods=["GET"]),
                Route("/unsubscribe/{token}", later(lambda: _links().unsubscribe), methods=["POST"]),
                Route("/page/{sha256}", stored, methods=["GET"]),
                Route("/health", _health, methods=["GET"]),
                Route("/metrics", _metrics, methods=["GET"]),
            ]
        ),
        middleware=[
            Middleware(Closed, style=STYLE),
            Middleware(Strict, hosts=settings.served_hosts),
            Middleware(Limited, a_minute=settings.web_rate, proxied=settings.public_url is not None),
        ],
        exception_handlers={HTTPException: _refuse, SQLAlchemyError: _not_now, OSError: _not_now},
    )
    # A redirect would repeat the host that a stranger named, and the secret in the path.
    app.router.redirect_slashes = False
    app.state.engine, app.state.unwaiting = engine, unwaiting(engine)
    app.state.token = settings.web_token
    app.state.pages, app.state.rows = pages, rows
    prepare(app, config, settings)
    app.state.health = Kept(lambda: reasons(engine, config, now()), HEALTH_SECONDS)
    app.state.metrics = Kept(lambda: _exposition(engine, config), METRICS_SECONDS)
    return app


def _links() -> ModuleType:
    from tracker.web import links  # noqa: PLC0415 - all rooms of alerts

    return links


def _exposition(engine: Engine, config: Config) -> bytes:
    from tracker.web.metrics import metrics  # noqa: PLC0415

    return metrics(engine, config, now())


async def _health(request: Request) -> Response:
    """Report whether all is well; what is wrong is shown to the operator alone."""
    wrong = await run_in_threadpool(request.app.state.health)
    body: dict[str, object] = {"status": "failing" if wrong else "ok"}
    if knows(request, request.app.state.token):
        body["reasons"] = wrong
    return JSONResponse(body, 503 if wrong else 200)


async def _metrics(request: Request) -> Response:
    """Return the metrics, for the operator alone."""
    if not knows(request, request.app.state.token):
        said = "metrics need the setting web_token, sent as Authorization: Bearer ...\n"
        return Response(said, 401, {"WWW-Authenticate": "Bearer"}, "text/plain")
    return Response(await run_in_threadpool(request.app.state.metrics), media_type=EXPOSITION)


async def _refuse(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 503
    answer = page(request, str(status) if str(status) in WORDS["en"] else "400", status)
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


async def _not_now(request: Request, error: Exception) -> Response:
    log.warning("not answered: %s", str(error).splitlines()[0])
    return page(request, "503", 503)
