"""Answer for the lists of declarations: initiatives, issuing bodies, sources."""

from collections.abc import Callable, Mapping
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from tracker.contract.models.declared import Body, Initiative, Source
from tracker.contract.models.listings import Bodies, Initiatives, Page, Sources
from tracker.contract.models.row import Row
from tracker.contract.rows import declared
from tracker.web.feeds.asking import Context
from tracker.web.feeds.exports import Export, as_csv, as_json_page, as_workbook

Make = Callable[[Request], Response]
Name = Literal["initiatives", "bodies", "sources"]
MODELS: dict[Name, type[Row]] = {"initiatives": Initiative, "bodies": Body, "sources": Source}


def catalogue(context: Context, name: Name) -> Mapping[str, Make]:
    """Return the answers of a list, by suffix."""

    def page(_cursor: str | None, _limit: int) -> Page:
        if name == "bodies":
            return Bodies(items=declared.bodies(context.config))
        if name == "sources":
            return Sources(items=declared.sources(context.config.sources.values()))
        with context.session() as session:
            return Initiatives(items=declared.initiatives(session, context.config))

    export = Export(name, MODELS[name], page)
    return {
        ".json": lambda request: as_json_page(request, export, None, 0),
        ".csv": lambda request: as_csv(request, export),
        ".xlsx": lambda _: as_workbook(export),
    }
