"""Reads annexes, each in a process of its own, and appends their text to the document of their article."""

import json
import subprocess
import sys
from collections.abc import Iterable
from typing import NamedTuple

from db.models import Document, Page
from tracker.parse import ELSEWHERE

VERSION = "1"
"""Changes when the same files are read otherwise; documents that have annexes are read again."""

SECONDS = 60


class FileText(NamedTuple):
    """The text of a file, or why there is none."""

    text: str
    problem: str | None


def stamp(annexes: Iterable[int]) -> str:
    """Names the reader and the page ids of a document's annexes; empty where it has none."""
    ids = ",".join(map(str, annexes))
    return f"+{VERSION}:{ids}" if ids else ""


def stamped(read_by: str) -> tuple[int, ...]:
    """The page ids of the annexes in what a document was stamped with."""
    return tuple(int(id_) for id_ in read_by.partition(":")[2].split(",") if id_)


def file_text(content: bytes) -> FileText:
    """The text of a file; it is taken by a child that is bounded in memory and time, and that a bad file may end."""
    command = [sys.executable, "-P", "-m", "tracker.annexes"]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return FileText("", f"cannot be read in {SECONDS} seconds")
    if done.returncode != 0:
        return FileText("", "cannot be read within the limits")
    return FileText(**json.loads(done.stdout))


def append(document: Document, files: Iterable[tuple[Page, bytes]]) -> None:
    """Append files to the text, each under its title, and tell of those that cannot be read.

    One text, so that an announcement whose paper is annexed is tagged, quoted and compared as a whole.
    """
    problems = []
    for page, content in files:
        told = file_text(content)
        if told.problem:
            problems.append(f"annex {page.listed_title or page.url}: {told.problem}")
            continue
        document.text = "\n".join(filter(None, (document.text, page.listed_title, told.text)))
        document.problem = None if document.problem == ELSEWHERE else document.problem
    document.problem = "; ".join(filter(None, (document.problem, *problems)))[:300] or None
