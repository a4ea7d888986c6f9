"""Lead from the address of a body or an act, which feeds and files have, to the page of its news."""

from collections.abc import Callable, Collection
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from config import Config
from tracker.acts import ACTS
from tracker.web.later import Endpoint

Known = Callable[[Config], Collection[str]]


def news_of(scope: str, known: Known) -> Endpoint:
    """Return an endpoint that redirects to the news of a known id; the other filters of the address are kept."""

    async def endpoint(request: Request) -> Response:
        id_ = request.path_params["id"]
        if id_ not in known(request.app.state.config):
            raise HTTPException(404)
        kept = [pair for pair in request.query_params.multi_items() if pair[0] != scope]
        return RedirectResponse(f"/news?{urlencode([(scope, id_), *kept])}", 302)

    return endpoint


body = news_of("body", lambda config: config.bodies)
act = news_of("act", lambda _: ACTS)
