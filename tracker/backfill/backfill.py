"""Have all files of a backfill read, by processes or by a cluster, until the database has each at its end."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from sqlalchemy import Engine

from config import Config
from db.engine import DatabaseAwayError, reading, transact
from db.models import ArchiveFile
from db.queries.archive_files import files
from db.store.archive_files import Listed, want_files
from tracker.backfill.one_file import terms_of
from tracker.backfill.processes import Ended

LOOK = 0.5
PAUSE = 1.0
"""Seconds before retrying a file that another backfill holds, or whose reader has died."""
MOST_ERRORS = 3
AT_ONCE = 500


class Readers(Protocol):
    """Define how files are read; see Processes and Cluster."""

    @property
    def link(self) -> str | None:
        """Return the address at which a browser shows the readers' work."""

    @property
    def busy(self) -> list[int]:
        """Return the files that are being read."""

    @property
    def has_room(self) -> bool:
        """Decide whether another file may be started."""

    def start(self, file_id: int, url: str) -> None:
        """Start the reading of a file."""

    def ended(self, seconds: float) -> list[Ended]:
        """Return the readers that ended by now, or within some seconds."""


@dataclass
class Outcome:
    """Hold what a backfill did: `files` are at their end, `before` were before; `problems` has a line per other file.

    `records`, `pages`, `known` and `refused` count what this run read; `lines` name the parts that could not be used.
    """

    files: int = 0
    before: int = 0
    failed: int = 0
    poisoned: int = 0
    records: int = 0
    pages: int = 0
    known: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Status:
    """Hold the progress of a backfill."""

    files: int
    of: int
    records: int
    pages: int


Progress = Callable[[Status], None]


def want(engine: Engine, config: Config, listed: Iterable[Listed], *, again: bool) -> tuple[list[int], int]:
    """Note the files to be read; return the ids of those that are not at their end, and how many are listed."""
    terms, wanted, all_files = terms_of(config), list[int](), list(listed)
    for start in range(0, len(all_files), AT_ONCE):
        some = all_files[start : start + AT_ONCE]
        wanted += transact(engine, partial(want_files, files=some, terms=terms, again=again))
    return wanted, len(dict.fromkeys(all_files))


def run(engine: Engine, wanted: Sequence[int], readers: Readers, progress: Progress) -> Outcome:
    """Have the files read; return what was done.

    Raise DatabaseAwayError if the database, or something else that all files need, keeps readers from them.
    """
    with reading(engine) as session:
        before = {row.id or 0: row for row in files(session, wanted)}
    outcome, errors = Outcome(), Counter[int]()
    waiting, later = deque(wanted), deque[tuple[float, int]]()
    while waiting or later or readers.busy:
        while later and later[0][0] <= time.monotonic():
            waiting.append(later.popleft()[1])
        while waiting and readers.has_room:
            file_id = waiting.popleft()
            readers.start(file_id, before[file_id].url)
        ended = dict(readers.ended(LOOK))
        if not readers.busy and not waiting and not ended:
            time.sleep(LOOK)
        busy = readers.busy
        with reading(engine) as session:
            now = {row.id or 0: row for row in files(session, [*ended, *busy])}
        for file_id, error in ended.items():
            if error:
                errors[file_id] += 1
                if errors[file_id] >= MOST_ERRORS:
                    raise DatabaseAwayError(f"{before[file_id].url}: {error}")
            if now[file_id].state in ("waiting", "reading"):
                later.append((time.monotonic() + PAUSE, file_id))
            else:
                _count(outcome, before[file_id], now[file_id])
        _tell(progress, outcome, len(wanted), [(before[id_], now[id_]) for id_ in busy])
    return outcome


def _count(outcome: Outcome, before: ArchiveFile, row: ArchiveFile) -> None:
    outcome.files += row.state == "done"
    outcome.failed += row.state == "failed"
    outcome.poisoned += row.state == "poisoned"
    outcome.records += _more(before.records, row.records)
    outcome.pages += _more(before.pages, row.pages)
    outcome.known += _more(before.known, row.known)
    for reason, count in row.refused.items():
        outcome.refused[reason] += _more(before.refused.get(reason, 0), count)
    if row.refused != before.refused:
        outcome.lines += [f"{row.url}: {line}" for line in row.lines]
    if row.problem:
        outcome.problems.append(f"{row.url}: {row.problem}")


def _more(before: int, now: int) -> int:
    """Return how much of a count is new; a file that has changed is read from its beginning."""
    return now - before if now >= before else now


def _tell(progress: Progress, outcome: Outcome, of: int, busy: list[tuple[ArchiveFile, ArchiveFile]]) -> None:
    records = outcome.records + sum(_more(before.records, row.records) for before, row in busy)
    pages = outcome.pages + sum(_more(before.pages, row.pages) for before, row in busy)
    progress(Status(outcome.files + outcome.failed + outcome.poisoned, of, records, pages))
