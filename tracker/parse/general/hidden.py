"""Remove from a page what its readers do not see."""

import json
import re
from collections.abc import Iterator
from html import unescape

from parsel import Selector

_LEAST = 100
_STRING = re.compile(r'"([^"\\]{0,400000}(?:\\.[^"\\]{0,400000})*)"')
_MARKUP = re.compile(r"<(?:p|div|br|section|span)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[\u4e00-\u9fffA-Za-z][，。；,.;]")


def hidden_markup(root: Selector) -> str | None:
    """Return the piece of HTML with most sentences in the page's text areas and script strings, or None."""
    found = [piece for piece in _pieces(root) if len(piece) >= _LEAST and _MARKUP.search(piece)]
    best = max(found, key=_sentences, default="")
    return best if _sentences(best) > 1 else None


def _pieces(root: Selector) -> Iterator[str]:
    for field in root.xpath("//textarea").getall():
        yield unescape(Selector(field).xpath("string()").get(default=""))
    for script in root.xpath("//script[not(@src)]/text()").getall():
        for match in _STRING.finditer(script):
            if len(match[1]) >= _LEAST:
                yield _unescaped(match[1])


def _unescaped(literal: str) -> str:
    try:
        text = json.loads(f'"{literal}"', strict=False)
    except ValueError:
        return ""
    return unescape(text) if "&lt;" in text else str(text)


def _sentences(markup: str) -> int:
    return len(_SENTENCE.findall(markup))
