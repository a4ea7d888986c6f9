"""Assign pages of archives to their sources."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from config.schema.source import Source, hosts_hold
from db.store.many_pages import NewPage
from spiders.keys import canonical_key, of_host, preferred
from tracker.parse.saved import Unusable
from tracker.text.normalize import storable

UNDECLARED = "import"
# An index of PostgreSQL takes rows of 2,704 bytes, part of which the other columns need.
MOST_ADDRESS = 2_000
MOST_HOSTS = 4_096
"""Hosts whose sources are remembered."""


class Assigner:
    """Assigns pages of archives to their sources; pages are not news unless they are imported `as_news`."""

    def __init__(self, sources: Mapping[str, Source], *, as_news: bool = False) -> None:
        self._sources = sources
        self._as_news = as_news
        self._of_host = lru_cache(maxsize=MOST_HOSTS)(lambda host: of_host(host, sources))

    def assign(self, page: NewPage) -> None:
        """Give a page its source and key, and say whether it is news; raise Unusable if it cannot be stored."""
        # Whatever an archive says: what was news to another installation then is not news today.
        page.backfilled = not self._as_news
        try:
            self._belong(page)
        except ValueError as error:
            raise Unusable(f"{storable(page.url)[:80]!r} is not an address that can be stored: {error}") from error

    def _belong(self, page: NewPage) -> None:
        """Set the source of a page by its address; what an archive of ours says of itself is kept if it can be true.

        Raise ValueError for an address, or a key made of it, that no database could find again.
        """
        host = urlsplit(page.url).hostname
        claimed = self._sources.get(page.source)
        if not (claimed and page.key and hosts_hold(claimed.hosts, host)):
            source = preferred(page.url, self._of_host(host))
            page.source = source.id if source else UNDECLARED
            page.key = canonical_key(page.url, source.articles.key if source else None)
        if max(len(text.encode()) for text in (page.url, page.key, page.annex_of or "")) > MOST_ADDRESS:
            raise ValueError(f"it is longer than {MOST_ADDRESS} bytes")
