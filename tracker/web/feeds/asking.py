"""Answer a request for a list: read its filters as the page does, query in a thread, report errors in one line."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from config import Config, Settings
from db.engine import reading
from tracker.contract.filters import AskedError
from tracker.web.api.problems import Wrong, problem

Asked = TypeVar("Asked", bound=BaseModel)
MOST_PARAMETERS = 60


@dataclass(frozen=True)
class Context:
    """What answers are made from."""

    engine: Engine
    config: Config
    settings: Settings

    def home(self, request: Request) -> str:
        """Return the site's address without a slash: the public one if it is set, else the one of the request."""
        public = self.settings.public_url
        return str(public or request.base_url).rstrip("/")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open a read transaction."""
        with reading(self.engine) as session:
            yield session


def asked(model: type[Asked], query: QueryParams, **fixed: Any) -> Asked:
    """Return the filters of an address; empty filters and those of other lists are ignored."""
    pairs = [(name, value) for name, value in query.multi_items() if value and name in model.model_fields]
    if len(pairs) > MOST_PARAMETERS:
        raise AskedError(pairs[-1][0], f"the address has more than {MOST_PARAMETERS} filters")
    given: dict[str, Any] = {}
    for name, value in pairs:
        if get_origin(_plain(model, name)) is list:
            given.setdefault(name, []).append(value)
        else:
            given[name] = value
    try:
        return model.model_validate(given | fixed)
    except ValidationError as error:
        first = error.errors()[0]
        raise AskedError(str(first["loc"][0] if first["loc"] else "q"), str(first["msg"])[:200]) from None


def answering(make: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that runs `make` in a thread, and reports what is wrong with a request."""

    async def endpoint(request: Request) -> Response:
        try:
            return await run_in_threadpool(make, request)
        except AskedError as error:
            return problem(422, f"{error.parameter}: {error}", [Wrong(parameter=error.parameter, detail=str(error))])
        except HTTPException as error:
            return problem(error.status_code, "there is nothing at this address")

    return endpoint


def _plain(model: type[BaseModel], name: str) -> Any:
    return model.model_fields[name].annotation
