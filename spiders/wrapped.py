"""Unwrap what lists are served in: JSON in a call or an assignment, and rows that parsers do not see."""

import re
from collections.abc import Iterator
from itertools import islice

from parsel import Selector

from spiders.markup import page_of

_BLANK = "\ufeff \r\n\t"
_CALL = re.compile(r"(?:/\*.{0,80}?\*/\s{0,9})?(?:(?:var|let|const)\s+)?[\w$.]{1,80}\s{0,9}[(=]\s{0,9}(?=[{\[])")
_WRITES, _ROWS_MOST = "document.write", 1_000
_WRITTEN = re.compile(
    r"document\.write(?:ln)?\s{0,9}\(\s{0,9}(?:'((?:[^'\\\n]|\\.){1,3000})'|\"((?:[^\"\\\n]|\\.){1,3000})\")\s{0,9}\)"
)
_ROW = re.compile(r"<(?:li|tr|dd)\b", re.IGNORECASE)
_RECORD, _OPEN, _CLOSE = "<record>", "<![CDATA[", "]]>"


def json_in(text: str) -> str:
    """Return the JSON of a response: without a byte-order mark, out of `callback(...)`, `name = ...;`."""
    bare = text.strip(_BLANK)
    if bare.startswith(("{", "[")) or not (match := _CALL.match(bare)):
        return bare
    inner = bare[match.end() :]
    return inner[: max(inner.rfind("}"), inner.rfind("]")) + 1]


def list_page(markup: str) -> Selector:
    """Return the root of a list page, with the rows that parsers do not see, in page order behind its end.

    The older jcms hides them, <record><![CDATA[<li>...]]></record>, other sites write them, document.write("<li>...").
    """
    hidden = (part.lstrip() for part in markup.split(_RECORD)[1:])
    rows = "".join(part.removeprefix(_OPEN).partition(_CLOSE)[0] for part in hidden if part.startswith(_OPEN))
    rows += "".join(islice(_written(markup), _ROWS_MOST))
    return page_of(f"{markup}<ul>{rows}</ul>" if rows else markup)


def _written(markup: str) -> Iterator[str]:
    for match in _WRITTEN.finditer(markup) if _WRITES in markup else ():
        literal = match[1] or match[2]
        if _ROW.search(literal):
            yield literal.replace("\\/", "/").replace("\\'", "'").replace('\\"', '"')
