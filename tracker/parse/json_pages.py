"""Convert pages that arrive as JSON or script into plain markup."""

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from spiders.wrapped import json_in

_HTML = ("html", "content", "body", "infocontent", "docclob", "doccontent", "articlecontent", "text")
_TITLES = ("title", "doctitle", "showtitle", "infotitle", "articletitle", "headline")
_METAS = {
    "pubdate": ("publishdate", "publishtime", "pubdate", "pubtime", "releasetime", "releasedate", "docreltime"),
    "contentsource": ("docsource", "source", "contentsource", "publishgroupname", "sourcename"),
}
_INNER_HEAD = re.compile(r"<head\b.*?</head\s*>|<title\b.*?</title\s*>", re.IGNORECASE | re.DOTALL)
_MOST, _DEPTH = 1_000_000, 4


def _in_json(text: str) -> str | None:
    """Return JSON with HTML: the jpaas response {"data": {"html": ...}}, articles as {"title": ..., "content": ...}."""
    bare = json_in(text)
    if not bare.startswith("{"):
        return None
    try:
        told: Any = json.loads(bare)
    except (ValueError, RecursionError):
        return None
    data = max(_objects(told, _DEPTH), key=lambda one: len(_html(one)), default={})
    html, title = _html(data), next(_told(data, _TITLES), "")
    if not html:
        return None
    head = "".join(_meta(name, value) for name, names in _METAS.items() for value in list(_told(data, names))[:1])
    return f"{head}<h1>{escape(title)}</h1><div id='content'>{_INNER_HEAD.sub('', html[:_MOST])}</div>"


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects in a JSON value, outer ones first, with their names folded."""
    if isinstance(value, dict):
        yield {str(name).replace("_", "").lower(): inner for name, inner in value.items()}
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if depth:
            yield from _objects(inner, depth - 1)


def _html(data: dict[str, Any]) -> str:
    return next((value for name in _HTML if isinstance(value := data.get(name), str) and value), "")


def _told(data: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the values under the names that are texts or moments, in the order of the names."""
    values = (data.get(name) for name in names)
    return (str(value) for value in values if value and isinstance(value, str | int) and not isinstance(value, bool))


def _meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{escape(" ".join(value.split()))}">'


ODD: tuple[Callable[[str], str | None], ...] = (_in_json,)
"""Each gives markup for the text of a page in its form, None for any other."""
