"""Write announcements, documents and mentions as Parquet: the rows of the contract, with a type a column."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pyarrow.parquet import ParquetWriter
from pydantic import BaseModel
from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import reading
from db.private import unfinished_file
from db.queries.documents import totals
from db.queries.listing import announcements_from, documents_from, stories_from
from tracker.contract import VERSION
from tracker.contract.models.announcement import Announcement
from tracker.contract.models.document import DocumentText
from tracker.contract.models.mention import DocumentMention
from tracker.contract.models.row import Row
from tracker.contract.rows.announcements import announcements
from tracker.contract.rows.documents import mentions, with_texts

PORTION = 500
ROWS_A_GROUP = 20_000
PLAIN = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    str: pa.string(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}
Rows = list[dict[str, Any]]
Fill = Callable[[Session, Config], Iterator[tuple[int, Rows]]]
"""Portions of rows, as their fields, and of how many announcements or documents each is made."""
Progress = Callable[[int, int], None]


def write_parquet(engine: Engine, config: Config, folder: Path, progress: Progress | None = None) -> dict[str, int]:
    """Write a file a table into a folder that is there, all as the database is at one moment; give their rows.

    A file appears when it is whole. The same rows give the same bytes.
    """
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with reading(engine) as session:
        known, done = totals(session), 0
        of = known["announcements"] + 2 * known["documents"]

        def portions(fill: Fill) -> Iterator[Rows]:
            nonlocal done
            for count, rows in fill(session, config):
                yield rows
                done += count
                if progress:
                    progress(done, of)

        return {
            name: _write(folder / f"{name}.parquet", schema_of(model), portions(fill))
            for name, (model, fill) in TABLES.items()
        }


def schema_of(model: type[BaseModel]) -> pa.Schema:
    """Return the columns of a row: lists are lists, objects structures, moments in UTC; null where nothing is known."""
    told = {"contract": f"tracker:v{VERSION}"}
    return pa.schema([_column(name, field.annotation) for name, field in model.model_fields.items()], metadata=told)


def _column(name: str, kind: Any) -> pa.Field:
    return pa.field(name, _type(kind), nullable=NoneType in get_args(kind))


def _type(kind: Any) -> pa.DataType:
    origin, parts = get_origin(kind), [part for part in get_args(kind) if part is not NoneType]
    if origin is Literal:
        return pa.string()
    if origin is list:
        return pa.list_(_type(parts[0]))
    if origin in (Union, UnionType):
        # A number that may be whole is one with a fraction.
        return pa.float64() if set(parts) == {int, float} else _type(parts[0])
    if parts:
        return _type(parts[0])
    if issubclass(kind, BaseModel):
        return pa.struct([_column(name, field.annotation) for name, field in kind.model_fields.items()])
    return PLAIN[kind]


def _write(file: Path, schema: pa.Schema, portions: Iterator[Rows]) -> int:
    count, waiting = 0, Rows()
    with unfinished_file(file) as unfinished, ParquetWriter(unfinished, schema, compression="zstd") as writer:
        for rows in portions:
            waiting += rows
            count += len(rows)
            if len(waiting) >= ROWS_A_GROUP:
                writer.write_table(pa.Table.from_pylist(waiting, schema))
                waiting = []
        writer.write_table(pa.Table.from_pylist(waiting, schema))
    return count


def _announcements(session: Session, config: Config) -> Iterator[tuple[int, Rows]]:
    after = 0
    while stored := announcements_from(session, after, PORTION):
        yield len(stored), [row.model_dump() for row in announcements(session, config, stored)]
        after = stored[-1].id or 0
        session.expunge_all()


def _documents(session: Session, _: Config) -> Iterator[tuple[int, Rows]]:
    after = 0
    while stored := documents_from(session, after, PORTION):
        yield len(stored), list(with_texts(session, stored))
        after = stored[-1].id or 0
        session.expunge_all()


def _mentions(session: Session, _: Config) -> Iterator[tuple[int, Rows]]:
    after = 0
    while stored := stories_from(session, after, PORTION):
        yield len(stored), [row.model_dump() for row in mentions(session, stored)]
        after = stored[-1].id
        session.expunge_all()


TABLES: dict[str, tuple[type[Row], Fill]] = {
    "announcements": (Announcement, _announcements),
    "documents": (DocumentText, _documents),
    "mentions": (DocumentMention, _mentions),
}
"""What is written: the model of a table's rows, and what fills them."""
