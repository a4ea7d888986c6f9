"""Decide which of a list's rows are fetched, whether its next page is read, and when a source has brought enough."""

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256

from scrapy.exceptions import CloseSpider
from sqlalchemy import Engine

from config.schema.source import Source, SourceList
from db.engine import reading
from db.queries.pages import known_keys
from spiders.quota import Quota
from spiders.rows import Row
from spiders.sift import too_old
from spiders.tally import Tally


@dataclass
class Frontier:
    """What one crawl has seen and requested; `limit` is the number of new articles that it may fetch."""

    source: Source
    engine: Engine
    tally: Tally
    quota: Quota
    limit: int | None = None
    asked: set[str] = field(default_factory=set)
    seen: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def fresh(self, list_: SourceList, rows: dict[str, Row]) -> dict[str, Row]:
        """Return rows by key that are new, not requested by another list, not too old, and within the limit."""
        with reading(self.engine) as session:
            known = known_keys(session, self.source.id, rows)
        new = {k: r for k, r in rows.items() if k not in known | self.asked and not too_old(self.source, r)}
        room = len(new) if self.limit is None else max(self.limit - len(self.asked), 0)
        self.tally.limited |= room < len(new)
        new = dict(list(new.items())[:room])
        self.asked |= new.keys()
        self.tally.lists[list_.id].update(pages=1, rows=len(rows), known=len(known), new=len(new))
        return new

    def unknown(self, rows: dict[str, Row]) -> dict[str, Row]:
        """Return rows by key whose page is not stored."""
        if not rows:
            return {}
        with reading(self.engine) as session:
            known = known_keys(session, self.source.id, rows)
        return {key: row for key, row in rows.items() if key not in known}

    def count(self, content: bytes, known: str) -> None:
        """Count content that came, unless its SHA-256 is `known`; raise CloseSpider if the quota is exceeded."""
        if not (known and sha256(content).hexdigest() == known) and not self.quota.takes(len(content)):
            self.tally.problem("full", self.quota.reason)
            raise CloseSpider("full")

    def goes_on(self, list_: SourceList, rows: dict[str, Row], fresh: dict[str, Row]) -> bool:
        """Decide whether to read the list's next page.

        Yes while pages bring something new, or in a deep crawl anything that is not too old. A page that only repeats
        the one before means that there are no more.
        """
        repeated = rows.keys() <= self.seen[list_.id]
        self.seen[list_.id] |= rows.keys()
        if repeated or self.tally.limited:
            return False
        return bool(fresh) or (self.tally.deep and not all(too_old(self.source, r) for r in rows.values()))
