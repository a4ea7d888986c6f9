"""Build the API as a separate application, to be mounted under /api/v1, and its OpenAPI document."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel
from sqlalchemy import Engine, create_engine

from config import Config
from db.connect import unwaiting
from tracker.contract.models.orders import Order
from tracker.web.api import PREFIX
from tracker.web.api.operations import router
from tracker.web.api.ordering import router as ordering
from tracker.web.api.problems import MEDIA_TYPE, Problem
from tracker.web.api.refusals import answer_problems
from tracker.web.api.remembering import Remembering
from tracker.web.api.responses import Negotiating
from tracker.web.kept import Store
from tracker.web.kept_rows import MOST_ROW_BYTES, MOST_ROWS
from tracker.web.unchanged import MOST_KEPT, MOST_KEPT_BYTES

ABOUT = (
    "China's industrial policy initiatives: what was announced, when, by whom, in which words. Everything can be read "
    "without a token; programs order alerts with one that the operator gives. Within v1 fields are added, and none is "
    "renamed or removed. What can be read has an ETag: send it as If-None-Match, and get 304 while nothing has changed."
)
ETAG = {"ETag": {"description": "The validator of the answer.", "schema": {"type": "string"}}}
PROBLEMS_OF_ALERTS = {
    401: "The request has no valid token.",
    408: "The body did not come in time.",
    409: "The recipient, or the token, already has as many alerts of this kind as allowed.",
    413: "The body is too big.",
}
PROBLEMS = {
    404: "There is nothing at this address.",
    405: "This address can only be read.",
    406: "The request does not accept JSON.",
    429: "Too many requests came from this address; Retry-After says when to ask again.",
    422: "A parameter is not understood, or names something that does not exist.",
    503: "The database does not answer; try again.",
}


def make_api(
    engine: Engine,
    config: Config,
    health: Callable[[], list[str]],
    answers: Store | None = None,
    rows: Store | None = None,
    *,
    private: bool = False,
) -> FastAPI:
    """Return the application for a database. `health` reports what is wrong; answers and their rows are stored.

    `private`: whether alerts may be ordered for web addresses in private networks.
    """
    api = FastAPI(
        title="Policy initiative tracker",
        version="1",
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_name,
    )
    api.include_router(router)
    api.include_router(ordering)
    api.add_middleware(Remembering, answers=Store(MOST_KEPT, MOST_KEPT_BYTES) if answers is None else answers)
    api.add_middleware(Negotiating)
    answer_problems(api)
    api.state.operations = [one for one in (*router.routes, *ordering.routes) if isinstance(one, APIRoute)]
    api.state.engine, api.state.config, api.state.health = engine, config, health
    api.state.private = private
    api.state.unwaiting = unwaiting(engine)
    api.state.rows = Store(MOST_ROWS, MOST_ROW_BYTES) if rows is None else rows
    api.openapi = lambda: _document(api)  # type: ignore[method-assign] # as FastAPI's manual has it
    return api


def openapi(config: Config) -> dict[str, Any]:
    """Return the OpenAPI document, without a database."""
    return make_api(create_engine("sqlite://"), config, list).openapi()


def _name(route: APIRoute) -> str:
    return route.name


def _document(api: FastAPI) -> dict[str, Any]:
    if not api.openapi_schema:
        made = get_openapi(
            title=api.title,
            version=api.version,
            description=api.description,
            routes=api.routes,
            servers=[{"url": PREFIX}],
        )
        schemas = made["components"]["schemas"]
        schemas["Problem"], parts = _with_parts(Problem)
        schemas |= parts
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        schemas["Order"], parts = _with_parts(Order)
        schemas |= parts
        for path, operations in made["paths"].items():
            for operation in operations.values():
                (_complete_alerts if path.startswith("/alerts") else _complete)(operation)
        api.openapi_schema = made
    return api.openapi_schema


def _with_parts(model: type[BaseModel]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the schema of a model, and of the models that it is made of."""
    made = model.model_json_schema(ref_template="#/components/schemas/{model}")
    return made, made.pop("$defs", {})


def _complete_alerts(operation: dict[str, Any]) -> None:
    """Document how errors are reported where alerts are ordered."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, told in (PROBLEMS | PROBLEMS_OF_ALERTS).items():
        operation["responses"][str(status)] = {"description": told, "content": content}


def _complete(operation: dict[str, Any]) -> None:
    """Document what FastAPI does not know about: validators, 304, and how errors are reported."""
    answers = operation["responses"]
    answers["200"]["headers"] = ETAG
    answers["304"] = {"description": "Nothing has changed.", "headers": ETAG}
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, told in PROBLEMS.items():
        answers[str(status)] = {"description": told, "content": content}
    operation["parameters"] = [
        *operation.get("parameters", []),
        {"name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"}},
    ]
