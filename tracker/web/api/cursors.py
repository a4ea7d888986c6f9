"""Write a position in a list as an opaque word, and read it."""

import base64
import json
from datetime import date, datetime
from typing import Any

from db.queries.listing import Place
from tracker.contract.filters import LARGEST, AskedError


def write_cursor(*place: Any) -> str:
    """Return a position (numbers, days, moments, None) as one word of letters, digits, - and _."""
    plain = json.dumps([one.isoformat() if isinstance(one, date) else one for one in place])
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_place(cursor: str | None) -> Place | None:
    """Return the position after which a page of announcements begins."""
    if cursor is None:
        return None
    try:
        day, id_ = _read(cursor, 2)
        return Place(date.fromisoformat(day) if day is not None else None, _number(id_))
    except (TypeError, ValueError):
        raise _unreadable() from None


def read_find(cursor: str | None) -> tuple[datetime, int] | None:
    """Return the moment and number before which a page of finds begins."""
    if cursor is None:
        return None
    try:
        at, id_ = _read(cursor, 2)
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None:
            raise ValueError("no zone")
        return moment, _number(id_)
    except (TypeError, ValueError):
        raise _unreadable() from None


def read_number(cursor: str | None, largest: int = LARGEST) -> int | None:
    """Return the number below which, or from which, a page begins."""
    if cursor is None:
        return None
    try:
        number = _number(_read(cursor, 1)[0])
    except (TypeError, ValueError):
        raise _unreadable() from None
    if number > largest:
        raise AskedError(
            "cursor", f"the cursor is beyond the last page that is shown ({largest:,} rows at most); narrow the filters"
        )
    return number


def _read(cursor: str, length: int) -> list[Any]:
    padded = cursor + "=" * (-len(cursor) % 4)
    found = json.loads(base64.b64decode(padded, "-_", validate=True))
    if not isinstance(found, list) or len(found) != length:
        raise ValueError("another cursor")
    return found


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise ValueError("not a number of a cursor")
    return value


def _unreadable() -> AskedError:
    return AskedError("cursor", "this cursor is not valid; use `next` as the last answer gave it")
