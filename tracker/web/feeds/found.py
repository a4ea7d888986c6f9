"""Answer for search results, as a feed of the newest documents and as files."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from db.beijing import beijing_today
from tracker.contract.filters import AskedError, Filters, Search, wanted
from tracker.contract.models.document import SearchHit
from tracker.contract.models.listings import Page
from tracker.search.language import QueryError, read_query
from tracker.web.api.list_pages import search_page
from tracker.web.api.responses import validated
from tracker.web.feeds import atom, json_feed
from tracker.web.feeds.asking import Context, asked
from tracker.web.feeds.entries import documents
from tracker.web.feeds.exports import Export, as_csv, as_json_page, as_workbook
from tracker.web.feeds.feed import MOST, Feed

Make = Callable[[Request], Response]


def search(context: Context) -> Mapping[str, Make]:
    """Return the answers of the search, by suffix."""

    def feed(request: Request) -> Feed:
        query = asked(Search, request.query_params)
        try:
            sought = read_query(query.q)
        except QueryError as error:
            raise AskedError("q", str(error)) from None
        with context.session() as session:
            entries = documents(session, sought, wanted(query, context.config, beijing_today(), MOST))
        kept = {"q", *Filters.model_fields}
        pairs = tuple((name, value) for name, value in request.query_params.multi_items() if name in kept and value)
        path = request.url.path.removesuffix(atom.SUFFIX).removesuffix(json_feed.SUFFIX)
        return Feed(f"Search: {query.q}", context.home(request), path, pairs, entries)

    def export(request: Request) -> Export:
        query = asked(Search, request.query_params)

        def page(cursor: str | None, limit: int) -> Page:
            with context.session() as session:
                return search_page(session, context.config, query.model_copy(update={"cursor": cursor, "limit": limit}))

        return Export("search", SearchHit, page)

    def json(request: Request) -> Response:
        query = asked(Search, request.query_params)
        return as_json_page(request, export(request), query.cursor, query.limit)

    return {
        atom.SUFFIX: lambda request: validated(request, atom.atom(feed(request)), atom.MEDIA_TYPE),
        json_feed.SUFFIX: lambda request: validated(request, json_feed.json_feed(feed(request)), json_feed.MEDIA_TYPE),
        ".json": json,
        ".csv": lambda request: as_csv(request, export(request)),
        ".xlsx": lambda request: as_workbook(export(request)),
    }
