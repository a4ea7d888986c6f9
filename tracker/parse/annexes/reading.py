"""Extract an annex's text in a separate bounded process."""

from collections.abc import Iterable
from typing import NamedTuple

from db.models import Document, Page
from tracker.bounded.process import BoundedError, OverrunError, Worker
from tracker.parse.parser import ELSEWHERE

SECONDS, MOST_SECONDS = 20.0, 40.0
"""Of processor time: for one file, and for all that an article links."""


class FileText(NamedTuple):
    """The text of a file, or why there is no text; and the seconds that it took."""

    text: str
    problem: str | None
    took: float


TOO_LATE = FileText("", "not read: the files before it took too long", 0.0)


def file_text(zipped: bytes, worker: Worker, seconds: float = SECONDS, *, hasty: bool = False) -> FileText:
    """Return the text of a stored file, packed by zlib, extracted within `seconds` by a worker of `bounded.files`.

    Raise OverrunError if a `hasty` one takes longer; any other is then a file with a problem.
    """
    try:
        text, problem, took = worker.do("text", zipped, seconds=seconds)
    except BoundedError as error:
        if hasty and isinstance(error, OverrunError):
            raise
        return FileText("", f"cannot be read: {error}", seconds)
    return FileText(text, problem, took)


def append(document: Document, files: Iterable[tuple[Page, bytes]], worker: Worker, share: float = 1.0) -> None:
    """Append files, packed, to the text, each under its title, and report those that cannot be read.

    `share` is their part of the limits; raise OverrunError if they exceed it and it is less than the whole.

    The result is one text, so that an announcement whose paper is annexed is tagged, quoted and compared as a whole.
    """
    problems, hasty = [], share < 1
    left = SECONDS * share if hasty else MOST_SECONDS
    for page, zipped in files:
        if hasty and left <= 0:
            raise OverrunError(TOO_LATE.problem)
        told = file_text(zipped, worker, min(SECONDS * share, left), hasty=hasty) if left > 0 else TOO_LATE
        left -= told.took
        if told.problem:
            problems.append(f"annex {page.listed_title or page.url}: {told.problem}")
            continue
        document.text = "\n".join(filter(None, (document.text, page.listed_title, told.text)))
        document.problem = None if document.problem == ELSEWHERE else document.problem
    document.problem = "; ".join(filter(None, (document.problem, *problems)))[:300] or None
