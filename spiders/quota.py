"""Bounds what a source may have us store in a day, so that one site cannot fill the disk of all."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Self

from sqlmodel import Session

from db.beijing import BEIJING, beijing_day
from db.queries.pages import bytes_since

MEGABYTE = 10**6


@dataclass
class Quota:
    """The bytes that a source may bring in a day of Beijing's calendar, 0 for any, and those that it has brought."""

    most: int
    spent: int = 0

    @classmethod
    def of(cls, session: Session, source: str, megabytes: int, at: datetime) -> Self:
        """What is left to a source at the moment `at`."""
        midnight = datetime.combine(beijing_day(at), time(), BEIJING)
        return cls(megabytes * MEGABYTE, bytes_since(session, source, midnight) if megabytes else 0)

    @property
    def reason(self) -> str:
        """Why nothing more is stored, in a few words."""
        return f"stored its {self.most // MEGABYTE} MB of the day"

    @property
    def is_spent(self) -> bool:
        """Whether nothing at all is left."""
        return 0 < self.most <= self.spent

    def takes(self, size: int) -> bool:
        """Count so many bytes more; where they are too many, the day is over for the source."""
        self.spent += size
        return not self.most or self.spent <= self.most
