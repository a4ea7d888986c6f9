"""Say what is wrong with a request as RFC 9457 has it: application/problem+json."""

import logging
from collections.abc import Iterable
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tracker.contract.filters import AskedError
from tracker.text.printable import as_json

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
MOST_TOLD = 10
LONGEST = 200


class Wrong(BaseModel):
    """One thing that is wrong with a request."""

    parameter: str
    detail: str


class Problem(BaseModel):
    """What is wrong with a request."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str = "about:blank"
    title: str
    """What the status means."""
    status: int
    detail: str
    """What is wrong with this request, in one line."""
    errors: list[Wrong] = []


def problem(status: int, detail: str, errors: Iterable[Wrong] = (), heads: dict[str, str] | None = None) -> Response:
    """An answer that says what is wrong."""
    said = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=list(errors))
    return Response(as_json(said.model_dump()), status, heads, MEDIA_TYPE)


def answer_problems(api: FastAPI) -> None:
    """Let an application answer every error as a problem."""
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(AskedError, _asked)
    api.add_exception_handler(HTTPException, _refused)
    api.add_exception_handler(SQLAlchemyError, _not_now)
    api.add_exception_handler(OSError, _not_now)


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - for mypy: it is registered for these
    wrong = [
        Wrong(parameter=".".join(map(str, one["loc"][1:]))[:LONGEST], detail=str(one["msg"])[:LONGEST])
        for one in error.errors()[:MOST_TOLD]
    ]
    return problem(422, "; ".join(f"{one.parameter}: {one.detail}" for one in wrong), wrong)


async def _asked(_: Request, error: Exception) -> Response:
    assert isinstance(error, AskedError)  # noqa: S101
    return problem(422, str(error), [Wrong(parameter=error.parameter, detail=str(error))])


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    details = {404: "there is nothing at this address", 405: "this address can only be read: GET or HEAD"}
    return problem(error.status_code, details.get(error.status_code, error.detail), heads=dict(error.headers or {}))


async def _not_now(_: Request, error: Exception) -> Response:
    log.warning("not answered: %s", str(error).splitlines()[0])
    return problem(503, "the database does not answer; try again in a few minutes", heads={"Retry-After": "120"})
