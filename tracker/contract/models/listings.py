"""The pages of lists that the web gives: rows, and where the next page begins."""

from tracker.contract.models.announcement import Announcement, Story
from tracker.contract.models.declared import Body, Initiative, Source
from tracker.contract.models.document import Document, SearchHit
from tracker.contract.models.row import Row


class Page(Row):
    """What every page of a list has besides its rows."""

    next: str | None = None
    """The `cursor` of the next page; null on the last."""
    total: int | None = None
    """How many rows all pages have; null where that was not asked for."""
    total_is_capped: bool = False
    """Whether there are more than `total`, which were not counted."""


class Announcements(Page):
    """A page of announcements, the newest day first."""

    items: list[Announcement]


class Stories(Page):
    """The newest stories."""

    items: list[Story]


class Documents(Page):
    """A page of documents, the latest fetched first."""

    items: list[Document]


class SearchHits(Page):
    """A page of documents that match a search."""

    items: list[SearchHit]
    order: str
    """The order of the rows, in words."""


class Initiatives(Page):
    """All initiatives."""

    items: list[Initiative]


class Bodies(Page):
    """All issuing bodies."""

    items: list[Body]


class Sources(Page):
    """All sources."""

    items: list[Source]


class Status(Row):
    """Whether the installation works."""

    status: str
    """ok or failing."""
