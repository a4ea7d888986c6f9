"""Write rows for a pipe: one line a row, with every cell whole, unpadded and separated by tabs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from tracker.cli.screen.amounts import figure_words
from tracker.cli.screen.times import length_words, moment_words
from tracker.text.printable import as_json
from tracker.views.corrected import sentences
from tracker.views.timeline import act_words

ANNOUNCEMENT = ("id", "day", "act", "body", "initiatives", "quote", "figures", "sources", "url")


def lines(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> Iterator[str]:
    """Yield the `names` of rows below a header line; tabs and line ends within a cell become blanks."""
    yield "\t".join(names)
    for row in rows:
        yield "\t".join(" ".join(cell_words(row.get(name)).split()) for name in names)


def columns(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the columns of announcements, with a column for corrections if one of these rows was corrected."""
    return (*ANNOUNCEMENT, *(["corrected"] if any(row.get("corrected") for row in rows) else ()))


def announcement(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an announcement or a news story with the cells of ANNOUNCEMENT. A ~ precedes a report's day."""
    return {
        **row,
        "day": f"{'' if row['day_stated'] or not row['day'] else '~'}{row['day'] or '?'}",
        "act": act_words(row),
        "initiatives": row.get("initiatives") or row["initiative"],
        "figures": "; ".join(map(figure_words, row.get("figures") or ())),
        "sources": row.get("sources") or row["source"],
        "corrected": "; ".join(sentences(row.get("corrected"))),
    }


def cell_words(value: Any) -> str:
    """Return a value as a cell shows it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return moment_words(value)
    if isinstance(value, timedelta):
        return length_words(value)
    if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        return ", ".join(map(str, value))
    return as_json(value) if isinstance(value, list | dict) else str(value)
