"""Read lists that are JSON: one object per row, found by dotted paths."""

import json
from collections.abc import Iterator
from typing import Any

from scrapy.http import Response, TextResponse

from config.schema.picks import Picks
from config.schema.source import SourceList
from spiders.charsets import text_of
from spiders.picks import pick_json, walk
from spiders.rows import Row, Rows, UnreadableError, absolute, tidy
from spiders.wrapped import json_in

MOST_JSON, MOST_ROWS = 8_000_000, 20_000
_STAR = ".*."


def read(response: Response, list_: SourceList) -> Rows:
    """Return the rows of a JSON response; objects without an address are skipped."""
    objects = walk(json_of(response), list_.rows)
    if not isinstance(objects, list):
        raise UnreadableError(f"contains no array at {list_.rows or 'its root'!r}")
    return Rows(tuple(row for value in objects[:MOST_ROWS] for row in _rows(value, list_, response.url)))


def _rows(value: Any, list_: SourceList, base: str) -> Iterator[Row]:
    """Return the row of an object, by the picks without a star, and one for each entry of a starred array."""
    date = tidy(pick_json(value, list_.date))
    for entry, links, titles in ((value, *map(_plain, (list_.link, list_.title))), *_entries(value, list_)):
        if link := pick_json(entry, links):
            yield Row(absolute(base, link), tidy(pick_json(entry, titles)), date)


def _entries(value: Any, list_: SourceList) -> Iterator[tuple[Any, Picks, Picks]]:
    for pick in list_.link:
        array, star, _ = pick.select.partition(_STAR)
        inside = walk(value, array) if star else None
        for entry in inside if isinstance(inside, list) else ():
            yield entry, _below(array, list_.link), _below(array, list_.title)


def _plain(picks: Picks) -> Picks:
    return tuple(pick for pick in picks if _STAR not in pick.select)


def _below(array: str, picks: Picks) -> Picks:
    """Return the picks that go into each entry of `array`, relative to the entry."""
    start = array + _STAR
    inner = (pick for pick in picks if pick.select.startswith(start))
    return tuple(pick.model_copy(update={"select": pick.select.removeprefix(start)}) for pick in inner)


def json_of(response: Response) -> Any:
    """Parse the JSON of a response, which may begin with a byte-order mark or blank lines, or be in a call."""
    text = text_of(response) if isinstance(response, TextResponse) else response.body.decode(errors="replace")
    if len(text) > MOST_JSON:
        raise UnreadableError(f"is JSON of more than {MOST_JSON} characters")
    try:
        return json.loads(json_in(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("is not JSON") from error
