"""Limit what a source may store in a day, so that no site can fill the disk."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Self

from sqlmodel import Session

from db.beijing import BEIJING, beijing_day
from db.queries.pages import bytes_since

MEGABYTE = 10**6


@dataclass
class Quota:
    """The bytes that a source may bring in a day in Beijing, 0 for no limit, and those that it has brought."""

    most: int
    spent: int = 0

    @classmethod
    def of(cls, session: Session, source: str, megabytes: int, at: datetime) -> Self:
        """Return the quota of a source at the moment `at`."""
        midnight = datetime.combine(beijing_day(at), time(), BEIJING)
        return cls(megabytes * MEGABYTE, bytes_since(session, source, midnight) if megabytes else 0)

    @property
    def reason(self) -> str:
        """Say in a few words why nothing more is stored."""
        return f"stored its daily quota of {self.most // MEGABYTE} MB"

    @property
    def is_spent(self) -> bool:
        """Decide whether nothing is left."""
        return 0 < self.most <= self.spent

    def takes(self, size: int) -> bool:
        """Count these bytes; if they are too many, the day is over for the source."""
        self.spent += size
        return not self.most or self.spent <= self.most
