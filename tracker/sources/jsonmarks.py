"""Describe the rows of a JSON list for a declaration: the path of the array, and of link, title and date in it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from db.beijing import in_beijing
from spiders.dates import find_date
from spiders.json_rows import json_rows
from spiders.rows import Row, absolute, tidy
from spiders.wrapped import json_in

_DEPTH = 6
Objects = list[dict[str, Any]]


def json_facts(text: str, url: str) -> dict[str, Any] | None:
    """Return `rows`, `link`, `title` and `date` as paths of the longest array of rows; None without one."""
    rows = json_rows(text, url)
    if not rows:
        return None
    known = {row.url: row for row in rows}
    told = json.loads(json_in(text))
    for path, objects in _arrays(told, "", _DEPTH):
        link = _name(objects, lambda _, value: absolute(url, value) in known)
        if link:
            return {"rows": path, "link": link, **_rest(objects, link, url, known)}
    return None


def _rest(objects: Objects, link: str, url: str, known: dict[str, Row]) -> dict[str, str]:
    def row_of(value: dict[str, Any]) -> Row | None:
        return known.get(absolute(url, str(value.get(link) or "")))

    def is_title(value: dict[str, Any], text: str) -> bool:
        row = row_of(value)
        return row is not None and tidy(text) == row.title

    def is_date(value: dict[str, Any], text: str) -> bool:
        row, stamp = row_of(value), find_date(text)
        return row is not None and stamp is not None and in_beijing(stamp.moment, "day") == row.date

    found = {"title": _name(objects, is_title), "date": _name(objects, is_date)}
    return {name: path for name, path in found.items() if path}


def _name(objects: Objects, right: Callable[[dict[str, Any], str], bool]) -> str | None:
    """Return the name under which most of the objects, and at least half of them, have a matching value."""
    names = dict.fromkeys(name for value in objects for name in value)
    count = {
        name: sum(isinstance(value.get(name), (str, int)) and right(value, str(value[name])) for value in objects)
        for name in names
    }
    best = max(count, key=lambda name: count[name], default=None)
    return best if best and count[best] * 2 >= len(objects) else None


def _arrays(value: Any, path: str, depth: int) -> Iterator[tuple[str, Objects]]:
    """Yield every array of objects inside JSON, with its path, outer ones first."""
    if isinstance(value, list) and (objects := [each for each in value if isinstance(each, dict)]):
        yield path, objects
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner if depth else ():
        yield from _arrays(each, f"{path}.{name}".lstrip("."), depth - 1)
