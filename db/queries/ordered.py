"""The order of announcements: by day, and on one day by the document that is quoted, whatever the order of reading."""

from typing import Any

from sqlmodel import col

from db.models import PLACE, Announcement

OLDEST_FIRST: tuple[Any, ...] = (*(col(getattr(Announcement, name)) for name in PLACE), col(Announcement.initiative))
"""Two announcements never have the same place: a document belongs to one story, which has each initiative once."""
NEWEST_FIRST: tuple[Any, ...] = tuple(one.desc() for one in OLDEST_FIRST)
