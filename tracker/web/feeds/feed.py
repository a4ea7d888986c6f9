"""Define a feed: entries, each for a story or a document, with the addresses of their list."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from db.moments import now
from tracker.text.printable import printable

MOST = 50


@dataclass(frozen=True)
class Entry:
    """One story or document: `name` identifies it, `page` is its page here, and `via` is the original.

    An original without a web address, such as a record that was imported from a file, is not linked.
    """

    name: str
    page: str
    via: str | None
    title: str
    author: str
    language: str
    day: date | None
    updated: datetime
    summary: str
    quotes: tuple[tuple[str, str, str | None], ...]
    """The language, text and web address of each quote."""
    points: tuple[str, ...]
    tags: tuple[str, ...]
    corrected: tuple[str, ...]
    """What people corrected, a sentence for each."""
    row: dict[str, Any]
    """The whole row, as the API returns it."""


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
        """Return the address of the list, or of its feed, with its filters."""
        pairs = [*self.query, *more.items()]
        return f"{self.home}{self.path}{suffix}" + (f"?{urlencode(pairs)}" if pairs else "")

    def name_of(self, entry: Entry) -> str:
        """Return a permanent name for an entry (RFC 4151), which is the same in all feeds."""
        return f"tag:{host_of(self.home)},2025:{entry.name}"

    @property
    def updated(self) -> datetime:
        """Return when the newest entry was found; the present if there are no entries."""
        return max((entry.updated for entry in self.entries), default=now())


def host_of(home: str) -> str:
    """Return the host of a site's address, without its port."""
    return home.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]


def one_line(text: str) -> str:
    """Return a text without line ends or control characters."""
    return " ".join(printable(text).split())
