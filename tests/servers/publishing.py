"""A simulated year of publishing: sites with their own rhythms that break and are repaired, and their crawls.

What a crawl finds is written to the database as the spiders and the reading write it; nothing else of a site is
visible.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, select

from db.beijing import BEIJING
from db.models import Crawl, Document, Page
from db.store.documents import save_document
from db.store.pages import add_page
from spiders.tally import Tally

DAY = timedelta(days=1)
# The State Council's arrangements for 2025 and 2026, typed from the notices: days off, and make-up workdays.
OFF = {
    date(year, month, day)
    for year, month, first, last in (
        (2025, 1, 1, 1), (2025, 1, 28, 31), (2025, 2, 1, 4), (2025, 4, 4, 6), (2025, 5, 1, 5), (2025, 5, 31, 31),
        (2025, 6, 1, 2), (2025, 10, 1, 8), (2026, 1, 1, 3), (2026, 2, 15, 23), (2026, 4, 4, 6), (2026, 5, 1, 5),
        (2026, 6, 19, 21), (2026, 9, 25, 27), (2026, 10, 1, 7),
    )
    for day in range(first, last + 1)
}  # fmt: skip
WORKED = {
    date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27), date(2025, 9, 28), date(2025, 10, 11), date(2026, 1, 4),
    date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10),
}  # fmt: skip
SHOWN = 20
DEEP = 40
LOOKS = (1, 7, 30)

Rhythm = Callable[[random.Random, date], int]


def works(day: date) -> bool:
    """Decide whether Chinese offices work."""
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def offices(mean: float, off: float = 0.0) -> Rhythm:
    """Publish so many items on a workday and on a day off, on average and at random; fewer before Spring Festival."""

    def items(chance: random.Random, day: date) -> int:
        rate = mean if works(day) else off
        if any(day + n * DAY in OFF and (day + n * DAY).month == 2 for n in range(4)):
            rate *= 0.6
        tries = max(1, round(rate * 4))
        return sum(chance.random() < rate / tries for _ in range(tries)) if rate else 0

    return items


def weekly(weekday: int) -> Rhythm:
    """One item a week, on its weekday or on the first workday after it."""

    def items(_: random.Random, day: date) -> int:
        due = (day - n * DAY for n in range(8))
        waiting = [
            d for d in due if d.weekday() == weekday and not any(works(d + n * DAY) for n in range((day - d).days))
        ]
        return int(works(day) and bool(waiting))

    return items


def monthly(first: int) -> Rhythm:
    """Two items a month, on the first workday from day `first` on."""

    def items(_: random.Random, day: date) -> int:
        earlier = [day.replace(day=n) for n in range(first, day.day)]
        return 2 * (day.day >= first and works(day) and not any(map(works, earlier)))

    return items


@dataclass(frozen=True)
class Breakage:
    """A site is broken in one way from `start` to `end`; `what` is its list or its field, "" is the whole."""

    kind: str
    start: datetime
    end: datetime
    what: str = ""


@dataclass
class Item:
    """One article of a site: its stated day of publication, when it was listed, what it lacks.

    `layout` is the one in which a crawl saw it last, "" before that.
    """

    key: str
    list_id: str
    published: datetime
    listed: datetime
    bare: str
    layout: str = ""
    seen_at: datetime | None = None


@dataclass
class Site:
    """A source's site: what it has published, and how it is broken."""

    id: str
    every: int
    lists: dict[str, Rhythm]
    chance: random.Random
    items: list[Item] = field(default_factory=list)
    breakages: list[Breakage] = field(default_factory=list)
    hiccuped: bool = False

    def publish(self, day: date) -> None:
        """Publish the items of a day in the course of it; some are listed a day or two late."""
        for list_id, rhythm in self.lists.items():
            for _ in range(rhythm(self.chance, day)):
                at = datetime.combine(day, time(9), BEIJING) + timedelta(minutes=self.chance.randrange(540))
                late = timedelta(days=self.chance.choice((1, 2)) if self.chance.random() < 0.03 else 0)
                bare = self.chance.choice(("text", "date")) if self.chance.random() < 0.04 else ""
                self.items.append(Item(f"{list_id}-{len(self.items)}", list_id, at, at + late, bare))

    def broken(self, at: datetime) -> Breakage | None:
        """Return how the site is broken at a moment."""
        return next((one for one in self.breakages if one.start <= at < one.end), None)

    def shown(self, list_id: str, at: datetime, most: int) -> list[Item]:
        """Return what a list shows: the newest items, or those of the day on which it froze."""
        broken = self.broken(at)
        until = broken.start if broken and broken.kind == "quiet" else at
        of_list = [item for item in self.items if item.list_id == list_id and item.listed <= until]
        return sorted(of_list, key=lambda item: item.listed)[-most:]


def crawl(session: Session, site: Site, at: datetime) -> None:
    """Crawl a site as it is at a moment, and read what was found."""
    first = session.exec(select(Crawl.id).where(Crawl.source == site.id).limit(1)).first() is None
    run = Crawl(source=site.id, started_at=at, ended_at=at + timedelta(minutes=10))
    session.add(run)
    session.flush()
    tally = Tally(first, {list_id: Counter() for list_id in site.lists})
    reason = _trouble(site, tally, at)
    for list_id in site.lists:
        if reason == "finished" and list_id not in tally.failed:
            _read_list(session, site, list_id, tally, run, first=first)
    if reason == "finished":
        _look_again(session, site, run)
    tally.end(reason)
    run.verdict, run.reason = tally.verdict()
    run.counts = tally.counts()
    session.add(run)


def _trouble(site: Site, tally: Tally, at: datetime) -> str:
    """Let the crawl meet what is broken, or a single failure; return how the spider closes."""
    broken = site.broken(at)
    kind = broken.kind if broken else ""
    if not kind and not site.hiccuped and site.chance.random() < 0.02:
        site.hiccuped = True
        kind = site.chance.choice(("down", "blocked", "empty"))
    else:
        site.hiccuped = False
    if kind == "error":
        return "closespider_timeout"
    if kind == "blocked":
        tally.list_problem(next(iter(site.lists)), "blocked", "HTTP 403")
        return "refused"
    if kind in ("down", "empty"):
        for list_id in site.lists:
            if not (broken and broken.what) or broken.what == list_id:
                tally.list_problem(list_id, kind, "timeout" if kind == "down" else "no rows")
    return "finished"


def _read_list(session: Session, site: Site, list_id: str, tally: Tally, run: Crawl, *, first: bool) -> None:
    rows = site.shown(list_id, run.started_at, DEEP if first else SHOWN)
    new = [item for item in rows if item.seen_at is None]
    tally.lists[list_id].update(pages=1, rows=len(rows), known=len(rows) - len(new), new=len(new))
    tally.articles["fetched"] += len(new)
    for item in new:
        item.seen_at = run.started_at
        _bring_home(session, site, item, run, backfilled=first)


def _look_again(session: Session, site: Site, run: Crawl) -> None:
    """Check what was first seen a day, a week or a month ago; an unchanged page leaves no relevant trace."""
    for item in site.items:
        age = (run.started_at - item.seen_at).days if item.seen_at else 0
        if age in LOOKS and item.layout != _layout(site, item, run.started_at):
            _bring_home(session, site, item, run)


def _layout(site: Site, item: Item, at: datetime) -> str:
    """Return which layout the site serves; a page of the new one is a changed content, which ours do not read."""
    broken = site.broken(at)
    hit = broken and broken.kind == "changed" and broken.what in ("text", "date", "layout", item.list_id)
    return "general" if hit else "layout 1"


def _bring_home(session: Session, site: Site, item: Item, run: Crawl, *, backfilled: bool = False) -> None:
    at = run.started_at
    item.layout = layout = _layout(site, item, at)
    page = Page(source=site.id, list_id=item.list_id, key=item.key, url=f"https://{site.id}.example/{item.key}")
    page.fetched_at = page.checked_at = at
    page.crawl_id, page.backfilled = run.id, backfilled
    if not add_page(session, page, f"{site.id} {item.key} {layout}".encode()):
        same = select(Page).where(Page.source == site.id, Page.key == item.key, Page.sha256 == page.sha256)
        page = session.exec(same).one()
    save_document(session, _document(site, item, page, layout))


def _document(site: Site, item: Item, page: Page, layout: str) -> Document:
    broken = site.broken(page.fetched_at)
    lost = broken.what if broken and layout == "general" else ""
    missing = {item.bare, lost if lost in ("text", "date") else ""}
    document = Document(source=site.id, key=item.key, url=page.url, page_id=page.id, title=f"Item {item.key}")
    document.text = "" if "text" in missing else "It says what it says. " * 5
    document.published = None if "date" in missing else item.published
    document.precision, document.layout = "minute", layout
    document.first_seen_at, document.backfilled = page.fetched_at, page.backfilled
    return document
