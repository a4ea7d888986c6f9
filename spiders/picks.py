"""Extract what declared picks point at from HTML and JSON."""

import json
import re
from collections.abc import Iterable
from typing import Any

from parsel import Selector
from parsel.csstranslator import css2xpath

from config.schema.picks import Pick

_SHOWN = "not(ancestor::script or ancestor::style)"


def pick_html(node: Selector, picks: Iterable[Pick]) -> str | None:
    """Return the result of the first pick that finds anything: an attribute, or all text of the first element.

    Scripts and styles are not text, whatever element they are in.
    """
    for pick in picks:
        if "::text" in pick.select:
            value = "".join(node.xpath(f"({css2xpath(pick.select)})[{_SHOWN}]").getall())
        elif "::" in pick.select:
            value = node.css(pick.select).get(default="")
        else:
            value = "".join(node.css(pick.select)[:1].xpath(f"descendant::text()[{_SHOWN}]").getall())
        if kept := _kept(value.strip(), pick):
            return kept
    return None


def pick_json(value: Any, picks: Iterable[Pick]) -> str | None:
    """Return the value of the first path that leads to anything, as text."""
    for pick in picks:
        found = walk(value, pick.select)
        if isinstance(found, (str, int, float)) and (kept := _kept(str(found).strip(), pick)):
            return kept
    return None


def walk(value: Any, path: str) -> Any:
    """Follow a dotted path (numbers are indices of arrays) through JSON, and through JSON inside its strings."""
    for step in path.split(".") if path else ():
        if isinstance(value, str):
            value = _inner(value)
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal():
            value = value[int(step)] if int(step) < len(value) else None
        else:
            return None
    return value


def _inner(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _kept(value: str, pick: Pick) -> str | None:
    if not pick.regex:
        return value or None
    found = re.search(pick.regex, value)
    return found[found.re.groups and 1] if found else None
