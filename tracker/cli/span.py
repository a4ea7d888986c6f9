"""Read the days that are typed as --since and --until."""

from datetime import date

from tracker.cli.frame import Complaint
from tracker.text.asked_day import asked_day


def since(typed: str | None, today: date) -> date | None:
    """Return the first day of the span; complain if it is not a day."""
    return _read(typed, today, last=False)


def until(typed: str | None, today: date) -> date | None:
    """Return the last day of the span, which is the last of a year or month; complain if it is not a day."""
    return _read(typed, today, last=True)


def both(first: str | None, last: str | None, today: date) -> tuple[date | None, date | None]:
    """Return first and last day; complain if the last precedes the first."""
    start, end = since(first, today), until(last, today)
    if start and end and start > end:
        raise Complaint(f"--since {first} lies after --until {last}; swap them")
    return start, end


def words(start: date | None, end: date | None) -> str:
    """Return the span in words: from 2025-08-01 to 2025-08-31. They are empty if it has no end on either side."""
    if start and end:
        return f"from {start} to {end}"
    if start:
        return f"since {start}"
    return f"until {end}" if end else ""


def _read(typed: str | None, today: date, *, last: bool) -> date | None:
    try:
        return None if typed is None else asked_day(typed, today, last=last)
    except ValueError as error:
        raise Complaint(str(error)) from None
