"""List the corrections that people made, and what each of them changes at present."""

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from db.beijing import beijing_day
from db.models import Correction
from db.queries.corrections import corrected_announcements, corrections


def rows(session: Session, *, undone: bool = False) -> Iterator[dict[str, Any]]:
    """Yield one row for each correction as `tracker.contract.models.correction.Correction`, the newest first."""
    at_work: dict[int, int] = {}
    for id_, marks in corrected_announcements(session):
        for mark in marks:
            at_work.setdefault(mark["correction"], id_)
    for one in corrections(session, undone=undone):
        yield _row(one, at_work.get(one.id or 0))


def _row(one: Correction, announcement: int | None) -> dict[str, Any]:
    said = [name.replace("_", "-") for name in one.says] or ["note"]
    return {
        "id": one.id,
        "what": said if one.what == "announcement" else [one.what],
        "announcement": announcement,
        "initiative": one.initiative,
        **{name: one.says.get(name) for name in ("act", "day", "body")},
        "documents": [one.key, *([one.other_key] if one.other_key else ())],
        "by": one.made_by,
        "at": one.made_at,
        "note": one.note,
        "undone_by": one.undone_by,
        "undone_at": one.undone_at,
    }


def for_people(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with `says` in words, and the day in Beijing on which it was made."""
    values = {name: row[name] or "not known" for name in row["what"] if name in ("act", "day", "body")}
    says = ", ".join(f"{name} {values[name]}" if name in values else name for name in row["what"])
    undone = f" (undone by {row['undone_by']})" if row["undone_by"] else ""
    about = [row["initiative"] or "", *row["documents"]]
    return {**row, "says": says + undone, "about": " ".join(filter(None, about)), "day": beijing_day(row["at"])}
