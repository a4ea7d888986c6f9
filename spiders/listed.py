"""Read the articles in one response of a list: by the declaration, otherwise as an undeclared list."""

from dataclasses import dataclass, field

from scrapy.http import Response, TextResponse

from config.schema.source import HTML_KINDS, Source, SourceList
from db.beijing import beijing_today
from spiders.charsets import MOST, text_of
from spiders.discovery import Walk
from spiders.readers import READERS
from spiders.rows import Row, Rows
from spiders.short_dates import with_whole_dates
from spiders.sift import articles, malformed, unaccepted
from spiders.undeclared import undeclared_rows


@dataclass(frozen=True)
class Listed:
    """The rows of one response that are articles, by key; `problem` is a verdict and its reason.

    `unconfirmed` rows were found although the declared ones are missing, as after a redesign.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    problem: tuple[str, str] | None = None
    unconfirmed: bool = False
    malformed: int = 0
    """Rows that lead nowhere."""


def listed(source: Source, response: Response, walk: Walk) -> Listed:
    """Read a response of a list. Undeclared rows are only looked for if its first page shows nothing as declared."""
    found, problem = Rows(), None
    try:
        found = READERS[walk.list_.kind](response, walk.list_)
    except ValueError as error:
        problem = ("empty", str(error))
    rows = articles(source, with_whole_dates(found.rows, beijing_today()))
    nowhere = malformed(source, found.rows)
    if rows or found.parts or walk.n > 1 or walk.part:
        return Listed(rows, found.parts, problem, malformed=nowhere)
    if other := articles(source, _undeclared_rows(response, walk.list_)):
        told = f"its declared rows are gone; {len(other)} were found without the declaration"
        return Listed(other, problem=("changed", told), unconfirmed=True, malformed=nowhere)
    if not problem and (strange := unaccepted(source, found.rows)):
        problem = ("empty", strange)
    return Listed(problem=problem, malformed=nowhere)


def _undeclared_rows(response: Response, list_: SourceList) -> list[Row]:
    """Return the rows that a response shows whatever is declared; none if a feed or a sitemap was declared."""
    if not isinstance(response, TextResponse) or list_.kind not in (*HTML_KINDS, "json_list"):
        return []
    return undeclared_rows(text_of(response)[:MOST], response.url, list_.url, beijing_today())
