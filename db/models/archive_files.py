"""Table of the files of web archives: how far each was read for pages."""

from datetime import datetime
from typing import Literal

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from db.models.moments import moment, moment_or_none

FileState = Literal["waiting", "reading", "done", "failed", "poisoned"]


class ArchiveFile(SQLModel, table=True):
    """One file of web archives, and the mark that says how far it was read.

    `size` (bytes) and `etag` identify the version of the file, `terms` the terms that it was searched for. Everything
    before the byte `position` is read, and `beyond` records after it; `records` counts all records that were read.
    `pages` of them were stored, `known` had been stored before, and `refused` counts those that could not be used, by
    reason; `lines` describes the first few of these. `holder` may read the file until `until`. Its reader died `deaths`
    times in a row at record `died_at`.
    """

    __tablename__ = "archive_file"

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(unique=True)
    size: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    etag: str | None = None
    terms: str = ""
    state: str = "waiting"
    """A FileState."""
    position: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    beyond: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    records: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    pages: int = 0
    known: int = 0
    refused: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    lines: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    problem: str | None = None
    deaths: int = 0
    died_at: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    holder: str = ""
    until: datetime | None = moment_or_none()
    changed_at: datetime = moment()
