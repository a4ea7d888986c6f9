"""Write coming dates as iCalendar (RFC 5545): days of papers, the last day of each target's period, days to come."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from icalendar import Calendar, Event, vUri

from db.beijing import beijing_day
from tracker.contract.formats.citations import corrections_of
from tracker.contract.models.announcement import Announcement
from tracker.contract.models.mention import Figure
from tracker.text.periods import last_day
from tracker.web.feeds.feed import host_of, one_line

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//policy-initiative-tracker//EN"
LONGEST = 500
DAYS = {"comment_until": "comments until this day", "effective": "in force", "expires": "in force until this day"}
"""The columns that hold a day of a paper, and what happens then."""


def calendar(title: str, home: str, rows: Iterable[Announcement]) -> bytes:
    """Return the deadlines that announcements set, each once, from the newest announcement that sets it."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("name", one_line(title))
    made.add("x-wr-calname", one_line(title))
    told: set[tuple[object, ...]] = set()
    for row in rows:
        for event, key in _events(row, home):
            if key not in told:
                told.add(key)
                made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _events(row: Announcement, home: str) -> Iterator[tuple[Event, tuple[object, ...]]]:
    for number, figure in enumerate(row.figures, 1):
        due = _due(figure)
        if due:
            name = row.initiative_name or row.initiative
            value = f"{figure.value:,} {'' if figure.unit in (None, 'count') else figure.unit}".strip()
            summary = f"{name}: {value}, {figure.what or ''}"
            key = (row.initiative, due, figure.value, figure.unit)
            yield _event(row, home, f"figure-{number}", due, summary), key
    for column, words in DAYS.items():
        if day := getattr(row, column):
            summary = f"{row.initiative_name or row.initiative}: {words}, {row.headline or row.quote}"
            yield _event(row, home, column.replace("_", "-"), day, summary), (column, day, row.story)
    if row.day and row.day > beijing_day(row.found_at):
        summary = f"{row.initiative_name or row.initiative}: {row.act}, {row.headline or ''}"
        yield _event(row, home, "day", row.day, summary), (row.initiative, row.day, row.act, row.story)


def _event(row: Announcement, home: str, what: str, day: date, summary: str) -> Event:
    event = Event()
    event.add("uid", f"announcement-{row.id}-{what}@{host_of(home)}")
    event.add("dtstamp", row.found_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", one_line(summary)[:LONGEST])
    event.add("description", "\n".join(map(one_line, (row.quote, row.url, *corrections_of(row)))))
    event.add("url", vUri(f"{home}/announcements/{row.id}"))
    event.add("categories", [row.initiative, row.act])
    event.add("transp", "TRANSPARENT")
    return event


def _due(figure: Figure) -> date | None:
    """Return the last day of a target's period, or of its year if only that is known."""
    if figure.kind != "target":
        return None
    return last_day(figure.period) or (date(figure.year, 12, 31) if figure.year else None)
