"""Answer a request for a list: read its filters as the page does, query in a thread, report errors in one line."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from config import Config, Settings
from db.engine import reading
from tracker.contract.filters import AskedError, Listing, Search, read_filters
from tracker.contract.wrong_values import told
from tracker.web.api.problems import Wrong, problem

Asked = TypeVar("Asked", bound=BaseModel)
MOST_PARAMETERS = 60
KNOWN = {*Listing.model_fields, *Search.model_fields, "bom", "lang", "year", "state"}
"""The parameters of lists and of their pages, whose links to files keep them."""


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
    """Return the filters of an address, which may have as many as a form and more; raise AskedError.

    A name that no list has is a misspelt filter: without it, the answer would hold more than was asked for.
    """
    pairs = query.multi_items()
    if len(pairs) > MOST_PARAMETERS:
        raise AskedError(pairs[-1][0][:60], f"the address has more than {MOST_PARAMETERS} filters")
    for name, _ in pairs:
        if name not in KNOWN:
            raise AskedError(name[:60], told({"type": "extra_forbidden", "loc": (name,)}, [*model.model_fields]))
    return read_filters(model, pairs, **fixed)


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
