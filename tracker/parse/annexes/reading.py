"""Extract an annex's text in a bounded process of its own."""

from collections.abc import Iterable
from typing import NamedTuple

from db.models import Document, Page
from tracker.bounded.process import BoundedError, Worker
from tracker.parse.parser import ELSEWHERE

SECONDS, MOST_SECONDS = 20.0, 40.0
"""Of processor time: for one file, and for all that an article links."""


class FileText(NamedTuple):
    """The text of a file, or why there is none; and the seconds that it took."""

    text: str
    problem: str | None
    took: float


TOO_LATE = FileText("", "not read: the files before it took too long", 0.0)


def file_text(zipped: bytes, worker: Worker, seconds: float = SECONDS) -> FileText:
    """The text of a file as it is stored, packed by zlib, taken within `seconds` by a worker of `bounded.files`."""
    try:
        text, problem, took = worker.do("text", zipped, seconds=seconds)
    except BoundedError as error:
        return FileText("", f"cannot be read: {error}", seconds)
    return FileText(text, problem, took)


def append(document: Document, files: Iterable[tuple[Page, bytes]], worker: Worker, share: float = 1.0) -> None:
    """Append files, packed, to the text, each under its title, and tell of those that cannot be read.

    `share` is the part of the limits that they have; with less than all of them nothing is read behind a file that
    exceeds them, since whoever hurries reads all again.

    One text, so that an announcement whose paper is annexed is tagged, quoted and compared as a whole.
    """
    problems, before = [], worker.overruns
    left = MOST_SECONDS if share == 1 else SECONDS * share
    for page, zipped in files:
        if share < 1 and left <= 0:
            worker.overruns += 1  # together they exceed what they have
        if share < 1 and worker.overruns > before:
            return
        told = file_text(zipped, worker, min(SECONDS * share, left)) if left > 0 else TOO_LATE
        left -= told.took
        if told.problem:
            problems.append(f"annex {page.listed_title or page.url}: {told.problem}")
            continue
        document.text = "\n".join(filter(None, (document.text, page.listed_title, told.text)))
        document.problem = None if document.problem == ELSEWHERE else document.problem
    document.problem = "; ".join(filter(None, (document.problem, *problems)))[:300] or None
