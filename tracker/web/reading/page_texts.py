"""Read the texts of stored pages that are no longer a document, in a process that is ended if it takes too long."""

import threading
from collections import OrderedDict

from config import Config
from db.models import Content, Page
from tracker.bounded.process import BoundedError, Worker

# By name, since the page reader takes a third of the time of a start, and belongs only into that process.
JOBS = "tracker.web.reading.text_jobs"
SECONDS = 5.0
MOST_KEPT = 100


class PageTexts:
    """The texts of pages by SHA-256. The process starts when it is first needed, and reads one page after the other."""

    def __init__(self, config: Config) -> None:
        self._worker = Worker(JOBS, config)
        self._turn = threading.Lock()
        self._kept: OrderedDict[str, str | None] = OrderedDict()

    def __call__(self, page: Page, content: Content) -> str | None:
        """Return the text of a page, its title first; None if it cannot be read, or not within the limits."""
        with self._turn:
            if page.sha256 not in self._kept:
                self._kept[page.sha256] = self._read(page, content)
            self._kept.move_to_end(page.sha256)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return self._kept[page.sha256]

    def _read(self, page: Page, content: Content) -> str | None:
        try:
            text: str | None = self._worker.do("text", page.model_dump(), content.zipped, seconds=SECONDS)
        except (BoundedError, ChildProcessError):
            return None
        return text
