"""Hold what is known of a source's past, as stored and without judgement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from db.beijing import beijing_day
from db.models import Crawl
from tracker.health.fill import Reading
from tracker.health.gap import Period

DAYS = ("second", "minute", "day")


@dataclass(frozen=True)
class Sighting:
    """One document: its day of publication, and the day on which we saw it as news.

    `published` is None if the page gives no day; `seen` is None for what a first crawl found.
    """

    list_id: str | None
    published: date | None
    seen: date | None

    @property
    def day(self) -> date | None:
        """Return the day that counts for the rhythm: nothing is published after it was seen."""
        return min(self.published, self.seen) if self.published and self.seen else self.published or self.seen

    @property
    def newest(self) -> date | None:
        """Return the day until which it shows the source to be alive: an item that is listed late is a sign of life."""
        return self.seen or self.published


@dataclass(frozen=True)
class History:
    """All that a source is judged by; crawls, sightings and readings with the newest first.

    `watched_since` is its first crawl. `canary` says what the current layouts no longer read in a reference article;
    `broken_since` is when an open incident of the state changed began; during the `blind` periods we could not see what
    was published. `lists` are those that can be seen now, if that is not all.
    """

    source: str
    every: timedelta
    watched_since: datetime | None
    crawls: Sequence[Crawl]
    sightings: Sequence[Sighting] = ()
    readings: Sequence[Reading] = ()
    canary: str | None = None
    broken_since: datetime | None = None
    blind: Sequence[Period] = ()
    lists: frozenset[str] | None = None


def sighting(
    list_id: str | None,
    published: datetime | None,
    precision: str | None,
    first_seen: datetime,
    backfilled: bool,
) -> Sighting:
    """Create a sighting from what the database says of a document."""
    seen = beijing_day(first_seen)
    said = beijing_day(published) if published and precision in DAYS else None
    return Sighting(list_id, min(said, seen) if said else None, None if backfilled else seen)
