"""Describe people's corrections of the rules in words."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from db.beijing import beijing_day

Mark = Mapping[str, Any]
"""A `tracker.corrections.announcement.Mark`."""
DONE = {
    "not-this": "marked as not of this initiative",
    "note": "noted",
    "join": "joined with another story",
    "part": "parted from another document",
}


def sentences(marks: Iterable[Mark] | None) -> list[str]:
    """Return one sentence for each correction: act corrected by ana on 2026-11-24 (the rules say pledged): note."""
    return [sentence(mark) for mark in marks or ()]


def sentence(mark: Mark) -> str:
    """Return what was corrected, by whom, on which day in Beijing, what the rules say, and why."""
    what = str(mark["what"])
    done = DONE.get(what, f"{what} corrected")
    said = "" if what in DONE else f" (the rules say {mark['was'] or 'nothing'})"
    why = f": {mark['note']}" if mark["note"] else ""
    return f"{done} by {mark['by']} on {beijing_day(datetime.fromisoformat(mark['at']))}{said}{why}"
