"""Convert pages that arrive as JSON or script into plain markup."""

import json
from collections.abc import Callable
from html import escape
from typing import Any

_NAMES = (("html", "content", "body", "infoContent"), ("title", "TITLE"))


def _in_json(text: str) -> str | None:
    """Return JSON with HTML: the jpaas response {"data": {"html": ...}}, articles as {"title": ..., "content": ...}."""
    if not text.lstrip("\ufeff \r\n\t").startswith("{"):
        return None
    try:
        told: Any = json.loads(text.lstrip("\ufeff \r\n\t"))
    except (ValueError, RecursionError):
        return None
    inner = told.get("data")
    data = inner if isinstance(inner, dict) else told
    html, title = (next((data[name] for name in names if isinstance(data.get(name), str)), "") for names in _NAMES)
    return f"<h1>{escape(title)}</h1><div id='content'>{html}</div>" if html else None


ODD: tuple[Callable[[str], str | None], ...] = (_in_json,)
"""Each gives markup for the text of a page in its form, None for any other."""
