"""Write how far files of web archives were read: one reader holds a file, and loses it when it dies."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from db.holder import is_gone
from db.models import ArchiveFile, now
from db.models.archive_files import FileState
from db.store.once import add_once

MOST_DEATHS = 2
POISONED = (
    f"its worker process crashed {MOST_DEATHS} times at the same place; `tracker backfill --again` tries it once more"
)


class LostClaimError(Exception):
    """A file that another reader took over meanwhile: nothing more of it is written."""


@dataclass(frozen=True)
class Listed:
    """A file as it is listed: where it is, its size in bytes and its version, where these are known."""

    url: str
    size: int | None = None
    etag: str | None = None


@dataclass
class Progress:
    """How far a file was read; see ArchiveFile."""

    position: int = 0
    beyond: int = 0
    records: int = 0
    pages: int = 0
    known: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    problem: str | None = None


def want_files(session: Session, files: Iterable[Listed], terms: str, *, again: bool) -> list[int]:
    """Record the files that are to be read by these terms; return the ids of those not done, in their order.

    One that has changed, or was read by other terms, is read from its beginning; `again` also reads one that is done
    or poisoned. What another reader holds now is left to it.
    """
    wanted = []
    for file in files:
        add_once(session, [ArchiveFile(url=file.url, size=file.size, etag=file.etag, terms=terms)])
        row = session.exec(select(ArchiveFile).where(ArchiveFile.url == file.url).with_for_update()).one()
        changed = row.terms != terms or is_other(row, file)
        if not is_held(row, now()) and (changed or (again and row.state in ("done", "poisoned"))):
            begin_again(session, row, file, terms)
        if row.id is not None and row.state not in ("done", "poisoned"):
            wanted.append(row.id)
    return list(dict.fromkeys(wanted))


def claim(session: Session, file_id: int, holder: str, at: datetime, lasts: timedelta) -> ArchiveFile | None:
    """Claim a file to read it from where it stopped, unless it is done or held; return it if it is ours.

    Where its reader died, that is counted; one whose readers died MOST_DEATHS times at one place is poisoned.
    """
    row = session.exec(select(ArchiveFile).where(ArchiveFile.id == file_id).with_for_update()).one()
    if row.state in ("done", "poisoned") or is_held(row, at):
        return None
    if row.state == "reading":
        row.deaths = row.deaths + 1 if row.died_at == row.records else 1
        row.died_at = row.records
    poisoned = row.deaths >= MOST_DEATHS and row.died_at == row.records
    row.state, row.problem = ("poisoned", POISONED) if poisoned else ("reading", None)
    row.holder, row.until, row.changed_at = ("", None, at) if poisoned else (holder, at + lasts, at)
    session.add(row)
    session.flush()
    return None if poisoned else row


def give_back(session: Session, file_id: int, holder: str, at: datetime) -> None:
    """End the claim of a holder on a file that it does not read further; do nothing if it has none."""
    row = session.exec(select(ArchiveFile).where(ArchiveFile.id == file_id).with_for_update()).one()
    if row.state == "reading" and row.holder == holder:
        row.state, row.holder, row.until, row.changed_at = "waiting", "", None, at
        session.add(row)


def keep(
    session: Session,
    file_id: int,
    holder: str,
    progress: Progress,
    state: FileState,
    at: datetime,
    lasts: timedelta,
    **version: object,
) -> None:
    """Write how far a file was read, and hold it on while it is being read; `version` is its size and etag, if new.

    Raise LostClaimError where another reader has taken it over.
    """
    holds = {"holder": holder, "until": at + lasts} if state == "reading" else {"holder": "", "until": None}
    ours = update(ArchiveFile).where(
        col(ArchiveFile.id) == file_id, col(ArchiveFile.holder) == holder, col(ArchiveFile.state) == "reading"
    )
    values = {**asdict(progress), **holds, **version, "state": state, "changed_at": at}
    if not session.connection().execute(ours.values(values)).rowcount:
        raise LostClaimError


def is_other(row: ArchiveFile, file: Listed) -> bool:
    """Whether a file is another than the one that was read; where its version is unknown, it is taken for the same."""
    known = ((row.size, file.size), (row.etag, file.etag))
    return any(old is not None and new is not None and old != new for old, new in known)


def is_held(row: ArchiveFile, at: datetime) -> bool:
    """Decide whether a reader that may be alive has the file."""
    return row.state == "reading" and row.until is not None and row.until > at and not is_gone(row.holder)


def begin_again(session: Session, row: ArchiveFile, file: Listed, terms: str) -> None:
    """Let a file be read from its beginning."""
    row.size, row.etag, row.terms, row.state = file.size, file.etag, terms, "waiting"
    row.position = row.beyond = row.records = row.pages = row.known = row.deaths = 0
    row.refused, row.lines, row.problem, row.died_at, row.holder, row.until = {}, [], None, None, "", None
    session.add(row)
    session.flush()
