"""Compare each page of an address with the one before it, word by word."""

from itertools import pairwise
from typing import NamedTuple

from sqlmodel import Session

from config import Config
from tracker.views.diff import stored_texts
from tracker.views.paragraphs import Piece, paragraphs_changed


class Revision(NamedTuple):
    """The paragraphs that differ between two pages, each as pieces; `before` and `after` name the pages."""

    before: str
    after: str
    paragraphs: list[list[Piece]]


class Revisions(NamedTuple):
    """What changed between the pages of an address, oldest first, since when it is gone, and the names of the pages."""

    changed: list[Revision]
    gone: str | None
    pages: list[str]

    def unchanged(self) -> str:
        """Say why there is nothing to show: one page cannot be compared, or the pages have the same words."""
        if len(self.pages) == 1:
            return f"only one copy is stored: {self.pages[0]}"
        return "no change in title, date, publisher or text"


def revisions(session: Session, config: Config, url: str) -> Revisions | None:
    """Return every change between an address's pages; None if none is stored.

    A difference only in markup is not a change.
    """
    stored = stored_texts(session, config, url)
    if stored is None:
        return None
    texts, gone = stored
    compared = (
        Revision(old_name, new_name, list(paragraphs_changed(old, new)))
        for (old_name, old), (new_name, new) in pairwise(texts)
    )
    return Revisions([one for one in compared if one.paragraphs], gone, [name for name, _ in texts])
