"""Describe what is wrong with a request as RFC 9457 defines it: application/problem+json."""

from collections.abc import Iterable
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from tracker.text.printable import as_json

MEDIA_TYPE = "application/problem+json"


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
    """Return an answer that says what is wrong."""
    said = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=list(errors))
    return Response(as_json(said.model_dump()), status, heads, MEDIA_TYPE)
