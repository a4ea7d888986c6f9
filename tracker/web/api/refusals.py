"""Let the API answer every error as a problem."""

import logging
from collections.abc import Sequence

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tracker.contract.filters import AskedError
from tracker.contract.wrong_values import place, told
from tracker.web.api import PREFIX
from tracker.web.api.problems import Wrong, problem

log = logging.getLogger(__name__)
MOST_TOLD = 10


def answer_problems(api: FastAPI) -> None:
    """Make an application answer every error as a problem."""
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(AskedError, _asked)
    api.add_exception_handler(HTTPException, _refused)
    api.add_exception_handler(SQLAlchemyError, _not_now)
    api.add_exception_handler(OSError, _not_now)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - for mypy: it is registered for these
    wrong = [
        Wrong(parameter=place(one["loc"][1:]), detail=told(one, _names(request))) for one in error.errors()[:MOST_TOLD]
    ]
    return problem(422, "; ".join(f"{one.parameter}: {one.detail}" for one in wrong), wrong)


def _names(request: Request) -> list[str]:
    """Return the parameters that an address takes."""
    route = request.scope.get("route")
    models = [one.field_info.annotation for one in route.dependant.query_params] if isinstance(route, APIRoute) else []
    return [name for model in models for name in getattr(model, "model_fields", ())]


async def _asked(_: Request, error: Exception) -> Response:
    assert isinstance(error, AskedError)  # noqa: S101
    return problem(422, str(error), [Wrong(parameter=error.parameter, detail=str(error))])


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    heads = dict(error.headers or {})
    if error.status_code == 405:
        # An address has a route for each method, and each route knows only its own.
        heads["Allow"] = ", ".join(_methods(request))
    details = {
        404: f"there is nothing at this address; {PREFIX}/openapi.json lists the addresses",
        405: f"this address allows only {heads.get('Allow')}",
    }
    return problem(error.status_code, details.get(error.status_code, error.detail), heads=heads)


def _methods(request: Request) -> list[str]:
    """Return the methods that an address accepts."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    routes: Sequence[APIRoute] = request.app.state.operations
    return sorted({method for route in routes if route.path_regex.match(path) for method in route.methods or ()})


async def _not_now(_: Request, error: Exception) -> Response:
    log.warning("not answered: %s", str(error).splitlines()[0])
    return problem(503, "the database does not answer; try again in a few minutes", heads={"Retry-After": "120"})
