"""Query how far files of web archives were read."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from db.models import ArchiveFile
from db.queries.pages import MOST_PARAMETERS


def files(session: Session, ids: Sequence[int]) -> list[ArchiveFile]:
    """Return the files with these ids, in their order."""
    found: dict[int | None, ArchiveFile] = {}
    for start in range(0, len(ids), MOST_PARAMETERS):
        some = select(ArchiveFile).where(col(ArchiveFile.id).in_(ids[start : start + MOST_PARAMETERS]))
        found |= {row.id: row for row in session.exec(some)}
    return [found[id_] for id_ in ids]
