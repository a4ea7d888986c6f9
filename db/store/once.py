"""Write rows that may exist already: a row with a known unique key is left unchanged."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel


def add_once(session: Session, rows: Sequence[SQLModel]) -> int:
    """Insert the rows (of one table, without ids) whose unique keys are new; return their number."""
    if not rows:
        return 0
    return add_values_once(session, type(rows[0]), [row.model_dump(exclude={"id"}) for row in rows])


def add_values_once(session: Session, model: type[SQLModel], values: Sequence[Mapping[str, Any]]) -> int:
    """Do the same for rows as plain values, all columns except the id, which are made a hundred times as fast."""
    if not values:
        return 0
    table = inspect(model).local_table
    # SQLAlchemy has one insert of this kind per dialect, and the unused dialect takes 6 MB.
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    insert = dialect.insert(table).on_conflict_do_nothing().returning(*table.primary_key)
    return len(session.connection().execute(insert, values).all())
