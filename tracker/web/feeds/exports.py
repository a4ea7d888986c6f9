"""Write a list as a file: JSON in pages, CSV of all rows as they are read, or a workbook of the newest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from tracker.contract.formats.comma_separated import csv_text
from tracker.contract.models.listings import Page
from tracker.contract.models.row import Row
from tracker.web.api.responses import answer

MOST_IN_CSV = 50_000
MOST_IN_WORKBOOK = 5_000
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Export:
    """A list that is served as a file: the model of its rows, and its pages by cursor."""

    name: str
    model: type[BaseModel]
    page: Callable[[str | None, int], Page]
    """The page at a cursor, with up to the given number of rows."""
    portion: int = 200
    """The number of rows that are read at a time."""

    def rows(self, most: int) -> Iterator[Row]:
        """Yield up to `most` rows of all pages."""
        cursor: str | None = None
        left = most
        while left > 0:
            page = self.page(cursor, min(self.portion, left))
            items: Sequence[Row] = page.items  # type: ignore[attr-defined] # every page that is sent has them
            yield from items
            left -= len(items)
            cursor = page.next
            if cursor is None or not items:
                return


def as_json_page(request: Request, export: Export, cursor: str | None, limit: int) -> Response:
    """Return a page, as the API does."""
    return answer(request, export.page(cursor, limit))


def as_csv(request: Request, export: Export) -> Response:
    """Return all rows, up to MOST_IN_CSV, each sent when it is read; `bom=1` adds a byte order mark."""
    bom = request.query_params.get("bom") == "1"
    # The first piece is made before the answer begins, so that a wrong filter is reported.
    pieces = _begun(csv_text(export.model, export.rows(MOST_IN_CSV), bom=bom))
    return StreamingResponse(pieces, headers=_file(export, "csv"), media_type=CSV)


def as_workbook(export: Export) -> Response:
    """Return the first MOST_IN_WORKBOOK rows as an Excel workbook."""
    # openpyxl takes a quarter of a second to import, and NumPy, if installed, too: only requests for a workbook wait.
    from tracker.contract.formats.workbooks import workbook  # noqa: PLC0415

    content = workbook(export.model, export.rows(MOST_IN_WORKBOOK), export.name)
    return Response(content, headers=_file(export, "xlsx"), media_type=XLSX)


def _begun(pieces: Iterable[str]) -> Iterator[str]:
    ready = iter(pieces)
    first = [next(ready), *(piece for piece in [next(ready, None)] if piece is not None)]

    def all_pieces() -> Iterator[str]:
        yield "".join(first)
        yield from ready

    return all_pieces()


def _file(export: Export, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{export.name}.{suffix}"'}
