"""Correct an announcement as people say: its act, day or body, or that it does not belong to its initiative."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict

from db.models import Announcement

if TYPE_CHECKING:
    from db.models import Correction

Key = tuple[str, str]
"""Source and key of a document."""
FIELDS = ("act", "day", "body")
"""The fields that a correction may change."""
CARRIED = (*FIELDS, "stage", "timeline_day")
"""The fields that follow from a correction."""
ISSUED = "issued"


class Mark(TypedDict):
    """Hold what one correction changed of an announcement, as `Announcement.corrected` keeps it.

    `what` is one of FIELDS, "not-this", "note", "join" or "part"; `was` is the value by the rules (a day as
    YYYY-MM-DD); `documents` are the keys of those that were joined or parted; `at` is a moment of UTC in ISO 8601.
    """

    correction: int
    what: str
    was: str | None
    documents: list[str]
    by: str
    at: str
    note: str


def newest_first(corrections: "Iterable[Correction]") -> "list[Correction]":
    """Return corrections in the order in which they count."""
    return sorted(corrections, key=lambda one: (one.made_at, one.id or 0), reverse=True)


def of_story(corrections: "Iterable[Correction]", documents: Collection[Key]) -> "list[Correction]":
    """Return the corrections that change a story or its announcements, where the story now has these documents."""
    return [one for one in corrections if _concerns(one, documents)]


def _concerns(one: "Correction", documents: Collection[Key]) -> bool:
    here = (one.source, one.key) in documents
    if one.what == "announcement":
        return here
    there = (one.other_source, one.other_key) in documents
    return here and there if one.what == "join" else here != there


def correct(announcement: Announcement, corrections: "Iterable[Correction]", reported: date) -> Announcement:
    """Apply the corrections of its story to an announcement as the rules have it, and return it.

    The newest correction counts. `reported` is the day by which an announcement without a day of its own is sorted.
    """
    mine = [one for one in corrections if one.initiative in (None, announcement.initiative)]
    marks = list(_marks(announcement, newest_first(mine)))
    if any(mark["what"] == "not-this" for mark in marks):
        announcement.withdrawn = True
    changed = {mark["what"] for mark in marks}
    if "act" in changed and announcement.act != ISSUED:
        announcement.stage = None
    if "day" in changed:
        announcement.timeline_day = announcement.day or reported
    announcement.corrected = [dict(mark) for mark in marks] or None
    return announcement


def _marks(announcement: Announcement, corrections: "Iterable[Correction]") -> Iterator[Mark]:
    seen: set[str] = set()
    for one in corrections:
        if one.what != "announcement":
            yield _mark(one, one.what)
            continue
        for what in (*one.says, *(() if one.says else ("note",))):
            name = what.replace("_", "-")
            if name in seen:
                continue
            seen.add(name)
            was = str(value) if what in FIELDS and (value := getattr(announcement, what)) else None
            if what in FIELDS:
                setattr(announcement, what, _value(what, one.says[what]))
            yield _mark(one, name, was)


def _value(what: str, said: str | None) -> Any:
    return date.fromisoformat(said) if what == "day" and said else said


def _mark(one: "Correction", what: str, was: str | None = None) -> Mark:
    return Mark(
        correction=one.id or 0,
        what=what,
        was=was,
        documents=[one.key, one.other_key] if one.other_key else [],
        by=one.made_by,
        at=one.made_at.isoformat().replace("+00:00", "Z"),
        note=one.note,
    )


def carry_over(corrected: Announcement, computed: Announcement) -> None:
    """Copy people's corrections of the whole to an announcement that was computed from some of its documents."""
    if any(mark["what"] in FIELDS for mark in corrected.corrected or ()):
        for name in CARRIED:
            setattr(computed, name, getattr(corrected, name))
