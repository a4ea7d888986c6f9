"""Hold pages of an archive until there are enough of them to be written in one transaction."""

import time
from dataclasses import dataclass, field

from db.store.many_pages import NewPage

SECONDS, PAGES, BYTES = 2.0, 500, 16 * 2**20


@dataclass
class Batch:
    """The pages that will be written next, with their contents; it is full after so many, so much, or so long."""

    pages: list[tuple[NewPage, bytes]] = field(default_factory=list)
    size: int = 0
    began: float = field(default_factory=time.monotonic)

    def add(self, page: NewPage, content: bytes) -> None:
        """Add a page."""
        self.pages.append((page, content))
        self.size += len(content)

    def begin(self) -> None:
        """Begin the next batch, once this one is written."""
        self.pages, self.size, self.began = [], 0, time.monotonic()

    @property
    def is_full(self) -> bool:
        """Decide whether the batch should be written now."""
        late = time.monotonic() - self.began >= SECONDS
        return late or len(self.pages) >= PAGES or self.size >= BYTES
