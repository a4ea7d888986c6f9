"""Reads lists that are JSON: one object a row, found by dotted paths."""

import json
from typing import Any

from scrapy.http import Response, TextResponse

from config.schema.source import SourceList
from spiders.charsets import text_of
from spiders.picks import pick_json, walk
from spiders.rows import Row, Rows, UnreadableError, absolute, tidy

MOST_JSON, MOST_ROWS = 8_000_000, 20_000


def read(response: Response, list_: SourceList) -> Rows:
    """Rows of a JSON answer; objects without an address are skipped."""
    objects = walk(json_of(response), list_.rows)
    if not isinstance(objects, list):
        raise UnreadableError(f"holds no array at {list_.rows or 'its root'!r}")
    found = ((pick_json(value, list_.link), value) for value in objects[:MOST_ROWS])
    return Rows(
        tuple(
            Row(
                url=absolute(response.url, link),
                title=tidy(pick_json(value, list_.title)),
                date=tidy(pick_json(value, list_.date)),
            )
            for link, value in found
            if link
        )
    )


def json_of(response: Response) -> Any:
    """The JSON of an answer, which may begin with a byte-order mark or blank lines."""
    text = text_of(response) if isinstance(response, TextResponse) else response.body.decode(errors="replace")
    if len(text) > MOST_JSON:
        raise UnreadableError(f"is JSON of more than {MOST_JSON} characters")
    try:
        return json.loads(text.lstrip("\ufeff \r\n\t"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("is no JSON") from error
