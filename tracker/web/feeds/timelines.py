"""Answer for lists of announcements, of all or of an initiative, a body or an act, as feed, calendar and files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from config import Config
from db.beijing import beijing_today
from db.models import Announcement as Stored
from db.queries.deadlines import with_dates
from db.queries.listing import with_targets
from db.queries.timeline import Wanted
from tracker.acts import ACTS
from tracker.contract.filters import Filters, Listing, wanted
from tracker.contract.models.announcement import Announcement, Story
from tracker.contract.models.listings import Page
from tracker.contract.rows import announcements as rows
from tracker.web.api.cursors import read_find
from tracker.web.api.list_pages import announcements_page, stories_page
from tracker.web.api.responses import validated
from tracker.web.feeds import atom, json_feed
from tracker.web.feeds.asking import Context, asked
from tracker.web.feeds.entries import stories
from tracker.web.feeds.exports import Export, as_csv, as_json_page, as_workbook
from tracker.web.feeds.feed import Feed

MOST_DEADLINES = 1000
KEPT = timedelta(days=90)
"""How long a calendar keeps a past day. Without it the day would vanish from its readers' calendars at once."""
Make = Callable[[Request], Response]


@dataclass(frozen=True)
class Scope:
    """Which announcements a list contains, by the filter that its address sets; `whole` takes stories of all."""

    filter: str
    known: Callable[[Config], Mapping[str, str]]
    """The possible values of the filter, each with its title."""
    whole: bool = False


OF_ALL = Scope("", lambda _: {}, whole=True)
OF_INITIATIVE = Scope("initiative", lambda config: {i: one.names.en for i, one in config.initiatives.items()})
OF_BODY = Scope("body", lambda config: {i: one.name.en for i, one in config.bodies.items()})
OF_ACT = Scope("act", lambda _: dict(zip(ACTS, ACTS, strict=True)))


def timeline(context: Context, scope: Scope) -> Mapping[str, Make]:
    """Return the answers of a list, by suffix."""
    lists = _Lists(context, scope)
    return {
        atom.SUFFIX: lambda request: validated(request, atom.atom(lists.feed(request)), atom.MEDIA_TYPE),
        json_feed.SUFFIX: lambda request: validated(
            request, json_feed.json_feed(lists.feed(request)), json_feed.MEDIA_TYPE
        ),
        ".ics": lists.calendar,
        ".json": lists.json,
        ".csv": lambda request: as_csv(request, lists.export(request)),
        ".xlsx": lambda request: as_workbook(lists.export(request)),
    }


@dataclass(frozen=True)
class _Lists:
    context: Context
    scope: Scope

    def feed(self, request: Request) -> Feed:
        """Return a page of the feed; the cursor is not one of its filters."""
        cursor = read_find(request.query_params.get("cursor") or None)
        with self.context.session() as session:
            entries, more = stories(session, self.context.config, self._wanted(request), cursor)
        pairs = tuple(
            (name, value)
            for name, value in request.query_params.multi_items()
            if name in Filters.model_fields and value
        )
        path = request.url.path.removesuffix(atom.SUFFIX).removesuffix(json_feed.SUFFIX)
        return Feed(self._title(request), self.context.home(request), path, pairs, entries, more)

    def calendar(self, request: Request) -> Response:
        """Return the deadlines, and announced days still to come."""
        # icalendar is not needed before the first request for a calendar.
        from tracker.web.feeds import calendar  # noqa: PLC0415

        config = self.context.config
        asked_for = self._wanted(request)
        ahead = replace(asked_for, since=max(beijing_today(), asked_for.since or beijing_today()), most=MOST_DEADLINES)
        with self.context.session() as session:
            stated = [*with_targets(session, asked_for, MOST_DEADLINES), *_with_days(session, asked_for)]
            found = rows.announcements(session, config, {one.id: one for one in stated}.values())
            found += rows.timeline(session, config, ahead)
        made = calendar.calendar(self._title(request), self.context.home(request), found)
        return validated(request, made, calendar.MEDIA_TYPE)

    def json(self, request: Request) -> Response:
        """Return a page of rows."""
        listing = self._listing(request)
        return as_json_page(request, self.export(request), listing.cursor, listing.limit)

    def export(self, request: Request) -> Export:
        """Return all rows, in pages."""
        listing, config = self._listing(request), self.context.config

        def page(cursor: str | None, limit: int) -> Page:
            some = listing.model_copy(update={"cursor": cursor, "limit": limit})
            with self.context.session() as session:
                if self.scope.whole:
                    return stories_page(session, config, some)
                return announcements_page(session, config, some)

        return Export(request.path_params.get("id", "news"), Story if self.scope.whole else Announcement, page)

    def _wanted(self, request: Request) -> Wanted:
        return wanted(
            asked(Filters, request.query_params, **self._fixed(request)), self.context.config, beijing_today()
        )

    def _listing(self, request: Request) -> Listing:
        return asked(Listing, request.query_params, **self._fixed(request))

    def _fixed(self, request: Request) -> dict[str, list[str]]:
        if not self.scope.filter:
            return {}
        id_ = request.path_params["id"]
        if id_ not in self.scope.known(self.context.config):
            raise HTTPException(404)
        return {self.scope.filter: [id_]}

    def _title(self, request: Request) -> str:
        known = self.scope.known(self.context.config)
        return known.get(request.path_params.get("id", ""), "What was announced")


def _with_days(session: Session, wanted: Wanted) -> list[Stored]:
    """Return the announcements that state a day of a paper; past days stay in calendars for a while."""
    since = beijing_today() - KEPT
    return [announcement for announcement, _ in with_dates(session, wanted, since, targets=False)][-MOST_DEADLINES:]
