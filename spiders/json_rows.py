"""Find the rows of an undeclared JSON list: the array whose objects have a title and an address."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from parsel import Selector

from db.beijing import in_beijing
from spiders.dates import find_date
from spiders.rows import Row, tidy
from spiders.wrapped import json_in

_TITLES = (
    "title",
    "showtitle",
    "doctitle",
    "titlenotag",
    "docsubtitle",
    "name",
    "headline",
    "articletitle",
    "newstitle",
)
_ADDRESSES = ("url", "link", "href", "publishurl", "linkurl", "docpuburl", "loc", "articleurl", "pageurl", "detailurl")
_DATES = (
    "docrelpubtime",
    "publishtime",
    "pubtimestr",
    "publishedtimestr",
    "pubdate",
    "docdate",
    "deploytime",
    "date",
    "time",
    "pubtime",
    "publishdate",
    "focusdate",
    "releasetime",
    "firstpublishtime",
    "createdat",
    "pubtimelong",
    "pubdatestr",
    "publishdatestr",
    "releasedate",
    "showdate",
    "createtime",
    "createdate",
)
_DEPTH = 12
_SCRIPTS_MOST, _SCRIPT_MOST, _JSON_MOST, _TITLE_LEAST = 200, 2_000_000, 30, 4
_JSON = re.compile(r"(?:^|[=:(,])\s{0,9}(?=[\[{]\s{0,9}[\[{\"])")
_DECODER = json.JSONDecoder()


def json_rows(text: str, url: str) -> list[Row] | None:
    """Return the rows of the longest fitting array, dates as YYYY-MM-DD or None; None if `text` is not JSON."""
    try:
        told = json.loads(json_in(text))
    except (ValueError, RecursionError):
        return None
    found = [[row for value in array if (row := _row(value, url))] for array in _arrays(told, _DEPTH)]
    return max(found, key=len, default=[])


def script_rows(page: Selector, url: str) -> list[Row]:
    """Return the rows of the longest fitting array in a page's scripts, for pages that show their rows by script.

    Rows have titles and dates; what has neither is a menu.
    """
    texts = (text[:_SCRIPT_MOST] for text in page.xpath("//script[not(@src)]/text()").getall()[:_SCRIPTS_MOST])
    arrays = [[row for value in array if (row := _row(value, url))] for text in texts for array in _in_script(text)]
    return max((rows for rows in arrays if _are_titles(rows)), key=len, default=[])


def _in_script(text: str) -> Iterator[list[Any]]:
    """Yield the arrays of the JSON that a script is or assigns."""
    end = tried = 0
    for match in _JSON.finditer(text):
        if match.start() < end or tried == _JSON_MOST:
            continue
        tried += 1
        try:
            told, end = _DECODER.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            continue
        yield from _arrays(told, _DEPTH)


def _are_titles(rows: list[Row]) -> bool:
    return len(rows) > 1 and all(row.date and len(row.title or "") >= _TITLE_LEAST for row in rows)


def json_html(text: str) -> str | None:
    """Return the longest piece of HTML with links inside JSON, as jpaas returns it, or None."""
    try:
        told = json.loads(json_in(text))
    except (ValueError, RecursionError):
        return None
    return max((piece for piece in _strings(told, _DEPTH) if "<a " in piece), key=len, default=None)


def _arrays(value: Any, depth: int) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    for inner in _inside(value) if depth else ():
        yield from _arrays(inner, depth - 1)


def _strings(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in _inside(value) if depth else ():
        yield from _strings(inner, depth - 1)


def _inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _row(value: Any, base: str) -> Row | None:
    if not isinstance(value, dict):
        return None
    folded = {
        str(name).replace("_", "").lower(): inner for name, inner in value.items() if isinstance(inner, (str, int))
    }
    title, address, printed = (
        next((str(folded[name]) for name in names if folded.get(name)), None) for names in (_TITLES, _ADDRESSES, _DATES)
    )
    if not address or not (title := tidy(title)):
        return None
    stamp = find_date(printed) if printed else None
    return Row(urljoin(base, address), title, in_beijing(stamp.moment, "day") if stamp else None)
