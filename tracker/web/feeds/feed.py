"""Say what a feed is: entries, each of a story or a document, with the addresses of the list that they are of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from db.moments import now
from tracker.text.printable import printable

MOST = 50


@dataclass(frozen=True)
class Entry:
    """One story or document: `name` and `page` are what it is called and where it stands here, `via` the original."""

    name: str
    page: str
    via: str
    title: str
    author: str
    language: str
    day: date | None
    updated: datetime
    summary: str
    quotes: tuple[tuple[str, str, str], ...]
    """Language, text and address of each."""
    points: tuple[str, ...]
    tags: tuple[str, ...]
    row: dict[str, Any]
    """The whole, as the API gives it."""


@dataclass(frozen=True)
class Feed:
    """One page of a feed; `home` is the site's address without a slash, `path` the list's, `query` its filters."""

    title: str
    home: str
    path: str
    query: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    next: str | None = None

    def address(self, suffix: str = "", **more: str) -> str:
        """The address of the list, or of its feed, with its filters."""
        pairs = [*self.query, *more.items()]
        return f"{self.home}{self.path}{suffix}" + (f"?{urlencode(pairs)}" if pairs else "")

    def name_of(self, entry: Entry) -> str:
        """A name for an entry that stays (RFC 4151): the same in all feeds."""
        return f"tag:{host_of(self.home)},2025:{entry.name}"

    @property
    def updated(self) -> datetime:
        """When we came to know of the newest entry; the present where there is none."""
        return max((entry.updated for entry in self.entries), default=now())


def host_of(home: str) -> str:
    """The host of a site's address, without its port."""
    return home.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]


def one_line(text: str) -> str:
    """A text without line ends or signs that steer."""
    return " ".join(printable(text).split())
