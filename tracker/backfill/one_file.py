"""Read one file of an archive: a batch of its pages and the mark of the place reached are written together."""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from hashlib import sha256

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session

from config import Config, load
from config.settings import read_settings
from db.engine import open_database, reading, transact
from db.holder import new_holder
from db.models import ArchiveFile, now
from db.models.archive_files import FileState
from db.store.archive_files import Listed, LostClaimError, Progress, claim, give_back, is_other, keep
from db.store.many_pages import add_pages
from db.store.turns import ARCHIVES, take_turn
from tracker.archive.assigner import Assigner
from tracker.archive.batch import Batch
from tracker.backfill.locate import version_of
from tracker.backfill.members import begins_at
from tracker.backfill.promise import Promise, compile_promise
from tracker.backfill.promising_pages import Step, steps
from tracker.backfill.raw_records import RawReader
from tracker.backfill.streams import Stream, UnreachableError, opened, said
from tracker.parse.saved import Unusable
from tracker.tag.rules import compile_rules

VERSION = "1"
"""Raise it when the search in raw bytes changes: files are then read again."""
LASTS = timedelta(seconds=60)
MOST_LINES = 5


class OtherInstallationError(Exception):
    """Report a worker with another database, or other initiatives, than the process that sends it files."""


@dataclass(frozen=True)
class Installation:
    """Hold what reading needs; `terms` is a stamp of the terms."""

    engine: Engine
    assigner: Assigner
    promise: Promise
    terms: str


@cache
def installation() -> Installation:
    """Return this process's installation, by its own settings; opened once."""
    settings = read_settings()
    config = load(settings.config)
    engine = open_database(settings.database, new=False)
    return Installation(engine, Assigner(config.sources), compile_promise(compile_rules(config)), terms_of(config))


def terms_of(config: Config) -> str:
    """Return a stamp of all that is searched for in raw bytes."""
    terms = sorted(term for one in config.initiatives.values() for term in (*one.zh, *one.en))
    return sha256("\n".join((VERSION, *terms)).encode()).hexdigest()[:16]


def read_one(file_id: int, url: str) -> None:
    """Read a file to its end, from where it stopped; do nothing if it is done, or another reader has it.

    Raise OtherInstallationError if the file is not known here, and the database's own errors.
    """
    here, holder = installation(), new_holder()
    _check(here, file_id, url)
    try:
        row = transact(here.engine, lambda session: claim(session, file_id, holder, now(), LASTS))
        if row:
            _Reading(here, row, holder).read()
    except BaseException:
        # The reader is alive: if the database can still write it, this does not count as a death.
        with suppress(DBAPIError):
            transact(here.engine, lambda session: give_back(session, file_id, holder, now()))
        raise


def _check(here: Installation, file_id: int, url: str) -> None:
    """Raise OtherInstallationError before a claim that this process cannot use."""
    with reading(here.engine) as session:
        row = session.get(ArchiveFile, file_id)
    if row is None or row.url != url or row.terms != here.terms:
        other = "catalogue of initiatives" if row and row.url == url else "database"
        raise OtherInstallationError(
            f"a worker has another {other}; give all workers the same TRACKER_DATABASE and TRACKER_CONFIG"
        )


class _Reading:
    """Hold one file while it is read."""

    def __init__(self, here: Installation, row: ArchiveFile, holder: str) -> None:
        self.here, self.row, self.holder = here, row, holder
        self.kept = Progress(**{name: getattr(row, name) for name in Progress.__annotations__})
        """The values in the database."""
        self.refused: list[Unusable] = []
        self.batch = Batch()
        self.parent = os.getppid()
        self.reader: RawReader | None = None

    def read(self) -> None:
        """Read the file to its end, or to where it fails."""
        try:
            with opened(self.row.url) as stream:
                self._begin()
                place = {"position": self.kept.position, "beyond": self.kept.beyond}
                self.reader = reader = RawReader(
                    stream, self.refused.append, number=self.kept.records - self.kept.beyond, **place
                )
                for step in steps(reader, self.here.promise, self.refused.append):
                    self._take(step, stream)
        except LostClaimError:
            return
        except UnreachableError as error:
            self._write(replace(self.kept, problem=str(error)), "failed")
        except DBAPIError:
            raise
        except Exception as error:  # one odd file must not stop the others
            self._write(replace(self.kept, problem=said(error)), "failed")

    def _begin(self) -> None:
        """Start from the beginning if the file has another version than the mark."""
        found = Listed(self.row.url) if self.row.url.startswith("zip:") else version_of(self.row.url)
        if is_other(self.row, found):
            self.kept = Progress()
        version = {"size": found.size or self.row.size, "etag": found.etag or self.row.etag}
        self._write(self.kept, "reading", **version)

    def _take(self, step: Step, stream: Stream) -> None:
        for page, content in step.pages:
            try:
                self.here.assigner.assign(page)
            except Unusable as error:
                self.refused.append(error)
            else:
                self.batch.add(page, content)
        if step.position is None or (self.batch.is_full and step.number > self.kept.records):
            self._keep(step, stream)

    def _keep(self, step: Step, stream: Stream) -> None:
        """Write what was read before `step`; a file without a record that can be read has failed.

        Raise SystemExit if the parent process is gone.
        """
        made = replace(self.kept, refused=dict(self.kept.refused), lines=[*self.kept.lines], records=step.number)
        if step.position is None:
            made.position, made.beyond = self.row.size or made.position, 0
        elif begins_at(stream, step.position):
            made.position, made.beyond = step.position, 0
        else:
            made.beyond = step.number - (self.kept.records - self.kept.beyond)
        if step.position is None and self.reader and not self.reader.is_readable:
            self._write(replace(made, records=0, problem=str(self.refused[0])), "failed")
            return
        for error in self.refused:
            made.refused[error.reason] = made.refused.get(error.reason, 0) + 1
            if len(made.lines) < MOST_LINES:
                made.lines.append(str(error))
        self._write(made, "done" if step.position is None else "reading")
        self.refused.clear()
        self.batch.begin()
        if os.getppid() != self.parent:
            raise SystemExit

    def _write(self, progress: Progress, state: FileState, **version: object) -> None:
        """Write the batch and the mark in one transaction."""

        def write(session: Session) -> Progress:
            made = replace(progress)
            if self.batch.pages and state in ("reading", "done"):
                take_turn(session, ARCHIVES)
                new = add_pages(session, self.batch.pages)
                made.pages += sum(new)
                made.known += len(new) - sum(new)
            keep(session, self.row.id or 0, self.holder, made, state, now(), LASTS, **version)
            return made

        try:
            self.kept = transact(self.here.engine, write)
        except IntegrityError:  # a crawl stored one of the pages in the same moment, and now it is there
            self.kept = transact(self.here.engine, write)
