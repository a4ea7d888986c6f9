"""Gather the entries of a feed: the stories that were found last, or the newest documents that match words."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from config import Config
from db.queries.listing import newest_finds
from db.queries.sought import Sought
from db.queries.timeline import Wanted
from tracker.acts import strength
from tracker.alerts.compose.sanitize import web_address
from tracker.contract.formats.citations import corrections_of, publisher
from tracker.contract.models.announcement import Announcement
from tracker.contract.models.document import SearchHit
from tracker.contract.rows.announcements import announcements
from tracker.contract.rows.documents import hits
from tracker.search import answers
from tracker.web.api.cursors import write_cursor
from tracker.web.feeds.feed import MOST, Entry, one_line


def stories(
    session: Session, config: Config, wanted: Wanted, before: tuple[datetime, int] | None
) -> tuple[tuple[Entry, ...], str | None]:
    """Return a page of stories, the latest found first, each once, and the cursor of the next page."""
    found = newest_finds(session, wanted, before, MOST + 1)
    shown = found[:MOST]
    more = write_cursor(shown[-1].first_seen_at, shown[-1].id) if len(found) > MOST else None
    told: dict[int, list[Announcement]] = {}
    for row in announcements(session, config, shown):
        told.setdefault(row.story, []).append(row)
    return tuple(_of_story(some) for some in told.values()), more


def documents(session: Session, sought: Sought, wanted: Wanted) -> tuple[Entry, ...]:
    """Return the newest documents that match a search."""
    return tuple(_of_document(hit) for hit in hits(answers.newest(session, sought, wanted)))


def _of_story(some: Iterable[Announcement]) -> Entry:
    """Return the strongest announcement of a story, with the initiatives of all."""
    rows = sorted(some, key=lambda row: (-strength(row.act), row.id))
    row = rows[0]
    who = f"{row.body_name}: " if row.body_name else ""
    return Entry(
        name=f"story/{row.story}",
        page=f"/announcements/{row.id}",
        via=web_address(row.url),
        title=one_line(f"[{row.act}] {who}{row.headline or row.quote}"),
        author=one_line(row.body_name or publisher(row)),
        language=row.language,
        day=row.day,
        updated=row.found_at,
        summary=row.quote,
        quotes=tuple((quote.language, quote.text, web_address(quote.url)) for quote in row.quotes),
        points=tuple(figure.what for figure in row.figures if figure.what) + ((row.number,) if row.number else ()),
        tags=(row.act, *dict.fromkeys(one.initiative for one in rows)),
        corrected=tuple(corrections_of(row)),
        row=row.plain(),
    )


def _of_document(hit: SearchHit) -> Entry:
    return Entry(
        name=f"document/{hit.id}",
        page=f"/api/v1/documents/{hit.id}",
        via=web_address(hit.url),
        title=one_line(hit.title or hit.url),
        author=one_line(hit.publisher or hit.source),
        language=hit.language,
        day=hit.day,
        updated=hit.found_at,
        summary=hit.snippet,
        quotes=((hit.language, hit.snippet, web_address(hit.url)),),
        points=(hit.number,) if hit.number else (),
        tags=tuple(hit.initiatives),
        corrected=(),
        row=hit.plain(),
    )
