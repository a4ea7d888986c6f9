"""Unwrap what lists are served in: JSON in a call or an assignment, and rows that parsers do not see."""

import re

_BLANK = "\ufeff \r\n\t"
_CALL = re.compile(r"(?:/\*.{0,80}?\*/\s{0,9})?(?:(?:var|let|const)\s+)?[\w$.]{1,80}\s{0,9}[(=]\s{0,9}(?=[{\[])")
_RECORD, _OPEN, _CLOSE = "<record>", "<![CDATA[", "]]>"


def json_in(text: str) -> str:
    """Return the JSON of a response: without a byte-order mark, out of `callback(...)`, `name = ...;`."""
    bare = text.strip(_BLANK)
    if bare.startswith(("{", "[")) or not (match := _CALL.match(bare)):
        return bare
    inner = bare[match.end() :]
    return inner[: max(inner.rfind("}"), inner.rfind("]")) + 1]


def with_hidden_rows(markup: str) -> str:
    """Return a page with the rows that the older jcms hides from parsers: <record><![CDATA[<li>...]]></record>."""
    hidden = (part.lstrip() for part in markup.split(_RECORD)[1:])
    rows = "".join(part.removeprefix(_OPEN).partition(_CLOSE)[0] for part in hidden if part.startswith(_OPEN))
    return f"{markup}<ul>{rows}</ul>" if rows else markup
