"""Make untrusted text harmless for a terminal, a spreadsheet or a log: control characters are written out."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

# C0 except tab and line feed, DEL and C1; marks, embeddings, overrides and isolates of writing direction; separators
# that programs take for line ends; surrogate halves, which no encoding has; the BOM.
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff]",
)
# OWASP, "CSV Injection": a spreadsheet takes a cell that begins so for a formula, in full-width letters, too.
FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")
_NOT_XML = re.compile("[\ufffe\uffff]")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def printable(text: str) -> str:
    """Give `text` with each harmful character written out, as \\x1b or \\u202e; lines and tabs stay."""
    # Most are printable as Unicode has it, which is seen in no time and leaves nothing to look for.
    return text if text.isprintable() else HARMFUL.sub(_written_out, text)


def xml_text(text: str) -> str:
    """Return `text` printable, and without the two noncharacters that XML 1.0 (2.2) excludes."""
    return _NOT_XML.sub("\ufffd", printable(text))


def as_json(value: Any, *, indent: int | None = None, default: Callable[[Any], Any] | None = None) -> str:
    """Return `value` as readable JSON with harmful characters escaped, so that a program gets the original.

    Days and moments are ISO 8601; other types without a form in JSON are text, unless `default` converts them.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=default or _as_text)
    return HARMFUL.sub(escaped, text)


def escaped(found: re.Match[str]) -> str:
    """Return a harmful character as JSON and JavaScript escape it."""
    return f"\\u{ord(found[0]):04x}"


def csv_cell(text: str) -> str:
    """Return `text` for a spreadsheet: printable, and not a formula; a plain number stays one."""
    cell = f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
    return printable(cell)


def _as_text(value: Any) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
