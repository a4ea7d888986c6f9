"""Read a list and fetch an article as the spiders do, without storing either."""

from scrapy.http import Response

from config.schema.source import SourceList
from db.models import Page
from spiders.arrivals import arrival, expected
from spiders.discovery import first_page, shell_of
from spiders.readers import READERS
from spiders.rows import Row, Rows, UnreadableError
from tracker.sources.asking import Asker, UnansweredError


def open_list(ask: Asker, list_: SourceList) -> Response:
    """Return the response with a list's first rows; raise UnansweredError or UnreadableError."""
    shell = shell_of(list_)
    opened: Response | None = None
    refused: UnansweredError | None = None
    try:
        opened = ask.ask(shell, ask.referer(list_.url)) if shell else None
    except UnansweredError as error:
        refused = error
    try:
        first = first_page(list_, opened)
    except UnreadableError as error:
        raise refused or error from error
    return opened if opened and opened.url == first else ask.ask(first, ask.referer(list_.url))


def read_list(ask: Asker, list_: SourceList) -> tuple[Response, Rows]:
    """Return a list's first response and its rows; of an index, the first part. Raise as open_list does."""
    answer = open_list(ask, list_)
    found = READERS[list_.kind](answer, list_)
    if not found.rows and found.parts:
        answer = ask.ask(found.parts[0], ask.referer(list_.url))
        found = READERS[list_.kind](answer, list_)
    return answer, found


def bring_home(ask: Asker, list_: SourceList, key: str, row: Row) -> tuple[Page, Response]:
    """Return the page of a list's row, and the response with its content; raise UnansweredError."""
    answer = ask.ask(row.url, ask.referer(list_.url))
    return arrival(expected(ask.source.id, list_.id, key, row, 0), answer).page, answer
